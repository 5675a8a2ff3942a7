<div class="title-block">
  <h1>[[Chiến dịch|Campaigns]]</h1>
  <p class="must">[[Kế hoạch phổ biến pháp luật đã ban hành, và đã tới được bao nhiêu cán bộ.|Plans to make the law known that were issued, and how many officials they reached.]]</p>
</div>
{{#no_has_rows}}
<div class="empty">
  <h2>[[Chưa có kế hoạch nào được ban hành|No plan has been issued yet]]</h2>
  <p>[[Kế hoạch hiện ở đây ngay khi được ban hành.|A plan appears here as soon as it is issued.]] <a href="/bai">[[Xem các bài viết|See the articles]]</a></p>
</div>
{{/no_has_rows}}
{{#has_rows}}
<table class="table-cards">
  <caption>[[Kế hoạch, mới nhất trước|Plans, the newest first]]</caption>
  <thead><tr><th scope="col">[[Số|Number]]</th><th scope="col">[[Về việc|Subject]]</th><th scope="col">[[Ban hành|Issued]]</th><th scope="col" class="number">[[Đã tới|Reached]]</th></tr></thead>
  <tbody>
    {{#rows}}<tr><th scope="row"><a href="{{address}}">{{number}}</a></th><td data-label="[[Về việc|Subject]]"><span lang="vi">{{title}}</span></td><td class="nowrap" data-label="[[Ban hành|Issued]]"><time datetime="{{issued_iso}}">{{issued}}</time></td><td class="number" data-label="[[Đã tới|Reached]]">{{share}}</td></tr>
    {{/rows}}
  </tbody>
</table>
{{/has_rows}}
