<div class="title-block">
  <p class="over">{{unit}}</p>
  <h1>{{name}}</h1>
  <p class="must">[[Liên kết riêng để đọc và xác nhận. Giao tận tay, không gửi cho ai khác.|A personal link to read and to confirm. Hand it over in person; show it to nobody else.]]</p>
</div>
<p><strong>{{link}}</strong></p>
<p>[[Gõ địa chỉ này vào trình duyệt, không cần mật khẩu. Mất phiếu thì báo văn thư của đơn vị để đổi liên kết.|Type this address into a browser; no password is needed. If the slip is lost, ask the unit’s clerk for a new link.]]</p>
<div class="actions no-print"><a class="button-quiet" href="{{back}}">[[Quay lại|Back]]</a></div>
