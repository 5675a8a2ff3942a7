<div class="title-block">
  <h1>[[Thư bị trả lại|Mails that came back]]</h1>
  <p class="must">[[Thư gửi tới hộp thư của các đơn vị dưới đây bị trả lại, nên đơn vị không nhận được nhắc việc và hệ thống tạm thôi gửi. Hãy báo đơn vị bằng điện thoại hoặc công văn.|Mails to the mailboxes of these units came back: the units did not get their reminders, and no more are sent for now. Tell them by telephone or by letter.]]</p>
</div>
{{#no_has_units}}<div class="empty"><h2>[[Không có hộp thư nào trả lại thư|No mailbox returns mails]]</h2><p>[[Đơn vị có thư bị trả lại hiện ở đây, cùng lý do và việc cần làm.|Units whose mails come back appear here, with the reason and what to do.]]</p></div>{{/no_has_units}}
{{#has_units}}
<section class="table-wrap" aria-labelledby="tra-lai" tabindex="0">
<table class="table-cards">
  <caption id="tra-lai">[[Đơn vị cần báo cách khác|Units to be told another way]]: {{units}}</caption>
  <thead><tr><th scope="col">[[Đơn vị|Unit]]</th><th scope="col">[[Từ ngày|Since]]</th><th scope="col" class="number">[[Số thư|Mails]]</th><th scope="col">[[Vì sao|Why]]</th><th scope="col">[[Cần làm|What to do]]</th><th scope="col"><span class="unseen">[[Hành động|Action]]</span></th></tr></thead>
  <tbody>
    {{#rows}}<tr><th scope="row"><a href="{{unit_address}}" lang="vi">{{unit}}</a><br><span class="soft">{{mailbox}}</span></th><td data-label="[[Từ ngày|Since]]">{{since}}</td><td class="number" data-label="[[Số thư|Mails]]">{{came_back}}</td><td data-label="[[Vì sao|Why]]"><span><span class="state state-late">{{why}}</span><br><span class="soft">{{status}}{{#said}}: {{said_text}}{{/said}}</span></span></td><td data-label="[[Cần làm|What to do]]">{{what_to_do}}</td><td class="acts">{{#form}}<p><a href="{{change}}">[[Sửa hộp thư|Change the mailbox]]<span class="unseen" lang="vi"> {{unit}}</span></a></p><form action="{{action}}" method="post">{{>keys}}<input type="hidden" name="so-thu" value="{{seen}}"><button class="button-secondary">[[Đã kiểm tra địa chỉ|Address checked]]<span class="unseen" lang="vi"> {{unit}}</span></button></form>{{/form}}{{#no_form}}[[Người quản trị đơn vị sửa hộp thư|Who manages the unit changes the mailbox]]{{/no_form}}</td></tr>
    {{/rows}}
  </tbody>
</table>
</section>
{{>pager}}
{{/has_units}}
<p><a href="/ban-lam-viec">[[Về việc hôm nay|Back to today]]</a></p>
