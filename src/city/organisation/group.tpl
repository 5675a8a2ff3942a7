<div class="title-block">
  <p class="over">[[Nhóm đơn vị của|Group of units of]] <a href="{{owner_address}}" lang="vi">{{owner}}</a>{{#ended}} · <span class="state state-idle">[[Đã kết thúc|Ended]]</span>{{/ended}}</p>
  <h1 lang="vi">{{title}}</h1>
  <p class="must">{{open_units}} [[đơn vị đang hoạt động|open units]]{{#has_closed}}, {{closed_units}} [[đơn vị đã dừng hoạt động, không được giao việc nữa|closed units, which get no work any more]]{{/has_closed}}. <span class="soft">[[Bản này ghi lúc|This version is of]] <span lang="vi">{{changed}}</span></span></p>
</div>
{{#ended}}<div class="notice"><p>[[Nhóm đã kết thúc, không giao việc mới cho nhóm được nữa; việc đã giao giữ nguyên. Lý do|The group has ended: no new work is given to it; what was given stays. The reason]]: <span lang="vi">{{why}}</span> <span class="soft" lang="vi">{{said_when}}</span></p></div>{{/ended}}
{{#may_change}}<div class="actions"><a class="button-secondary" href="{{change_address}}">[[Sửa nhóm|Change the group]]</a> <a class="button-quiet" href="{{end_address}}">[[Kết thúc nhóm|End the group]]</a></div>{{/may_change}}
<section class="table-wrap" aria-labelledby="bang" tabindex="0">
<table class="table-cards">
  <caption id="bang">[[Đơn vị trong nhóm|Units of the group]]</caption>
  <thead><tr><th scope="col">[[Tên|Name]]</th><th scope="col">[[Loại|Kind]]</th><th scope="col">[[Đơn vị cấp trên|Unit above]]</th><th scope="col">[[Mã|Code]]</th></tr></thead>
  <tbody>
    {{#members}}<tr><th scope="row"><a href="{{unit_address}}" lang="vi">{{name}}</a>{{#closed}} <span class="state state-idle">[[đã dừng hoạt động|closed]]</span>{{/closed}}</th><td data-label="[[Loại|Kind]]">{{kind}}</td><td data-label="[[Đơn vị cấp trên|Unit above]]">{{#above}}<span lang="vi">{{above_text}}</span>{{/above}}</td><td data-label="[[Mã|Code]]">{{code}}</td></tr>
    {{/members}}
  </tbody>
</table>
</section>
{{>pager}}
<section aria-labelledby="dung-o">
  <h2 id="dung-o">[[Nhiệm vụ giao cho nhóm|Tasks given to the group]]</h2>
  {{#no_has_uses}}<p class="soft">[[Chưa có kế hoạch nào giao việc cho nhóm này.|No plan has given it a task yet.]]</p>{{/no_has_uses}}
  {{#has_uses}}<ul>
    {{#uses}}<li><a href="{{task_address}}" lang="vi">{{what}}</a> · <a href="{{plan_address}}" lang="vi">{{plan}}</a> <span class="soft">{{stage}}</span></li>
    {{/uses}}
  </ul>
  {{#uses_cut}}<p class="soft">[[Chỉ hiện 50 nhiệm vụ mới nhất.|Only the 50 newest are shown.]]</p>{{/uses_cut}}{{/has_uses}}
</section>
{{#has_earlier}}<details>
  <summary>[[Các lần sửa|Earlier versions]]</summary>
  <ul>
    {{#versions}}<li><span lang="vi">{{said}}: “{{was_called}}”</span>, {{had}} [[đơn vị|units]]</li>
    {{/versions}}
  </ul>
</details>{{/has_earlier}}
