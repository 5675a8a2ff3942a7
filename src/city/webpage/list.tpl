<div class="title-block">
  <p class="over" lang="vi">{{unit}}</p>
  <h1>[[Trang mạng cần xem lại|Web pages to see to]]</h1>
  <p class="must">{{there}} / {{all}} [[trang minh chứng đang xem được. Dưới đây là trang đã gỡ, không kết nối được hoặc không còn nêu văn bản.|pages can be seen. Below are those that are gone, do not answer or no longer name the law.]]</p>
</div>
{{#no_has_rows}}<div class="empty"><h2>[[Không có trang nào cần xem lại|Nothing to see to]]</h2><p>[[Địa chỉ được thêm ở từng hoạt động, mục Trang mạng minh chứng.|Addresses are added at each activity, under Web pages that show it.]]</p></div>{{/no_has_rows}}
{{#has_rows}}
<section class="table-wrap" aria-labelledby="bang" tabindex="0">
<table class="table-cards">
  <caption id="bang">[[Trang không xem được trước|Those that cannot be seen first]]</caption>
  <thead><tr><th scope="col">[[Hoạt động|Activity]]</th><th scope="col">[[Đơn vị|Unit]]</th><th scope="col">[[Địa chỉ|Address]]</th><th scope="col">[[Trạng thái|State]]</th><th scope="col">[[Xem gần nhất|Last looked at]]</th></tr></thead>
  <tbody>{{#rows}}<tr><th scope="row"><a href="{{address}}" lang="vi">{{heading}}</a></th><td data-label="[[Đơn vị|Unit]]" lang="vi">{{unit}}</td><td data-label="[[Địa chỉ|Address]]"><code>{{url}}</code></td><td data-label="[[Trạng thái|State]]"><span class="state {{mark}}">{{standing}}</span></td><td data-label="[[Xem gần nhất|Last looked at]]">{{looked}}</td></tr>
  {{/rows}}</tbody>
</table>
</section>
{{>pager}}
{{/has_rows}}
