<div class="title-block">
  <p class="over">[[Bài viết này được dùng ở đâu|Where this article is used]]</p>
  <h1[[| lang="vi"]]>{{title}}</h1>
  <p class="must">[[Xem trước khi thu hồi: các trang dưới đây đang dẫn tới bài.|Look before you withdraw it: the pages below lead to it.]]</p>
</div>
<dl class="facts">
  <dt>[[Kế hoạch|Plan]]</dt><dd>{{#plan}}<a href="{{plan_address}}">{{plan_text}}</a>{{/plan}}{{#no_plan}}[[không gắn kế hoạch nào|none]]{{/no_plan}}</dd>
  {{#must_confirm}}<dt>[[Xác nhận|Confirmation]]</dt><dd>[[Cán bộ trong phạm vi kế hoạch phải đọc và xác nhận|The plan’s staff must read and confirm it]]</dd>{{/must_confirm}}
</dl>
<section aria-labelledby="bai-dan">
  <h2 id="bai-dan">[[Bài trên cổng có liên kết tới bài này|Articles on the portal that link to it]]</h2>
  {{#is_none}}<p>[[Chưa có bài nào.|None.]]</p>{{/is_none}}
  {{#has_users}}<ul>{{#users}}<li><a href="{{address}}">{{title}}</a> <span class="soft">{{unit}}</span></li>{{/users}}</ul>{{/has_users}}
  {{#unread}}<p class="notice">[[Không đọc được nội dung của bài này nên không biết nó có dẫn tới đây không:|The text of this article cannot be read, so whether it leads here is not known:]] <a href="{{address}}">{{title}}</a> <span class="soft">{{unit}}</span></p>{{/unread}}
</section>
<p><a href="{{back}}">[[Về trang của bài|Back to the article]]</a></p>
