<div class="title-block">
  <p class="over">{{kind}} · [[mã|code]] {{code}} · [[từ|since]] {{opened}}</p>
  <h1>{{name}}</h1>
  {{#mailbox}}<p class="must">[[Hộp thư của đơn vị|Mailbox]]: {{mailbox_text}}</p>{{/mailbox}}
  {{#no_mailbox}}<p class="must">[[Chưa có hộp thư của đơn vị: thư nhắc việc sẽ không tới được.|No mailbox yet: reminders cannot reach this unit.]]</p>{{/no_mailbox}}
</div>
{{#may_import}}<div class="actions"><a class="button-secondary" href="/don-vi/nhap">[[Nhập thêm đơn vị từ tệp|Import more units from a file]]</a></div>{{/may_import}}
{{#no_children}}<p class="empty">[[Không có đơn vị nào bên dưới.|There is no unit below.]]</p>{{/no_children}}
{{#has_children}}
<div class="table-wrap" role="region" aria-labelledby="bang" tabindex="0">
<table class="table-cards">
  <caption id="bang">[[Đơn vị trực thuộc|Units below]]</caption>
  <thead><tr><th scope="col">[[Tên|Name]]</th><th scope="col">[[Loại|Kind]]</th><th scope="col">[[Mã|Code]]</th><th scope="col" class="number">[[Đơn vị cấp dưới|Units below it]]</th></tr></thead>
  <tbody>
    {{#children}}<tr><th scope="row"><a href="{{address}}">{{name}}</a></th><td data-label="[[Loại|Kind]]">{{kind}}</td><td data-label="[[Mã|Code]]">{{code}}</td><td class="number" data-label="[[Đơn vị cấp dưới|Units below it]]">{{below}}</td></tr>
    {{/children}}
  </tbody>
</table>
</div>
{{>pager}}
{{/has_children}}
