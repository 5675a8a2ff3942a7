<div class="title-block">
  <p class="over">[[Tài khoản số|Account no.]] {{number}} · {{unit}}</p>
  <h1><a href="{{person_address}}">{{name}}</a></h1>
  {{#propose}}<p class="must">[[Một vai trò có hiệu lực khi người thứ hai xác nhận: không phải người đề nghị, cũng không phải chính người nhận.|A role takes effect when a second person confirms it: neither who proposed it nor who gets it.]]</p>{{/propose}}
  {{#no_propose}}<p class="must">[[Tài khoản này đã đóng.|This account is closed.]]</p>{{/no_propose}}
</div>
{{#must_choose}}<div class="notice notice-risk"><p>[[Mật khẩu tạm|A password for first use]]{{#set_by}}[[, do|, set by]] {{set_by_text}}[[ đặt|]]{{/set_by}}. [[Chủ tài khoản chưa đăng nhập để đặt mật khẩu của riêng mình; chưa vai trò nào có hiệu lực và chưa xác nhận được vai trò nào.|The owner has not signed in and chosen an own one; no role is in effect and none can be confirmed yet.]]</p></div>{{/must_choose}}
{{#chosen_on}}<p>[[Mật khẩu do chính người đăng nhập đặt lúc|The password was chosen by whoever signed in, on]] {{chosen_on_text}}{{#set_by}}[[; mật khẩu tạm trước đó do|; the one for first use before it was set by]] {{set_by_text}}[[ đặt|]]{{/set_by}}. [[Trước khi xác nhận một vai trò, hãy hỏi trực tiếp chính người này.|Before you confirm a role, ask this person face to face or by telephone.]]</p>{{/chosen_on}}
{{#no_has_grants}}<p class="empty">[[Chưa có vai trò nào đang có hiệu lực.|No role is in effect.]]</p>{{/no_has_grants}}
{{#has_grants}}
<section class="table-wrap" aria-labelledby="vai-tro-co" tabindex="0">
<table class="table-cards">
  <caption id="vai-tro-co">[[Vai trò đang có hiệu lực|Roles in effect]]</caption>
  <thead><tr><th scope="col">[[Vai trò|Role]]</th><th scope="col">[[Đơn vị, cả cấp dưới|Unit, with all below]]</th><th scope="col">[[Việc làm được|Actions]]</th></tr></thead>
  <tbody>
    {{#grants}}<tr><th scope="row">{{role}}</th><td data-label="[[Đơn vị, cả cấp dưới|Unit, with all below]]">{{unit}}</td><td data-label="[[Việc làm được|Actions]]">{{#may_withdraw}}<form action="{{address}}/thu-hoi" method="post" data-confirm="[[Người này mất vai trò ngay. Trao lại vai trò cần một người đề nghị và một người xác nhận.|This person loses the role at once. Giving it back takes one person to propose and another to confirm.]]" data-confirm-title="[[Thu hồi vai trò này?|Withdraw this role?]]">{{>keys}}<input type="hidden" name="vai-tro" value="{{role_name}}"><input type="hidden" name="so-don-vi" value="{{unit_number}}"><button class="button-quiet">[[Thu hồi|Withdraw]]<span class="unseen"> {{role}}, {{unit}}</span></button></form>{{/may_withdraw}}</td></tr>
    {{/grants}}
  </tbody>
</table>
</section>
{{/has_grants}}
{{#has_proposed}}
<section class="table-wrap" aria-labelledby="vai-tro-cho" tabindex="0">
<table class="table-cards">
  <caption id="vai-tro-cho">[[Vai trò chờ người thứ hai xác nhận|Roles waiting for a second person]]</caption>
  <thead><tr><th scope="col">[[Vai trò|Role]]</th><th scope="col">[[Đơn vị, cả cấp dưới|Unit, with all below]]</th><th scope="col">[[Người đề nghị|Proposed by]]</th><th scope="col">[[Việc làm được|Actions]]</th></tr></thead>
  <tbody>
    {{#proposed}}<tr><th scope="row">{{role}}</th><td data-label="[[Đơn vị, cả cấp dưới|Unit, with all below]]">{{unit}}</td><td data-label="[[Người đề nghị|Proposed by]]">{{proposed_by}}</td><td data-label="[[Việc làm được|Actions]]">{{#may_confirm}}<form action="{{address}}/xac-nhan" method="post">{{>keys}}<input type="hidden" name="vai-tro" value="{{role_name}}"><input type="hidden" name="so-don-vi" value="{{unit_number}}"><button class="button-secondary">[[Xác nhận|Confirm]]<span class="unseen"> {{role}}, {{unit}}</span></button></form>{{/may_confirm}}{{#may_withdraw}}<form action="{{address}}/thu-hoi" method="post">{{>keys}}<input type="hidden" name="vai-tro" value="{{role_name}}"><input type="hidden" name="so-don-vi" value="{{unit_number}}"><button class="button-quiet">[[Rút đề nghị|Withdraw]]<span class="unseen"> {{role}}, {{unit}}</span></button></form>{{/may_withdraw}}</td></tr>
    {{/proposed}}
  </tbody>
</table>
</section>
{{/has_proposed}}
{{#has_tokens}}
<section class="table-wrap" aria-labelledby="ma-truy-cap" tabindex="0">
<table class="table-cards">
  <caption id="ma-truy-cap">[[Mã truy cập còn dùng được hoặc còn giữ tên|Access tokens that are good or still have a name]]</caption>
  <thead><tr><th scope="col">[[Mã|Token]]</th><th scope="col">[[Việc phần mềm được làm|What the program may do]]</th><th scope="col">[[Dùng đến hết ngày|Good to the end of]]</th><th scope="col">[[Dùng lần cuối|Last used]]</th><th scope="col">[[Trạng thái|State]]</th><th scope="col">[[Việc làm được|Actions]]</th></tr></thead>
  <tbody>
    {{#tokens}}<tr><th scope="row">[[Số|No.]] {{number}}</th><td data-label="[[Việc phần mềm được làm|What the program may do]]">{{scopes}}</td><td class="nowrap" data-label="[[Dùng đến hết ngày|Good to the end of]]">{{until}}</td><td class="nowrap" data-label="[[Dùng lần cuối|Last used]]">{{used}}</td><td data-label="[[Trạng thái|State]]"><span class="state {{mark}}">{{state}}</span></td><td data-label="[[Việc làm được|Actions]]">{{#good}}<form action="/ma-truy-cap/{{number}}/thu-hoi" method="post" data-confirm="[[Phần mềm đang dùng mã này bị từ chối ngay. Mã đã thu hồi không dùng lại được.|A program that uses this token is refused at once. A revoked token cannot be used again.]]" data-confirm-title="[[Thu hồi mã này?|Revoke this token?]]">{{>keys}}<button class="button-quiet">[[Thu hồi|Revoke]]<span class="unseen"> [[mã số|token no.]] {{number}}</span></button></form>{{/good}}{{#named}}<form action="/ma-truy-cap/{{number}}/thu-hoi" method="post" data-confirm="[[Mã không còn dùng được; chỉ tên mà chủ mã đã đặt bị xóa.|The token is good for nothing any more; only the name that its owner gave it is erased.]]" data-confirm-title="[[Xóa vĩnh viễn tên của mã này?|Erase this token’s name for good?]]">{{>keys}}<button class="button-quiet">[[Xóa tên|Erase the name]]<span class="unseen"> [[mã số|token no.]] {{number}}</span></button></form>{{/named}}</td></tr>
    {{/tokens}}
  </tbody>
</table>
</section>
{{/has_tokens}}
{{#propose}}
<h2>[[Đề nghị một vai trò|Propose a role]]</h2>
<form class="form" action="{{address}}/de-nghi" method="post">
  {{>keys}}
  <div class="field">
    <label for="vai-tro">[[Vai trò|Role]]</label>
    <select class="w-half" id="vai-tro" name="vai-tro" required>{{#roles}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>{{/roles}}</select>
  </div>
  <div class="field">
    <label for="don-vi">[[Mã đơn vị|Code of the unit]]</label>
    <p class="hint" id="don-vi-hint">[[Vai trò có hiệu lực ở đơn vị này và mọi đơn vị bên dưới. Giữ số 0 ở đầu.|The role holds for this unit and all below it. With leading zeros.]]</p>
    <input class="w-number" id="don-vi" name="don-vi" value="{{unit_code}}" autocomplete="off" aria-describedby="don-vi-hint" required>
  </div>
  <div class="actions"><button class="button">[[Đề nghị|Propose]]</button></div>
</form>
{{/propose}}
{{#reset}}
<h2>[[Đặt lại mật khẩu|Reset the password]]</h2>
<form class="form" action="{{address}}/mat-khau" method="post" data-confirm="[[Người này bị đăng xuất ngay. Mọi vai trò trở về chờ một người quản trị khác, không phải bạn, xác nhận lại sau khi người này tự đặt mật khẩu.|This person is signed out at once. Every role waits again for another administrator, not you, after this person has chosen an own password.]]" data-confirm-title="[[Đặt mật khẩu tạm?|Set a password for first use?]]">
  {{>keys}}
  <div class="field">
    <label for="password">[[Mật khẩu tạm|Password for first use]]</label>
    <p class="hint" id="password-hint">[[Ít nhất 12 ký tự. Chỉ để đăng nhập một lần rồi tự đặt mật khẩu khác; các vai trò chờ người thứ hai xác nhận lại.|At least 12 characters. Good for one sign-in, to choose another; the roles wait for a second person again.]]</p>
    <input class="w-half" type="password" id="password" name="password" autocomplete="new-password" minlength="12" aria-describedby="password-hint" required>
  </div>
  <div class="actions"><button class="button-secondary">[[Đặt mật khẩu tạm|Set the password]]</button></div>
</form>
{{/reset}}
{{#close}}
<h2>[[Đóng tài khoản|Close the account]]</h2>
<form action="{{address}}/dong" method="post" data-confirm="[[Người này bị đăng xuất ngay và mọi vai trò hết hiệu lực. Tài khoản đã đóng không mở lại được.|This person is signed out at once and every role ends. A closed account cannot be opened again.]]" data-confirm-title="[[Đóng tài khoản này?|Close this account?]]">
  {{>keys}}
  <div class="actions"><button class="button-secondary button-danger">[[Đóng tài khoản|Close the account]]</button></div>
</form>
{{/close}}
