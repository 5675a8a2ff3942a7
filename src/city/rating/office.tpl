<div class="title-block">
  <p class="over">[[Đánh giá của bạn đọc|Readers’ ratings]]</p>
  <h1 lang="vi">{{title}}</h1>
  <p class="must">{{helpful}} [[trong|of]] {{all}} [[đánh giá thấy bài này có ích.|ratings found this article helpful.]] [[Cổng chỉ hiện con số khi có từ|The portal shows the figure from]] {{shown_min}} [[đánh giá.|ratings on.]]</p>
</div>
<p class="soft">[[Sổ cái không ghi ai đã đánh giá. Lời bạn đọc không công khai và tự động bị xóa sau|The ledger does not say who rated. Readers’ words are not public and are erased after]] {{kept_days}} [[ngày; sửa bài theo lời nhắc có ích, đừng chép lời đi nơi khác.|days; improve the article by what helps, and do not copy the words.]]</p>
{{>chips}}
{{#no_has_rows}}<div class="empty">
  <h2>[[Chưa có đánh giá nào ở đây|No ratings here]]</h2>
  <p>[[Đánh giá gửi từ cuối bài trên cổng sẽ hiện ở đây.|Ratings sent from below the article on the portal appear here.]]</p>
</div>{{/no_has_rows}}
{{#has_rows}}
<table class="table-cards">
  <caption>[[Đánh giá, mới nhất trước|Ratings, newest first]]</caption>
  <thead><tr><th scope="col">[[Số|No.]]</th><th scope="col">[[Lúc|At]]</th><th scope="col">[[Giúp ích|Helped]]</th><th scope="col">[[Lý do|Reason]]</th><th scope="col">[[Lời bạn đọc|Words]]</th></tr></thead>
  <tbody>
  {{#rows}}<tr><th scope="row">{{number}}</th><td data-label="[[Lúc|At]]">{{at}}</td><td data-label="[[Giúp ích|Helped]]">{{#helpful}}<span class="state state-done">[[Có|Yes]]</span>{{/helpful}}{{#no_helpful}}<span class="state state-risk">[[Không|No]]</span>{{/no_helpful}}</td><td data-label="[[Lý do|Reason]]">{{#reason}}{{reason_text}}{{/reason}}{{#no_reason}}<span class="soft">{{#helpful}}–{{/helpful}}{{#no_helpful}}[[không nêu|not said]]{{/no_helpful}}</span>{{/no_reason}}</td><td data-label="[[Lời bạn đọc|Words]]">{{#words}}<span lang="vi">{{words_text}}</span>{{/words}}{{#no_words}}<span class="soft">{{#erased}}[[đã xóa|erased]]{{/erased}}{{#no_erased}}–{{/no_erased}}</span>{{/no_words}}</td></tr>
  {{/rows}}</tbody>
</table>
{{/has_rows}}
{{>pager}}
<p><a href="{{back}}">[[Về trang của bài|Back to the article]]</a></p>
