<div class="title-block">
  <h1>[[Điểm ký của sổ cái|Checkpoints of the ledger]]</h1>
  <p class="must">[[Mỗi ngày, và ngay sau khi một số liệu được chốt hay một kỳ báo cáo được khóa, sổ cái được ký. Ai giữ một điểm ký thì về sau biết được sổ cái có bị viết lại hay không.|Every day, and right after a figure is frozen or a round of reports is closed, the ledger is signed. Whoever keeps a checkpoint can see later whether history was rewritten.]] <a href="/so-cai/cach-kiem-tra">[[Cách kiểm tra|How to check]]</a></p>
</div>
{{#no_newest}}<div class="empty"><h2>[[Chưa có điểm ký nào|No checkpoint yet]]</h2><p>[[Điểm ký đầu tiên được tạo khi máy chủ bắt đầu một ngày mới hoặc sau khi chốt một số liệu hoặc khóa một kỳ báo cáo.|The first one is made when the server begins a day or after a figure is frozen or a round of reports is closed.]] <a href="/">[[Về trang chủ|Home page]]</a></p></div>{{/no_newest}}
{{#newest}}
<h2>[[Điểm ký mới nhất|The newest]]</h2>
{{#row}}<p>[[Số|No.]] {{number}}: {{facts}} [[sự kiện, sự kiện cuối ghi lúc|facts, the last recorded at]] <time datetime="{{at_iso}}">{{at}}</time>.</p>{{/row}}
<pre class="exact" tabindex="0">{{note:pre_escape}}</pre>
<p class="link-row"><a href="/so-cai/diem-ky/moi-nhat">[[Tải điểm ký mới nhất (văn bản thường, địa chỉ không đổi)|The newest checkpoint as plain text (the address stays)]]</a></p>
<h2>[[Khóa công khai|Public key]]</h2>
<p>[[Dấu vân tay|Fingerprint]]: <code>{{fingerprint}}</code>. [[Hãy đối chiếu với dấu vân tay in trên giấy hoặc hỏi qua điện thoại, không chỉ với trang này.|Compare it with the one on paper or ask by telephone, not with this page only.]]</p>
<pre>{{key}}</pre>
<p class="link-row"><a href="/so-cai/khoa">[[Tải khóa công khai|The public key as plain text]]</a></p>
{{/newest}}
{{#has_keys}}
<h2>[[Các khóa đã dùng|Keys used so far]]</h2>
<ul>
  {{#keys}}<li>[[Từ điểm ký số|From checkpoint no.]] <a href="{{address}}">{{number}}</a>, {{day}}: <code>{{fingerprint}}</code>{{#vouched}} · [[khóa trước đã ký cho khóa này|the key before signed for this one]]{{/vouched}}{{#unvouched}} · <strong>[[khóa trước không ký cho khóa này; hãy hỏi lý do|the key before did not sign for this one; ask why]]</strong>{{/unvouched}}
    <pre>{{key}}</pre><a href="{{plain}}">[[Tải khóa này|This key as plain text]]</a></li>
  {{/keys}}
</ul>
{{/has_keys}}
{{#has_rows}}
<table class="table-cards">
  <caption>[[Tất cả điểm ký, mới nhất trước|All checkpoints, the newest first]]</caption>
  <thead><tr><th scope="col">[[Điểm ký|Checkpoint]]</th><th scope="col" class="number">[[Số sự kiện|Facts]]</th><th scope="col">[[Sự kiện cuối|Last fact]]</th><th scope="col">[[Gốc cây Merkle (16 chữ số đầu)|Merkle root (first 16 digits)]]</th></tr></thead>
  <tbody>
    {{#rows}}<tr><th scope="row"><a href="{{address}}">[[Số|No.]] {{number}}</a></th><td class="number" data-label="[[Số sự kiện|Facts]]">{{facts}}</td><td class="nowrap" data-label="[[Sự kiện cuối|Last fact]]"><time datetime="{{at_iso}}">{{at}}</time></td><td data-label="[[Gốc cây Merkle|Merkle root]]"><code>{{root}}</code></td></tr>
    {{/rows}}
  </tbody>
</table>
{{>pager}}
{{/has_rows}}
