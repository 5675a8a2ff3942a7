<div class="title-block">
  <p class="over" lang="vi">{{name}}</p>
  <h1>[[Ghi miễn nhiệm, cho thôi|Record a dismissal]]</h1>
  <p class="must">[[Ghi theo quyết định miễn nhiệm, cho thôi. Người này ra khỏi danh sách công khai ngay; các buổi đã nói chuyện vẫn tính. Không lấy lại được: nếu được công nhận lại thì ghi thành người mới.|As the decision says. The name leaves the public list at once; sessions held still count. It cannot be taken back: whoever is recognised again is recorded anew.]]</p>
</div>
<form class="form" action="{{action}}" method="post" novalidate>
  {{>keys}}
  <input type="hidden" name="ban" value="{{version}}">
  <div class="field{{#reason_error}} field-wrong{{/reason_error}}">
    <label for="ly-do">[[Lý do|Reason]]</label>
    {{#reason_error}}<p class="field-error" id="ly-do-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{reason_error_text}}</p>{{/reason_error}}
    <select class="w-half" id="ly-do" name="ly-do"{{#reason_error}} aria-invalid="true" aria-describedby="ly-do-loi"{{/reason_error}}><option value="">[[Chọn lý do|Choose]]</option>{{#reason_options}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>{{/reason_options}}</select>
  </div>
  {{#decision}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="quyet-dinh">[[Số quyết định|Number of the decision]]</label>
    <p class="hint" id="quyet-dinh-hint">[[Số, ký hiệu, ví dụ 1234/QĐ-UBND. Ghi nhầm thì để trống số và ngày; mục này coi như chưa từng có hiệu lực.|As on the decision, for example 1234/QĐ-UBND. Of a record made by mistake leave number and day empty; it counts as never in force.]]</p>
    {{#error}}<p class="field-error" id="quyet-dinh-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-half" id="quyet-dinh" name="quyet-dinh" value="{{value}}" aria-describedby="quyet-dinh-hint{{#error}} quyet-dinh-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/decision}}
  {{#on}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ngay">[[Ngày quyết định|Day of the decision]]</label>
    <p class="hint" id="ngay-hint">[[Ngày/tháng/năm, ví dụ 18/05/2021|Day/month/year, for example 18/05/2021]]</p>
    {{#error}}<p class="field-error" id="ngay-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-date numbers" id="ngay" name="ngay" inputmode="numeric" value="{{value}}" aria-describedby="ngay-hint{{#error}} ngay-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/on}}
  <div class="actions"><button class="button">[[Ghi miễn nhiệm, cho thôi|Record the dismissal]]</button> <a class="button-quiet" href="{{back}}">[[Quay lại|Back]]</a></div>
</form>
