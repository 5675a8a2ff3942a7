<div class="title-block">
  <h1>[[Tôi cần đọc|For me to read]]</h1>
  <p class="must">{{open}} [[bài chưa xác nhận.|not confirmed yet.]]</p>
</div>
{{#no_has_rows}}<div class="empty"><h2>[[Chưa có gì phải đọc|Nothing to read]]</h2><p>[[Khi có văn bản mới bạn phải biết, bài đọc ngắn hiện ở đây và đơn vị gửi thư cho bạn.|When there is something you have to know, a short article appears here and your unit writes to you.]]</p></div>{{/no_has_rows}}
{{#has_rows}}
<ul class="tasks">
  {{#rows}}<li>
    {{#done}}<span class="state state-done">{{#by_proxy}}[[Đã được ghi là đã dự họp|Recorded as having attended]]{{/by_proxy}}{{#no_by_proxy}}[[Đã xác nhận|Confirmed]]{{/no_by_proxy}}</span>{{/done}}{{#no_done}}<span class="state state-idle">[[Chưa xác nhận|Not confirmed]]</span>{{/no_done}}
    <div><h2><a href="{{address}}"[[| lang="vi"]]>{{title}}</a></h2><p>[[Kế hoạch|Plan]] {{plan}}{{#done}} · {{when}}{{/done}}{{>source}}</p></div>
    {{#no_done}}<div class="task-action"><a class="button-secondary" href="{{address}}">[[Đọc và xác nhận|Read and confirm]]<span class="unseen"[[| lang="vi"]]>: {{title}}</span></a></div>{{/no_done}}
  </li>
  {{/rows}}
</ul>
{{/has_rows}}
