<div class="title-block">
  <p class="over" lang="vi">{{unit}}</p>
  <h1>[[Sổ báo cáo viên, tuyên truyền viên pháp luật|Register of law speakers]]</h1>
  <p class="must">[[Ai được công nhận, ở lĩnh vực nào, đã nói chuyện bao nhiêu buổi. Số buổi tính từ các hoạt động đã ghi báo cáo viên, tuyên truyền viên.|Who is recognised, in which branches of law, and how many sessions each held. Sessions are counted from the activities that say who spoke.]]</p>
</div>
<div class="actions">{{#record}}<a class="button" href="{{record_text}}">[[Ghi người được công nhận|Record a speaker]]</a> {{/record}}<a class="button-secondary" href="{{csv}}">[[Tải sổ (CSV)|Download (CSV)]]</a> <a class="button-quiet" href="/bao-cao-vien">[[Danh sách công khai|The public list]]</a></div>
{{>chips}}
{{>filter}}
{{#no_has_rows}}
<div class="empty">
  {{#narrowed}}<h2>[[Không có ai như vậy|Nobody found]]</h2>
  <p>[[Hãy thử ít chữ hơn, hoặc|Try fewer words, or]] <a href="{{address}}">[[bỏ lọc|clear the filter]]</a>.</p>{{/narrowed}}
  {{#no_narrowed}}<h2>{{#of_dismissed}}[[Chưa có ai được miễn nhiệm, cho thôi|Nobody was dismissed]]{{/of_dismissed}}{{#no_of_dismissed}}[[Sổ chưa có ai|Nobody is on the register]]{{/no_of_dismissed}}</h2>
  <p>[[Người được công nhận hiện ở đây khi đơn vị ghi số quyết định và lĩnh vực của họ.|Speakers appear here once the unit records the decision and their branches of law.]]</p>{{/no_narrowed}}
</div>
{{/no_has_rows}}
{{#has_rows}}
{{#has_idle}}<p><span class="state state-risk">[[12 tháng chưa có buổi nào|None for 12 months]]</span> {{idle_count}} [[người, đứng trước trong bảng.|persons, first in the table.]]</p>{{/has_idle}}
<section class="table-wrap" aria-labelledby="bang" tabindex="0">
<table class="table-cards">
  <caption id="bang">{{found}} [[người|persons]]</caption>
  <thead><tr><th scope="col">[[Họ tên|Name]]</th><th scope="col">[[Được công nhận là|Recognised as]]</th><th scope="col">[[Lĩnh vực|Branches of law]]</th><th scope="col">[[Đơn vị|Unit]]</th><th scope="col" class="number">[[Buổi trong năm|Sessions in]] {{year}}</th><th scope="col" class="number">[[Tất cả|In all]]</th><th scope="col">[[Gần nhất|Last]]</th></tr></thead>
  <tbody>
  {{#rows}}<tr><th scope="row"><a href="{{address}}" lang="vi">{{name}}</a> <span class="soft" lang="vi">{{workplace}}</span></th><td data-label="[[Được công nhận là|Recognised as]]">{{standing}}</td><td data-label="[[Lĩnh vực|Branches of law]]">{{branches}}</td><td data-label="[[Đơn vị|Unit]]"><span lang="vi">{{unit}}</span></td><td class="number" data-label="[[Buổi trong năm|Sessions this year]]">{{this_year}}</td><td class="number" data-label="[[Tất cả|In all]]">{{all}}</td><td data-label="[[Gần nhất|Last]]"><span>{{#last}}<time datetime="{{day_iso}}">{{day}}</time>{{/last}}{{#no_last}}–{{/no_last}}{{#idle}} <span class="state state-risk">[[12 tháng chưa có buổi nào|None for 12 months]]</span>{{/idle}}</span></td></tr>
  {{/rows}}</tbody>
</table>
</section>
{{>pager}}
{{/has_rows}}
