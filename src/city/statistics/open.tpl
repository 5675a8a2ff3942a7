<div class="title-block">
  <h1>[[Mở kỳ báo cáo|Ask for reports]]</h1>
  <p class="must">[[Các đơn vị có trách nhiệm điền biểu mẫu này được giao báo cáo ngay, trong phạm vi|Every unit that fills this form is asked at once, within]] <span lang="vi">{{scope_name}}</span>. [[Danh sách không đổi dù tổ chức thay đổi về sau.|The list stays as it is when the organisation changes later.]]</p>
</div>
<form class="form" action="/bao-cao/mo" method="post" data-keep="mo-ky-bao-cao" novalidate>
  {{>keys}}<input type="hidden" name="pham-vi" value="{{scope}}">
  <fieldset class="fields{{#form_error}} field-wrong{{/form_error}}" id="bieu-mau"{{#form_error}} aria-describedby="bieu-mau-loi"{{/form_error}}>
    <legend>[[Biểu mẫu|Form]]</legend>
    {{#form_error}}<p class="field-error" id="bieu-mau-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{form_error_text}}</p>{{/form_error}}
    {{#choices}}<div class="choice"><input type="radio" id="bm-{{code}}" name="bieu-mau" value="{{code}}" aria-describedby="bm-{{code}}-nguon"{{#chosen}} checked{{/chosen}}><label for="bm-{{code}}">{{title}}</label></div>
    <p class="hint choice-hint" id="bm-{{code}}-nguon">{{origin}} · {{columns}} [[cột|columns]]</p>
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
    <p class="hint" id="den-ngay-hint">[[Ngày chốt số liệu, ví dụ 30/06/2021|The cut-off, for example 30/06/2021]]</p>
    {{#error}}<p class="field-error" id="den-ngay-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-date numbers" id="den-ngay" name="den-ngay" inputmode="numeric" value="{{value}}" aria-describedby="den-ngay-hint{{#error}} den-ngay-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/to}}
  {{#due}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="han">[[Hạn nộp|Deadline]]</label>
    {{#error}}<p class="field-error" id="han-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-date numbers" id="han" name="han" inputmode="numeric" value="{{value}}"{{#error}} aria-describedby="han-loi" aria-invalid="true"{{/error}}>
  </div>{{/due}}
  <div class="actions"><button class="button">[[Mở kỳ báo cáo|Ask for reports]]</button> <a class="button-quiet" href="/bao-cao">[[Thôi|Cancel]]</a></div>
</form>
