{{#law}}
<div class="title-block">
  <p class="over">[[Bài viết về|Articles about]]</p>
  <h1 lang="vi">{{name}}</h1>
  <p lang="vi">{{title}}</p>
  <p class="must"><span class="state {{mark}}">{{effect}}</span></p>
  <p class="link-row"><a href="{{address}}">[[Văn bản này trong sổ: ngày, căn cứ, quan hệ|This document in the register: dates, basis, relations]]</a></p>
</div>
{{/law}}
<p class="as-of">[[Hiệu lực tính đến|Effect as of]] {{today}}</p>
{{#replaced_by}}<div class="notice notice-risk"><p>[[Được thay bằng|Replaced by]] <span lang="vi"><a href="{{address}}">{{name}}</a>: {{title}}</span></p></div>{{/replaced_by}}
<section aria-labelledby="bai">
  <h2 id="bai">[[Đã đăng|Published]]</h2>
  {{#no_has_posts}}<p class="soft">[[Chưa có bài nào dẫn văn bản này.|No article cites this document yet.]] <a href="/bai">[[Xem mọi bài viết|See all articles]]</a></p>{{/no_has_posts}}
  {{#has_posts}}
  {{>posts}}
  {{>pager}}
  {{/has_posts}}
  {{>follow}}
</section>
{{#has_campaigns}}
<section aria-labelledby="chien-dich">
  <h2 id="chien-dich">[[Chiến dịch phổ biến|Campaigns]]</h2>
  <ul>
    {{#campaigns}}<li><a href="{{address}}">[[Kế hoạch|Plan]] {{number}}</a>: <span lang="vi">{{title}}</span></li>
    {{/campaigns}}
  </ul>
</section>
{{/has_campaigns}}
