<div class="title-block">
  <p class="over">{{unit}} · {{title}}</p>
  <h1>{{count}} [[người chưa xác nhận đã đọc|persons have not confirmed]]</h1>
  <p class="must">[[Ai đã dự họp phổ biến mà không dùng thư điện tử: đánh dấu và ghi thay.|Whoever attended a meeting and has no e-mail: tick and record for them.]] [[Buổi họp đã ghi thành hoạt động thì ghi tên từ trang của|If the meeting is recorded as an activity, name them from]] <a href="/hoat-dong">[[hoạt động đó|that activity]]</a>.</p>
</div>
<div class="notice"><p>[[Chỉ cán bộ của chính đơn vị xem được danh sách này. Lần xem này đã được ghi vào sổ cái.|Only this unit's own officer sees this list. This look has been recorded in the ledger.]]</p></div>
{{#no_has_people}}<div class="empty"><h2>[[Mọi người đã được phổ biến|Everybody has been reached]]</h2><p>[[Người mới đến đơn vị sẽ hiện ở đây nếu chưa xác nhận.|Newcomers appear here until they confirm.]]</p></div>{{/no_has_people}}
{{#has_people}}
<form class="form" action="{{action}}" method="post">
  {{>keys}}
  {{>people}}
  {{#on}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="on">[[Ngày họp phổ biến|Day of the meeting]]</label>
    <p class="hint" id="on-hint">[[Ngày/tháng/năm|Day/month/year]]</p>
    {{#error}}<p class="field-error" id="on-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-date numbers" id="on" name="on" inputmode="numeric" value="{{value}}" aria-describedby="on-hint{{#error}} on-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}} required>
  </div>{{/on}}
  <div class="thumb"><button class="button">[[Ghi thay cho người đã chọn|Record for those ticked]]</button></div>
</form>
{{/has_people}}
