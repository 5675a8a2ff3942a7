<div class="title-block">
  <p class="over" lang="vi">{{unit}}</p>
  <h1>{{label}}: <span class="numbers">{{amount}}</span> {{measure}}</h1>
  <p class="must">{{about}}</p>
</div>
<p><a href="{{back}}">[[Mọi hoạt động|All activities]]</a></p>
{{>period}}
{{#no_has_rows}}<div class="empty"><h2>[[Chưa có gì trong thời gian này|Nothing in this time]]</h2><p>[[Khi kênh này làm được việc gì, số liệu tự hiện ở đây.|What this channel does appears here by itself.]]</p></div>{{/no_has_rows}}
{{#has_rows}}<table class="table-cards">
  <caption>[[Cộng từ những gì dưới đây; mở từng dòng để xem bằng chứng|Added up from these; each opens its proof]]</caption>
  <thead><tr><th scope="col">[[Của|Of]]</th>{{#has_days}}<th scope="col">[[Ngày|Day]]</th>{{/has_days}}<th scope="col" class="number">[[Số lượng|Amount]]</th></tr></thead>
  <tbody>{{#rows}}<tr><th scope="row"><a href="{{address}}"{{#is_theirs}} lang="vi"{{/is_theirs}}>{{title}}</a></th>{{#with_day}}<td data-label="[[Ngày|Day]]">{{#on}}<time datetime="{{day_iso}}">{{day}}</time>{{/on}}{{#no_on}}–{{/no_on}}</td>{{/with_day}}<td class="number" data-label="[[Số lượng|Amount]]">{{part}}</td></tr>
  {{/rows}}</tbody>
</table>
{{>pager}}{{/has_rows}}
