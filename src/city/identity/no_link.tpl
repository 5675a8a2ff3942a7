<div class="title-block">
  <h1>[[Liên kết này không dùng được|This link does not work]]</h1>
  <p class="must">[[Có thể nó đã được thay bằng liên kết mới hơn, hoặc bị chép thiếu. Không có gì của bạn bị mất.|It may have been replaced by a newer one, or copied only in part. Nothing of yours is lost.]]</p>
</div>
<ul>
  <li>[[Mở lại thư mới nhất và bấm vào liên kết trong đó.|Open your newest mail and follow the link in it.]]</li>
  <li>[[Hoặc nhờ văn thư của đơn vị bạn cấp liên kết mới.|Or ask your unit’s clerk for a new link.]]</li>
</ul>
{{#signed_in}}<p>[[Bạn vẫn đang đăng nhập.|You are still signed in.]]</p>{{/signed_in}}
