<div class="title-block">
  <h1>[[Câu hỏi bạn đọc|Questions]]</h1>
  <p class="must">[[Trả lời trước hạn; câu trả lời lên cổng sau khi một người khác đã đọc.|Answer in time; an answer is published after another person has read it.]]</p>
</div>
{{#no_has_rows}}<div class="empty">
  <h2>[[Không có câu hỏi nào|No questions]]</h2>
  <p>[[Câu hỏi chuyển tới đơn vị bạn và các đơn vị bên dưới sẽ hiện ở đây.|Questions handed to your unit and those below it appear here.]]</p>
</div>{{/no_has_rows}}
{{#has_rows}}
<table class="table-cards">
  <caption>[[Câu hỏi, gần hạn nhất trước|Questions, the nearest deadline first]]</caption>
  <thead><tr><th scope="col">[[Tiêu đề|Title]]</th><th scope="col">[[Đơn vị trả lời|Unit]]</th><th scope="col">[[Hạn|Due]]</th><th scope="col">[[Trạng thái|State]]</th></tr></thead>
  <tbody>
  {{#rows}}<tr><th scope="row"><a href="{{address}}">{{title}}</a></th><td data-label="[[Đơn vị trả lời|Unit]]">{{asked_unit}}</td><td data-label="[[Hạn|Due]]">{{#due}}{{due_text}}{{/due}}{{#late}} <span class="state state-late">[[quá hạn|late]]</span>{{/late}}</td><td data-label="[[Trạng thái|State]]"><span class="state {{mark}}">{{stage}}</span></td></tr>
  {{/rows}}</tbody>
</table>
{{/has_rows}}
{{>pager}}
