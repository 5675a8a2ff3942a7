<div class="title-block">
  <h1>[[Số liệu công khai|Public figures]]</h1>
  <p class="must">[[Kết quả phổ biến, giáo dục pháp luật mà các đơn vị đã báo cáo, cộng dồn và chốt lại. Mỗi kỳ có dữ liệu mở và bằng chứng ai cũng kiểm tra được.|What units reported on making the law known, added up and closed. Each round comes with open data and a proof that anybody can check.]]</p>
</div>
{{#no_has_rows}}<div class="empty"><h2>[[Chưa có số liệu nào được công khai|No figures are public yet]]</h2><p>[[Khi cơ quan tổng hợp khóa một kỳ báo cáo và lãnh đạo duyệt công khai, số liệu hiện ở đây.|Once a round of reports is closed and a leader publishes it, its figures appear here.]] <a href="/">[[Về trang chủ|Home page]]</a></p></div>{{/no_has_rows}}
{{#has_rows}}<table class="table-cards">
  <caption>[[Mới công khai nhất trước|The last published first]]</caption>
  <thead><tr><th scope="col">[[Biểu mẫu và kỳ|Form and period]]</th><th scope="col">[[Cơ quan tổng hợp|Added up by]]</th><th scope="col" class="number">[[Đơn vị đã nộp|Units that handed in]]</th><th scope="col">[[Công khai ngày|Public since]]</th></tr></thead>
  <tbody>{{#rows}}<tr><th scope="row"><a href="{{address}}">{{form}}: {{period}}</a></th><td data-label="[[Cơ quan tổng hợp|Added up by]]" lang="vi">{{asker}}</td><td class="number" data-label="[[Đơn vị đã nộp|Units that handed in]]">{{counted}}/{{asked}}</td><td class="nowrap" data-label="[[Công khai ngày|Public since]]"><time datetime="{{published_iso}}">{{published}}</time></td></tr>
  {{/rows}}</tbody>
</table>
{{>pager}}{{/has_rows}}
<p class="link-row"><a href="/so-cai/cach-kiem-tra">[[Cách kiểm tra số liệu|How to check figures]]</a></p>
