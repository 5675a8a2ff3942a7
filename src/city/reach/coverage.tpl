<div{{#live}} data-live="{{live_text}}"{{/live}}>
{{#total}}
<div class="title-block">
  <p class="over"><a href="{{article}}">{{title}}</a></p>
  <h1>[[Độ phủ|Coverage]]: {{name}}</h1>
  <p class="must">[[Người phải biết|Who must know]]: {{audience}}.</p>
  {{#past}}<p class="notice">[[Số liệu tới hết ngày|Figures as at the end of]] {{day}}, [[sổ cái số|ledger no.]] {{seq}}. [[Trang này không tự cập nhật.|This page does not update itself.]]</p>{{/past}}
</div>
{{/total}}
{{>filters}}
{{#live}}<p class="no-print" data-needs-script hidden><button type="button" class="link-button" data-live-pause>[[Tạm dừng tự cập nhật|Pause updating]]</button></p>{{/live}}
{{#total}}
<dl class="figures">
  <div><dt>[[Đã tới (có ghi nhận)|Reached (with records)]]</dt><dd><a class="figure" href="{{receipts}}"><span data-figure="share_{{unit}}" data-label="[[Đã tới|Reached]]">{{share}}</span></a> <span class="as-of"><span data-figure="reached_{{unit}}">{{reached}}</span> / {{all}} [[người · ngày|persons · on]] {{day}}</span></dd></div>
  <div><dt>[[Chưa tới|Not reached]]</dt><dd><span class="numbers" data-figure="missing_{{unit}}">{{missing}}</span> <span class="as-of">[[người|persons]]<span class="no-print"> · {{#missing_address}}<a href="{{missing_address_text}}">[[xem tên người của chính đơn vị này|see the names of this very unit]]</a>{{/missing_address}}{{#no_missing_address}}[[chỉ cán bộ của chính đơn vị xem được tên|names are for the unit's own officer]]{{/no_missing_address}}</span></span></dd></div>
  <div><dt>[[Trong số đã tới, do văn thư ghi thay|Of those reached, entered by a clerk]]</dt><dd><span class="numbers" data-figure="proxy_{{unit}}">{{proxy}}</span> <span class="as-of">[[người|persons]]</span></dd></div>
</dl>
<svg class="bar" aria-hidden="true" focusable="false"><rect width="{{bar}}%" height="100%" data-figure-bar="share_{{unit}}"/></svg>
{{/total}}
{{#has_rows}}
<figure class="map-figure">
  <figcaption>[[Mỗi ô là một đơn vị: rộng theo số người phải biết, phần tô từ đáy lên là đã tới, phần gạch chéo là văn thư ghi thay.|Each field is a unit: as wide as its audience, filled from below as far as it is reached, hatched where a clerk entered it.]]{{#cut}} [[Sơ đồ chỉ vẽ 200 đơn vị đông nhất.|The map shows the 200 biggest units only.]]{{/cut}} <a class="no-print" href="#bang">[[Đến bảng|To the table]]</a></figcaption>
  <div class="map-wide">{{>wide}}</div>
  <div class="map-tall">{{>tall}}</div>
</figure>
<section class="table-wrap" aria-labelledby="bang" tabindex="0">
<table class="table-cards">
  <caption id="bang">[[Bảng|Table]]: {{units}}, [[thiếu nhiều nhất trước|most behind first]] <span class="as-of">· [[ngày|on]] {{day}}</span></caption>
  <thead><tr><th scope="col">[[Đơn vị|Unit]]</th><th scope="col">[[Trạng thái|State]]</th><th scope="col" class="number">[[Phải tới|To reach]]</th><th scope="col" class="number">[[Đã tới|Reached]]</th><th scope="col" class="number">[[Ghi thay|By a clerk]]</th><th scope="col" class="number">[[Độ phủ|Coverage]]</th><th scope="col"><span class="unseen">[[Thanh độ phủ|Bar]]</span></th><th scope="col" class="number">[[Chưa tới|Missing]]</th></tr></thead>
  <tbody>
    {{#rows}}<tr><th scope="row"><a href="{{address}}">{{name}}</a></th><td class="state-cell" data-label="[[Trạng thái|State]]"><span class="state {{mark}}">{{state}}</span></td><td class="number" data-label="[[Phải tới|To reach]]">{{all}}</td><td class="number" data-label="[[Đã tới|Reached]]"><a class="figure" href="{{receipts}}"><span data-figure="reached_{{unit}}">{{reached}}</span></a></td><td class="number" data-label="[[Ghi thay|By a clerk]]"><span data-figure="proxy_{{unit}}">{{proxy}}</span></td><td class="number" data-label="[[Độ phủ|Coverage]]"><span data-figure="share_{{unit}}">{{share}}</span></td><td><svg class="bar" aria-hidden="true" focusable="false"><rect width="{{bar}}%" height="100%" data-figure-bar="share_{{unit}}"/></svg></td><td class="number" data-label="[[Chưa tới|Missing]]"><span data-figure="missing_{{unit}}">{{missing}}</span></td></tr>
    {{/rows}}
  </tbody>
</table>
</section>
{{>pager}}
{{/has_rows}}
<p class="link-row no-print">{{#freeze}}<a href="{{freeze_text}}">[[Chốt số liệu này|Freeze this figure]]</a> {{/freeze}}{{#has_rows}}<a href="{{csv}}">[[Tải bảng này (CSV)|Download this table (CSV)]]</a> {{/has_rows}}<a href="{{compare}}">[[So sánh các đơn vị cùng loại|Compare units of one kind]]</a> <button type="button" class="link-button" data-print data-needs-script hidden>[[In|Print]]</button></p>
</div>
