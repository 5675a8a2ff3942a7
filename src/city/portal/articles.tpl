<div class="title-block">
  <h1>[[Bài viết|Articles]]</h1>
  <p class="must">[[Mọi bài đã đăng trên cổng, bài mới nhất trước.|Everything published on the portal, the newest first.]]</p>
</div>
{{#no_posts}}
<div class="empty">
  <h2>[[Chưa có bài viết nào|No article yet]]</h2>
  <p>[[Bài viết được đăng sẽ hiện ở đây.|Articles appear here once they are published.]] <a href="/">[[Về trang chủ|Home page]]</a></p>
</div>
{{/no_posts}}
{{#has_posts}}
<table class="table-cards">
  <caption>[[Bài đã đăng|Published articles]]</caption>
  <thead><tr><th scope="col">[[Bài viết|Article]]</th><th scope="col">[[Đơn vị|Unit]]</th><th scope="col">[[Ngày đăng|Published]]</th><th scope="col" class="number">[[Lượt xem|Views]]</th></tr></thead>
  <tbody>
    {{#posts}}<tr><th scope="row"><a href="{{address}}" lang="vi">{{title}}</a></th><td data-label="[[Đơn vị|Unit]]"><span lang="vi">{{unit}}</span></td><td class="nowrap" data-label="[[Ngày đăng|Published]]"><time datetime="{{day_iso}}">{{day}}</time></td><td class="number" data-label="[[Lượt xem|Views]]">{{views}}</td></tr>
    {{/posts}}
  </tbody>
</table>
{{>pager}}
{{/has_posts}}
