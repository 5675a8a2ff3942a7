<div class="title-block">
  <h1>[[Pháp luật đến từng người|The law for everyone]]</h1>
  <p class="must">[[Đọc điều mới, xem văn bản còn hiệu lực hay không, và thành phố đã phổ biến tới đâu.|Read what is new, see which documents are in force, and how far the city has made them known.]]</p>
</div>
<div class="columns">
<div>
  {{#newest}}
  <section class="front-lead" aria-labelledby="moi-nhat">
    <h2 id="moi-nhat"><a href="{{address}}" lang="vi">{{title}}</a></h2>
    {{#lead}}<p lang="vi">{{lead_text}}</p>{{/lead}}
    {{>byline}}
  </section>
  {{/newest}}
  {{#has_cards}}
  <h2>[[Mới đăng|Recently published]]</h2>
  <ul class="cards">
    {{#cards}}<li>
      <h3><a href="{{address}}" lang="vi">{{title}}</a></h3>
      {{#lead}}<p lang="vi">{{lead_text}}</p>{{/lead}}
      {{>byline}}
    </li>
    {{/cards}}
  </ul>
  {{/has_cards}}
  {{#newest}}<p class="link-row"><a href="/bai">[[Xem tất cả bài viết|All articles]]</a></p>{{/newest}}
  {{#has_replies}}
  <section aria-labelledby="hoi-dap">
    <h2 id="hoi-dap">[[Hỏi đáp mới|Recent answers]]</h2>
    <ul class="cards">
      {{#replies}}<li>
        <h3 lang="vi"><a href="{{address}}">{{title}}</a></h3>
        <p lang="vi">{{opening}}</p>
        <p class="byline"><span><span lang="vi">{{unit}}</span> [[trả lời|answers]]</span><time datetime="{{day_iso}}">{{day}}</time></p>
      </li>
      {{/replies}}
    </ul>
  </section>
  {{/has_replies}}
  {{#no_newest}}
  <div class="empty">
    <h2>[[Chưa có bài viết nào|No article yet]]</h2>
    <p>[[Bài viết được đăng sẽ hiện ở đây, bài mới nhất trước.|Articles appear here once they are published, the newest first.]] [[Trong lúc đó, xin xem|Meanwhile, see]] <a href="/van-ban">[[sổ văn bản pháp luật|the register of legal documents]]</a>.</p>
  </div>
  {{/no_newest}}
</div>
<aside class="beside" aria-label="[[Chiến dịch và văn bản|Campaigns and documents]]">
  <section aria-labelledby="chien-dich">
    <h2 id="chien-dich">[[Đang phổ biến|Being made known]]</h2>
    {{#campaigns}}
    <p class="link-lines"><a href="{{address}}">[[Kế hoạch|Plan]] {{number}}: <span lang="vi">{{title}}</span></a>{{#article}}<br><a href="{{article_text}}">[[Đọc bài về kế hoạch này|Read the article about it]]<span class="unseen">, {{number}}</span></a>{{/article}}</p>
    {{#coverage}}
    <p>[[Đã tới|Reached]] {{>count}}. <span class="as-of">[[Ngày|On]] {{day}}.</span>
    <svg class="bar" aria-hidden="true" focusable="false"><rect width="{{bar}}%" height="100%"/></svg></p>
    {{/coverage}}
    {{/campaigns}}
    {{#no_campaigns}}<p class="soft">[[Chưa có kế hoạch nào được ban hành.|No plan has been issued yet.]]</p>{{/no_campaigns}}
  </section>
  <section aria-labelledby="van-ban">
    <h2 id="van-ban">[[Văn bản mới ghi vào sổ|Newly registered documents]]</h2>
    {{#no_has_laws}}<p class="soft">[[Sổ chưa có văn bản nào.|No document is registered yet.]]</p>{{/no_has_laws}}
    {{#has_laws}}
    <ul class="law-list small">
      {{>laws}}
    </ul>
    <p class="as-of">[[Hiệu lực tính đến|Effect as of]] {{today}}. <a href="/van-ban">[[Tra sổ văn bản|Look up documents]]</a></p>
    {{/has_laws}}
  </section>
</aside>
</div>
