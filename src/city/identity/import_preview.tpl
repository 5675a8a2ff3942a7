<div class="title-block">
  <h1>[[Xem trước|Preview]]: {{people}} [[người|people]]</h1>
  <p class="must">[[Không có dòng lỗi. Chưa có ai được ghi cho đến khi bạn xác nhận.|No row is wrong. Nobody is registered until you confirm.]]</p>
</div>
<section class="table-wrap" aria-labelledby="bang" tabindex="0">
<table>
  <caption id="bang">[[Sẽ thêm, theo đơn vị|To be added, by unit]]</caption>
  <thead><tr><th scope="col">[[Đơn vị|Unit]]</th><th scope="col" class="number">[[Người|People]]</th><th scope="col" class="number">[[Cán bộ chủ chốt|Key officials]]</th><th scope="col" class="number">[[Không có thư điện tử|Without e-mail]]</th></tr></thead>
  <tbody>
    {{#units}}<tr><th scope="row">{{unit}}</th><td class="number">{{people}}</td><td class="number">{{key_officials}}</td><td class="number">{{without_mail}}</td></tr>
    {{/units}}
  </tbody>
</table>
</section>
<form action="/nguoi/nhap" method="post">
  {{>keys}}<input type="hidden" name="tep" value="{{file}}">
  <div class="actions"><button class="button">[[Ghi vào sổ cái|Write to the ledger]]</button> <a class="button-quiet" href="/nguoi/nhap">[[Chọn tệp khác|Choose another file]]</a></div>
</form>
