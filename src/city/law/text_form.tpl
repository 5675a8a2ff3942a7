<div class="title-block">
  <p class="over" lang="vi">{{name}}</p>
  <h1>[[Đưa toàn văn lên|Hand in the full text]]</h1>
  <p class="must">{{title}}</p>
</div>
{{#waits}}<p class="notice">[[Đang có một bản chờ duyệt; bản đưa lên bây giờ sẽ thay bản đó.|An edition waits already; what you hand in now takes its place.]]</p>{{/waits}}
{{#replaces}}<p class="notice">[[Người đọc đang xem một bản toàn văn; bản đó vẫn hiện cho tới khi bản mới được duyệt.|Readers see a text already; it stays until the new one is confirmed.]]</p>{{/replaces}}
<p>[[Máy tách từng chương, điều, khoản, điểm và nối các dẫn chiếu. Người thứ hai đối chiếu với nguồn rồi mới hiện trên cổng.|Chapters, articles, clauses and points are told apart and references linked. A second person compares it with the source before readers see it.]]</p>
<form class="form" action="{{action}}" method="post" enctype="multipart/form-data" data-keep="toan-van" novalidate>
  {{>keys}}
  {{#source}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="nguon">[[Lấy từ đâu|Taken from]]</label>
    <p class="hint" id="nguon-hint">[[Hiện công khai, ví dụ: Công báo số 61 ngày 05/01/2020|Shown publicly, for example: Công báo số 61 of 05/01/2020]]</p>
    {{#error}}<p class="field-error" id="nguon-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="nguon" name="nguon" value="{{value}}" aria-describedby="nguon-hint{{#error}} nguon-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/source}}
  {{#file}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="tep">[[Tệp văn bản|File of the document]]</label>
    <p class="hint" id="tep-hint">[[Word (.docx), .html, .md hoặc .txt; tệp tối đa 7 MiB, phần chữ tối đa 1 MiB|Word (.docx), .html, .md or .txt; at most 7 MiB, of it at most 1 MiB of text]]</p>
    {{#error}}<p class="field-error" id="tep-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input type="file" id="tep" name="tep" accept=".docx,.html,.htm,.md,.txt,text/plain,text/html" aria-describedby="tep-hint{{#error}} tep-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/file}}
  {{#pasted}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="van-ban">[[Hoặc dán toàn văn|Or paste the full text]]</label>
    {{#error}}<p class="field-error" id="van-ban-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <textarea id="van-ban" name="van-ban" rows="10"{{#error}} aria-describedby="van-ban-loi" aria-invalid="true"{{/error}}>{{value}}</textarea>
  </div>{{/pasted}}
  <div class="actions"><button class="button">[[Đọc và gửi đối chiếu|Read and hand in]]</button> <a class="button-quiet" href="{{back}}">[[Thôi|Cancel]]</a></div>
</form>
