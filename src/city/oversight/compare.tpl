<div class="title-block">
  <p class="over"><a href="{{back}}">{{plan_number}}</a> · <span lang="vi">{{plan_title}}</span></p>
  <h1>[[So sánh các đơn vị|Units compared]]</h1>
  <p class="must">[[Chỉ so sánh đơn vị cùng loại, được giao cùng những việc. Đơn vị chậm hơn đứng trước.|Only units of one kind with the same tasks are compared. Those that are more behind come first.]]</p>
  <p class="as-of">[[Tính đến ngày|As of]] {{day}}, [[theo hạn đang áp dụng; việc được gia hạn tính theo hạn mới.|by the deadlines in force; what was extended counts by its new deadline.]]</p>
</div>
{{#no_has_groups}}<div class="empty"><h2>[[Chưa có gì để so sánh|Nothing to compare yet]]</h2><p>[[Khi kế hoạch được ban hành và giao việc, các đơn vị được so sánh ở đây.|Once the plan is issued and its tasks are handed out, the units are compared here.]]</p></div>{{/no_has_groups}}
{{#has_groups}}
{{>groups}}
{{#has_within}}{{>within}}{{/has_within}}
<section aria-labelledby="nhom">
{{#small}}<h2 id="nhom">[[Quá ít để so sánh|Too few to compare]]</h2>
<div class="notice"><p>[[Các đơn vị dưới đây thuộc những nhóm có chưa đến|The units below are in groups of fewer than]] {{least}} [[đơn vị cùng loại, được giao cùng những việc: quá ít để so sánh, nên không xếp thứ tự.|units of one kind with the same tasks: too few to compare, so none has a place.]]</p></div>{{/small}}
{{#no_small}}<h2 id="nhom">[[Nhóm|Group]]: {{group}}</h2>
<p>{{units}} [[đơn vị trong nhóm, trong đó|units in the group,]] {{behind}} [[đơn vị đang có việc quá hạn.|of them with something late.]]</p>
{{#level}}<div class="notice"><p>[[Số liệu của các đơn vị trong nhóm hiện như nhau, nên tất cả cùng một thứ tự.|The figures of all units in the group are equal now, so all share one place.]]</p></div>{{/level}}
<p class="soft">[[Thứ tự xét lần lượt: đang có nhiều việc quá hạn hơn, quá hạn lâu hơn, tỷ lệ việc xong đúng hạn thấp hơn. Đơn vị có số liệu như nhau thì cùng thứ tự, xếp theo tên.|The order goes by more late now, then late for longer, then a smaller share done in time. Units with equal figures share a place and stand by name.]] {{#has_within}}[[Thứ tự luôn tính trong cả nhóm.|Places are always those in the whole group.]]{{/has_within}}</p>{{/no_small}}
<details><summary>[[Các việc được so sánh|The tasks]]</summary><ul>
  {{#tasks}}<li>[[Việc|Task]] {{ordinal}}: <a href="{{task_address}}" lang="vi">{{what}}</a>, [[hạn|due]] {{due}}</li>
  {{/tasks}}</ul></details>
{{#no_has_rows}}<p>[[Không có đơn vị nào thuộc phạm vi đã chọn.|No unit within what was chosen.]]</p>{{/no_has_rows}}
{{#has_rows}}
<section class="table-wrap" aria-labelledby="bang" tabindex="0">
<table class="table-cards">
  <caption id="bang">{{#no_small}}[[Chậm hơn đứng trước|More behind first]]{{/no_small}}{{#small}}[[Không xếp thứ tự|Without places]]{{/small}}</caption>
  <thead><tr><th scope="col">[[Đơn vị|Unit]]</th>{{#no_small}}<th scope="col" class="number">[[Thứ tự từ chậm nhất|Place from the most behind]]</th>{{/no_small}}{{#small}}<th scope="col">[[Nhóm|Group]]</th>{{/small}}<th scope="col" class="number">[[Đã xong|Done]]</th><th scope="col" class="number">[[Xong muộn|Done late]]</th><th scope="col">[[Đang quá hạn|Late now]]</th><th scope="col">[[Quá hạn lâu nhất|Late for longest]]</th><th scope="col">[[Vì sao|Why]]</th></tr></thead>
  <tbody>
    {{#rows}}<tr><th scope="row" lang="vi">{{unit}}</th>{{#place}}<td class="number" data-label="[[Thứ tự từ chậm nhất|Place from the most behind]]">{{place_text}}</td>{{/place}}{{#no_place}}<td data-label="[[Nhóm|Group]]">{{peers}}</td>{{/no_place}}<td class="number" data-label="[[Đã xong|Done]]">{{done}} / {{all}}</td><td class="number" data-label="[[Xong muộn|Done late]]">{{done_late}}</td><td data-label="[[Đang quá hạn|Late now]]">{{#is_late}}<span class="state state-late">{{late}} [[việc|tasks]]</span>{{/is_late}}{{#no_is_late}}<span class="soft">[[không|none]]</span>{{/no_is_late}}</td><td data-label="[[Quá hạn lâu nhất|Late for longest]]">{{#is_late}}{{late_days}} [[ngày|days]]{{/is_late}}{{#no_is_late}}<span class="soft">–</span>{{/no_is_late}}</td><td data-label="[[Vì sao|Why]]"><a href="{{why}}">[[Xem từng việc|See each task]]<span class="unseen" lang="vi">: {{unit}}</span></a></td></tr>
    {{/rows}}
  </tbody>
</table>
</section>
{{>pager}}
{{/has_rows}}
<p class="no-print">[[Tải bảng của mọi nhóm|The table of every group]]: <a href="{{csv}}">CSV<span class="unseen">, [[bảng của mọi nhóm|the table of every group]]</span></a></p>
</section>
{{/has_groups}}
