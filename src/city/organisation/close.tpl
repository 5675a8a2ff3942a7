<div class="title-block">
  <p class="over"><a href="{{back}}" lang="vi">{{name}}</a> · [[mã|code]] {{code}}</p>
  <h1>[[Ghi đơn vị dừng hoạt động|Close a unit]]</h1>
  <p class="must">[[Sau ngày cuối cùng, đơn vị không nhận việc, không ghi hoạt động và không còn trong danh sách để chọn; mã của đơn vị dùng lại được cho đơn vị khác. Mọi việc đã làm, đã được giao và số liệu đã chốt vẫn được giữ.|After its last day the unit gets no task, records no activity and is offered nowhere; its code may be used for another unit. What it did, what it was given and frozen figures are kept.]]</p>
</div>
{{#not_now}}<div class="notice notice-risk"><p>[[Chưa ghi được.|Not possible now.]] {{not_now_text}}</p></div>{{/not_now}}
{{#has_ties}}
<section class="table-wrap" aria-labelledby="con-gi" tabindex="0">
<table class="table-cards">
  <caption id="con-gi">[[Những gì còn gắn với đơn vị|What still hangs on the unit]]</caption>
  <thead><tr><th scope="col">[[Còn|What]]</th><th scope="col" class="number">[[Số lượng|Number]]</th><th scope="col">[[Xử lý thế nào|What becomes of it]]</th></tr></thead>
  <tbody>
    {{#ties}}<tr><th scope="row">{{#address}}<a href="{{address_text}}">{{what}}</a>{{/address}}{{#no_address}}{{what}}{{/no_address}}</th><td class="number" data-label="[[Số lượng|Number]]">{{count}}</td><td data-label="[[Xử lý thế nào|What becomes of it]]"><span>{{#blocks}}<span class="state state-late">[[Phải làm trước|To be settled first]]</span> {{/blocks}}{{then}}</span></td></tr>
    {{/ties}}
  </tbody>
</table>
</section>
{{/has_ties}}
{{#no_has_ties}}<p class="empty">[[Không còn ai và không còn việc gì gắn với đơn vị này.|Nobody and nothing hangs on this unit any more.]]</p>{{/no_has_ties}}
{{#form}}
<form class="form" action="{{action}}" method="post" novalidate>
  {{>keys}}
  {{#on}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ngay">[[Ngày hoạt động cuối cùng|Its last day]]</label>
    <p class="hint" id="ngay-hint">[[Ngày/tháng/năm. Quyết định ghi “chấm dứt hoạt động từ ngày 01/07/2025” thì ngày cuối cùng là 30/06/2025.|Day/month/year. Where the decision says “from 01/07/2025 on it exists no longer”, its last day is 30/06/2025.]]</p>
    {{#error}}<p class="field-error" id="ngay-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-date numbers" id="ngay" name="ngay" inputmode="numeric" value="{{value}}" aria-describedby="ngay-hint{{#error}} ngay-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/on}}
  {{#reason}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ly-do">[[Lý do|Reason]]</label>
    <p class="hint" id="ly-do-hint">[[Số và ngày của nghị quyết, quyết định; ai xem đơn vị trong phần làm việc cũng đọc được.|Number and day of the resolution or decision; whoever sees the unit in the office reads it.]]</p>
    {{#error}}<p class="field-error" id="ly-do-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <textarea id="ly-do" name="ly-do" rows="3" aria-describedby="ly-do-hint{{#error}} ly-do-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>{{value}}</textarea>
  </div>{{/reason}}
  <div class="actions"><button class="button button-danger">[[Ghi dừng hoạt động|Close the unit]]</button> <a class="button-quiet" href="{{back}}">[[Thôi|Cancel]]</a></div>
</form>
{{/form}}
{{#no_form}}<div class="actions"><a class="button-secondary" href="{{back}}">[[Quay lại đơn vị|Back to the unit]]</a></div>{{/no_form}}
