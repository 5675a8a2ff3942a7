<div class="title-block">
  <h1>[[Mở kỳ báo cáo|Ask for reports]]</h1>
  <p class="must">[[Các đơn vị có trách nhiệm điền biểu mẫu này được giao báo cáo ngay, trong phạm vi|Every unit that fills this form is asked at once, within]] <span lang="vi">{{scope_name}}</span>. [[Danh sách không đổi dù tổ chức thay đổi về sau.|The list stays as it is when the organisation changes later.]]</p>
</div>
<section aria-labelledby="chon-nhanh">
<h2 id="chon-nhanh">[[Chọn nhanh kỳ|Periods to choose from]]</h2>
<p>[[Mỗi năm ba lần nộp: 6 tháng đầu năm, năm, và số liệu chính thức của năm. Bấm vào một kỳ để điền sẵn các ngày bên dưới.|Three submissions a year: the first half, the year, and the year’s official figures. A link fills the days in below.]]</p>
<ul>{{#quick}}<li><a href="{{address}}"{{#current}} aria-current="true"{{/current}}>{{title}}</a></li>
{{/quick}}</ul>
</section>
<form class="form" action="/bao-cao/mo" method="post" data-keep="mo-ky-bao-cao/{{quick_code}}" novalidate>
  {{>keys}}<input type="hidden" name="pham-vi" value="{{scope}}"><input type="hidden" name="ky" value="{{quick_code}}">
  <fieldset class="fields{{#form_error}} field-wrong{{/form_error}}" id="bieu-mau"{{#form_error}} aria-describedby="bieu-mau-loi"{{/form_error}}>
    <legend>[[Biểu mẫu|Form]]</legend>
    {{#form_error}}<p class="field-error" id="bieu-mau-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{form_error_text}}</p>{{/form_error}}
    {{#choices}}<div class="choice"><input type="radio" id="bm-{{code}}" name="bieu-mau" value="{{code}}" aria-describedby="bm-{{code}}-nguon"{{#chosen}} checked{{/chosen}}><label for="bm-{{code}}">{{title}}</label></div>
    <p class="hint choice-hint" id="bm-{{code}}-nguon">{{origin}} · {{columns}} [[cột|columns]]{{#limits}} · {{limits_text}}{{/limits}}{{#not_in_force}} <span class="state state-risk">{{not_in_force_text}}</span>{{/not_in_force}}</p>
    {{/choices}}
  </fieldset>
  {{#from}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="tu-ngay">[[Từ ngày|First day]]</label>
    <p class="hint" id="tu-ngay-hint">[[Ngày/tháng/năm, ví dụ 01/01/2021|Day/month/year, for example 01/01/2021]]</p>
    {{#error}}<p class="field-error" id="tu-ngay-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-date numbers" id="tu-ngay" name="tu-ngay" inputmode="numeric" value="{{value}}" aria-describedby="tu-ngay-hint{{#error}} tu-ngay-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/from}}
  {{#to}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="den-ngay">[[Đến hết ngày|Last day]]</label>
    <p class="hint" id="den-ngay-hint">[[Ngày cuối kỳ, ví dụ 30/06/2021|The last day of the period, for example 30/06/2021]]</p>
    {{#error}}<p class="field-error" id="den-ngay-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-date numbers" id="den-ngay" name="den-ngay" inputmode="numeric" value="{{value}}" aria-describedby="den-ngay-hint{{#error}} den-ngay-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/to}}
  {{#counted_to}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="thuc-te-den">[[Số thực tế đến hết ngày|Actual figures to the end of]] <span class="optional">([[không bắt buộc|optional]])</span></label>
    <p class="hint" id="thuc-te-den-hint">[[Bỏ trống khi mọi số đều là số thực tế. Nếu ghi, ví dụ 31/05/2021, đơn vị ghi thêm số ước cho những ngày từ hôm sau đến ngày cuối kỳ, và nộp được từ hôm sau.|Leave it empty where all figures are actual. With a day, for example 31/05/2021, units add estimates for the days after it to the last one, and may hand in from the next day on.]]</p>
    {{#error}}<p class="field-error" id="thuc-te-den-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-date numbers" id="thuc-te-den" name="thuc-te-den" inputmode="numeric" value="{{value}}" aria-describedby="thuc-te-den-hint{{#error}} thuc-te-den-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/counted_to}}
  {{#due}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="han">[[Hạn nộp|Deadline]]</label>
    <p class="hint" id="han-hint">[[Ngày/tháng/năm, hoặc số ngày làm việc kể từ ngày mở kỳ (hôm nay), ví dụ 10 ngày làm việc. Hôm nay không tính; ngày làm việc tiếp theo là ngày thứ nhất.|Day/month/year, or working days after the day of asking (today), for example 10 working days. Today does not count; the next working day is the first.]]</p>
    {{#error}}<p class="field-error" id="han-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-half numbers" id="han" name="han" value="{{value}}" autocomplete="off" aria-describedby="han-hint{{#error}} han-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/due}}
  <div class="actions"><button class="button">[[Mở kỳ báo cáo|Ask for reports]]</button> <a class="button-quiet" href="/bao-cao">[[Thôi|Cancel]]</a></div>
</form>
