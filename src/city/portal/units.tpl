<div class="title-block">
  <h1>[[Cơ quan, đơn vị|Public bodies]]</h1>
  <p class="must">[[Mỗi đơn vị có một trang: bài đã đăng, việc được giao, đã tới bao nhiêu người.|Each unit has a page: what it published, what it has to do, how many it reached.]]</p>
</div>
{{#no_has_rows}}
<div class="empty">
  <h2>[[Chưa có đơn vị nào|No unit yet]]</h2>
  <p>[[Đơn vị hiện ở đây khi cây đơn vị được nhập.|Units appear here once the tree of units is imported.]]</p>
</div>
{{/no_has_rows}}
{{#has_rows}}
<p class="link-row"><a href="/co-quan/cay">[[Cả cây đơn vị, tới từng phường, xã|The whole tree of units, down to every ward]]</a></p>
<table class="table-cards">
  <caption>[[Đơn vị cấp thành phố|Units of the city]]</caption>
  <thead><tr><th scope="col">[[Đơn vị|Unit]]</th><th scope="col">[[Loại|Kind]]</th></tr></thead>
  <tbody>
    {{#rows}}<tr><th scope="row"><a href="{{address}}" lang="vi">{{name}}</a>{{#stopped}} <span class="soft">{{stopped_text}}</span>{{/stopped}}</th><td data-label="[[Loại|Kind]]">{{kind}}</td></tr>
    {{/rows}}
  </tbody>
</table>
{{/has_rows}}
