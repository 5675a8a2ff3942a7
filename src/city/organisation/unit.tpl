<div class="title-block">
  <p class="over">{{kind}} · [[mã|code]] {{code}} · [[từ|since]] {{opened}}{{#stopped}} · <span class="state state-late">[[dừng hoạt động từ|closed since]] {{stopped_text}}</span>{{/stopped}}</p>
  <h1[[| lang="vi"]]>{{name}}</h1>
  {{#mailbox}}<p class="must">[[Hộp thư của đơn vị|Mailbox]]: {{mailbox_text}}</p>{{/mailbox}}
  {{#no_mailbox}}<p class="must">[[Chưa có hộp thư của đơn vị: thư nhắc việc sẽ không tới được.|No mailbox yet: reminders cannot reach this unit.]]</p>{{/no_mailbox}}
</div>
{{#may_import}}<div class="actions"><a class="button-secondary" href="/don-vi/nhap">[[Nhập thêm đơn vị từ tệp|Import more units from a file]]</a></div>{{/may_import}}
<p class="link-lines"><a href="/don-vi/nhom">[[Các nhóm đơn vị|Groups of units]]</a></p>
{{#mailbox_form}}<p class="link-lines"><a href="{{mailbox_form_text}}">[[Sửa hộp thư của đơn vị|Change the unit's mailbox]]</a></p>{{/mailbox_form}}
{{#close}}<p class="link-lines"><a href="{{close_text}}">[[Ghi đơn vị dừng hoạt động|Close this unit]]</a></p>{{/close}}
{{#reopen}}<p class="link-lines"><a href="{{reopen_text}}">[[Ghi nhầm? Mở lại đơn vị|By mistake? Open the unit again]]</a></p>{{/reopen}}
{{#has_closings}}
<section aria-labelledby="dung">
  <h2 id="dung">[[Dừng hoạt động|Closing]]</h2>
  <ul>
    {{#closings}}<li>{{#was_wrong}}<s>{{/was_wrong}}[[Dừng hoạt động từ|Closed since]] {{since}} ([[ngày cuối cùng|last day]] {{last_day}}): <span lang="vi">{{reason}}</span>{{#was_wrong}}</s>{{/was_wrong}} <span class="soft" lang="vi">{{said}}</span>{{#was_wrong}}<br>[[Ghi nhầm, đã mở lại|By mistake, opened again]]: <span lang="vi">{{why_wrong}}</span> <span class="soft" lang="vi">{{said_wrong}}</span>{{/was_wrong}}</li>
    {{/closings}}
  </ul>
</section>
{{/has_closings}}
{{#no_children}}<p class="empty">[[Không có đơn vị nào bên dưới.|There is no unit below.]]</p>{{/no_children}}
{{#has_children}}
<section class="table-wrap" aria-labelledby="bang" tabindex="0">
<table class="table-cards">
  <caption id="bang">[[Đơn vị trực thuộc đang hoạt động|Open units below]]: {{open_below}}</caption>
  <thead><tr><th scope="col">[[Tên|Name]]</th><th scope="col">[[Loại|Kind]]</th><th scope="col">[[Mã|Code]]</th><th scope="col" class="number">[[Đơn vị cấp dưới|Units below it]]</th></tr></thead>
  <tbody>
    {{#children}}<tr><th scope="row"><a href="{{address}}">{{name}}</a>{{#closed}} <span class="state state-idle">[[dừng hoạt động từ|closed since]] {{closed_text}}</span>{{/closed}}</th><td data-label="[[Loại|Kind]]">{{kind}}</td><td data-label="[[Mã|Code]]">{{code}}</td><td class="number" data-label="[[Đơn vị cấp dưới|Units below it]]">{{below}}</td></tr>
    {{/children}}
  </tbody>
</table>
</section>
{{>pager}}
{{/has_children}}
