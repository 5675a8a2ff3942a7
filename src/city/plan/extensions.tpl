<div class="title-block">
  <h1>[[Đề nghị gia hạn|Requests for more time]]</h1>
  <p class="must">[[Đơn vị xin lùi hạn; quyết định sớm để đơn vị biết mà làm. Chưa quyết định thì hạn cũ vẫn tính.|Units ask for later deadlines; decide soon. Until then the present deadline counts.]]</p>
</div>
{{#no_has_rows}}<div class="empty"><h2>[[Không có đề nghị nào đang chờ|Nothing waits]]</h2><p>[[Đề nghị gia hạn của đơn vị trong các kế hoạch bạn đôn đốc hiện ở đây, cũ nhất trước.|What units ask for in the plans you urge appears here, the oldest first.]]</p></div>{{/no_has_rows}}
{{#has_rows}}
<section class="table-wrap" aria-labelledby="bang" tabindex="0">
<table class="table-cards">
  <caption id="bang">[[Chờ lâu nhất trước|The oldest first]]</caption>
  <thead><tr><th scope="col">[[Đơn vị|Unit]]</th><th scope="col" class="wide">[[Việc|What]]</th><th scope="col">[[Ngày xin|Asked on]]</th><th scope="col">[[Hạn hiện nay|Present deadline]]</th><th scope="col">[[Xin đến|Until]]</th><th scope="col" class="number">[[Số lần đã xin|Asked before]]</th><th scope="col"><span class="unseen">[[Hành động|Action]]</span></th></tr></thead>
  <tbody>
    {{#rows}}<tr><th scope="row" lang="vi">{{unit}}</th><td data-label="[[Việc|What]]"><span lang="vi">{{what}} ({{plan}})</span><p class="soft" lang="vi">{{why}}</p></td><td data-label="[[Ngày xin|Asked on]]">{{asked_on}}</td><td data-label="[[Hạn hiện nay|Present deadline]]"><span>{{due}}{{#behind}} <span class="state state-late">{{behind_text}}</span>{{/behind}}</span></td><td data-label="[[Xin đến|Until]]">{{wanted}}</td><td class="number" data-label="[[Số lần đã xin|Asked before]]">{{before}}</td><td class="acts">{{#own}}<p class="soft">[[Bạn đã xin; người khác quyết định|You asked; another decides]]</p>{{/own}}<p><a href="{{address}}">{{#own}}[[Xem|See]]{{/own}}{{#no_own}}[[Xem và quyết định|See and decide]]{{/no_own}}<span class="unseen" lang="vi"> {{unit}}: {{what}}</span></a></p></td></tr>
    {{/rows}}
  </tbody>
</table>
</section>
{{>pager}}
{{/has_rows}}
