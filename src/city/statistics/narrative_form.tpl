<div class="title-block">
  <p class="over"><a href="{{round}}">{{form}}: {{period}}</a> · <span lang="vi">{{unit}}</span></p>
  <h1>[[Viết báo cáo bằng lời|Write the report in words]]</h1>
  <p class="must">[[Đừng gõ số: hãy chèn số tự cập nhật. Số ấy lấy từ báo cáo, mở ra được, và trang báo ngay khi nó đổi.|Do not type numbers: put live figures. They come from the reports, open to their records, and the page says when they change.]]</p>
</div>
{{#newer}}<div class="notice notice-risk"><p>[[Trong lúc bạn viết, lời văn đã có|While you wrote, the text got]] <a href="{{address}}">[[bản|version]] {{number}}</a>. [[Những gì bạn viết vẫn còn dưới đây: hãy xem bản kia, giữ lại phần cần giữ rồi ghi lại; ghi là thay bản kia.|What you wrote still stands below: look at that version, keep what has to be kept, then save again; saving replaces it.]]</p></div>{{/newer}}
{{#is_open}}<p>[[Kỳ báo cáo còn mở: số dưới đây là số lúc này. Lời văn được duyệt sau khi khóa, với số lúc khóa.|The round is open: these are the figures of this moment. The text is approved after the closing, with the figures of the closing.]]</p>{{/is_open}}
{{#box}}<section class="panel" aria-labelledby="xem-truoc">
<h2 id="xem-truoc">[[Xem trước, với số lúc này|Preview, with the figures of this moment]]</h2>
<p class="no-print"><a href="#viet">[[Đến chỗ viết|To the place to write]]</a></p>
<div class="article-body">
{{>text}}
</div>
</section>{{/box}}
<div class="columns columns-even">
<form class="form" id="viet" action="{{action}}" method="post" data-keep="{{keep}}" novalidate>
  {{>keys}}<input type="hidden" name="ban" value="{{version}}"><input type="hidden" name="da-thay" value="{{seen}}">
  <p class="hint">[[Mỗi đoạn một dòng; dòng bắt đầu bằng “- ” là một ý gạch đầu dòng. Phần để trống không có trong báo cáo.|A paragraph a line; a line that begins with “- ” is an item. What is left empty is not in the report.]]</p>
  {{#parts}}<div class="field{{#wrong}} field-wrong{{/wrong}}">
    <label for="{{id}}">{{numeral}}. {{title}}</label>
    <p class="hint" id="{{id}}-hint">{{hint}}</p>
    {{#wrong}}<p class="field-error" id="{{id}}-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{wrong_text}}</p>{{/wrong}}
    <textarea id="{{id}}" name="{{id}}" rows="8" lang="vi" aria-describedby="{{id}}-hint{{#wrong}} {{id}}-loi{{/wrong}}"{{#wrong}} aria-invalid="true"{{/wrong}}>{{value}}</textarea>
  </div>
  {{/parts}}
  <div class="actions"><button class="button">[[Ghi lời văn|Save the text]]</button> <button class="button-secondary" formaction="{{preview}}">[[Xem trước|Preview]]</button> <a class="button-quiet" href="{{back}}">[[Thôi|Cancel]]</a></div>
</form>
<section aria-labelledby="so-song">
<h2 id="so-song">[[Số tự cập nhật để chép vào lời văn|Live figures to copy into the text]]</h2>
<p class="hint">[[Chép nguyên cả hai dấu ngoặc.|Copy it with its braces.]]</p>
<table class="table-cards">
  <caption class="unseen">[[Số tự cập nhật và giá trị lúc này|Live figures and what they are worth now]]</caption>
  <thead><tr><th scope="col">[[Số tự cập nhật|Live figure]]</th><th scope="col">[[Lúc này|Now]]</th><th scope="col">[[Là gì|What it is]]</th></tr></thead>
  <tbody>{{#figures}}<tr><th scope="row"><code lang="vi">{{words}}</code> <button type="button" class="link-button" data-insert="{{words}}" data-needs-script hidden>[[Chèn|Insert]]<span class="unseen" lang="vi"> {{words}}</span></button></th><td data-label="[[Lúc này|Now]]"><a class="figure" lang="vi" href="{{address}}">{{value}}<span class="unseen"> {{words}}</span></a></td><td data-label="[[Là gì|What it is]]">{{meaning}}</td></tr>
  {{/figures}}</tbody>
</table>
{{#has_more}}<details><summary>[[Số khác của từng cột: thực tế, ước, so với kỳ trước|More of each column: actual, estimate, against earlier periods]]</summary>
<table class="table-cards">
  <caption class="unseen">[[Số khác của từng cột|More of each column]]</caption>
  <thead><tr><th scope="col">[[Số tự cập nhật|Live figure]]</th><th scope="col">[[Lúc này|Now]]</th><th scope="col">[[Là gì|What it is]]</th></tr></thead>
  <tbody>{{#more}}<tr><th scope="row"><code lang="vi">{{words}}</code> <button type="button" class="link-button" data-insert="{{words}}" data-needs-script hidden>[[Chèn|Insert]]<span class="unseen" lang="vi"> {{words}}</span></button></th><td data-label="[[Lúc này|Now]]"><a class="figure" lang="vi" href="{{address}}">{{value}}<span class="unseen"> {{words}}</span></a></td><td data-label="[[Là gì|What it is]]">{{meaning}}</td></tr>
  {{/more}}</tbody>
</table></details>{{/has_more}}
{{#of_units}}<details><summary>[[Số của một đơn vị|The figure of one unit]]</summary>
<p>[[Thêm “của” và mã đơn vị|Add <span lang="vi">“của”</span> and the unit’s code]]: <code lang="vi">{{example}}</code>. [[Đơn vị ở cấp dưới nữa cũng được; số gồm cả các đơn vị bên dưới nó.|Units further below may be named, too; the figure counts all below it.]]</p>
<ul>{{#units}}<li><code>{{code}}</code> <span lang="vi">{{name}}</span></li>
{{/units}}</ul></details>{{/of_units}}
</section>
</div>
