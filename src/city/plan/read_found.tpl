<div class="title-block">
  <p class="over">{{published}} · {{author}}</p>
  <h1>{{title}}</h1>
  <p class="must">[[Kiểm lại những gì máy đọc được. Chưa có gì được ghi cho đến khi bạn bấm “Soạn dự thảo”.|Check what was read. Nothing is written until you press “Make the draft”.]]</p>
</div>
{{#announced}}<div class="notice"><p>[[Bài viết loan báo|The article announces]]: <strong>{{announced_text}}</strong></p></div>{{/announced}}
<h2>[[Văn bản được dẫn|Documents cited]]</h2>
{{#no_documents}}<p>[[Không tìm thấy số, ký hiệu văn bản nào.|No document number was found.]]</p>{{/no_documents}}
{{#documents}}
<div class="proposal">
  <p><strong>{{name}}</strong> · {{mentions}} [[lần nhắc tới|mentions]] · <span class="state {{mark}}">{{state}}</span></p>
  <p class="from">…{{before}}<mark>{{cited}}</mark>{{after}}…</p>
</div>
{{/documents}}
{{#has_damages}}
<h2>[[Dòng bị hỏng phông chữ|Damaged lines]]</h2>
<ul>{{#damages}}<li>[[Dòng|Line]] {{line}}: <code>{{text}}</code></li>{{/damages}}</ul>
{{/has_damages}}
<form class="form" action="/ke-hoach/doc-bai" method="post">
  {{>keys}}<input type="hidden" name="tep" value="{{file}}">
  <div class="field">
    <label for="title">[[Trích yếu của kế hoạch|What the plan is about]]</label>
    <textarea id="title" name="title" rows="2" required>{{plan_title}}</textarea>
  </div>
  <div class="actions"><button class="button">[[Soạn dự thảo kế hoạch|Make the draft plan]]</button> <a class="button-quiet" href="/ke-hoach/doc-bai">[[Đọc bài khác|Read another]]</a></div>
</form>
