<div class="title-block">
  <h1>[[Ghi ngày nghỉ, ngày làm bù|Record days off and days worked]]</h1>
  <p class="must">[[Ghi theo thông báo của cơ quan có thẩm quyền. Điều ghi sau thay điều ghi trước; hạn đã giao không đổi.|Record what was announced. The newest word counts; deadlines that were given do not move.]]</p>
</div>
<form class="form" action="/lich-lam-viec/ghi" method="post" novalidate>
  {{>keys}}
  <div class="field-row">
  {{#first}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="tu-ngay">[[Ngày|Day]]</label>
    <p class="hint" id="tu-ngay-hint">[[Ngày/tháng/năm, ví dụ 30/04/2027|Day/month/year, for example 30/04/2027]]</p>
    {{#error}}<p class="field-error" id="tu-ngay-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-date numbers" id="tu-ngay" name="tu-ngay" inputmode="numeric" value="{{value}}" aria-describedby="tu-ngay-hint{{#error}} tu-ngay-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/first}}
  {{#last}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="den-ngay">[[Đến hết ngày|To the end of]] <span class="optional">([[không bắt buộc|optional]])</span></label>
    <p class="hint" id="den-ngay-hint">[[Khi nhiều ngày liền nhau|Where several days follow each other]]</p>
    {{#error}}<p class="field-error" id="den-ngay-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-date numbers" id="den-ngay" name="den-ngay" inputmode="numeric" value="{{value}}" aria-describedby="den-ngay-hint{{#error}} den-ngay-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/last}}
  </div>
  <fieldset class="fields{{#rule_error}} field-wrong{{/rule_error}}"{{#rule_error}} aria-describedby="loai-loi"{{/rule_error}}>
    <legend>[[Ngày này|This day is]]</legend>
    {{#rule_error}}<p class="field-error" id="loai-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{rule_error_text}}</p>{{/rule_error}}
    <div id="loai">{{#rules}}<div class="choice"><input type="radio" id="loai-{{value}}" name="loai" value="{{value}}"{{#chosen}} checked{{/chosen}}><label for="loai-{{value}}">{{label}}</label></div>{{/rules}}</div>
  </fieldset>
  {{#name}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ten">[[Vì sao|Why]]</label>
    <p class="hint" id="ten-hint">[[Ví dụ Nghỉ bù Giỗ Tổ Hùng Vương|For example Nghỉ bù Giỗ Tổ Hùng Vương]]</p>
    {{#error}}<p class="field-error" id="ten-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="ten" name="ten" value="{{value}}" aria-describedby="ten-hint{{#error}} ten-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/name}}
  {{#basis}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="can-cu">[[Căn cứ|What it rests on]]</label>
    <p class="hint" id="can-cu-hint">[[Số và ngày của thông báo, hoặc điều luật; hiện công khai|Number and date of the announcement, or the article; shown publicly]]</p>
    {{#error}}<p class="field-error" id="can-cu-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="can-cu" name="can-cu" value="{{value}}" aria-describedby="can-cu-hint{{#error}} can-cu-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/basis}}
  <div class="actions"><button class="button">[[Ghi vào lịch|Record]]</button> <a class="button-quiet" href="{{back}}">[[Thôi|Cancel]]</a></div>
</form>
