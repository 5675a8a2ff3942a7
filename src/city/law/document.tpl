<div class="title-block">
  <p class="over" lang="vi">{{name}}</p>
  <h1 lang="vi">{{title}}</h1>
  <p class="must"><span class="state {{mark}}">{{effect}}</span> <span class="as-of">· [[tính đến|as of]] {{today}}</span></p>
</div>
<dl class="facts">
  <dt>[[Số, ký hiệu|Number]]</dt><dd>{{number}}</dd>
  <dt>[[Loại văn bản|Type]]</dt><dd lang="vi">{{type}}</dd>
  <dt>[[Cơ quan ban hành|Issuing body]]</dt><dd lang="vi">{{issuer}}</dd>
  <dt>[[Ngày ban hành|Date of issue]]</dt><dd><time datetime="{{issued_iso}}">{{issued}}</time></dd>
  <dt>[[Có hiệu lực từ|In force from]]</dt><dd>{{#effective}}{{effective_text}}{{/effective}}{{#no_effective}}[[chưa ghi; sổ tính từ ngày ban hành|not stated; counted from the date of issue]]{{/no_effective}}</dd>
  <dt>[[Hết hiệu lực từ|No longer in force from]]</dt><dd>{{#expires}}{{expires_text}}{{/expires}}{{#no_expires}}[[chưa ghi|not stated]]{{/no_expires}}</dd>
  {{#basis}}<dt>[[Căn cứ của các ngày này|Basis of these dates]]</dt><dd lang="vi">{{basis_text}}</dd>{{/basis}}
  {{#note}}<dt>[[Ghi chú|Note]]</dt><dd lang="vi">{{note_text}}</dd>{{/note}}
</dl>
{{#text}}
<div class="text-link">
  <p><a class="button" href="{{address}}">[[Đọc toàn văn, từng Điều|Read the full text, article by article]]</a></p>
  <p class="soft">{{articles}} [[điều|articles]] · [[đưa lên ngày|handed in on]] {{at}} · [[nguồn|source]]: {{source}}</p>
</div>
{{/text}}
{{#keep_text}}
<ul class="law-list">
  {{#waiting}}<li><a href="{{waiting_text}}">[[Có bản toàn văn chờ người thứ hai đối chiếu|A full text waits for a second person]]</a></li>{{/waiting}}
  {{#refused}}<li><a href="{{refused_text}}">[[Bản toàn văn đưa lên gần nhất bị trả lại; xem lý do|The latest text was refused; see why]]</a></li>{{/refused}}
  <li><a href="{{propose}}">[[Đưa toàn văn lên|Hand in the full text]]</a></li>
</ul>
{{/keep_text}}
<p class="link-row"><a href="{{articles}}">[[Bài viết và chiến dịch về văn bản này|Articles and campaigns about this document]]</a></p>
<section aria-labelledby="quan-he">
  <h2 id="quan-he">[[Quan hệ với văn bản khác|Relations]]</h2>
  <ul class="law-list">
    {{#replaced_by}}<li><span>[[Được thay bằng|Replaced by]] <a href="{{address}}" lang="vi">{{name}}</a></span> <span class="soft" lang="vi">{{title}}</span></li>{{/replaced_by}}
    {{#replaces}}<li><span>[[Thay thế|Replaces]] <a href="{{address}}" lang="vi">{{name}}</a></span> <span class="soft" lang="vi">{{title}}</span></li>{{/replaces}}
    {{#same_number}}<li><span>[[Cùng số|Same number]]: <a href="{{address}}" lang="vi">{{name}}</a></span> <span class="soft" lang="vi">{{title}}</span></li>{{/same_number}}
  </ul>
  {{#no_replaced_by}}{{#no_replaces}}{{#no_same_number}}<p class="soft">[[Sổ chưa ghi quan hệ nào.|No relation is registered.]]</p>{{/no_same_number}}{{/no_replaces}}{{/no_replaced_by}}
</section>
{{#form}}
<section aria-labelledby="doi-hieu-luc">
  <h2 id="doi-hieu-luc">[[Ghi thay đổi hiệu lực|Change the effect]]</h2>
  <p>[[Các ngày ghi ở đây thay cho các ngày hiện nay; mọi bài viết dẫn văn bản này hiện hiệu lực mới ngay.|These dates take the place of the present ones; every article that cites the document shows the new effect at once.]]</p>
  <form class="form" action="{{action}}" method="post" novalidate>
    {{>keys}}<input type="hidden" name="ban" value="{{version}}">
    <div class="field-row">
    {{#effective}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="hieu-luc">[[Có hiệu lực từ|In force from]] <span class="optional">([[không bắt buộc|optional]])</span></label>
      <p class="hint" id="hieu-luc-hint">[[Ngày/tháng/năm, ví dụ 01/07/2021|Day/month/year, for example 01/07/2021]]</p>
      {{#error}}<p class="field-error" id="hieu-luc-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
      <input class="w-date numbers" id="hieu-luc" name="hieu-luc" inputmode="numeric" value="{{value}}" aria-describedby="hieu-luc-hint{{#error}} hieu-luc-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
    </div>{{/effective}}
    {{#expires}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="het-hieu-luc">[[Hết hiệu lực từ|No longer in force from]] <span class="optional">([[không bắt buộc|optional]])</span></label>
      <p class="hint" id="het-hieu-luc-hint">[[Ngày đầu tiên không còn hiệu lực|The first day without effect]]</p>
      {{#error}}<p class="field-error" id="het-hieu-luc-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
      <input class="w-date numbers" id="het-hieu-luc" name="het-hieu-luc" inputmode="numeric" value="{{value}}" aria-describedby="het-hieu-luc-hint{{#error}} het-hieu-luc-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
    </div>{{/expires}}
    </div>
    {{#replaced_by}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="thay-bang">[[Được thay bằng văn bản số|Replaced by document number]] <span class="optional">([[không bắt buộc|optional]])</span></label>
      <p class="hint" id="thay-bang-hint">[[Số, ký hiệu của văn bản đã có trong sổ|Number of a registered document]]</p>
      {{#error}}<p class="field-error" id="thay-bang-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
      <input class="w-half" id="thay-bang" name="thay-bang" value="{{value}}" aria-describedby="thay-bang-hint{{#error}} thay-bang-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
    </div>{{/replaced_by}}
    {{#basis}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="can-cu">[[Căn cứ|Basis]]</label>
      <p class="hint" id="can-cu-hint">[[Điều, khoản nào của văn bản nào quy định như vậy, ví dụ: Điều 53 Luật Thủ đô 2024|Which clause of which document says so]]</p>
      {{#error}}<p class="field-error" id="can-cu-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
      <input id="can-cu" name="can-cu" value="{{value}}" aria-describedby="can-cu-hint{{#error}} can-cu-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
    </div>{{/basis}}
    <div class="actions"><button class="button">[[Ghi hiệu lực|Record the effect]]</button></div>
  </form>
</section>
{{/form}}
