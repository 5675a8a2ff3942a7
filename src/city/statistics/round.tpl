<div class="title-block">
  <p class="over" lang="vi">{{unit}}</p>
  <h1>{{form}}: {{period}}</h1>
  <p class="must">{{origin}}.</p>
</div>
{{#has_estimates}}<p>[[Số thực tế đến hết|Actual figures to]] {{counted_to}}; [[số ước từ|estimates from]] {{estimated_from}} [[đến hết|to]] {{estimated_to}}.{{#official}} <a href="{{official_text}}">[[Xem số liệu chính thức của kỳ này|The official figures of this period]]</a>{{/official}}</p>{{/has_estimates}}
{{#estimates}}<p>[[Trước số liệu chính thức này, các đơn vị đã báo số ước.|Before these official figures units had reported estimates.]] <a href="{{estimates_text}}">[[Xem kỳ báo cáo số ước|The round of estimates]]</a></p>{{/estimates}}
{{#above}}<p><a href="{{above_text}}">[[Đơn vị cấp trên|The unit above]]: <span lang="vi">{{above_name}}</span></a></p>{{/above}}
{{#closing}}<div class="notice"><p>[[Đã khóa lúc|Closed at]] {{closed_at}}, [[tại sự kiện số|at fact no.]] {{position}} [[của sổ cái, khi|of the ledger, when]] {{counted_then}} [[đơn vị đã nộp.|units had handed in.]]</p></div>{{/closing}}
{{#shown_at}}<p>[[Số cộng dồn lúc khóa đã công khai|What was added up at the closing is public]]: <a href="{{shown_at_text}}">[[xem trang công khai|the public page]]</a></p>{{/shown_at}}
{{#cancelled}}<div class="notice"><p><span class="state state-late">[[Đã hủy|Cancelled]]</span> <span lang="vi">{{cancelled_text}}</span></p></div>{{/cancelled}}
<dl class="figures">
  <div><dt>[[Đã nộp|Handed in]]</dt><dd><a class="figure" href="{{who_counted}}"><span class="numbers">{{counted}}/{{asked}}</span><span class="unseen"> [[đơn vị đã nộp|units handed in]]</span></a> <span class="as-of">[[hạn|deadline]] <time datetime="{{due_iso}}">{{due}}</time></span></dd></div>
  <div><dt>[[Đúng hạn|In time]]</dt><dd><a class="figure" href="{{who_in_time}}"><span class="numbers">{{in_time}}</span><span class="unseen"> [[đơn vị nộp đúng hạn|units in time]]</span></a></dd></div>
  <div><dt>[[Đã tiếp nhận|Accepted]]</dt><dd><a class="figure" href="{{who_accepted}}"><span class="numbers">{{accepted}}</span><span class="unseen"> [[đơn vị được tiếp nhận|units accepted]]</span></a></dd></div>
</dl>
<section aria-labelledby="tong">
<h2 id="tong">[[Cộng dồn|Added up]]</h2>
<table class="table-cards">
  <caption>[[Từ các báo cáo đã nộp và không bị trả lại|Of reports handed in and not sent back]]</caption>
  <thead><tr><th scope="col">[[Cột|Column]]</th><th scope="col" class="number">{{sum_title}}</th>{{#has_estimates}}<th scope="col" class="number">[[Ước|Estimate]]</th><th scope="col" class="number">[[Cộng, có số ước|Total, with estimate]]</th>{{/has_estimates}}{{#estimates}}<th scope="col" class="number">[[Số ước đã báo|Reported as estimates]]</th><th scope="col" class="number">[[Chênh lệch|Difference]]</th>{{/estimates}}<th scope="col">[[Đơn vị tính|Unit]]</th></tr></thead>
  <tbody>{{#sums}}<tr><th scope="row">{{code}}. {{title}}</th><td class="number" data-label="{{sum_title}}"><span><a class="figure" href="{{address}}">{{sum}}<span class="unseen"> {{title}}</span></a>{{#frozen}} <span class="as-of">([[lúc khóa|when closed]]: {{frozen_text}})</span>{{/frozen}}</span></td>{{#estimated}}<td class="number" data-label="[[Ước|Estimate]]"><span><a class="figure" href="{{address}}">{{estimate}}<span class="unseen"> {{title}}, [[số ước|estimate]]</span></a>{{#frozen_estimate}} <span class="as-of">([[lúc khóa|when closed]]: {{frozen_estimate_text}})</span>{{/frozen_estimate}}</span></td><td class="number" data-label="[[Cộng, có số ước|Total, with estimate]]"><a class="figure" href="{{address}}">{{total}}<span class="unseen"> {{title}}, [[có số ước|with estimate]]</span></a></td>{{/estimated}}{{#told}}<td class="number" data-label="[[Số ước đã báo|Reported as estimates]]"><span>{{told_actual}} + {{told_estimate}} [[ước|estimated]] = {{told_total}}</span></td><td class="number" data-label="[[Chênh lệch|Difference]]">{{difference}}</td>{{/told}}<td data-label="[[Đơn vị tính|Unit]]">{{measure}}</td></tr>
  {{/sums}}</tbody>
</table>
<p class="no-print">[[Tải bảng theo đơn vị|Table by unit]]: <a href="{{xlsx}}">XLSX<span class="unseen">, [[bảng theo đơn vị|table by unit]]</span></a> · <a href="{{csv}}">CSV<span class="unseen">, [[bảng theo đơn vị|table by unit]]</span></a> · [[Báo cáo theo thể thức|The report on paper]]: <a href="{{pdf}}">PDF<span class="unseen">, [[báo cáo theo thể thức|the report on paper]]</span></a> · <a href="{{docx}}">DOCX<span class="unseen">, [[báo cáo theo thể thức|the report on paper]]</span></a></p>
{{#narrative}}<p><a href="{{narrative_text}}">[[Báo cáo bằng lời của kỳ này|The report of this round in words]]</a></p>{{/narrative}}
</section>
{{#has_children}}<details><summary>[[Theo đơn vị ngay bên dưới|By unit right below]]</summary>
<table class="table-cards">
  <caption class="unseen">[[Đã nộp theo đơn vị|Handed in by unit]]</caption>
  <thead><tr><th scope="col">[[Đơn vị|Unit]]</th><th scope="col" class="number">[[Đã nộp|Handed in]]</th><th scope="col" class="number">[[Đúng hạn|In time]]</th></tr></thead>
  <tbody>{{#children}}<tr><th scope="row"><a href="{{below}}" lang="vi">{{name}}</a></th><td class="number" data-label="[[Đã nộp|Handed in]]">{{counted}}/{{asked}}</td><td class="number" data-label="[[Đúng hạn|In time]]">{{in_time}}</td></tr>
  {{/children}}</tbody>
</table></details>{{/has_children}}
<section aria-labelledby="tung-don-vi">
<h2 id="tung-don-vi">[[Từng đơn vị|Unit by unit]]</h2>
{{>kinds}}
{{#no_has_units}}<p>[[Không có đơn vị nào.|None.]]</p>{{/no_has_units}}
{{#has_units}}<table class="table-cards">
  <caption class="unseen">[[Tình trạng nộp|What was handed in]]</caption>
  <thead><tr><th scope="col">[[Đơn vị|Unit]]</th><th scope="col">[[Tình trạng|State]]</th><th scope="col">[[Nộp lúc|Handed in at]]</th></tr></thead>
  <tbody>{{#units}}<tr><th scope="row"><a href="{{address}}" lang="vi">{{name}}</a>{{#closed}} <span class="state state-idle">[[dừng hoạt động từ|closed since]] {{closed_text}}</span>{{/closed}}</th><td data-label="[[Tình trạng|State]]"><span><span class="state {{mark}}">{{standing}}</span>{{#late}} <span class="state state-late">{{late_text}}</span>{{/late}}</span></td><td data-label="[[Nộp lúc|Handed in at]]">{{at}}</td></tr>
  {{/units}}</tbody>
</table>{{/has_units}}
{{>pager}}
</section>
{{#steer}}{{#is_open}}<form action="{{close}}" method="post" data-confirm="[[Sau khi khóa không ai nộp hay trả lại được nữa, trừ đơn vị được cho nộp bổ sung; báo cáo đã nộp vẫn tiếp nhận được. Số cộng dồn lúc này được giữ nguyên.|Nobody hands in or sends back any more, but for units that are let in; what was handed in can still be accepted. What is added up now is kept.]]" data-confirm-title="[[Khóa kỳ báo cáo?|Close the round?]]">{{>keys}}
  <p>[[Còn|Still]] <strong>{{missing}}</strong> [[đơn vị chưa nộp.|units are missing.]]</p>
  <div class="actions"><button class="button-secondary">[[Khóa kỳ báo cáo|Close the round]]</button></div>
</form>
<details{{#failed}} open{{/failed}}><summary>[[Mở nhầm? Hủy kỳ báo cáo|Opened by mistake? Cancel the round]]</summary>
<form class="form" action="{{cancel}}" method="post" novalidate>{{>keys}}
  {{#reason}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ly-do">[[Vì sao hủy|Why]]</label>
    <p class="hint" id="ly-do-hint">[[Không đơn vị nào phải nộp nữa; những gì đã nộp vẫn xem lại được nhưng không được cộng.|No unit owes it any more; what was handed in can be seen but adds up to nothing.]]</p>
    {{#error}}<p class="field-error" id="ly-do-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="ly-do" name="ly-do" value="{{value}}" aria-describedby="ly-do-hint{{#error}} ly-do-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/reason}}
  <button class="button-secondary">[[Hủy kỳ báo cáo|Cancel the round]]</button>
</form></details>{{/is_open}}
{{#no_is_open}}<details{{#failed}} open{{/failed}}><summary>[[Cho một đơn vị nộp bổ sung|Let one unit in once more]]</summary>
<form class="form" action="{{allow}}" method="post" novalidate>{{>keys}}
  {{#code}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="don-vi">[[Mã đơn vị|The unit’s code]]</label>
    {{#error}}<p class="field-error" id="don-vi-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-half" id="don-vi" name="don-vi" value="{{value}}"{{#error}} aria-describedby="don-vi-loi" aria-invalid="true"{{/error}}>
  </div>{{/code}}
  {{#until}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="gia-han-den">[[Hạn nộp bổ sung|Until]]</label>
    <p class="hint" id="gia-han-den-hint">[[Ngày/tháng/năm, hoặc số ngày làm việc kể từ hôm nay, ví dụ 3 ngày làm việc. Hôm nay không tính.|Day/month/year, or working days after today, for example 3 working days. Today does not count.]]</p>
    {{#error}}<p class="field-error" id="gia-han-den-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-half numbers" id="gia-han-den" name="gia-han-den" value="{{value}}" autocomplete="off" aria-describedby="gia-han-den-hint{{#error}} gia-han-den-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/until}}
  {{#reason}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ly-do">[[Vì sao|Why]]</label>
    {{#error}}<p class="field-error" id="ly-do-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="ly-do" name="ly-do" value="{{value}}"{{#error}} aria-describedby="ly-do-loi" aria-invalid="true"{{/error}}>
  </div>{{/reason}}
  <button class="button-secondary">[[Cho nộp bổ sung|Let it in]]</button>
</form></details>{{/no_is_open}}{{/steer}}
{{#publishing}}<section aria-labelledby="cong-khai">
<h2 id="cong-khai">[[Công khai số liệu|Publishing the figures]]</h2>
{{#no_is_public}}{{#about_people}}<p>[[Biểu mẫu này đếm người theo đặc điểm riêng (giới tính, dân tộc, trình độ); nhóm nhỏ có thể để lộ từng người, nên số liệu không được công khai.|This form counts persons by their traits (sex, ethnic group, training); small groups could tell of single persons, so its figures are not published.]]</p>{{/about_people}}
{{#no_about_people}}{{#is_own}}<p>[[Bạn đã khóa kỳ báo cáo này, nên một người khác có quyền phê duyệt phải công khai số liệu.|You closed this round, so another person who may approve has to publish its figures.]]</p>{{/is_own}}
{{#no_is_own}}<form action="{{publish}}" method="post" data-confirm="[[Ai cũng xem và tải được số cộng dồn lúc khóa, tổng cộng và theo từng đơn vị ngay bên dưới. Nếu sai, bạn rút lại được, nhưng địa chỉ công khai vẫn nói đã rút lại và vì sao.|Everybody can see and download what was added up at the closing, in all and by unit right below. It can be taken back, but its address then says so and why.]]" data-confirm-title="[[Công khai số liệu?|Publish the figures?]]">{{>keys}}
  <p>[[Số cộng dồn lúc khóa lên trang Số liệu công khai kèm dữ liệu mở và bằng chứng; báo cáo nộp bổ sung sau đó không làm đổi số ấy.|What was added up at the closing goes to the page of public figures with open data and a proof; what is handed in later does not change it.]]</p>
  <div class="actions"><button class="button-secondary">[[Công khai số liệu|Publish the figures]]</button></div>
</form>{{/no_is_own}}{{/no_about_people}}{{/no_is_public}}
{{#is_public}}<details{{#wrong}} open{{/wrong}}><summary>[[Công khai nhầm? Rút lại số liệu|Published by mistake? Take the figures back]]</summary>
<form class="form" action="{{take_back}}" method="post" novalidate>{{>keys}}
  {{#why}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ly-do-rut">[[Vì sao rút lại|Why they are taken back]]</label>
    <p class="hint" id="ly-do-rut-hint">[[Lý do hiện ở địa chỉ công khai cho mọi người đọc.|Everybody reads it at the public address.]]</p>
    {{#error}}<p class="field-error" id="ly-do-rut-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="ly-do-rut" name="ly-do-rut" value="{{value}}" aria-describedby="ly-do-rut-hint{{#error}} ly-do-rut-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/why}}
  <button class="button-secondary">[[Rút khỏi trang công khai|Take them off the public page]]</button>
</form></details>{{/is_public}}
</section>{{/publishing}}
