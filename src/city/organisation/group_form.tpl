<div class="title-block">
  {{#no_is_new}}<p class="over">[[Nhóm đơn vị của|Group of units of]] <span lang="vi">{{owner}}</span></p>{{/no_is_new}}
  {{#is_new}}<h1>[[Lập nhóm đơn vị|Make a group of units]]</h1>
  <p class="must">[[Đặt tên, rồi đánh dấu từng đơn vị hoặc dán mã, tên của chúng. Nhiệm vụ giao cho nhóm thì mọi đơn vị trong nhóm vào ngày ban hành đều nhận.|Give it a name, then tick its units or paste their codes or names. A task that is given to the group goes to all its units on the day of issue.]]</p>{{/is_new}}
  {{#no_is_new}}<h1>[[Sửa nhóm đơn vị|Change the group of units]]</h1>
  <p class="must">[[Kế hoạch đã ban hành giữ nguyên; dự thảo theo nhóm mới ngay.|Issued plans stay as they are; drafts go by the new group at once.]]</p>{{/no_is_new}}
</div>
<form class="form" action="{{action}}" method="post" novalidate>
  {{>keys}}
  {{#no_is_new}}<input type="hidden" name="ban" value="{{version}}">{{/no_is_new}}
  {{#present}}<div class="notice notice-risk">
    <p>[[Trong lúc bạn sửa, người khác đã sửa nhóm. Hiện nay|While you wrote, somebody changed the group. It is now]]: <strong lang="vi">{{called}}</strong>, {{has_units}} [[đơn vị|units]].{{#came}} [[Thêm|Added]]: <span lang="vi">{{came_text}}</span>.{{/came}}{{#went}} [[Bớt|Taken out]]: <span lang="vi">{{went_text}}</span>.{{/went}}</p>
    <p>[[Phần bạn chọn vẫn ở dưới đây; lưu là thay bản hiện nay.|What you chose is below; saving it replaces the present version.]]</p>
  </div>{{/present}}
  {{#is_new}}<div class="field{{#owner_error}} field-wrong{{/owner_error}}">
    <label for="don-vi">[[Đơn vị lập nhóm|Group of]]</label>
    <p class="hint" id="don-vi-hint">[[Nhóm dùng được trong kế hoạch của đơn vị này và mọi đơn vị bên dưới. Đổi đơn vị thì bấm Tìm để xem các đơn vị của nó.|Plans of this unit and of those below it can use the group. After choosing another one press Search to see its units.]]</p>
    {{#owner_error}}<p class="field-error" id="don-vi-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{owner_error_text}}</p>{{/owner_error}}
    <select class="w-half" id="don-vi" name="don-vi" lang="vi" aria-describedby="don-vi-hint{{#owner_error}} don-vi-loi{{/owner_error}}"{{#owner_error}} aria-invalid="true"{{/owner_error}}>{{#owners}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>{{/owners}}</select>
  </div>{{/is_new}}
  {{#name}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ten">[[Tên nhóm|Name of the group]]</label>
    <p class="hint" id="ten-hint">[[Ví dụ: Các phường quanh hồ; Khối trường học. Tối đa 100 ký tự|At most 100 characters]]</p>
    {{#error}}<p class="field-error" id="ten-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="ten" name="ten" value="{{value}}" autocomplete="off" aria-describedby="ten-hint{{#error}} ten-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/name}}
  <h2>[[Đánh dấu đơn vị|Tick units]]</h2>
  {{>choice}}
  <h2>[[Hoặc dán danh sách|Or paste a list]]</h2>
  <div class="field{{#lines_wrong}} field-wrong{{/lines_wrong}}">
    <label for="dan">[[Mã hoặc tên đơn vị, mỗi dòng một đơn vị|Codes or names of units, a line each]]</label>
    <p class="hint" id="dan-hint">[[Các đơn vị này thêm vào những đơn vị đã đánh dấu. Chép từ bảng tính cũng được: cột đầu là mã hoặc tên.|They are added to those that are ticked. A copy out of a spreadsheet works, too: its first column is the code or the name.]]</p>
    {{#lines_wrong}}<div id="dan-loi">{{#line_faults}}<p class="field-error"><span class="unseen">[[Lỗi|Error]]: </span>{{fault}}</p>
    {{/line_faults}}</div>{{/lines_wrong}}
    <textarea id="dan" name="dan" rows="5" lang="vi" aria-describedby="dan-hint{{#lines_wrong}} dan-loi{{/lines_wrong}}"{{#lines_wrong}} aria-invalid="true"{{/lines_wrong}}>{{pasted}}</textarea>
  </div>
  <div class="thumb"><button class="button">{{#is_new}}[[Lập nhóm|Make the group]]{{/is_new}}{{#no_is_new}}[[Lưu nhóm|Save the group]]{{/no_is_new}}</button> <a class="button-quiet" href="{{back}}">[[Thôi|Cancel]]</a></div>
</form>
