<div class="title-block">
  <p class="over" lang="vi">{{title}}</p>
  <h1>[[Kết thúc nhóm đơn vị|End the group of units]]</h1>
  <p class="must">[[Không giao việc mới cho nhóm được nữa. Việc đã giao cho các đơn vị giữ nguyên; trang của nhóm vẫn xem được. Không mở lại được: cần thì lập nhóm mới.|No new work can be given to it. What its units were given stays, and its page can still be seen. It cannot be taken back: make a new group if one is needed.]]</p>
</div>
{{#drafts}}<div class="notice notice-risk"><p>[[Có|There are]] {{drafts_text}} [[nhiệm vụ trong kế hoạch hoặc sửa đổi chưa ban hành đang giao cho nhóm này; phải bỏ hoặc giao lại rồi mới ban hành được.|tasks for this group in plans or amendments that are not issued; they have to be dropped or given anew before those can be issued.]]</p></div>{{/drafts}}
{{#changed_meanwhile}}<div class="notice notice-risk"><p>[[Trong lúc bạn viết, người khác đã sửa nhóm. Hãy xem lại|While you wrote, somebody changed the group. Look at it again]]: <a href="{{back}}" lang="vi">{{title}}</a></p></div>{{/changed_meanwhile}}
<form class="form" action="{{action}}" method="post" novalidate>
  {{>keys}}<input type="hidden" name="ban" value="{{version}}">
  {{#reason}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ly-do">[[Lý do|Reason]]</label>
    {{#error}}<p class="field-error" id="ly-do-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <textarea id="ly-do" name="ly-do" rows="2"{{#error}} aria-describedby="ly-do-loi" aria-invalid="true"{{/error}}>{{value}}</textarea>
  </div>{{/reason}}
  <div class="actions"><button class="button">[[Kết thúc nhóm|End the group]]</button> <a class="button-quiet" href="{{back}}">[[Thôi|Cancel]]</a></div>
</form>
