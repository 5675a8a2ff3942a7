<div class="title-block">
  <p class="over">{{kind}}{{#above}} · <a href="{{address}}" lang="vi">{{name}}</a>{{/above}}{{#gone}} · <span class="state state-idle">{{gone_text}}</span>{{/gone}}</p>
  <h1 lang="vi">{{name}}</h1>
  <p class="must">[[Bài đã đăng, việc được giao, đã tới bao nhiêu người.|What it published, what it has to do, how many it reached.]]</p>
</div>
<div class="columns">
<div>
  <section aria-labelledby="bai">
    <h2 id="bai">[[Bài đã đăng|Articles]]</h2>
    {{#no_has_posts}}<p class="soft">[[Đơn vị chưa đăng bài nào dưới tên mình.|This unit has published nothing under its name yet.]] <a href="/bai">[[Xem mọi bài viết|See all articles]]</a></p>{{/no_has_posts}}
    {{#has_posts}}
    {{>posts}}
    {{>pager}}
    {{/has_posts}}
    {{>follow}}
  </section>
  <section aria-labelledby="viec">
    <h2 id="viec">[[Việc được giao|Tasks]]</h2>
    {{#no_has_tasks}}<p class="soft">[[Chưa có kế hoạch nào giao việc cho đơn vị này.|No plan has given this unit a task yet.]]</p>{{/no_has_tasks}}
    {{#has_tasks}}
    <table class="table-cards">
      <caption>[[Việc theo kế hoạch đã ban hành, mới nhất trước|Tasks of issued plans, the newest first]]</caption>
      <thead><tr><th scope="col">[[Nhiệm vụ|Task]]</th><th scope="col">[[Kế hoạch|Plan]]</th><th scope="col">[[Hạn|Due]]</th><th scope="col">[[Tình trạng|State]]</th></tr></thead>
      <tbody>
        {{#tasks}}<tr><th scope="row" lang="vi">{{what}}</th><td data-label="[[Kế hoạch|Plan]]"><a href="{{plan_address}}">{{plan}}</a></td><td class="nowrap" data-label="[[Hạn|Due]]"><time datetime="{{due_iso}}">{{due}}</time></td><td data-label="[[Tình trạng|State]]"><span class="state {{mark}}">{{state}}</span></td></tr>
        {{/tasks}}
      </tbody>
    </table>
    {{/has_tasks}}
  </section>
</div>
<aside class="beside" aria-label="[[Đã tới và đơn vị trực thuộc|Reach and units below]]">
  <section aria-labelledby="da-toi">
    <h2 id="da-toi">[[Đã tới được ai|Whom it reached]]</h2>
    {{#no_has_campaigns}}<p class="soft">[[Không có số liệu công bố được. Số liệu về bốn người trở xuống không được công bố.|No figure can be published. Figures about four persons or fewer are not published.]]</p>{{/no_has_campaigns}}
    {{#has_campaigns}}
    {{#campaigns}}<p>[[Kế hoạch|Plan]] <a href="{{address}}">{{number}}</a><br>{{#coverage}}<strong class="nowrap">{{share}}</strong> <span class="nowrap">({{reached}} / {{all}})</span>
    <svg class="bar" aria-hidden="true" focusable="false"><rect width="{{bar}}%" height="100%"/></svg>{{/coverage}}</p>
    {{/campaigns}}
    <p class="as-of">[[Cả đơn vị trực thuộc, ngày|Units below included, on]] {{day}}.</p>
    {{/has_campaigns}}
  </section>
  {{#has_below}}
  <section aria-labelledby="truc-thuoc">
    <h2 id="truc-thuoc">[[Đơn vị trực thuộc|Units below]]</h2>
    <ul class="small link-list">
      {{#below}}<li><a href="{{address}}" lang="vi">{{name}}</a>{{#stopped}} <span class="soft">{{stopped_text}}</span>{{/stopped}}</li>
      {{/below}}
    </ul>
  </section>
  {{/has_below}}
</aside>
</div>
