<div class="title-block">
  {{#secret}}<h1>[[Đã tạo mã truy cập|Your access token]]</h1>
  <p class="must">[[Mã chỉ hiện một lần, ở trang này. Hãy chép ngay vào một tệp mà chỉ mình bạn đọc được (chmod 600).|It is shown once, on this page. Copy it now into a file that only you can read (chmod 600).]]</p>{{/secret}}
  {{#no_secret}}<h1>[[Mã này đã được tạo trước đó|This token was made already]]</h1>
  <p class="must">[[Biểu mẫu được gửi hai lần nên chỉ tạo một mã, và mã ấy không hiện lại được. Nếu chưa kịp chép, hãy thu hồi nó và tạo mã khác.|The form was sent twice and made one token, which cannot be shown again. If you did not copy it, revoke it and make another.]]</p>{{/no_secret}}
</div>
{{#secret}}
<section class="panel" aria-labelledby="ma-moi">
  <h2 id="ma-moi">{{name}}</h2>
  <pre>{{secret_text}}</pre>
  <p>[[Ai có mã này đều làm được với tên bạn, đến hết ngày|Whoever has it can act in your name, to the end of]] {{until}}: {{scopes}}.</p>
</section>
<h2>[[Gọi thử|Try it]]</h2>
<pre class="exact" tabindex="0">(printf 'Authorization: Bearer '; cat ma-truy-cap.txt) | curl -H @- {{example}}</pre>
{{/secret}}
<div class="actions"><a class="button" href="/ma-truy-cap">[[Về danh sách mã|Back to your tokens]]</a> <a class="button-quiet" href="/lap-trinh">[[Phần mềm gọi thế nào|How programs use them]]</a></div>
