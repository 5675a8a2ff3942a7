<div class="title-block">
  <h1>[[Theo dõi ý kiến|Follow a comment]]</h1>
  <p class="must">[[Nhập mã đã nhận khi gửi ý kiến.|Enter the code you got when you sent your comment.]]</p>
</div>
<form class="form" action="/gop-y" method="get" novalidate>
  <div class="field{{#error}} field-wrong{{/error}}">
    <label for="ma">[[Mã theo dõi|Code]]</label>
    <p class="hint" id="ma-hint">[[16 chữ và số, ví dụ 7KQF-3M9T-XW2P-AB4D; dấu gạch và chữ hoa không quan trọng|16 letters and digits such as 7KQF-3M9T-XW2P-AB4D; dashes and case do not matter]]</p>
    {{#error}}<p class="field-error" id="ma-loi" role="alert"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-half" id="ma" name="ma" value="{{code}}" autocomplete="off" spellcheck="false" required aria-describedby="ma-hint{{#error}} ma-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>
  <div class="actions"><button class="button">[[Xem|Show]]</button></div>
</form>
