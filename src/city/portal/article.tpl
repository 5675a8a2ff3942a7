<div class="columns">
<article class="article">
  <header class="article-head">
    <h1 lang="vi">{{title}}</h1>
    <p class="byline"><time datetime="{{published_iso}}">{{published}}</time><span><a href="{{unit_address}}" lang="vi">{{unit}}</a></span><span>{{views}} [[lượt xem|views]]</span>{{#updated}}<span>[[cập nhật|updated]] {{updated_text}}</span>{{/updated}}</p>
    {{#has_corrections}}<ul class="corrections" aria-label="[[Những lần sửa, mới nhất trước|Corrections, the newest first]]">
      {{#corrections}}<li>[[Sửa lúc|Corrected at]] <time datetime="{{at_iso}}">{{at}}</time>: <span lang="vi">{{note}}</span></li>
      {{/corrections}}
    </ul>{{/has_corrections}}
    <ul class="article-tools" aria-label="[[Giữ và chia sẻ bài này|Keep and share this article]]">
      <li data-needs-script hidden><button type="button" class="button-quiet" data-print>[[In|Print]]</button></li>
      <li><a class="button-quiet" href="{{saved}}" download>[[Lưu|Save]]<span class="unseen">[[ bài này thành tệp| this article as a file]]</span></a></li>
      <li data-share-item hidden><button type="button" class="button-quiet" data-share="{{address}}">[[Chia sẻ|Share]]</button></li>
      <li data-voice-item hidden><button type="button" class="button-quiet" data-speak aria-pressed="false">[[Nghe máy đọc|Listen to a machine]]</button></li>
      <li><a class="button-quiet" href="mailto:?subject={{mail_subject}}&amp;body={{mail_body}}">[[Gửi e-mail|Send by e-mail]]</a></li>
    </ul>
  </header>
  {{#has_laws}}
  <section class="law-box" aria-labelledby="dan-luat">
    <h2 id="dan-luat">[[Văn bản được dẫn|Cited documents]]</h2>
    <ul class="law-list">
      {{>laws}}
    </ul>
    <p>[[Hiệu lực tính đến hôm nay,|Effect as of today,]] {{today}}.{{#no_updated}} [[Bài viết giữ nguyên như khi đăng.|The article stands as it was published.]]{{/no_updated}}</p>
  </section>
  {{/has_laws}}
  <div class="article-body" lang="vi">
    {{#lead}}<p class="lead">{{lead_text}}</p>{{/lead}}
    {{body:none}}
    {{#author}}<p class="article-author">{{author_text}}</p>{{/author}}
  </div>
  <footer class="article-foot">
    {{#coverage}}
    <p>[[Chiến dịch này đã tới|This campaign has reached]] {{>count}}. <span class="as-of">[[Số liệu toàn thành phố, ngày|Figures of the whole city, on]] {{day}}.</span>
    <svg class="bar" aria-hidden="true" focusable="false"><rect width="{{bar}}%" height="100%"/></svg></p>
    {{/coverage}}
    {{#seal}}<p class="seal">[[Dấu niêm sổ cái|Ledger seal]]: [[số|no.]] {{seq}}, <code>{{chain}}</code> [[lúc|at]] {{at}}. <a href="/so-cai/cach-kiem-tra">[[Cách kiểm tra|How to check it]]</a></p>{{/seal}}
  </footer>
  <section class="useful" aria-labelledby="danh-gia">
    <h2 id="danh-gia">[[Bài này có giúp ích cho bạn không?|Did this article help you?]]</h2>
    <form action="{{rate}}" method="get"><button type="submit" class="button-secondary" name="co-ich" value="co">[[Có|Yes]]</button> <button type="submit" class="button-secondary" name="co-ich" value="khong">[[Không|No]]</button></form>
    {{#rated}}<p class="link-row"><a href="{{how}}">{{helpful}} [[trong|of]] {{all}} [[đánh giá thấy bài này có ích|ratings found this article helpful]]</a></p>{{/rated}}
  </section>
  {{>comments}}
</article>
<aside class="beside" aria-label="[[Đọc tiếp|Read on]]">
  {{#has_newer}}
  <section aria-labelledby="moi-hon">
    <h2 id="moi-hon">[[Bài mới hơn|Newer articles]]</h2>
    {{>newer}}
  </section>
  {{/has_newer}}
  {{#has_older}}
  <section aria-labelledby="da-dang">
    <h2 id="da-dang">[[Bài đã đăng|Older articles]]</h2>
    {{>older}}
  </section>
  {{/has_older}}
  {{#no_has_neighbours}}<p class="soft">[[Chưa có bài viết nào khác.|There is no other article yet.]]</p>{{/no_has_neighbours}}
</aside>
</div>
