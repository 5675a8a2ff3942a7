<div class="title-block">
  <h1>[[Kế hoạch|Plans]]</h1>
  <p class="must">[[Mỗi kế hoạch: đã ban hành hay chưa, bao nhiêu việc đã xong.|Each plan: whether it is issued, and how much of it is done.]]</p>
</div>
{{#may_draft}}<div class="actions"><a class="button" href="/ke-hoach/doc-bai">[[Soạn từ một văn bản|Draft from a text]]</a> <a class="button-secondary" href="/ke-hoach/moi">[[Soạn từ đầu|Draft from scratch]]</a></div>{{/may_draft}}
{{#no_has_plans}}<div class="empty"><h2>[[Chưa có kế hoạch nào|No plans yet]]</h2><p>[[Kế hoạch hiện ở đây khi có người soạn: đưa một kế hoạch hoặc bài viết, hoặc soạn từ đầu.|Plans appear here once somebody drafts one: hand in a plan or an article, or start from scratch.]]</p></div>{{/no_has_plans}}
{{#has_plans}}
<section class="table-wrap" aria-labelledby="bang" tabindex="0">
<table class="table-cards">
  <caption id="bang">[[Kế hoạch, mới nhất trước|Plans, newest first]]</caption>
  <thead><tr><th scope="col">[[Trích yếu|What it is about]]</th><th scope="col">[[Số|Number]]</th><th scope="col">[[Cơ quan ban hành|Issuer]]</th><th scope="col">[[Trạng thái|State]]</th><th scope="col" class="number">[[Việc đã xong|Tasks done]]</th></tr></thead>
  <tbody>
    {{#plans}}<tr><td data-label="[[Trích yếu|About]]"><a href="{{address}}">{{title}}</a></td><td data-label="[[Số|Number]]">{{number}}</td><td data-label="[[Ban hành|Issuer]]">{{issuer}}</td><td data-label="[[Trạng thái|State]]"><span class="state {{mark}}">{{stage}}</span></td><td class="number" data-label="[[Đã xong|Done]]"><a class="figure" href="{{address}}">{{done}} / {{all}}</a></td></tr>
    {{/plans}}
  </tbody>
</table>
</section>
{{>pager}}
{{/has_plans}}
