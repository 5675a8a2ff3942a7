<div class="title-block">
  <h1>[[Xem trước|Preview]]: {{units}} [[đơn vị|units]]</h1>
  <p class="must">[[Không có dòng lỗi. Chưa có gì được ghi cho đến khi bạn xác nhận.|No row is wrong. Nothing is written until you confirm.]]</p>
</div>
<section class="table-wrap" aria-labelledby="bang" tabindex="0">
<table>
  <caption id="bang">[[Sẽ thêm|To be added]]</caption>
  <thead><tr><th scope="col">[[Loại|Kind]]</th><th scope="col" class="number">[[Số đơn vị|Units]]</th></tr></thead>
  <tbody>{{#kinds}}<tr><td>{{kind}}</td><td class="number">{{count}}</td></tr>{{/kinds}}</tbody>
</table>
</section>
<form action="/don-vi/nhap" method="post">
  {{>keys}}<input type="hidden" name="tep" value="{{file}}">
  <div class="actions"><button class="button">[[Ghi vào sổ cái|Write to the ledger]]</button> <a class="button-quiet" href="/don-vi/nhap">[[Chọn tệp khác|Choose another file]]</a></div>
</form>
