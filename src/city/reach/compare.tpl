<div class="title-block">
  <p class="over"><a href="{{back}}">{{title}}</a></p>
  <h1>[[So sánh|Comparison]]: {{kind}}</h1>
  <p class="must">{{units}} [[đơn vị cùng loại, ngày|units of one kind, on]] {{day}}.{{#median}} [[Đơn vị ở giữa (trung vị) đạt|The middle one (median) has]] <strong>{{median_text}}</strong>.{{/median}}</p>
  {{#filter}}<p class="as-of">[[Chỉ tính|Counted here]]: {{filter_text}}.</p>{{/filter}}
</div>
{{>wrong_day}}
{{>kinds}}
<p class="no-print">[[Xếp|Order]]: {{#sorts}}{{#here}}<strong>{{label}}</strong>{{/here}}{{#no_here}}<a href="{{address}}">{{label}}</a>{{/no_here}} {{/sorts}}</p>
{{#no_has_rows}}<p class="empty">[[Không có đơn vị nào thuộc loại này có người phải biết.|No unit of this kind has anybody to reach.]]</p>{{/no_has_rows}}
{{#has_rows}}
<section class="table-wrap" aria-labelledby="bang" tabindex="0">
<table class="table-cards">
  <caption id="bang">{{kind}} <span class="as-of">· [[ngày|on]] {{day}}</span></caption>
  <thead><tr><th scope="col">[[Đơn vị|Unit]]</th><th scope="col" class="number">[[Thứ tự từ thấp|Place from the lowest]]</th><th scope="col" class="number">[[Phải tới|To reach]]</th><th scope="col" class="number">[[Đã tới|Reached]]</th><th scope="col" class="number">[[Độ phủ|Coverage]]</th><th scope="col" class="number">[[So với trung vị (điểm %)|From the median (points)]]</th></tr></thead>
  <tbody>
    {{#rows}}<tr>{{#unit}}<th scope="row"><a href="{{address}}">{{name}}</a></th>{{/unit}}<td class="number" data-label="[[Thứ tự từ thấp|Place from the lowest]]">{{place}}</td>{{#unit}}<td class="number" data-label="[[Phải tới|To reach]]">{{all}}</td><td class="number" data-label="[[Đã tới|Reached]]">{{reached}}</td><td class="number" data-label="[[Độ phủ|Coverage]]">{{share}}</td>{{/unit}}<td class="number" data-label="[[So với trung vị|From the median]]">{{from_median}}{{#is_median}} <span class="state state-idle">[[trung vị|median]]</span>{{/is_median}}</td></tr>
    {{/rows}}
  </tbody>
</table>
</section>
{{>pager}}
{{/has_rows}}
