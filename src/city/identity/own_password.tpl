<div class="title-block">
  <h1>{{#first_use}}[[Đặt mật khẩu của riêng bạn|Choose a password of your own]]{{/first_use}}{{#no_first_use}}[[Đổi mật khẩu|Change your password]]{{/no_first_use}}</h1>
  {{#first_use}}<p class="must">[[Bạn vừa vào bằng mật khẩu do người khác đặt. Hãy chọn mật khẩu chỉ mình bạn biết, rồi mới làm việc khác được. Vai trò đang chờ thì người quản trị thứ hai hỏi lại bạn trước khi xác nhận.|You came in by a password that somebody else set. Choose one that only you know before anything else. If a role is waiting, a second administrator asks you in person before confirming it.]]</p>{{/first_use}}
  {{#no_first_use}}<p class="must">[[Đổi xong thì các nơi khác đang đăng nhập bằng tài khoản này bị đăng xuất, và mã truy cập đã tạo hết dùng được.|Everywhere else this account is signed in, it is signed out, and its access tokens end.]]</p>{{/no_first_use}}
</div>
<form class="form" action="{{address}}" method="post">
  {{>keys}}
  {{#no_first_use}}
  <div class="field">
    <label for="current">[[Mật khẩu đang dùng|Present password]]</label>
    <input class="w-half" type="password" id="current" name="current" autocomplete="current-password" required>
  </div>
  {{/no_first_use}}
  <div class="field">
    <label for="password">[[Mật khẩu mới|New password]]</label>
    <p class="hint" id="password-hint">[[Ít nhất 12 ký tự; một câu ngắn dễ nhớ là cách tốt. Có thể dán từ trình giữ mật khẩu.|At least 12 characters; a short sentence works well. Pasting from a password manager works.]]</p>
    <input class="w-half" type="password" id="password" name="password" autocomplete="new-password" minlength="12" aria-describedby="password-hint" required>
  </div>
  <div class="field">
    <label for="again">[[Gõ lại mật khẩu mới|New password once more]]</label>
    <input class="w-half" type="password" id="again" name="again" autocomplete="new-password" minlength="12" required>
  </div>
  <div class="actions"><button class="button">{{#first_use}}[[Đặt mật khẩu|Choose this password]]{{/first_use}}{{#no_first_use}}[[Đổi mật khẩu|Change the password]]{{/no_first_use}}</button></div>
</form>
{{#may_work}}<p>[[Phần mềm của bạn cần vào hệ thống?|Does a program of yours need to come in?]] <a href="/ma-truy-cap">[[Tạo mã truy cập|Make an access token]]</a>.</p>{{/may_work}}
