<div class="title-block">
  <h1>[[Bài viết|Articles]]</h1>
  <p class="must">[[Người soạn gửi duyệt, người thứ hai đọc rồi duyệt và đăng.|A writer hands in; a second person reads, approves and publishes.]]</p>
</div>
{{#may_write}}<p><a class="button" href="/bai-viet/moi">[[Soạn bài mới|Write an article]]</a></p>{{/may_write}}
{{>chips}}
{{#no_has_rows}}<div class="empty">
  <h2>[[Chưa có bài viết nào ở đây|No article here yet]]</h2>
  <p>[[Bài của đơn vị bạn và các đơn vị bên dưới sẽ hiện ở đây khi có người soạn.|Articles of your unit and those below it appear here once somebody writes one.]]</p>
</div>{{/no_has_rows}}
{{#has_rows}}
<table class="table-cards">
  <caption>[[Bài viết, thay đổi mới nhất trước|Articles, latest change first]]</caption>
  <thead><tr><th scope="col">[[Tiêu đề|Title]]</th><th scope="col">[[Đơn vị|Unit]]</th><th scope="col">[[Trạng thái|State]]</th><th scope="col">[[Sửa lần cuối|Last change]]</th></tr></thead>
  <tbody>
  {{#rows}}<tr><th scope="row"><a href="{{address}}">{{title}}</a></th><td data-label="[[Đơn vị|Unit]]">{{unit}}</td><td data-label="[[Trạng thái|State]]"><span>{{#standings}}<span class="state {{mark}}">{{words}}</span> {{/standings}}{{#alone}} · <span class="state state-late">[[đăng khẩn cấp, chưa duyệt|emergency, not approved]]</span>{{/alone}}{{#publishes_at}} · [[đăng lúc|published at]] {{publishes_at_text}}{{/publishes_at}}{{#withdrawal_waits}} · [[có đề xuất thu hồi|withdrawal proposed]]{{/withdrawal_waits}}</span></td><td data-label="[[Sửa lần cuối|Last change]]">{{changed}}</td></tr>
  {{/rows}}</tbody>
</table>
{{/has_rows}}
{{>pager}}
