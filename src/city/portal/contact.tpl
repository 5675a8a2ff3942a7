<div class="title-block">
  <h1>[[Liên hệ|Contact]]</h1>
  <p class="must">[[Hỏi về một bài, báo chỗ sai hoặc chỗ khó dùng.|Ask about an article, report what is wrong or hard to use.]]</p>
</div>
{{#known}}
<dl class="facts">
  {{#name}}<dt>[[Cơ quan vận hành|Run by]]</dt><dd lang="vi">{{name_text}}</dd>{{/name}}
  {{#address}}<dt>[[Địa chỉ|Address]]</dt><dd lang="vi">{{address_text}}</dd>{{/address}}
  {{#phone}}<dt>[[Điện thoại|Telephone]]</dt><dd>{{phone_text}}</dd>{{/phone}}
  {{#mailbox}}<dt>[[Thư điện tử|E-mail]]</dt><dd><a href="mailto:{{mailbox_text}}">{{mailbox_text}}</a></dd>{{/mailbox}}
</dl>
{{/known}}
{{#no_known}}
<div class="empty">
  <h2>[[Chưa ghi cách liên hệ|No contact given yet]]</h2>
  <p>[[Người cài đặt trang này chưa ghi địa chỉ, điện thoại hay thư điện tử. Mỗi bài viết ghi tên đơn vị đăng; xin liên hệ đơn vị đó theo cách bạn vẫn dùng.|Whoever installed this site has given no address, telephone number or e-mail yet. Each article names the unit that published it; please reach that unit as you usually do.]]</p>
</div>
{{/no_known}}
<p>[[Xin đừng gửi mật khẩu, liên kết cá nhân hay giấy tờ tùy thân qua thư.|Please do not send passwords, personal links or identity papers by mail.]]</p>
