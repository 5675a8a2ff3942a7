<div class="title-block">
  <p class="over">[[Mã|Code]] {{status}}</p>
  <h1>{{title}}</h1>
  <p class="must">{{sentence}}{{#sign_in}}<span data-kept hidden> [[Những gì bạn đã nhập vẫn được giữ trong trình duyệt này.|What you typed is kept in this browser.]]</span>{{/sign_in}}</p>
</div>
<div class="actions">
  {{#sign_in}}<a class="button" href="/dang-nhap?ve={{back}}">[[Đăng nhập|Sign in]]</a>{{/sign_in}}
  {{#no_sign_in}}{{#own}}<a class="button-secondary" href="{{own_text}}">[[Về trang của bạn|Your start page]]</a>{{/own}} {{#no_own}}<a class="button-secondary" href="/">[[Về trang chủ|Home page]]</a>{{/no_own}} <a class="button-quiet" href="/van-ban">[[Tra sổ văn bản|Look up documents]]</a>{{/no_sign_in}}
</div>
