<div class="title-block">
  <p class="over"><a href="{{back}}" lang="vi">{{unit}}</a></p>
  <h1>[[Chuyển tất cả người của đơn vị|Move all people of a unit]]</h1>
  {{#has_people}}<p class="must">[[Sẽ chuyển|To be moved]]: {{people}} [[người; có tài khoản|people; with an account]]: {{accounts}}. [[Vai trò chỉ gắn với đơn vị cũ sẽ hết; ghi nhận đã đọc của từng người giữ nguyên.|Roles tied to the old unit only will end; what each has read stays recorded.]]</p>{{/has_people}}
</div>
{{#no_has_people}}<p class="empty">[[Không còn ai ở chính đơn vị này.|Nobody is at this very unit any more.]]</p>
<div class="actions"><a class="button-secondary" href="{{back}}">[[Quay lại|Back]]</a></div>{{/no_has_people}}
{{#has_people}}
<form class="form" action="/nguoi/chuyen-het" method="post" novalidate data-confirm="[[Sẽ chuyển|To be moved]]: {{people}} [[người|people]]. [[Vai trò chỉ gắn với đơn vị cũ hết hiệu lực ngay. Không có thao tác chuyển ngược tất cả.|Roles tied to the old unit only end at once. There is no act that moves all of them back.]]" data-confirm-title="[[Chuyển tất cả?|Move all of them?]]">
  {{>keys}}
  <input type="hidden" name="tu" value="{{from}}">
  {{#to}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="don-vi">[[Mã đơn vị mới|Code of the new unit]]</label>
    <p class="hint" id="don-vi-hint">[[Giữ số 0 ở đầu. Mã có ở trang của đơn vị.|With leading zeros. A unit’s page shows its code.]]</p>
    {{#error}}<p class="field-error" id="don-vi-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-number" id="don-vi" name="don-vi" value="{{value}}" autocomplete="off" aria-describedby="don-vi-hint{{#error}} don-vi-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/to}}
  <div class="actions"><button class="button">[[Chuyển tất cả|Move all]]</button> <a class="button-quiet" href="{{back}}">[[Thôi|Cancel]]</a></div>
</form>
{{/has_people}}
