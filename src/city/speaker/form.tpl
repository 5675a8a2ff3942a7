<div class="title-block">
  <p class="over" lang="vi">{{unit_name}}</p>
  {{#is_new}}<h1>[[Ghi người được công nhận|Record a speaker]]</h1>
  <p class="must">[[Ghi theo quyết định công nhận. Họ tên, nơi công tác, lĩnh vực được công khai trên cổng; đừng ghi ngày sinh, số điện thoại, địa chỉ nhà.|As the decision says. Name, place of work and branches of law are public on the portal; write no date of birth, phone number or home address.]]</p>{{/is_new}}{{#no_is_new}}<h1>[[Sửa thông tin|Change the entry]]</h1>
  <p class="must">[[Họ tên, nơi công tác ghi trước đây bị thay; số quyết định và lĩnh vực ghi trước đây vẫn còn trong sổ cái.|The name and place of work are replaced; the earlier decision and branches of law stay in the ledger.]]</p>{{/no_is_new}}
</div>
<form class="form" action="{{action}}" method="post" novalidate>
  {{>keys}}
  {{#change}}<input type="hidden" name="ban" value="{{version}}">{{#present}}<div class="notice"><p>[[Bây giờ đang ghi|It says now]]: <span lang="vi">{{present_text}}</span></p></div>{{/present}}{{/change}}
  {{#is_new}}<input type="hidden" name="don-vi" value="{{unit_value}}">{{/is_new}}
  <p>[[Được công nhận là|Recognised as]]: <strong>{{standing}}</strong>{{#is_new}} <span class="soft">([[theo cấp của đơn vị; để ghi cho đơn vị khác, mở sổ của đơn vị đó|by the level of the unit; for another unit, open its register]])</span>{{/is_new}}</p>
  {{#name}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ho-ten">[[Họ tên|Name]]</label>
    {{#error}}<p class="field-error" id="ho-ten-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="ho-ten" name="ho-ten" value="{{value}}" autocomplete="off"{{#error}} aria-invalid="true" aria-describedby="ho-ten-loi"{{/error}}>
  </div>{{/name}}
  {{#workplace}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="noi-cong-tac">[[Nơi công tác|Place of work]]</label>
    <p class="hint" id="noi-cong-tac-hint">[[Cơ quan, đơn vị; người không công tác ở đâu thì ghi tổ dân phố, thôn|Office or body; for somebody without one, the neighbourhood]]</p>
    {{#error}}<p class="field-error" id="noi-cong-tac-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="noi-cong-tac" name="noi-cong-tac" value="{{value}}" autocomplete="off" aria-describedby="noi-cong-tac-hint{{#error}} noi-cong-tac-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/workplace}}
  <fieldset class="fields{{#branches_error}} field-wrong{{/branches_error}}" id="linh-vuc"{{#branches_error}} aria-describedby="linh-vuc-loi"{{/branches_error}}>
    <legend>[[Lĩnh vực pháp luật|Branches of law]]</legend>
    {{#branches_error}}<p class="field-error" id="linh-vuc-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{branches_error_text}}</p>{{/branches_error}}
    {{#boxes}}<div class="choice"><input type="checkbox" id="{{id}}" name="{{id}}" value="1"{{#chosen}} checked{{/chosen}}><label for="{{id}}">{{title}}</label></div>
    {{/boxes}}
  </fieldset>
  {{#decision}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="quyet-dinh">[[Số quyết định công nhận|Number of the decision]]</label>
    <p class="hint" id="quyet-dinh-hint">[[Số, ký hiệu, ví dụ 1234/QĐ-UBND|As on the decision, for example 1234/QĐ-UBND]]</p>
    {{#error}}<p class="field-error" id="quyet-dinh-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-half" id="quyet-dinh" name="quyet-dinh" value="{{value}}" aria-describedby="quyet-dinh-hint{{#error}} quyet-dinh-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/decision}}
  {{#on}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ngay">[[Ngày quyết định|Day of the decision]]</label>
    <p class="hint" id="ngay-hint">[[Ngày/tháng/năm, ví dụ 18/05/2021|Day/month/year, for example 18/05/2021]]</p>
    {{#error}}<p class="field-error" id="ngay-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-date numbers" id="ngay" name="ngay" inputmode="numeric" value="{{value}}" aria-describedby="ngay-hint{{#error}} ngay-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/on}}
  <div class="actions"><button class="button">{{#is_new}}[[Ghi vào sổ|Record]]{{/is_new}}{{#no_is_new}}[[Lưu|Save]]{{/no_is_new}}</button> <a class="button-quiet" href="{{back}}">[[Thôi|Cancel]]</a></div>
</form>
