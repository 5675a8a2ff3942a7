<div class="title-block">
  <p class="over">[[Người và tài khoản|People and accounts]]</p>
  <h1 lang="vi">{{unit}}</h1>
  {{#closed}}<p><span class="state state-late">[[Dừng hoạt động từ|Closed since]] {{closed_text}}</span></p>{{/closed}}
  <p class="must">[[Ở chính đơn vị này|At this very unit]]: {{people}} [[người|people]].</p>
</div>
{{#has_waiting}}
<div class="notice notice-risk">
  <h2>[[Vai trò chờ bạn xác nhận|Roles that wait for you to confirm]]</h2>
  <ul>
    {{#waiting}}<li><a href="{{address}}">{{name}}</a>: {{role}}, {{unit}}</li>
    {{/waiting}}
  </ul>
</div>
{{/has_waiting}}
<div class="actions"><a class="button-secondary" href="/nguoi/nhap">[[Nhập danh sách người từ Excel hoặc CSV|Import people from Excel or CSV]]</a>{{#move}} <a class="button-quiet" href="{{move_text}}">[[Chuyển tất cả sang đơn vị khác|Move all to another unit]]</a>{{/move}}</div>
{{#no_has_people}}<p class="empty">[[Chưa có ai ở chính đơn vị này. Nhập danh sách từ tệp Excel hoặc CSV, hoặc chọn một đơn vị bên dưới.|Nobody is at this very unit yet. Import a list from Excel or CSV, or choose a unit below.]]</p>{{/no_has_people}}
{{#has_people}}
<section class="table-wrap" aria-labelledby="nguoi" tabindex="0">
<table class="table-cards">
  <caption id="nguoi">[[Người|People]]</caption>
  <thead><tr><th scope="col">[[Họ tên|Name]]</th><th scope="col">[[Cán bộ chủ chốt|Key official]]</th><th scope="col">[[Thư điện tử|E-mail]]</th><th scope="col">[[Tài khoản|Account]]</th></tr></thead>
  <tbody>
    {{#rows}}<tr><th scope="row"><a href="{{address}}">{{name}}</a></th><td data-label="[[Cán bộ chủ chốt|Key official]]">{{#key_official}}[[Có|Yes]]{{/key_official}}{{#no_key_official}}–{{/no_key_official}}</td><td data-label="[[Thư điện tử|E-mail]]">{{#has_mail}}[[Có|Yes]]{{/has_mail}}{{#no_has_mail}}[[Không|No]]{{/no_has_mail}}</td><td data-label="[[Tài khoản|Account]]">{{#account}}<a href="{{address}}">[[số|no.]] {{number}}</a>{{/account}}{{#no_account}}–{{/no_account}}</td></tr>
    {{/rows}}
  </tbody>
</table>
</section>
{{>pager}}
{{/has_people}}
{{#has_units}}
<section class="table-wrap" aria-labelledby="don-vi" tabindex="0">
<table class="table-cards">
  <caption id="don-vi">[[Đơn vị khác bạn quản lý|Other units that you manage]]</caption>
  <thead><tr><th scope="col">[[Đơn vị|Unit]]</th><th scope="col" class="number">[[Người, cả cấp dưới|People, with those below]]</th></tr></thead>
  <tbody>
    {{#units}}<tr><th scope="row"><a href="{{address}}">{{name}}</a></th><td class="number" data-label="[[Người, cả cấp dưới|People, with those below]]">{{people}}</td></tr>
    {{/units}}
  </tbody>
</table>
</section>
{{/has_units}}
