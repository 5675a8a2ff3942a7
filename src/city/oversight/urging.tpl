<div class="title-block">
  <h1>[[Đôn đốc|Urging]]</h1>
  <p class="must">{{late}} [[việc quá hạn. Thư nhắc tự động theo bậc ngày; việc gấp thì đôn đốc ngay.|things are late. Reminders go out by the ladder; urge at once what cannot wait.]]</p>
</div>
<p><a href="/gia-han">[[Đề nghị gia hạn chờ quyết định|Requests for more time]]</a></p>
{{#has_reminded}}<details><summary>[[Thang nhắc việc của từng kế hoạch|When units are reminded, by plan]]</summary><ul>
  {{#reminded_plans}}<li><a href="{{ladder_address}}">[[Kế hoạch|Plan]] {{ladder_plan}}</a>: {{steps}}</li>
  {{/reminded_plans}}</ul></details>{{/has_reminded}}
{{#no_has_rows}}<div class="empty"><h2>[[Không có việc quá hạn|Nothing is late]]</h2><p>[[Việc quá hạn hiện ở đây, lâu nhất trước.|What is late appears here, the oldest first.]]</p></div>{{/no_has_rows}}
{{#has_rows}}
<details><summary>[[So sánh các đơn vị cùng loại, theo kế hoạch|Compare units of one kind, by plan]]</summary><ul>
  {{#compared}}<li><a href="{{compare_address}}">[[Kế hoạch|Plan]] {{plan_number}}</a></li>
  {{/compared}}</ul></details>
<section class="table-wrap" aria-labelledby="bang" tabindex="0">
<table class="table-cards">
  <caption id="bang">[[Quá hạn lâu nhất trước|Longest late first]]</caption>
  <thead><tr><th scope="col">[[Đơn vị|Unit]]</th><th scope="col">[[Việc|What]]</th><th scope="col">[[Hạn|Due]]</th><th scope="col">[[Trạng thái|State]]</th><th scope="col">[[Nhắc gần nhất|Last reminded]]</th><th scope="col"><span class="unseen">[[Hành động|Action]]</span></th></tr></thead>
  <tbody>
    {{#rows}}<tr><th scope="row">{{unit}}</th><td data-label="[[Việc|What]]">{{what}}</td><td data-label="[[Hạn|Due]]">{{due}}</td><td data-label="[[Trạng thái|State]]"><span class="state {{mark}}">{{state}}</span></td><td data-label="[[Nhắc gần nhất|Last reminded]]">{{reminded}}</td><td class="acts">{{#may_urge}}<form action="/don-doc/{{number}}" method="post">{{>keys}}<button class="button-secondary">[[Đôn đốc|Urge]]<span class="unseen"> {{unit}}: {{what}}</span></button></form>{{/may_urge}}{{#explanation}}<p><a href="{{address}}"><span class="state {{fate_mark}}">{{fate}}</span><span class="unseen" lang="vi"> {{unit}}: {{what}}</span></a></p>{{/explanation}}{{#may_ask}}<p><a href="/don-doc/{{number}}/giai-trinh">[[Yêu cầu giải trình|Ask for an explanation]]<span class="unseen" lang="vi"> {{unit}}: {{what}}</span></a></p>{{/may_ask}}{{#may_urge}}<p><a href="{{letter}}">[[Soạn công văn|Draft a letter]]<span class="unseen" lang="vi"> {{unit}}: {{what}}</span></a></p>{{/may_urge}}</td></tr>
    {{/rows}}
  </tbody>
</table>
</section>
{{>pager}}
{{/has_rows}}
{{#has_letters}}
<h2 id="cv">[[Công văn đôn đốc đã ban hành|Letters of urging]]</h2>
<section class="table-wrap" aria-labelledby="cv" tabindex="0">
<table class="table-cards">
  <thead><tr><th scope="col">[[Số, ký hiệu|Number]]</th><th scope="col">[[Ngày|Day]]</th><th scope="col">[[Đơn vị|Unit]]</th><th scope="col">[[Chậm nhất|To be done by]]</th><th scope="col" class="number">[[Đã xong|Done]]</th></tr></thead>
  <tbody>{{#letters}}<tr><th scope="row"><a href="{{address}}">{{letter}}</a></th><td data-label="[[Ngày|Day]]">{{on}}</td><td data-label="[[Đơn vị|Unit]]">{{unit}}</td><td data-label="[[Chậm nhất|To be done by]]">{{done_by}}</td><td class="number" data-label="[[Đã xong|Done]]">{{done}} / {{all}}</td></tr>
  {{/letters}}</tbody>
</table>
</section>
{{/has_letters}}
<h2>[[Thư đã hứa gửi|Mails promised]]</h2>
<p class="soft">{{sent}} / {{promised}} [[thư đã gửi; dưới đây là những thư mới nhất.|mails sent; the newest below.]]</p>
{{#returning}}<p><a href="/thu-tra-lai">[[Hộp thư trả lại thư, cần báo cách khác:|Units whose mails come back, to be told another way:]] {{returning_text}}</a></p>{{/returning}}
{{#no_has_mails}}<p>[[Chưa có thư nào.|No mail yet.]]</p>{{/no_has_mails}}
{{#has_mails}}
<section class="table-wrap" aria-labelledby="thu" tabindex="0">
<table class="table-cards">
  <caption id="thu">[[Thư mới nhất|Newest mails]]</caption>
  <thead><tr><th scope="col" class="number">[[Số|No.]]</th><th scope="col">[[Ngày|Day]]</th><th scope="col">[[Đơn vị|Unit]]</th><th scope="col">[[Loại|Kind]]</th><th scope="col">[[Trạng thái|State]]</th></tr></thead>
  <tbody>{{#mails}}<tr><td class="number" data-label="[[Số|No.]]">{{number}}</td><td data-label="[[Ngày|Day]]">{{on}}</td><td data-label="[[Đơn vị|Unit]]">{{unit}}</td><td data-label="[[Loại|Kind]]">{{kind}}</td><td data-label="[[Trạng thái|State]]"><span><span class="state {{mark}}">{{state}}</span>{{#detail}}<br><span class="soft">{{detail_text}}</span>{{/detail}}</span></td></tr>
  {{/mails}}</tbody>
</table>
</section>
{{/has_mails}}
