<div class="title-block">
  <h1>[[Hỏi về kế hoạch nào|About which plan?]]</h1>
  <p class="must">[[Chọn kế hoạch; bước sau ghi câu hỏi.|Choose the plan; then write the question.]]</p>
</div>
{{#no_has_plans}}<div class="empty"><h2>[[Chưa có kế hoạch nào được ban hành|No plan is issued yet]]</h2><p>[[Khi có kế hoạch, đơn vị hỏi cách thực hiện ở đây.|Once there is one, units ask here how it is carried out.]]</p></div>{{/no_has_plans}}
{{#has_plans}}<table class="table-cards">
  <caption class="unseen">[[Kế hoạch đã ban hành|Issued plans]]</caption>
  <thead><tr><th scope="col">[[Số, ký hiệu|Number]]</th><th scope="col">[[Kế hoạch|Plan]]</th><th scope="col">[[Ban hành|Issued]]</th></tr></thead>
  <tbody>
  {{#plans}}<tr><th scope="row"><a href="{{address}}">{{number}}</a></th><td data-label="[[Kế hoạch|Plan]]"><span lang="vi">{{title}}</span></td><td data-label="[[Ban hành|Issued]]">{{issued}}</td></tr>
  {{/plans}}</tbody>
</table>{{/has_plans}}
{{>pager}}
