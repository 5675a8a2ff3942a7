<div class="title-block">
  <p class="over" lang="vi">{{asker}}</p>
  <h1>{{form}}: {{period}}</h1>
  <p class="must">{{origin}}.</p>
</div>
{{#has_earlier}}<div class="notice notice-risk">{{#earlier}}<p>[[Số liệu công khai lúc|The figures published at]] {{from}} [[đã được rút lại lúc|were taken back at]] {{until}}. [[Lý do|Reason]]: <span lang="vi">{{reason}}</span></p>{{/earlier}}
<p>[[Trang này là số liệu được công khai lại lúc|This page shows what was published again at]] {{published}}.</p></div>{{/has_earlier}}
<dl class="figures">
  <div><dt>[[Đơn vị đã nộp khi khóa|Units that had handed in]]</dt><dd><span class="numbers">{{counted}}/{{asked}}</span></dd></div>
  <div><dt>[[Nộp đúng hạn|In time]]</dt><dd><span class="numbers">{{in_time}}</span> <span class="as-of">[[hạn|deadline]] <time datetime="{{due_iso}}">{{due}}</time></span></dd></div>
</dl>
<dl class="facts">
  <dt>[[Kỳ báo cáo|Period]]</dt><dd>[[từ|from]] <time datetime="{{from_iso}}">{{from}}</time> [[đến hết|to the end of]] <time datetime="{{to_iso}}">{{to}}</time></dd>
  {{#has_estimates}}<dt>[[Số thực tế|Actual figures]]</dt><dd>[[đến hết|to the end of]] {{counted_to}}</dd>
  <dt>[[Số ước|Estimates]]</dt><dd>[[từ|from]] {{estimated_from}} [[đến hết|to the end of]] {{to}}</dd>{{/has_estimates}}
  <dt>[[Khóa lúc|Closed at]]</dt><dd><time datetime="{{closed_iso}}">{{closed}}</time></dd>
  <dt>[[Công khai lúc|Public since]]</dt><dd><time datetime="{{published_iso}}">{{published}}</time></dd>
</dl>
<section aria-labelledby="tong">
<h2 id="tong">[[Tổng cộng|In all]]</h2>
<table class="table-cards">
  <caption>[[Bấm vào một con số để xem theo đơn vị|A figure leads to what each unit adds]]</caption>
  <thead><tr><th scope="col">[[Chỉ tiêu|Column]]</th><th scope="col" class="number">{{sum_title}}</th>{{#has_estimates}}<th scope="col" class="number">[[Ước|Estimate]]</th><th scope="col" class="number">[[Cộng, có số ước|Total, with estimate]]</th>{{/has_estimates}}<th scope="col">[[Đơn vị tính|Unit]]</th></tr></thead>
  <tbody>{{#columns}}<tr><th scope="row">{{code}}. {{title}}</th><td class="number" data-label="{{sum_title}}"><a class="figure" href="{{address}}">{{sum}}<span class="unseen"> {{title}}, [[theo đơn vị|by unit]]</span></a></td>{{#estimated}}<td class="number" data-label="[[Ước|Estimate]]">{{estimate}}</td><td class="number" data-label="[[Cộng, có số ước|Total, with estimate]]">{{total}}</td>{{/estimated}}<td data-label="[[Đơn vị tính|Unit]]">{{measure}}</td></tr>
  {{/columns}}</tbody>
</table>
</section>
{{#by_unit}}<section aria-labelledby="theo-don-vi">
<h2 id="theo-don-vi">[[Theo đơn vị|By unit]]: {{code}}. {{title}}</h2>
<table class="table-cards">
  <caption>[[Mỗi đơn vị gồm cả các đơn vị bên dưới; cộng lại bằng tổng ở trên|Each with the units below it; together they are the sum above]]</caption>
  <thead><tr><th scope="col">[[Đơn vị|Unit]]</th><th scope="col" class="number">[[Đã nộp|Handed in]]</th><th scope="col" class="number">[[Đúng hạn|In time]]</th><th scope="col" class="number">{{measure}}{{#has_estimates}}, [[thực tế|actual]]{{/has_estimates}}</th>{{#has_estimates}}<th scope="col" class="number">[[Ước|Estimate]]</th><th scope="col" class="number">[[Cộng, có số ước|Total, with estimate]]</th>{{/has_estimates}}</tr></thead>
  <tbody>{{#units}}<tr><th scope="row" lang="vi">{{name}}</th><td class="number" data-label="[[Đã nộp|Handed in]]">{{counted}}/{{asked}}</td><td class="number" data-label="[[Đúng hạn|In time]]">{{in_time}}</td><td class="number" data-label="{{measure}}{{#has_estimates}}, [[thực tế|actual]]{{/has_estimates}}">{{amount}}</td>{{#estimated}}<td class="number" data-label="[[Ước|Estimate]]">{{estimate}}</td><td class="number" data-label="[[Cộng, có số ước|Total, with estimate]]">{{total}}</td>{{/estimated}}</tr>
  {{/units}}{{#all}}<tr class="row-total"><th scope="row">[[Tổng cộng, kể cả các trang khác|In all, with other pages]]</th><td class="number" data-label="[[Đã nộp|Handed in]]">{{counted}}/{{asked}}</td><td class="number" data-label="[[Đúng hạn|In time]]">{{in_time}}</td><td class="number" data-label="{{measure}}{{#has_estimates}}, [[thực tế|actual]]{{/has_estimates}}">{{amount}}</td>{{#estimated}}<td class="number" data-label="[[Ước|Estimate]]">{{estimate}}</td><td class="number" data-label="[[Cộng, có số ước|Total, with estimate]]">{{total}}</td>{{/estimated}}</tr>{{/all}}</tbody>
</table>
{{>pager}}
</section>{{/by_unit}}
{{#in_words}}<article class="article-body" aria-labelledby="bang-loi">
<h2 id="bang-loi">[[Báo cáo bằng lời|The report in words]]</h2>
{{>text}}
</article>{{/in_words}}
<section aria-labelledby="tai">
<h2 id="tai">[[Dữ liệu mở|Open data]]</h2>
<p class="link-row"><span>[[Mọi chỉ tiêu của mọi đơn vị ở trên, trong một tệp|Every column of every unit above, in one file]]:</span> <a href="{{csv}}">CSV<span class="unseen">, [[mọi chỉ tiêu của mọi đơn vị|every column of every unit]]</span></a> <a href="{{json}}">JSON<span class="unseen">, [[mọi chỉ tiêu của mọi đơn vị|every column of every unit]]</span></a></p>
</section>
<section aria-labelledby="nghia">
<h2 id="nghia">[[Đọc số liệu này thế nào|How to read these figures]]</h2>
<ul>
  <li>[[Mỗi con số cộng từ báo cáo của các đơn vị đã nộp khi kỳ báo cáo được khóa. Đơn vị chưa nộp không có trong tổng.|Each figure adds up the reports that units had handed in when the round was closed. Units that had not are not in it.]]</li>
  {{#has_estimates}}<li>[[Số ước là phần đơn vị dự tính cho những ngày chưa đếm được khi báo cáo; số chính thức công bố sau có thể khác. Cột “Cộng” có số ước.|Estimates are what units expected for days that could not be counted when they reported; official figures that follow may differ. The total contains them.]]</li>{{/has_estimates}}
  <li>[[“Lượt người” là số lần có mặt, không phải số người: một người dự hai buổi được tính hai lượt.|“Attendances” are not persons: who comes twice counts twice.]]</li>
  <li>[[Đơn vị tự chịu trách nhiệm về số đã báo cáo. Số liệu cho biết đã làm bao nhiêu, không cho biết người dân hiểu luật đến đâu.|Each unit answers for what it reported. The figures say how much was done, not how well people know the law.]]</li>
  <li>[[Báo cáo nộp bổ sung hay sửa sau khi khóa không làm đổi số ở đây.|What is handed in or corrected after the closing changes nothing here.]]</li>
</ul>
</section>
<section aria-labelledby="kiem-tra">
<h2 id="kiem-tra">[[Kiểm tra|Checking]]</h2>
<p>[[Cộng đến sự kiện số|Added up to fact no.]] {{position}}, [[khóa ở sự kiện số|closed by fact no.]] {{fact}} [[của sổ cái; sự kiện ấy ghi lại từng tổng ở trên và không sửa được nữa.|of the ledger; that fact holds each sum above and cannot be changed any more.]]</p>
{{#proof}}<p class="link-row"><a href="{{proof_text}}" download>[[Tải bằng chứng|Download the proof]]</a> <a href="/so-cai/cach-kiem-tra">[[Cách kiểm tra|How to check it]]</a></p>{{/proof}}
{{#no_proof}}<p>[[Kỳ này khóa bằng phiên bản cũ của phần mềm nên không có tệp bằng chứng.|This round was closed by an earlier version of the software, so there is no proof file.]] <a href="/so-cai/cach-kiem-tra">[[Cách kiểm tra số liệu|How to check figures]]</a></p>{{/no_proof}}
</section>
