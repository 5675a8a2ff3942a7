<div class="title-block">
  <h1>[[Cây đơn vị|Tree of units]]</h1>
  <p class="must">[[Mọi cơ quan, đơn vị của thành phố, mỗi nơi đặt dưới cấp trên của mình.|Every public body of the city, each below the one it belongs to.]]</p>
</div>
{{#no_has_units}}
<div class="empty">
  <h2>[[Chưa có đơn vị nào|No unit yet]]</h2>
  <p>[[Đơn vị hiện ở đây khi cây đơn vị được nhập.|Units appear here once the tree of units is imported.]] <a href="/">[[Về trang chủ|Home page]]</a></p>
</div>
{{/no_has_units}}
{{#has_units}}
<form class="filters" role="search" aria-label="[[Tìm trong cây đơn vị|Search the tree of units]]" action="/co-quan/cay#ket-qua" method="get">
  <div class="field"><label for="ten">[[Tên đơn vị, có dấu hay không dấu|Name of a unit, with or without marks]]</label><input type="search" id="ten" name="ten" value="{{q}}" maxlength="60" autocomplete="off"></div>
  <button class="button-secondary">[[Tìm đơn vị|Find units]]</button>
  {{#asked}}<a class="button-quiet" href="/co-quan/cay">[[Xem cả cây|See the whole tree]]</a>{{/asked}}
</form>
<section aria-labelledby="ket-qua">
  {{#asked}}<h2 id="ket-qua" tabindex="-1">[[Tìm thấy: {{found}} đơn vị|Units found: {{found}}]]</h2>
  {{#cut}}<p class="notice">[[Chỉ hiện số đơn vị đầu tiên là|Only the first are shown:]] {{hits_max}}. [[Hãy gõ thêm để thu hẹp.|Type more to narrow the search.]]</p>{{/cut}}
  {{#has_rows}}<p class="soft">[[Đơn vị cấp trên hiện cùng để biết mỗi nơi thuộc đâu.|Units above are shown too, so that one sees where each belongs.]]</p>{{/has_rows}}
  {{#no_has_rows}}<div class="empty"><p>[[Không có đơn vị nào mang tên ấy. Hãy thử ít chữ hơn, hoặc chỉ tên riêng, ví dụ: hàng buồm.|No unit has such a name. Try fewer letters, or the proper name only, for example <span lang="vi">hàng buồm</span>.]]</p></div>{{/no_has_rows}}{{/asked}}
  {{#no_asked}}<h2 id="ket-qua" tabindex="-1">[[Cả cây: {{units}} đơn vị|The whole tree, units: {{units}}]]</h2>
  {{#shallow}}<p class="notice">[[Các cấp dưới cùng quá nhiều nên không hiện ở đây: hãy tìm theo tên, hoặc mở trang của đơn vị cấp trên.|The lowest levels are too many to be shown here: search by name, or open the page of the unit above.]]</p>{{/shallow}}{{/no_asked}}
  {{#has_rows}}
  <ul class="tree">
  {{#branches}}<li><a href="{{address}}" lang="vi">{{name}}</a>{{#stopped}} <span class="soft">{{stopped_text}}</span>{{/stopped}}<details{{#unfolded}} open{{/unfolded}}><summary>{{holds}}<span class="unseen" lang="vi"> {{name}}</span></summary><ul>
  {{#leaves}}<li><a href="{{address}}" lang="vi">{{name}}</a></li>
  {{/leaves}}{{#gone}}<li><a href="{{address}}" lang="vi">{{name}}</a> <span class="soft">{{since}}</span></li>
  {{/gone}}{{#ends}}</ul></details></li>
  {{/ends}}{{/branches}}</ul>
  {{/has_rows}}
</section>
{{/has_units}}
