<div class="title-block">
  <p class="over">[[Kế hoạch|Plan]] {{number}}</p>
  <h1 lang="vi">{{title}}</h1>
  <p class="must">[[Ban hành ngày|Issued on]] <time datetime="{{issued_iso}}">{{issued}}</time>, <a href="{{issuer_address}}" lang="vi">{{issuer}}</a></p>
</div>
<div class="columns">
<div>
  <section aria-labelledby="da-toi">
    <h2 id="da-toi">[[Đã tới được ai|Whom it reached]]</h2>
    {{#coverage}}
    <p>{{>count}} [[đã được phổ biến|have been told]]. <span class="as-of">[[Số liệu toàn thành phố, ngày|Figures of the whole city, on]] {{day}}.</span>
    <svg class="bar" aria-hidden="true" focusable="false"><rect width="{{bar}}%" height="100%"/></svg></p>
    <p class="soft">[[Mỗi người tính một lần: tự xác nhận đã đọc, được ghi tên ở một buổi phổ biến, hoặc được đơn vị nhập thay. Từng người là ai thì không công khai.|Everybody counts once: who confirmed the reading, was named as attending a meeting, or was entered by the unit. Who they are is not published.]]</p>
    {{/coverage}}
    {{#no_coverage}}<p class="soft">[[Chưa có số liệu công bố được: chưa có bài nào cần xác nhận, hoặc còn quá ít người nên số liệu sẽ chỉ ra từng người.|No figure can be published yet: no article has to be confirmed, or so few persons are concerned that a figure would point at single ones.]]</p>{{/no_coverage}}
    {{#has_units}}
    <table class="table-cards">
      <caption>[[Theo đơn vị|By unit]]</caption>
      <thead><tr><th scope="col">[[Đơn vị|Unit]]</th><th scope="col" class="number">[[Đã tới|Reached]]</th><th scope="col" class="number">[[Cần tới|Audience]]</th><th scope="col" class="number">[[Tỷ lệ|Share]]</th></tr></thead>
      <tbody>
        {{#units}}<tr><th scope="row"><a href="{{address}}" lang="vi">{{name}}</a></th><td class="number" data-label="[[Đã tới|Reached]]">{{reached}}</td><td class="number" data-label="[[Cần tới|Audience]]">{{all}}</td><td class="number" data-label="[[Tỷ lệ|Share]]">{{share}}</td></tr>
        {{/units}}
      </tbody>
    </table>
    {{/has_units}}
    {{#has_hidden}}<p class="soft">[[Không nêu riêng|Not shown one by one]]: {{hidden}} [[đơn vị có quá ít người, hoặc đứng cạnh đơn vị như vậy, để không lộ ra từng người.|units with very few persons, or beside such a unit, so that nobody is singled out.]]</p>{{/has_hidden}}
  </section>
  <section aria-labelledby="ket-qua">
    <h2 id="ket-qua">[[Kết quả đã chốt|Frozen results]]</h2>
    {{#no_has_figures}}<p class="soft">[[Chưa có số liệu nào được chốt. Số liệu đã chốt không đổi nữa và kèm bằng chứng.|No figure is frozen yet. A frozen figure never changes and comes with a proof.]]</p>{{/no_has_figures}}
    {{#has_figures}}
    <table class="table-cards">
      <caption>[[Số liệu đã chốt, mới nhất trước|Frozen figures, the newest first]]</caption>
      <thead><tr><th scope="col">[[Đơn vị|Unit]]</th><th scope="col">[[Tính đến hết ngày|As of the end of]]</th><th scope="col" class="number">[[Đã tới|Reached]]</th><th scope="col" class="number">[[Tỷ lệ|Share]]</th><th scope="col">[[Bằng chứng|Proof]]</th></tr></thead>
      <tbody>
        {{#figures}}<tr><th scope="row"><span lang="vi">{{unit}}</span>{{#key_officials}}, [[cán bộ chủ chốt|key officials]]{{/key_officials}}{{#channels}}, {{name}}{{/channels}}</th><td class="nowrap" data-label="[[Tính đến hết ngày|As of the end of]]"><time datetime="{{day_iso}}">{{day}}</time></td><td class="number" data-label="[[Đã tới|Reached]]">{{reached}} / {{all}}</td><td class="number" data-label="[[Tỷ lệ|Share]]">{{share}}</td><td data-label="[[Bằng chứng|Proof]]"><a href="{{proof}}" download>[[Tải bằng chứng|Download the proof]]<span class="unseen"> [[của số liệu|of figure]] {{number}}</span></a></td></tr>
        {{/figures}}
      </tbody>
    </table>
    <p class="link-row"><a href="/so-cai/cach-kiem-tra">[[Cách kiểm tra một số liệu đã chốt|How to check a frozen figure]]</a></p>
    {{/has_figures}}
  </section>
  <section aria-labelledby="viec">
    <h2 id="viec">[[Việc phải làm|What has to be done]]</h2>
    {{#no_has_tasks}}<p class="soft">[[Kế hoạch không giao việc nào.|The plan gives no task.]]</p>{{/no_has_tasks}}
    {{#has_tasks}}
    <table class="table-cards">
      <caption>[[Nhiệm vụ của kế hoạch|Tasks of the plan]]</caption>
      <thead><tr><th scope="col">[[Nhiệm vụ|Task]]</th><th scope="col">[[Hạn|Due]]</th><th scope="col" class="number">[[Đơn vị đã xong|Units done]]</th></tr></thead>
      <tbody>
        {{#tasks}}<tr><th scope="row" lang="vi">{{what}}</th><td data-label="[[Hạn|Due]]"><span><span class="nowrap"><time datetime="{{due_iso}}">{{due}}</time></span>{{#counted}} <span class="soft small">({{counted_text}})</span>{{/counted}}</span></td><td class="number" data-label="[[Đơn vị đã xong|Units done]]">{{done}} / {{units}}</td></tr>
        {{/tasks}}
      </tbody>
    </table>
    {{/has_tasks}}
  </section>
</div>
<aside class="beside" aria-label="[[Căn cứ và bài viết|Grounds and articles]]">
  <section aria-labelledby="can-cu">
    <h2 id="can-cu">[[Căn cứ|Grounds]]</h2>
    {{#no_has_grounds}}<p class="soft">[[Kế hoạch chưa ghi căn cứ.|The plan names no grounds.]]</p>{{/no_has_grounds}}
    {{#has_grounds}}
    <ul class="law-list small">
      {{#grounds}}<li>{{#law}}<a href="{{address}}" title="{{title}}" lang="vi">{{name}}</a> <span class="state {{mark}}">{{effect}}</span>{{/law}}{{#no_law}}<span lang="vi">{{name}}</span>{{/no_law}}</li>
      {{/grounds}}
    </ul>
    {{/has_grounds}}
  </section>
  <section aria-labelledby="cho-ai">
    <h2 id="cho-ai">[[Cho ai, bằng cách nào|For whom, by what means]]</h2>
    <p>{{audience}}</p>
    <ul>
      {{#forms}}<li>{{name}}</li>
      {{/forms}}
    </ul>
  </section>
  <section aria-labelledby="bai">
    <h2 id="bai">[[Bài viết|Articles]]</h2>
    {{#no_has_posts}}<p class="soft">[[Chưa có bài nào của chiến dịch này.|No article of this campaign yet.]]</p>{{/no_has_posts}}
    {{#has_posts}}
    {{>posts}}
    {{/has_posts}}
    {{>follow}}
  </section>
</aside>
</div>
