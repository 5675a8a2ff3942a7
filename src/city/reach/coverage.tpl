<div data-live="{{live}}">
{{#total}}
<div class="title-block">
  <p class="over"><a href="{{article}}">{{title}}</a></p>
  <h1>[[Độ phủ|Coverage]]: {{name}}</h1>
  <p class="must">[[Người phải biết|Who must know]]: {{audience}}.</p>
</div>
<dl class="figures">
  <div><dt>[[Đã tới (có ghi nhận)|Reached (with records)]]</dt><dd><a class="figure" href="{{receipts}}"><span data-figure="share_{{unit}}" data-label="[[Đã tới|Reached]]">{{share}}</span></a> <span class="as-of"><span data-figure="reached_{{unit}}">{{reached}}</span> / {{all}} [[người · ngày|persons · on]] {{day}}</span></dd></div>
  <div><dt>[[Chưa tới|Not reached]]</dt><dd><span class="numbers" data-figure="missing_{{unit}}">{{missing}}</span> <span class="as-of">[[người|persons]] · {{#missing_address}}<a href="{{missing_address_text}}">[[xem tên người của chính đơn vị này|see the names of this very unit]]</a>{{/missing_address}}{{#no_missing_address}}[[chỉ cán bộ của chính đơn vị xem được tên|names are for the unit's own officer]]{{/no_missing_address}}</span></dd></div>
</dl>
<svg class="bar" aria-hidden="true" focusable="false"><rect width="{{bar}}%" height="100%" data-figure-bar="share_{{unit}}"/></svg>
{{/total}}
{{#has_rows}}
<div class="table-wrap" role="region" aria-labelledby="bang" tabindex="0">
<table class="table-cards">
  <caption id="bang">[[Đơn vị trực thuộc, thiếu nhiều nhất trước|Units below, most behind first]] <span class="as-of">· [[ngày|on]] {{day}}</span></caption>
  <thead><tr><th scope="col">[[Đơn vị|Unit]]</th><th scope="col">[[Trạng thái|State]]</th><th scope="col" class="number">[[Phải tới|To reach]]</th><th scope="col" class="number">[[Đã tới|Reached]]</th><th scope="col" class="number">[[Độ phủ|Coverage]]</th><th scope="col"><span class="unseen">[[Thanh độ phủ|Bar]]</span></th><th scope="col" class="number">[[Chưa tới|Missing]]</th></tr></thead>
  <tbody>
    {{#rows}}<tr><th scope="row"><a href="{{address}}">{{name}}</a></th><td class="state-cell" data-label="[[Trạng thái|State]]"><span class="state {{mark}}">{{state}}</span></td><td class="number" data-label="[[Phải tới|To reach]]">{{all}}</td><td class="number" data-label="[[Đã tới|Reached]]"><a class="figure" href="{{receipts}}"><span data-figure="reached_{{unit}}">{{reached}}</span></a></td><td class="number" data-label="[[Độ phủ|Coverage]]"><span data-figure="share_{{unit}}">{{share}}</span></td><td><svg class="bar" aria-hidden="true" focusable="false"><rect width="{{bar}}%" height="100%" data-figure-bar="share_{{unit}}"/></svg></td><td class="number" data-label="[[Chưa tới|Missing]]"><span data-figure="missing_{{unit}}">{{missing}}</span></td></tr>
    {{/rows}}
  </tbody>
</table>
</div>
{{/has_rows}}
</div>
