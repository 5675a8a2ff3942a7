<div class="title-block">
  <h1>[[Chưa có đơn vị nào|No units yet]]</h1>
  <p class="must">[[Cây đơn vị của thành phố sẽ hiện ở đây sau khi nhập từ tệp CSV.|The city's tree of units appears here once it is imported from a CSV file.]]</p>
</div>
{{#may_import}}<div class="actions"><a class="button" href="/don-vi/nhap">[[Nhập từ CSV|Import from CSV]]</a></div>{{/may_import}}
