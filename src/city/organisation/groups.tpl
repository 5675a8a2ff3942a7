<div class="title-block">
  <h1>[[Nhóm đơn vị|Groups of units]]</h1>
  <p class="must">[[Những đơn vị hay cùng nhận một việc, dù không cùng cấp hay cùng quận. Nhiệm vụ của kế hoạch giao được cho cả nhóm.|Units that often get the same work, even of different levels or districts. A plan’s task can be given to all of a group.]]</p>
</div>
{{#may_make}}<div class="actions"><a class="button" href="/don-vi/nhom/moi">[[Lập nhóm|Make a group]]</a></div>{{/may_make}}
{{#no_has_groups}}<p class="empty">[[Chưa có nhóm nào. Người soạn kế hoạch lập nhóm để không phải giao từng đơn vị một.|There is no group yet. Whoever drafts plans makes one, so as not to give the same task unit by unit.]]</p>{{/no_has_groups}}
{{#has_groups}}
<section class="table-wrap" aria-labelledby="bang" tabindex="0">
<table class="table-cards">
  <caption id="bang">[[Các nhóm|Groups]]</caption>
  <thead><tr><th scope="col">[[Tên nhóm|Name]]</th><th scope="col">[[Đơn vị lập nhóm|Group of]]</th><th scope="col" class="number">[[Số đơn vị|Units]]</th><th scope="col">[[Tình trạng|State]]</th></tr></thead>
  <tbody>
    {{#groups}}<tr><th scope="row"><a href="{{address}}" lang="vi">{{name}}</a></th><td data-label="[[Đơn vị lập nhóm|Group of]]"><span lang="vi">{{owner}}</span></td><td class="number" data-label="[[Số đơn vị|Units]]"><a class="figure" href="{{address}}">{{count}}</a></td><td data-label="[[Tình trạng|State]]">{{#ended}}<span class="state state-idle">[[Đã kết thúc|Ended]]</span>{{/ended}}{{#no_ended}}<span class="state state-done">[[Đang dùng|In use]]</span>{{/no_ended}}</td></tr>
    {{/groups}}
  </tbody>
</table>
</section>
{{>pager}}
{{/has_groups}}
