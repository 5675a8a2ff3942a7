<div class="title-block">
  <p class="over" lang="vi">{{name}}</p>
  <h1>[[Xóa vĩnh viễn họ tên|Erase the name for good]]</h1>
  <p class="must">[[Họ tên và nơi công tác bị xóa vĩnh viễn, không lấy lại được; các trang chỉ còn ghi số. Quyết định, lĩnh vực và số buổi vẫn còn.|Name and place of work are erased and cannot be brought back; pages show a number instead. The decisions, branches of law and sessions stay.]]</p>
</div>
<form class="form" action="{{action}}" method="post" novalidate>
  {{>keys}}
  <input type="hidden" name="ban" value="{{version}}">
  {{#reason}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ly-do">[[Vì sao xóa|Why it is erased]]</label>
    <p class="hint" id="ly-do-hint">[[Ví dụ theo đơn đề nghị ngày 18/05/2021; đừng ghi họ tên|For example on request of 18/05/2021; no names]]</p>
    {{#error}}<p class="field-error" id="ly-do-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="ly-do" name="ly-do" value="{{value}}" aria-describedby="ly-do-hint{{#error}} ly-do-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/reason}}
  <div class="actions"><button class="button button-danger">[[Xóa vĩnh viễn|Erase for good]]</button> <a class="button-quiet" href="{{back}}">[[Quay lại|Back]]</a></div>
</form>
