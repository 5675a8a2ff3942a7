<div class="title-block">
  <h1>[[Xóa ảnh minh chứng|Erase a picture]]</h1>
  <p class="must">[[Ảnh bị xóa vĩnh viễn, không lấy lại được; sổ cái chỉ còn ghi rằng đã có ảnh và vì sao xóa.|It is erased for good; the ledger only keeps that there was a picture and why it was erased.]]</p>
</div>
<p><img class="picture" src="{{address}}" width="{{width}}" height="{{height}}" alt="[[Ảnh sắp xóa|The picture to erase]]"></p>
<form class="form" action="{{action}}" method="post" novalidate>
  {{>keys}}
  {{#reason}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ly-do">[[Vì sao xóa|Why it is erased]]</label>
    <p class="hint" id="ly-do-hint">[[Ví dụ thấy rõ mặt người dân; đừng ghi họ tên|For example faces can be seen; no names]]</p>
    {{#error}}<p class="field-error" id="ly-do-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="ly-do" name="ly-do" value="{{value}}" aria-describedby="ly-do-hint{{#error}} ly-do-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/reason}}
  <div class="actions"><button class="button">[[Xóa ảnh|Erase the picture]]</button> <a class="button-quiet" href="{{back}}">[[Thôi|Cancel]]</a></div>
</form>
