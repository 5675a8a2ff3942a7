<div class="title-block">
  <p class="over" lang="vi">{{unit}}</p>
  <h1>[[Bài trên Cổng đã tự được tính|Articles of the portal, counted by themselves]]: <span class="numbers">{{counted}}</span></h1>
  <p class="must">[[Mỗi bài của đơn vị và các đơn vị bên dưới được tính một lần, vào ngày lên Cổng lần đầu. Sửa bài không đổi số; bài bị thu hồi vẫn còn ở đây nhưng không tính.|Each article of the unit and those below it counts once, on the day it first went public. Corrections change no count; an article that was withdrawn stays here but counts no longer.]]</p>
</div>
<p><a href="{{back}}">[[Mọi hoạt động|All activities]]</a></p>
{{>period}}
{{#no_has_rows}}<div class="empty"><h2>[[Chưa có bài nào|No article]]</h2><p>[[Khi một bài được duyệt và đăng lên Cổng, bài tự hiện ở đây và tự vào số liệu.|When an article is approved and published on the portal it appears here and in the figures by itself.]]</p></div>{{/no_has_rows}}
{{#has_rows}}<section class="table-wrap" aria-labelledby="bang-tu-ghi" tabindex="0">
<table class="table-cards">
  <caption id="bang-tu-ghi">[[Ngày mới nhất trước|Latest day first]]</caption>
  <thead><tr><th scope="col" class="wide">[[Bài|Article]]</th><th scope="col">[[Đơn vị|Unit]]</th><th scope="col">[[Lên Cổng|Public since]]</th><th scope="col">[[Kế hoạch|Plan]]</th><th scope="col">[[Văn bản đã dẫn|Documents cited]]</th><th scope="col">[[Tính vào số liệu|Counted]]</th></tr></thead>
  <tbody>{{#rows}}<tr><th scope="row"><span lang="vi">{{#gone}}<s><a href="{{address}}">{{title}}</a></s>{{/gone}}{{#no_gone}}<a href="{{address}}">{{title}}</a>{{/no_gone}}</span></th><td data-label="[[Đơn vị|Unit]]" lang="vi">{{whose}}</td><td data-label="[[Lên Cổng|Public since]]"><time datetime="{{day_iso}}">{{day}}</time></td><td data-label="[[Kế hoạch|Plan]]">{{#served}}<a href="{{plan_address}}">{{plan_number}}</a>{{/served}}{{#no_served}}–{{/no_served}}</td><td data-label="[[Văn bản đã dẫn|Documents cited]]" lang="vi">{{#documents}}{{documents_text}}{{/documents}}{{#no_documents}}–{{/no_documents}}</td><td data-label="[[Tính vào số liệu|Counted]]"><span>{{#gone}}<span class="state state-late">[[Không tính|Not counted]]</span> <span class="soft">[[Đã thu hồi|Withdrawn]] {{since}}. {{why}}: <span lang="vi">{{words}}</span></span>{{/gone}}{{#no_gone}}<span class="state state-done">[[Đang tính|Counted]]</span>{{/no_gone}}{{#by_hand}}<br><span class="state state-risk">[[Nghi trùng|Perhaps twice]]</span> <a href="{{activity_address}}">[[hoạt động số|activity]] {{activity_number}}</a>{{/by_hand}}</span></td></tr>
  {{/rows}}</tbody>
</table>
</section>
{{>pager}}{{/has_rows}}
