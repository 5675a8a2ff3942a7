<div class="title-block">
  <p class="over">{{day}}</p>
  <h1>{{unit}}</h1>
  <p class="must">{{must}}</p>
</div>
{{#may_log}}<p><a class="button" href="/hoat-dong/ghi">[[Ghi hoạt động|Record an activity]]</a></p>{{/may_log}}
{{#no_has_rows}}<div class="empty"><h2>[[Không còn việc nào|Nothing left to do]]</h2><p>[[Nhiệm vụ mới, bài chờ duyệt và người chưa đọc hiện ở đây khi có.|New tasks, things to approve and people not reached appear here.]]</p></div>{{/no_has_rows}}
{{#has_rows}}
<ul class="tasks">
  {{#rows}}<li>
    <span class="state {{mark}}">{{state}}</span>
    <div>
      <h2><a href="{{address}}">{{title}}</a></h2>
      <p>{{detail}}{{#figure}} · <a class="figure" href="{{figure_address}}">{{figure_text}} [[người|persons]]</a>{{/figure}}</p>
    </div>
    <div class="task-action"><a class="button-secondary" href="{{action_address}}">{{action}}<span class="unseen">: {{title}}, {{detail}}</span></a></div>
  </li>
  {{/rows}}
</ul>
{{#more}}<p><a href="/nhiem-vu">[[Xem tất cả nhiệm vụ|See all tasks]]</a></p>{{/more}}
{{/has_rows}}
