<div class="title-block">
  <h1>[[Báo cáo viên, tuyên truyền viên pháp luật|Who speaks about law]]</h1>
  <p class="must">[[Những người được công nhận để phổ biến pháp luật. Cần mời người nói chuyện về pháp luật thì liên hệ đơn vị ghi ở cùng dòng. Tìm có dấu hay không dấu đều được.|Those who are recognised to make the law known. To invite one of them, contact the unit in the same row. Vietnamese marks do not matter when you search.]]</p>
</div>
{{>filter}}
{{#no_has_rows}}
<div class="empty">
  <h2>[[Không có ai trong danh sách này|Nobody is on this list]]</h2>
  <p>[[Hãy thử ít chữ hơn hoặc chọn đơn vị cấp trên. Người được công nhận hiện ở đây khi đơn vị ghi vào sổ.|Try fewer words or a unit above. Whoever is recognised appears here once the unit has recorded it.]]</p>
</div>
{{/no_has_rows}}
{{#has_rows}}
<table class="table-cards">
  <caption>{{found}} [[người|persons]] <span class="as-of">· [[tính đến|as of]] {{day}}</span></caption>
  <thead><tr><th scope="col">[[Họ tên|Name]]</th><th scope="col">[[Nơi công tác|Place of work]]</th><th scope="col">[[Được công nhận là|Recognised as]]</th><th scope="col">[[Lĩnh vực|Branches of law]]</th><th scope="col">[[Đơn vị|Unit]]</th></tr></thead>
  <tbody>
  {{#rows}}<tr><th scope="row" lang="vi">{{name}}</th><td data-label="[[Nơi công tác|Place of work]]"><span lang="vi">{{workplace}}</span></td><td data-label="[[Được công nhận là|Recognised as]]">{{standing}}</td><td data-label="[[Lĩnh vực|Branches of law]]">{{branches}}</td><td data-label="[[Đơn vị|Unit]]"><span lang="vi">{{unit}}</span></td></tr>
  {{/rows}}</tbody>
</table>
{{>pager}}
{{/has_rows}}
