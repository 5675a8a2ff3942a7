<div class="title-block">
  <h1>[[Văn bản pháp luật|Legal documents]]</h1>
  <p class="must">[[Tìm theo số, ký hiệu hoặc tên, có dấu hay không dấu đều được.|Search by number or title, with or without Vietnamese marks.]]</p>
</div>
<form class="filters" role="search" aria-label="[[Lọc văn bản|Filter documents]]" action="/van-ban" method="get">
  <div class="field"><label for="loc">[[Số, ký hiệu hoặc tên|Number or title]]</label><input id="loc" name="q" value="{{q}}"></div>
  <button class="button-secondary">[[Lọc|Filter]]</button>
  {{#filtered}}<a class="button-quiet" href="/van-ban">[[Bỏ lọc|Clear]]</a>{{/filtered}}
</form>
{{#may_register}}<p><a class="button" href="/van-ban/moi">[[Ghi văn bản mới|Register a document]]</a></p>{{/may_register}}
{{#no_has_rows}}
<div class="empty">
  {{#filtered}}<h2>[[Không tìm thấy văn bản nào|No document found]]</h2>
  <p>[[Hãy thử ít chữ hơn, hoặc chỉ số và năm, ví dụ 97/2019.|Try fewer words, or only number and year, for example 97/2019.]]</p>{{/filtered}}
  {{#no_filtered}}<h2>[[Sổ chưa có văn bản nào|No document is registered yet]]</h2>
  <p>[[Văn bản được cơ quan thường trực ghi vào sổ sẽ hiện ở đây cùng hiệu lực của nó.|Documents that the standing agency registers appear here with their effect.]]</p>{{/no_filtered}}
</div>
{{/no_has_rows}}
{{#has_rows}}
<section class="table-wrap" aria-labelledby="bang" tabindex="0">
<table class="table-cards">
  <caption id="bang">{{found}} [[văn bản|documents]] <span class="as-of">· [[hiệu lực tính đến|effect as of]] {{today}}</span></caption>
  <thead><tr><th scope="col">[[Số, ký hiệu|Number]]</th><th scope="col">[[Loại|Type]]</th><th scope="col">[[Trích yếu|Title]]</th><th scope="col">[[Ban hành|Issued]]</th><th scope="col">[[Hiệu lực|Effect]]</th></tr></thead>
  <tbody>
  {{#rows}}<tr><th scope="row" class="nowrap"><a href="{{address}}">{{number}}</a></th><td data-label="[[Loại|Type]]"><span lang="vi">{{type}}</span></td><td data-label="[[Trích yếu|Title]]"><span lang="vi">{{title}}</span></td><td data-label="[[Ban hành|Issued]]"><time datetime="{{issued_iso}}">{{issued}}</time></td><td data-label="[[Hiệu lực|Effect]]"><span class="state {{mark}}">{{effect}}</span></td></tr>
  {{/rows}}</tbody>
</table>
</section>
{{/has_rows}}
{{>pager}}
