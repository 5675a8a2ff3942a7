<section aria-labelledby="cac-kenh">
<h2 id="cac-kenh">[[Các kênh đã tự ghi|Recorded by channels themselves]]</h2>
<p class="hint">[[Những việc này hệ thống tự biết, không ai phải nhập; mỗi số mở ra những gì đã cộng vào đó.|The system knows these by itself and nobody enters them; each figure opens what was added up.]]</p>
{{#no_has_lines}}<p>[[Chưa có gì trong thời gian này. Bài đăng lên Cổng, lượt xem, lượt xác nhận đã đọc và thư nhắc việc tự hiện ở đây.|Nothing in this time yet. Articles that go public on the portal, their views, confirmations and reminders appear here by themselves.]]</p>{{/no_has_lines}}
{{#has_lines}}<table class="table-cards">
  <caption class="unseen">[[Theo kênh|By channel]]</caption>
  <thead><tr><th scope="col">[[Việc kênh đã làm|What the channel did]]</th><th scope="col">[[Số lượng|Amount]]</th></tr></thead>
  <tbody>{{#lines}}<tr><th scope="row">{{label}}</th><td data-label="[[Số lượng|Amount]]"><span><a class="figure" href="{{address}}">{{amount}}<span class="unseen"> {{label}}</span></a> {{measure}}</span></td></tr>
  {{/lines}}</tbody>
</table>{{/has_lines}}
<p><a href="{{entries}}">[[Từng bài trên Cổng, kể cả bài đã thu hồi|Each article of the portal, also those withdrawn]]</a></p>
</section>
