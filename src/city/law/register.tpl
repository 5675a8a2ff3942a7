<div class="title-block">
  <h1>[[Ghi văn bản vào sổ|Register a document]]</h1>
  <p class="must">[[Ghi đúng như trên văn bản. Số trùng với một văn bản khác ngày là chuyện thường: mỗi năm số bắt đầu lại.|Write it as on the document. The same number with another date is common: numbers begin again each year.]]</p>
</div>
<form class="form" action="/van-ban/moi" method="post" data-keep="van-ban-moi" novalidate>
  {{>keys}}
  {{#number}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="so">[[Số, ký hiệu|Number]]</label>
    <p class="hint" id="so-hint">[[Như trên văn bản, ví dụ 97/2019/QH14 hoặc 06/KH-HĐPHPBGDPL|As on the document, for example 97/2019/QH14]]</p>
    {{#error}}<p class="field-error" id="so-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-half" id="so" name="so" value="{{value}}" aria-describedby="so-hint{{#error}} so-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/number}}
  <div class="field{{#type_error}} field-wrong{{/type_error}}">
    <label for="loai">[[Loại văn bản|Type of document]]</label>
    <p class="hint" id="loai-hint">[[Bỏ trống nếu số đã nói rõ, ví dụ NĐ là nghị định. Luật và nghị quyết của Quốc hội phải chọn.|Leave empty where the number tells it (NĐ is a decree). Choose it for laws and resolutions of the National Assembly.]]</p>
    {{#type_error}}<p class="field-error" id="loai-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{type_error_text}}</p>{{/type_error}}
    <select class="w-half" id="loai" name="loai" aria-describedby="loai-hint{{#type_error}} loai-loi{{/type_error}}"{{#type_error}} aria-invalid="true"{{/type_error}}>
      <option value="">[[Theo số, ký hiệu|As the number tells]]</option>
      {{#types}}<option value="{{value}}"[[| lang="vi"]]{{#chosen}} selected{{/chosen}}>{{label}}</option>
      {{/types}}</select>
  </div>
  {{#issuer}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="co-quan">[[Cơ quan ban hành|Issuing body]]</label>
    <p class="hint" id="co-quan-hint">[[Tên đầy đủ; bỏ trống nếu ký hiệu đã nói rõ, ví dụ CP là Chính phủ|The full name; leave empty where the number tells it]]</p>
    {{#error}}<p class="field-error" id="co-quan-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="co-quan" name="co-quan" value="{{value}}" aria-describedby="co-quan-hint{{#error}} co-quan-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/issuer}}
  {{#title}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="trich-yeu">[[Trích yếu|Title]]</label>
    <p class="hint" id="trich-yeu-hint">[[Tên văn bản, không có loại và số|The title without type and number]]</p>
    {{#error}}<p class="field-error" id="trich-yeu-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <textarea id="trich-yeu" name="trich-yeu" rows="3" aria-describedby="trich-yeu-hint{{#error}} trich-yeu-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>{{value}}</textarea>
  </div>{{/title}}
  <div class="field-row">
  {{#issued}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ban-hanh">[[Ngày ban hành|Date of issue]]</label>
    <p class="hint" id="ban-hanh-hint">[[Ngày/tháng/năm, ví dụ 27/11/2019|Day/month/year, for example 27/11/2019]]</p>
    {{#error}}<p class="field-error" id="ban-hanh-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-date numbers" id="ban-hanh" name="ban-hanh" inputmode="numeric" value="{{value}}" aria-describedby="ban-hanh-hint{{#error}} ban-hanh-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/issued}}
  {{#effective}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="hieu-luc">[[Có hiệu lực từ|In force from]] <span class="optional">([[không bắt buộc|optional]])</span></label>
    <p class="hint" id="hieu-luc-hint">[[Ngày/tháng/năm, ví dụ 27/11/2019|Day/month/year, for example 27/11/2019]]</p>
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
  {{#note}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ghi-chu">[[Ghi chú|Note]] <span class="optional">([[không bắt buộc|optional]])</span></label>
    <p class="hint" id="ghi-chu-hint">[[Điều người đọc cần biết về văn bản này; hiện công khai|What readers need to know about this document; shown publicly]]</p>
    {{#error}}<p class="field-error" id="ghi-chu-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <textarea id="ghi-chu" name="ghi-chu" rows="3" aria-describedby="ghi-chu-hint{{#error}} ghi-chu-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>{{value}}</textarea>
  </div>{{/note}}
  <div class="actions">
    <button class="button">[[Ghi vào sổ|Register]]</button>
    <a class="button-quiet" href="/van-ban">[[Thôi|Cancel]]</a>
  </div>
</form>
