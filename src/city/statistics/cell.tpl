<div class="title-block">
  <p class="over"><span lang="vi">{{unit}}</span> · {{period}}</p>
  <h1>{{code}}. {{title}}: <span class="numbers">{{sum}}</span> {{measure}}</h1>
</div>
{{#estimated}}<p>[[Số trên là số thực tế đến hết|The figure above is actual, to]] {{counted_to}}. [[Ước từ|Estimate from]] {{estimated_from}} [[đến hết|to]] {{estimated_to}}: <strong class="numbers">{{estimate}}</strong>; [[cộng, có số ước|total, with the estimate]]: <strong class="numbers">{{total}}</strong>.</p>{{/estimated}}
{{#own}}<section aria-labelledby="cua-don-vi">
  <h2 id="cua-don-vi">[[Báo cáo của đơn vị này|This unit’s report]]: {{#handed_in}}<span class="numbers">{{handed_in_text}}</span>{{/handed_in}}{{#own_estimate}} + <span class="numbers">{{own_estimate_text}}</span> [[ước|estimated]]{{/own_estimate}}{{#no_handed_in}}{{standing}}{{/no_handed_in}}</h2>
  <p><a href="{{report}}">[[Xem báo cáo|See the report]]</a>{{#counted}} · [[theo hoạt động lúc nộp|of activities when it was handed in]]: <span class="numbers">{{counted_text}}</span>{{/counted}}</p>
  {{#note}}<p><strong>[[Giải trình|Explanation]]:</strong> <span lang="vi">{{note_text}}</span></p>{{/note}}
  {{#no_is_counted}}<p>[[Cột này do đơn vị tự đếm; hệ thống không có hoạt động nào để đối chiếu.|The unit counts this itself; there are no activities to compare with.]]</p>{{/no_is_counted}}
  {{#is_counted}}<p>[[Theo các hoạt động đang được ghi|Of the activities recorded now]]{{#estimated}} ([[đến hết|to]] {{counted_to}}){{/estimated}}: <strong class="numbers">{{now}}</strong>{{#differs}} <span class="state state-risk">[[khác với báo cáo|differs from the report]]</span>{{/differs}}</p>
  {{#no_has_pieces}}<p>[[Không có hoạt động nào trong kỳ.|No activity in the period.]]</p>{{/no_has_pieces}}
  {{#has_pieces}}<table class="table-cards">
    <caption>[[Từng hoạt động và số nó góp vào|Each activity and what it adds]]</caption>
    <thead><tr><th scope="col">[[Hoạt động|Activity]]</th><th scope="col">[[Ngày|Day]]</th><th scope="col" class="number">[[Góp vào|Adds]]</th></tr></thead>
    <tbody>{{#pieces}}<tr><th scope="row"><a href="{{address}}"{{#is_theirs}} lang="vi"{{/is_theirs}}>{{title}}</a></th><td data-label="[[Ngày|Day]]"><time datetime="{{day_iso}}">{{day}}</time></td><td class="number" data-label="[[Góp vào|Adds]]"><span>{{amount}}{{#by_itself}} <span class="soft">[[Cổng tự ghi|by the portal itself]]</span>{{/by_itself}}{{#twice}} <span class="state state-risk">[[Nghi trùng|Perhaps twice]]</span>{{/twice}}</span></td></tr>
    {{/pieces}}</tbody>
  </table>
  {{>pager}}{{/has_pieces}}{{/is_counted}}
</section>{{/own}}
{{#has_parts}}<section aria-labelledby="ben-duoi">
  <h2 id="ben-duoi">[[Các đơn vị bên dưới góp vào|What units below add]]</h2>
  <table class="table-cards">
    <caption class="unseen">[[Theo đơn vị|By unit]]</caption>
    <thead><tr><th scope="col">[[Đơn vị|Unit]]</th><th scope="col" class="number">{{amount_title}}</th>{{#estimated}}<th scope="col" class="number">[[Ước|Estimate]]</th>{{/estimated}}</tr></thead>
    <tbody>{{#parts}}<tr><th scope="row" lang="vi">{{name}}</th><td class="number" data-label="{{amount_title}}"><a class="figure" href="{{address}}">{{amount}}<span class="unseen" lang="vi"> {{name}}</span></a></td>{{#its_estimate}}<td class="number" data-label="[[Ước|Estimate]]">{{its_estimate_text}}</td>{{/its_estimate}}</tr>
    {{/parts}}</tbody>
  </table>
</section>{{/has_parts}}
