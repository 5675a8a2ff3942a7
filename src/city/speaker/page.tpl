<div class="title-block">
  <p class="over">[[Số|Number]] {{number}} · <a href="{{unit_address}}" lang="vi">{{unit}}</a></p>
  <h1 lang="vi">{{name}}</h1>
  {{#dismissal}}<p class="must"><span class="state state-late">[[Đã thôi|Dismissed]]</span> [[Không còn trong danh sách công khai.|No longer on the public list.]]</p>{{/dismissal}}
  {{#idle}}<p class="must"><span class="state state-risk">[[12 tháng chưa có buổi nào|None for 12 months]]</span></p>{{/idle}}
</div>
{{#erasure}}<div class="notice"><p>[[Họ tên, nơi công tác đã được xóa vĩnh viễn lúc|Name and place of work were erased for good at]] {{erased_at}}: <span lang="vi">{{erased_for}}</span></p></div>{{/erasure}}
<dl class="facts">
  <dt>[[Được công nhận là|Recognised as]]</dt><dd>{{standing}}</dd>
  {{#has_workplace}}<dt>[[Nơi công tác|Place of work]]</dt><dd lang="vi">{{workplace}}</dd>{{/has_workplace}}
  <dt>[[Lĩnh vực|Branches of law]]</dt><dd>{{branches}}</dd>
  <dt>[[Quyết định công nhận|Decision]]</dt><dd><span lang="vi">{{decision}}</span>, <time datetime="{{on_iso}}">{{on}}</time></dd>
  {{#dismissal}}{{#has_decision}}<dt>[[Quyết định miễn nhiệm, cho thôi|Dismissed by]]</dt><dd><span lang="vi">{{dismissal_decision}}</span>, <time datetime="{{dismissed_iso}}">{{dismissed_on}}</time></dd>{{/has_decision}}
  <dt>[[Lý do|Reason]]</dt><dd>{{reason}}</dd>{{/dismissal}}
</dl>
<section aria-labelledby="buoi">
<h2 id="buoi">[[Các buổi đã nói chuyện|Sessions held]]</h2>
<p>[[Trong năm|In]] {{year}}: {{this_year}} · [[Tất cả|In all]]: {{all}}</p>
{{#no_has_sessions}}<p>[[Chưa có buổi nào. Báo cáo viên, tuyên truyền viên được ghi ở trang của từng hoạt động.|None yet. Who spoke is recorded on the page of each activity.]]</p>{{/no_has_sessions}}
{{#has_sessions}}<table class="table-cards">
  <caption>[[Ngày mới nhất trước|Latest day first]]</caption>
  <thead><tr><th scope="col">[[Hoạt động|Activity]]</th><th scope="col">[[Ngày|Day]]</th><th scope="col">[[Đơn vị|Unit]]</th></tr></thead>
  <tbody>{{#sessions}}<tr><th scope="row" lang="{{lang}}">{{#address}}<a href="{{address_text}}">{{title}}</a>{{/address}}{{#no_address}}{{title}}{{/no_address}}</th><td data-label="[[Ngày|Day]]"><time datetime="{{held_iso}}">{{held_on}}</time></td><td data-label="[[Đơn vị|Unit]]"><span lang="vi">{{held_by}}</span></td></tr>
  {{/sessions}}</tbody>
</table>
{{>pager}}{{/has_sessions}}
</section>
{{#keep}}<div class="actions">{{#may_change}}<a class="button-secondary" href="{{change}}">[[Sửa thông tin|Change]]</a> <a class="button-quiet" href="{{dismiss}}">[[Ghi miễn nhiệm, cho thôi|Record a dismissal]]</a>{{/may_change}}{{#may_erase}}<a class="button-quiet" href="{{erase}}">[[Xóa vĩnh viễn họ tên|Erase the name for good]]</a>{{/may_erase}}</div>{{/keep}}
