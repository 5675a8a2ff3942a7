<div class="title-block">
  <p class="over">[[Cán bộ số|Officer no.]] {{number}} · <a href="{{unit_address}}">{{unit}}</a>{{#key_official}} · [[cán bộ chủ chốt|key official]]{{/key_official}}</p>
  <h1>{{name}}</h1>
  {{#changes}}<p class="must">{{#has_link}}[[Đã có liên kết cá nhân để xác nhận đã đọc.|Has a personal link to confirm readings.]]{{/has_link}}{{#no_has_link}}[[Chưa có liên kết cá nhân.|Has no personal link yet.]]{{/no_has_link}}</p>{{/changes}}
  {{#no_changes}}<p class="must">[[Đã rời cơ quan. Ghi nhận cũ được giữ nguyên.|Has left. Earlier records are kept.]]</p>{{/no_changes}}
</div>
<dl class="facts">
  <dt>[[Thư điện tử|E-mail]]</dt><dd>{{#mail}}{{mail_text}}{{/mail}}{{#no_mail}}[[Không có|None]]{{/no_mail}}</dd>
  <dt>[[Tài khoản|Account]]</dt><dd>{{#account}}<a href="{{address}}">[[Tài khoản số|Account no.]] {{number}}</a>{{/account}}{{#no_account}}[[Không có|None]]{{/no_account}}</dd>
</dl>
{{#changes}}
<h2>[[Liên kết cá nhân|Personal link]]</h2>
<form action="{{address}}/lien-ket" method="post"{{#has_link}} data-confirm="[[Liên kết đang có hết dùng được ngay, kể cả trên phiếu đã in và trong thư đã gửi.|The link that is there stops working at once, also on slips already printed and in mails already sent.]]" data-confirm-title="[[Cấp liên kết mới?|Issue a new link?]]"{{/has_link}}>
  {{>keys}}
  <p>[[Cấp liên kết mới thì liên kết cũ hết dùng được ngay. Việc cấp được ghi vào sổ cái với tên bạn.|A new link makes the old one stop working at once. The ledger records that you issued it.]]</p>
  <div class="actions"><button class="button-secondary">[[Cấp liên kết mới|Issue a new link]]</button> {{#may_print}}<a class="button-quiet" href="{{address}}/phieu">[[In phiếu liên kết|Print the slip]]</a>{{/may_print}}</div>
</form>
{{/changes}}
{{#open_account}}
<h2>[[Mở tài khoản|Open an account]]</h2>
<form class="form" action="{{address}}/tai-khoan" method="post">
  {{>keys}}
  <div class="field">
    <label for="login">[[Tên đăng nhập|Login]]</label>
    <p class="hint" id="login-hint">[[Từ 3 ký tự, không có dấu cách, ví dụ nguyen.thi.mau|Three characters or more, no spaces, for example nguyen.thi.mau]]</p>
    <input class="w-half" id="login" name="login" value="{{login}}" autocomplete="off" spellcheck="false" autocapitalize="none" aria-describedby="login-hint" required>
  </div>
  <div class="field">
    <label for="password">[[Mật khẩu đầu tiên|First password]]</label>
    <p class="hint" id="password-hint">[[Ít nhất 12 ký tự. Chỉ dùng cho lần đăng nhập đầu; người này phải tự đặt mật khẩu khác ngay sau đó.|At least 12 characters. For the first sign-in only; this person must choose another at once.]]</p>
    <input class="w-half" type="password" id="password" name="password" autocomplete="new-password" minlength="12" aria-describedby="password-hint" required>
  </div>
  <div class="actions"><button class="button-secondary">[[Mở tài khoản|Open the account]]</button></div>
</form>
{{/open_account}}
{{#changes}}
<h2>[[Chuyển đơn vị|Move to another unit]]</h2>
<form class="form" action="{{address}}/chuyen" method="post" data-confirm="[[Vai trò chỉ gắn với đơn vị cũ hết hiệu lực ngay; ghi nhận cũ giữ nguyên.|Roles tied to the old unit only end at once; earlier records are kept.]]" data-confirm-title="[[Chuyển người này sang đơn vị khác?|Move this person to another unit?]]">
  {{>keys}}
  <div class="field">
    <label for="don-vi">[[Mã đơn vị mới|Code of the new unit]]</label>
    <p class="hint" id="don-vi-hint">[[Giữ số 0 ở đầu. Vai trò chỉ gắn với đơn vị cũ sẽ hết.|With leading zeros. Roles tied to the old unit only will end.]]</p>
    <input class="w-number" id="don-vi" name="don-vi" value="{{unit_code}}" autocomplete="off" aria-describedby="don-vi-hint" required>
  </div>
  <div class="actions"><button class="button-secondary">[[Chuyển|Move]]</button></div>
</form>
<h2>[[Rời cơ quan|Leaving]]</h2>
<form action="{{address}}/roi" method="post" data-confirm="[[Tài khoản và liên kết của người này hết dùng được ngay; ghi nhận cũ giữ nguyên. Không lấy lại được.|The account and the link stop working at once; earlier records are kept. This cannot be taken back.]]" data-confirm-title="[[Ghi là đã rời cơ quan?|Record that this person has left?]]">
  {{>keys}}
  <div class="actions"><button class="button-secondary button-danger">[[Ghi là đã rời cơ quan|Record as having left]]</button></div>
</form>
{{/changes}}
