<div class="title-block">
  <p class="over" lang="vi">{{unit}}</p>
  <h1>[[Hoạt động|Activities]]</h1>
  <p class="must">[[Những việc đơn vị và các đơn vị bên dưới đã làm. Số hoạt động của mỗi hình thức mở ra đúng các hoạt động đã tính vào đó.|What the unit and those below it did. The count of each form opens exactly the activities counted in it.]]</p>
</div>
{{#above}}<p><a href="{{above_text}}">[[Đơn vị trên|The unit above]]: <span lang="vi">{{above_name}}</span></a></p>{{/above}}
{{#may_log}}<div class="actions"><a class="button" href="/hoat-dong/ghi">[[Ghi hoạt động|Record an activity]]</a> <a class="button-secondary" href="/hoat-dong/nhap">[[Nhập từ tệp|Import from a file]]</a> <a class="button-quiet" href="/hoat-dong/trang-mang">[[Trang mạng cần xem lại|Web pages to see to]]</a></div>
{{>unsent}}{{/may_log}}
{{>period}}
{{>channels}}
{{#no_kinds}}<div class="empty"><h2>{{#in_period}}[[Không ai ghi hoạt động nào trong thời gian này|Nobody recorded an activity in this time]]{{/in_period}}{{#no_in_period}}[[Chưa ghi hoạt động nào|No activity yet]]{{/no_in_period}}</h2><p>[[Cuộc họp, lần phát loa, tài liệu, tin bài hiện ở đây ngay khi được ghi.|Meetings, broadcasts, leaflets and news appear here as soon as they are recorded.]]</p></div>{{/no_kinds}}
{{#has_kinds}}
<section aria-labelledby="tong">
<h2 id="tong">[[Tổng số hoạt động|Activities in all]]: {{all}}</h2>
<p class="hint">[[Do các đơn vị ghi; những gì kênh tự ghi không nằm trong số này.|Recorded by the units; what channels recorded by themselves is not among them.]]</p>
<table class="table-cards">
  <caption class="unseen">[[Theo hình thức|By form]]</caption>
  <thead><tr><th scope="col">[[Hình thức|Form]]</th><th scope="col">[[Số hoạt động|Activities]]</th><th scope="col">[[Số lượng|Amounts]]</th></tr></thead>
  <tbody>{{#kinds}}<tr><th scope="row">{{kind}}</th><td data-label="[[Số hoạt động|Activities]]"><a class="figure" href="{{address}}">{{activities}}<span class="unseen"> {{kind}}</span></a></td><td data-label="[[Số lượng|Amounts]]">{{amounts}}</td></tr>
  {{/kinds}}</tbody>
</table>
</section>
{{#has_units}}<details><summary>[[Theo đơn vị bên dưới|By unit below]]</summary>
<table class="table-cards">
  <caption class="unseen">[[Theo đơn vị|By unit]]</caption>
  <thead><tr><th scope="col">[[Đơn vị|Unit]]</th><th scope="col">[[Số hoạt động|Activities]]</th></tr></thead>
  <tbody>{{#units}}<tr><th scope="row" lang="vi">{{name}}</th><td data-label="[[Số hoạt động|Activities]]"><a class="figure" href="{{address}}">{{activities}}<span class="unseen" lang="vi"> {{name}}</span></a></td></tr>
  {{/units}}</tbody>
</table></details>{{/has_units}}
<section aria-labelledby="tung-hoat-dong">
<h2 id="tung-hoat-dong">[[Từng hoạt động|One by one]]</h2>
{{#only}}<p>[[Chỉ hình thức|Only]]: {{only_text}} · <a href="{{everything}}">[[Xem tất cả|See all]]</a></p>{{/only}}
{{#no_has_rows}}<p>[[Không có hoạt động nào.|None.]]</p>{{/no_has_rows}}
{{#has_rows}}<table class="table-cards">
  <caption>[[Ngày mới nhất trước|Latest day first]]</caption>
  <thead><tr><th scope="col">[[Hoạt động|Activity]]</th><th scope="col">[[Đơn vị|Unit]]</th><th scope="col">[[Ngày|Day]]</th><th scope="col">[[Hình thức|Form]]</th><th scope="col">[[Số lượng|Amounts]]</th></tr></thead>
  <tbody>{{#rows}}<tr><th scope="row"><a href="{{address}}"{{#is_theirs}} lang="vi"{{/is_theirs}}>{{title}}</a></th><td data-label="[[Đơn vị|Unit]]" lang="vi">{{unit}}</td><td data-label="[[Ngày|Day]]"><time datetime="{{day_iso}}">{{day}}</time></td><td data-label="[[Hình thức|Form]]">{{kind}}</td><td data-label="[[Số lượng|Amounts]]"><span>{{amounts}}{{#twice}} <span class="state state-risk">[[Nghi trùng|Perhaps twice]]</span>{{/twice}}</span></td></tr>
  {{/rows}}</tbody>
</table>{{/has_rows}}
</section>
{{/has_kinds}}
{{>pager}}
