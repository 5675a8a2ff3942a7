<div class="title-block">
  <p class="over">{{unit}} · {{title}}</p>
  <h1>{{count}} [[người chưa xác nhận đã đọc|persons have not confirmed]]</h1>
  <p class="must">[[Ai đã dự họp phổ biến mà không dùng thư điện tử: đánh dấu và ghi thay.|Whoever attended a meeting and has no e-mail: tick and record for them.]]</p>
</div>
<div class="notice"><p>[[Chỉ cán bộ của chính đơn vị xem được danh sách này. Lần xem này đã được ghi vào sổ cái.|Only this unit's own officer sees this list. This look has been recorded in the ledger.]]</p></div>
{{#no_has_rows}}<div class="empty"><h2>[[Mọi người đã được phổ biến|Everybody has been reached]]</h2><p>[[Người mới đến đơn vị sẽ hiện ở đây nếu chưa xác nhận.|Newcomers appear here until they confirm.]]</p></div>{{/no_has_rows}}
{{#has_rows}}
<form class="form" action="{{action}}" method="post">
  {{>keys}}
  <div class="table-wrap" role="region" aria-labelledby="bang" tabindex="0">
  <table class="table-cards">
    <caption id="bang">[[Chưa xác nhận|Not confirmed]] <span class="as-of">· [[ngày|on]] {{day}} · [[xếp theo tên|by given name]]</span></caption>
    <thead><tr><th scope="col">[[Họ tên|Name]]</th><th scope="col">[[Thư điện tử|E-mail]]</th></tr></thead>
    <tbody>
      {{#rows}}<tr><th scope="row"><div class="choice"><input type="checkbox" id="p{{number}}" name="p{{number}}" value="1"><label for="p{{number}}">{{name}}</label></div></th><td data-label="[[Thư điện tử|E-mail]]">{{#has_mail}}[[Có|Yes]]{{/has_mail}}{{#no_has_mail}}[[Không|No]]{{/no_has_mail}}</td></tr>
      {{/rows}}
    </tbody>
  </table>
  </div>
  <div class="field">
    <label for="on">[[Ngày họp phổ biến|Day of the meeting]]</label>
    <p class="hint" id="on-hint">[[Ngày/tháng/năm|Day/month/year]]</p>
    <input class="w-date numbers" id="on" name="on" inputmode="numeric" value="{{day}}" aria-describedby="on-hint" required>
  </div>
  <div class="thumb"><button class="button">[[Ghi thay cho người đã chọn|Record for those ticked]]</button></div>
</form>
{{/has_rows}}
