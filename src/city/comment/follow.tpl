<div class="title-block">
  <h1>[[Ý kiến của bạn|Your comment]]</h1>
  <p class="must"><span class="state {{mark}}">{{stage}}</span> {{next}}</p>
</div>
{{#asked}}<div class="notice"><p>[[Đơn vị trả lời|To be answered by]]: <strong>{{unit}}</strong>, [[hạn|by]] {{due}}.</p></div>{{/asked}}
{{#refused}}<section class="panel" aria-labelledby="ly-do">
  <h2 id="ly-do">[[Lý do không đăng|Why it is refused]]</h2>
  <p><strong>{{reason}}</strong></p>
  {{#note}}<p>{{text}}</p>{{/note}}
</section>{{/refused}}
{{#answer}}<section class="panel" aria-labelledby="tra-loi">
  <h2 id="tra-loi">[[Trả lời của|Answer of]] {{unit}}</h2>
  {{#words}}<p>{{text}}</p>{{/words}}
  <p class="soft">{{at}}</p>
</section>{{/answer}}
<section class="panel" aria-labelledby="da-gui">
  <h2 id="da-gui">{{title}}</h2>
  {{#text}}<p>{{text}}</p>{{/text}}
  <p class="soft">{{name}} · {{received}}{{#article}} · <a href="{{article_text}}">[[Xem bài viết|The article]]</a>{{/article}}</p>
</section>
<form action="/gop-y/xoa" method="post" data-confirm="[[Xóa vĩnh viễn ý kiến này, họ tên, số điện thoại và câu trả lời? Không lấy lại được.|Erase this comment, the name, the phone number and the answer for good? It cannot be undone.]]" data-confirm-title="[[Xóa ý kiến|Erase the comment]]">
  {{>keys}}<input type="hidden" name="ma" value="{{code}}">
  <div class="actions"><button class="button button-danger">[[Xóa vĩnh viễn|Erase for good]]</button></div>
  <p class="hint">[[Xóa là xóa hẳn: nội dung, họ tên, số điện thoại. Sổ cái chỉ còn ghi rằng đã có một ý kiến và nó đã được xóa.|Erased is erased: text, name, phone. The ledger only keeps that there was a comment and that it was erased.]]</p>
</form>
