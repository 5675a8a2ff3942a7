<div class="title-block">
  <h1>[[Đăng nhập dành cho cán bộ phụ trách|Sign in as an officer]]</h1>
  <p class="must">[[Nếu bạn được gửi thư để xác nhận đã đọc, hãy mở liên kết trong thư, không cần mật khẩu.|If a mail asked you to confirm that you have read something, open the link in it; no password is needed.]]</p>
</div>
<form class="form" action="/dang-nhap" method="post">
  {{>keys}}<input type="hidden" name="ve" value="{{back}}">
  <div class="field">
    <label for="login">[[Tên đăng nhập|Login]]</label>
    <input class="w-half" id="login" name="login" value="{{login}}" autocomplete="username" spellcheck="false" autocapitalize="none">
  </div>
  <div class="field">
    <label for="password">[[Mật khẩu|Password]]</label>
    <p class="hint" id="password-hint">[[Có thể dán từ trình giữ mật khẩu.|Pasting from a password manager works.]]</p>
    <input class="w-half" type="password" id="password" name="password" autocomplete="current-password" aria-describedby="password-hint">
  </div>
  <div class="actions"><button class="button">[[Đăng nhập|Sign in]]</button></div>
  <p>[[Không vào được? Nhờ người quản trị của đơn vị bạn cấp lại.|Cannot get in? Ask your unit’s administrator.]]</p>
</form>
