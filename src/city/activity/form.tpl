<div class="title-block">
  {{#is_new}}<h1>[[Ghi hoạt động|Record an activity]]</h1>{{/is_new}}{{#no_is_new}}<h1>[[Sửa hoạt động|Correct the activity]]</h1>
  <p class="must">[[Điều đã ghi trước đây vẫn xem lại được.|What was recorded before can still be seen.]]</p>{{/no_is_new}}
</div>
{{#is_new}}<p class="hint" data-offline-hint hidden>[[Mất mạng vẫn ghi được: mở lại trang này, lưu, máy tự gửi khi có mạng.|You can record without a connection: open this page, save, and it is sent once there is one.]]</p>
{{>unsent}}{{/is_new}}
<form class="form" action="{{action}}"{{#is_new}} data-record="[[Hoạt động|Activity]]"{{/is_new}} method="post" enctype="multipart/form-data" data-keep="hoat-dong-{{keep}}" novalidate>
  {{>keys}}
  {{#correction}}<input type="hidden" name="ban" value="{{version}}">{{#present}}<div class="notice"><p>[[Bây giờ đang ghi|It says now]]: {{present_text}}</p></div>{{/present}}{{/correction}}
  {{#no_choice}}<p>[[Đơn vị|Unit]]: <strong lang="vi" data-unit>{{unit_name}}</strong><input type="hidden" name="don-vi" value="{{unit_value}}"></p>{{/no_choice}}
  {{#choice}}<div class="field{{#unit_error}} field-wrong{{/unit_error}}">
    <label for="don-vi">[[Đơn vị thực hiện|Unit that did it]]</label>
    {{#unit_error}}<p class="field-error" id="don-vi-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{unit_error_text}}</p>{{/unit_error}}
    <select class="w-half" id="don-vi" name="don-vi"{{#unit_error}} aria-invalid="true" aria-describedby="don-vi-loi"{{/unit_error}}>{{#units}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>{{/units}}</select>
  </div>{{/choice}}
  <fieldset class="fields kinds{{#kind_error}} field-wrong{{/kind_error}}" id="loai"{{#kind_error}} aria-describedby="loai-loi"{{/kind_error}}>
    <legend>[[Hình thức|What was done]]</legend>
    {{#kind_error}}<p class="field-error" id="loai-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{kind_error_text}}</p>{{/kind_error}}
    {{#kinds}}<div class="kind">
      <div class="choice"><input type="radio" id="loai-{{code}}" name="loai" value="{{code}}"{{#chosen}} checked{{/chosen}}><label for="loai-{{code}}" id="ten-{{code}}">{{title}}</label></div>
      <div class="kind-amounts" role="group" aria-labelledby="ten-{{code}}">{{#beside}}<p class="hint">{{beside_text}}</p>{{/beside}}{{#amounts}}<div class="field{{#wrong}} field-wrong{{/wrong}}">
        <label for="{{id}}">{{title}}{{#optional}} <span class="optional">([[không bắt buộc|optional]])</span>{{/optional}}</label>
        {{#wrong}}<p class="field-error" id="{{id}}-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{wrong_text}}</p>{{/wrong}}
        <input class="w-number numbers" id="{{id}}" name="{{id}}" inputmode="numeric" autocomplete="off" value="{{value}}"{{#wrong}} aria-invalid="true" aria-describedby="{{id}}-loi"{{/wrong}}>
      </div>{{/amounts}}</div>
    </div>
    {{/kinds}}
  </fieldset>
  {{#on}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ngay">[[Ngày|Day]]</label>
    <p class="hint" id="ngay-hint">[[Ngày/tháng/năm, ví dụ 18/05/2021|Day/month/year, for example 18/05/2021]]</p>
    {{#error}}<p class="field-error" id="ngay-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-date numbers" id="ngay" name="ngay" inputmode="numeric" value="{{value}}" aria-describedby="ngay-hint{{#error}} ngay-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/on}}
  {{#what}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="noi-dung">[[Tên, nội dung|Name, subject]] <span class="optional">([[không bắt buộc|optional]])</span></label>
    <p class="hint" id="noi-dung-hint">[[Ví dụ Phổ biến tại tổ dân phố số 5. Hình thức khác thì phải ghi. Đừng ghi họ tên người dự.|For example Talk at residents’ group 5. Needed for another form. No names of those attending.]]</p>
    {{#error}}<p class="field-error" id="noi-dung-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="noi-dung" name="noi-dung" value="{{value}}" aria-describedby="noi-dung-hint{{#error}} noi-dung-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/what}}
  {{#place}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="noi-lam">[[Địa điểm|Place]] <span class="optional">([[không bắt buộc|optional]])</span></label>
    <p class="hint" id="noi-lam-hint">[[Ví dụ Nhà văn hóa tổ 5; đừng ghi nhà của ai|For example House of culture; nobody’s home by name]]</p>
    {{#error}}<p class="field-error" id="noi-lam-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="noi-lam" name="noi-lam" value="{{value}}" aria-describedby="noi-lam-hint{{#error}} noi-lam-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/place}}
  {{#documents}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="van-ban">[[Văn bản đã phổ biến|Documents made known]] <span class="optional">([[không bắt buộc|optional]])</span></label>
    <p class="hint" id="van-ban-hint">[[Số, ký hiệu, cách nhau bằng dấu phẩy; ví dụ 97/2019/QH14, 32/2021/NĐ-CP|Numbers with commas between; for example 97/2019/QH14, 32/2021/NĐ-CP]]</p>
    {{#error}}<p class="field-error" id="van-ban-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="van-ban" name="van-ban" value="{{value}}" aria-describedby="van-ban-hint{{#error}} van-ban-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/documents}}
  {{#has_tasks}}<div class="field{{#task_error}} field-wrong{{/task_error}}">
    <label for="viec">[[Thuộc việc được giao|For which task]]</label>
    {{#task_error}}<p class="field-error" id="viec-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{task_error_text}}</p>{{/task_error}}
    <select id="viec" name="viec"{{#task_error}} aria-invalid="true" aria-describedby="viec-loi"{{/task_error}}><option value="">[[Không thuộc việc nào|None]]</option>{{#tasks}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>{{/tasks}}</select>
  </div>{{/has_tasks}}
  {{#is_new}}{{>photo}}{{/is_new}}
  {{#correction}}{{#reason}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ly-do">[[Vì sao sửa|Why it is corrected]]</label>
    <p class="hint" id="ly-do-hint">[[Ví dụ đếm nhầm số người; đừng ghi họ tên|For example they were miscounted; no names]]</p>
    {{#error}}<p class="field-error" id="ly-do-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="ly-do" name="ly-do" value="{{value}}" aria-describedby="ly-do-hint{{#error}} ly-do-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/reason}}{{/correction}}
  {{#twin}}<div class="notice"><p>[[Xem|See]] <a href="{{address}}">[[hoạt động số|activity]] {{twin_number}}</a>.</p><div class="choice"><input type="checkbox" id="khong-trung" name="khong-trung" value="1"><label for="khong-trung">[[Đây là hoạt động khác|This is another one]]</label></div></div>{{/twin}}
  {{#on_portal}}<div class="notice"><p>[[Xem bài|See the article]] <a href="{{article_address}}" lang="vi">{{article_title}}</a>.</p><div class="choice"><input type="checkbox" id="khong-trung" name="khong-trung" value="1"><label for="khong-trung">[[Đây là tin, bài khác|This is another one]]</label></div></div>{{/on_portal}}
  <div class="actions"><button class="button">{{#is_new}}[[Lưu hoạt động|Save the activity]]{{/is_new}}{{#no_is_new}}[[Lưu bản sửa|Save the correction]]{{/no_is_new}}</button> <a class="button-quiet" href="{{back}}">[[Thôi|Cancel]]</a></div>
</form>
