<div class="title-block">
  <h1>[[Xem trước|Preview]]: {{activities}} [[hoạt động|activities]]</h1>
  <p class="must">[[Không có dòng lỗi. Chưa có gì được ghi cho đến khi bạn xác nhận.|No row is wrong. Nothing is recorded until you confirm.]]</p>
</div>
<table class="table-cards">
  <caption>[[Sẽ ghi, theo hình thức|To be recorded, by form]]</caption>
  <thead><tr><th scope="col">[[Hình thức|Form]]</th><th scope="col">[[Số hoạt động|Activities]]</th><th scope="col">[[Số lượng|Amounts]]</th></tr></thead>
  <tbody>{{#kinds}}<tr><th scope="row">{{kind}}</th><td data-label="[[Số hoạt động|Activities]]">{{count}}</td><td data-label="[[Số lượng|Amounts]]">{{amounts}}</td></tr>
  {{/kinds}}</tbody>
</table>
<table class="table-cards">
  <caption>[[Theo đơn vị|By unit]]</caption>
  <thead><tr><th scope="col">[[Đơn vị|Unit]]</th><th scope="col">[[Số hoạt động|Activities]]</th></tr></thead>
  <tbody>{{#units}}<tr><th scope="row" lang="vi">{{unit}}</th><td data-label="[[Số hoạt động|Activities]]">{{count}}</td></tr>
  {{/units}}</tbody>
</table>
<table class="table-cards">
  <caption>{{shown}} [[hoạt động đầu, như sẽ được ghi|first activities, as they will be recorded]]</caption>
  <thead><tr><th scope="col">[[Dòng trong tệp|Row of the file]]</th><th scope="col">[[Đơn vị|Unit]]</th><th scope="col">[[Sẽ ghi|To be recorded]]</th></tr></thead>
  <tbody>{{#rows}}<tr><th scope="row">{{line}}</th><td data-label="[[Đơn vị|Unit]]" lang="vi">{{unit}}</td><td data-label="[[Sẽ ghi|To be recorded]]">{{record}}</td></tr>
  {{/rows}}</tbody>
</table>
<form action="/hoat-dong/nhap" method="post">
  {{>keys}}<input type="hidden" name="tep" value="{{file}}">
  <div class="actions"><button class="button">[[Ghi các hoạt động này|Record these activities]]</button> <a class="button-quiet" href="/hoat-dong/nhap">[[Chọn tệp khác|Choose another file]]</a></div>
</form>
