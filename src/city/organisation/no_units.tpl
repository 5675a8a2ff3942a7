<div class="title-block">
  <h1>[[Chưa có đơn vị nào|No units yet]]</h1>
  <p class="must">[[Cây đơn vị của thành phố sẽ hiện ở đây sau khi nhập từ tệp Excel hoặc CSV.|The city's tree of units appears here once it is imported from an Excel or CSV file.]]</p>
</div>
{{#may_import}}<div class="actions"><a class="button" href="/don-vi/nhap">[[Nhập từ tệp|Import from a file]]</a></div>{{/may_import}}
