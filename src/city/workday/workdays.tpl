<div class="title-block">
  <h1>[[Ngày làm việc năm|Working days]] {{year}}</h1>
  <p class="must">[[Hạn tính bằng ngày làm việc bỏ qua thứ Bảy, Chủ nhật và các ngày nghỉ dưới đây; ngày làm bù thì tính. Hạn đã giao không đổi khi lịch này đổi.|Deadlines in working days skip Saturdays, Sundays and the days off below, and count Saturdays that are worked. A deadline that was given does not move when this calendar does.]]</p>
</div>
<nav class="pages" aria-label="[[Chọn năm|Choose a year]]">
  <ul>
    {{#before}}<li><a href="{{address}}" rel="prev">[[Năm|Year]] {{year}}</a></li>{{/before}}
    {{#after}}<li><a href="{{address}}" rel="next">[[Năm|Year]] {{year}}</a></li>{{/after}}
  </ul>
</nav>
{{#may_change}}<p><a class="button" href="/lich-lam-viec/ghi">[[Ghi ngày nghỉ, ngày làm bù|Record days]]</a></p>{{/may_change}}
{{#no_known}}
<div class="empty">
  <h2>[[Lịch nghỉ của năm này chưa được ghi đủ|The holidays of this year are not all recorded yet]]</h2>
  <p>[[Lịch nghỉ Tết và Quốc khánh được thông báo từng năm. Đến khi lịch được ghi, hạn chỉ bỏ qua thứ Bảy, Chủ nhật và các ngày dưới đây.|The holidays of Tết and National Day are announced each year. Until they are recorded, deadlines skip only Saturdays, Sundays and the days below.]]</p>
</div>
{{/no_known}}
{{#has_rows}}
<table class="table-cards">
  <caption>{{off}} [[ngày nghỉ vào thứ Hai đến thứ Sáu|days off from Monday to Friday]]</caption>
  <thead><tr><th scope="col">[[Ngày|Day]]</th><th scope="col">[[Trong tuần|Weekday]]</th><th scope="col">[[Nghỉ hay làm|Off or worked]]</th><th scope="col">[[Vì sao|Why]]</th><th scope="col">[[Căn cứ|By]]</th>{{#may_change}}<th scope="col"><span class="unseen">[[Việc làm|Actions]]</span></th>{{/may_change}}</tr></thead>
  <tbody>
  {{#rows}}<tr><th scope="row" class="nowrap numbers"><time datetime="{{iso}}">{{date}}</time></th><td data-label="[[Trong tuần|Weekday]]">{{weekday}}</td><td data-label="[[Nghỉ hay làm|Off or worked]]"><span class="state {{mark}}">{{rule}}</span></td><td data-label="[[Vì sao|Why]]"{{#recorded}} lang="vi"{{/recorded}}>{{name}}</td><td data-label="[[Căn cứ|By]]"><span lang="vi">{{basis}}</span></td>{{#change}}<td><a href="{{address}}">[[Sửa|Change]]<span class="unseen"> {{date}}</span></a></td>{{/change}}</tr>
  {{/rows}}</tbody>
</table>
{{/has_rows}}
