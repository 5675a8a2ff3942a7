<div class="title-block">
  <p class="over" lang="vi">{{unit}}</p>
  <h1>[[Báo cáo|Reports]]</h1>
  <p class="must">[[Mỗi kỳ một biểu mẫu. Số liệu điền sẵn từ hoạt động đã ghi, cộng dồn theo cây đơn vị, và mở ra được tới từng hoạt động.|One form a round. It is filled beforehand from recorded activities, added up the tree, and every figure opens down to single activities.]]</p>
</div>
{{#may_open}}<p><a class="button" href="/bao-cao/mo">[[Mở kỳ báo cáo|Ask for reports]]</a></p>{{/may_open}}
{{#no_has_rows}}<div class="empty"><h2>[[Chưa có kỳ báo cáo nào|No round yet]]</h2><p>[[Khi cơ quan tổng hợp mở một kỳ, kỳ đó hiện ở đây cùng hạn nộp.|When a round is opened it appears here with its deadline.]]</p></div>{{/no_has_rows}}
{{#has_rows}}<table class="table-cards">
  <caption>[[Kỳ mới nhất trước|The newest round first]]</caption>
  <thead><tr><th scope="col">[[Kỳ và biểu mẫu|Round and form]]</th><th scope="col">[[Hạn nộp|Deadline]]</th><th scope="col">[[Đã nộp|Handed in]]</th><th scope="col">[[Đơn vị của bạn|Your unit]]</th></tr></thead>
  <tbody>{{#rows}}<tr><th scope="row"><a href="{{address}}">{{form}}: {{period}}</a><br><span class="soft" lang="vi">{{asking}}</span></th><td data-label="[[Hạn nộp|Deadline]]"><span><time datetime="{{due_iso}}">{{due}}</time>{{#cancelled}} <span class="state state-idle">[[đã hủy|cancelled]]</span>{{/cancelled}}{{#closed}} <span class="state state-idle">[[đã khóa|closed]]</span>{{/closed}}</span></td><td data-label="[[Đã nộp|Handed in]]">{{counted}}/{{asked}}</td><td data-label="[[Đơn vị của bạn|Your unit]]">{{#own}}<a href="{{own_address}}"><span class="unseen">[[Báo cáo của bạn|Your report]]: </span><span class="state {{mark}}">{{standing}}</span></a>{{/own}}{{#no_own}}–{{/no_own}}</td></tr>
  {{/rows}}</tbody>
</table>{{/has_rows}}
{{>pager}}
