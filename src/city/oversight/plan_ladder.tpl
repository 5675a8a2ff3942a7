<div class="title-block">
  <p class="over"><a href="{{back}}">{{plan_number}}</a> · <span lang="vi">{{plan_title}}</span></p>
  <h1>[[Thang nhắc việc|When units are reminded]]</h1>
  <p class="must">{{words}}.</p>
  {{#newest}}<p class="as-of">[[Do|Set by]] <span lang="vi">{{who}}</span> [[đặt ngày|on]] {{on}}; [[áp dụng cho các bậc sau ngày đó.|it counts for steps after that day.]]</p>{{/newest}}
  {{#no_newest}}<p class="as-of">[[Thang dùng chung; chưa ai đặt thang riêng cho kế hoạch này.|The usual days; nobody has set others for this plan.]]</p>{{/no_newest}}
</div>
{{#preview}}
<section class="panel" aria-labelledby="xem-truoc">
<h2 id="xem-truoc">[[Xem trước, chưa lưu|Preview, not saved]]</h2>
<p>{{proposed_words}}.</p>
{{#no_has_days}}<p>[[Trong 30 ngày tới không có thư nào, theo thang hiện nay cũng như thang mới.|No mail in the next 30 days, by the present steps or by the new ones.]]</p>{{/no_has_days}}
{{#has_days}}
<section class="table-wrap" aria-labelledby="so-thu" tabindex="0">
<table class="table-cards">
  <caption id="so-thu">[[Số đơn vị nhận thư trong 30 ngày tới, nếu từ nay chưa ai báo xong việc|Units that get a mail in the next 30 days, should nothing be done until then]]</caption>
  <thead><tr><th scope="col">[[Ngày|Day]]</th><th scope="col" class="number">[[Thang hiện nay|Present steps]]</th><th scope="col" class="number">[[Thang mới|New steps]]</th></tr></thead>
  <tbody>{{#days}}<tr><th scope="row">{{day}}</th><td class="number" data-label="[[Thang hiện nay|Present steps]]">{{present}}</td><td class="number" data-label="[[Thang mới|New steps]]">{{proposed}}</td></tr>
  {{/days}}<tr class="row-total"><th scope="row">[[Tổng số thư|Mails in all]]</th><td class="number" data-label="[[Thang hiện nay|Present steps]]">{{present_sum}}</td><td class="number" data-label="[[Thang mới|New steps]]">{{proposed_sum}}</td></tr></tbody>
</table>
</section>
{{/has_days}}
</section>
{{/preview}}
{{#form}}
<section aria-labelledby="dat">
<h2 id="dat">[[Đặt thang nhắc|Set the steps]]</h2>
<form class="form" action="{{action}}" method="post" novalidate>
  {{>keys}}<input type="hidden" name="lan" value="{{version}}">
  {{#steps}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="bac">[[Nhắc trước hạn bao nhiêu ngày|Days before the deadline]]</label>
    <p class="hint" id="bac-hint">[[Từ 1 đến 10 số, cách nhau bằng dấu phẩy, mỗi số từ 0 đến 120; 0 là vào ngày hạn. Ví dụ 30, 15, 7, 3, 1, 0|1 to 10 numbers with commas between, each 0 to 120; 0 is the day itself. For example 30, 15, 7, 3, 1, 0]]</p>
    {{#error}}<p class="field-error" id="bac-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-half numbers" id="bac" name="bac" value="{{value}}" autocomplete="off" aria-describedby="bac-hint{{#error}} bac-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/steps}}
  {{#repeat}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="lap-lai">[[Quá hạn thì mấy ngày nhắc một lần|Days between reminders after it]]</label>
    <p class="hint" id="lap-lai-hint">[[Từ 1 đến 60; để trống nếu quá hạn thì không nhắc nữa|1 to 60; leave it empty for no reminders after the deadline]]</p>
    {{#error}}<p class="field-error" id="lap-lai-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-date numbers" id="lap-lai" name="lap-lai" inputmode="numeric" value="{{value}}" autocomplete="off" aria-describedby="lap-lai-hint{{#error}} lap-lai-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/repeat}}
  <div class="field{{#silent_error}} field-wrong{{/silent_error}}">
    {{#silent_error}}<p class="field-error" id="khong-nhac-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{silent_error_text}}</p>{{/silent_error}}
    <div class="choice"><input type="checkbox" id="khong-nhac" name="khong-nhac" value="1"{{#silent}} checked{{/silent}} aria-describedby="khong-nhac-hint{{#silent_error}} khong-nhac-loi{{/silent_error}}"{{#silent_error}} aria-invalid="true"{{/silent_error}}><label for="khong-nhac">[[Không gửi thư nhắc về kế hoạch này|No reminders about this plan]]</label></div>
    <p class="hint" id="khong-nhac-hint">[[Khi chọn, các số ở trên không dùng đến; vẫn đôn đốc từng đơn vị được|The numbers above are not used then; units can still be urged by hand]]</p>
  </div>
  {{#reason}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ly-do">[[Lý do|Reason]]{{#no_needs_reason}} <span class="optional">([[cần khi không gửi thư nhắc|needed for no reminders]])</span>{{/no_needs_reason}}</label>
    <p class="hint" id="ly-do-hint">[[Tối đa 300 ký tự; hiện ở lịch sử bên dưới|At most 300 characters; it stands in the history below]]</p>
    {{#error}}<p class="field-error" id="ly-do-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="ly-do" name="ly-do" value="{{value}}" autocomplete="off" aria-describedby="ly-do-hint{{#error}} ly-do-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/reason}}
  <p class="soft">[[Thang mới áp dụng cho các bậc từ ngày mai; không gửi bù, không gửi lại.|New steps count from tomorrow on; none is made up, none repeated.]]</p>
  <div class="actions"><button class="button-secondary" formaction="{{action}}/xem-truoc">[[Xem trước|Preview]]</button> <button class="button">[[Lưu thang nhắc|Save the steps]]</button> <a class="button-quiet" href="{{back}}">[[Thôi|Cancel]]</a></div>
</form>
</section>
{{/form}}
<section aria-labelledby="sap-gui">
<h2 id="sap-gui">[[Thư sắp gửi theo thang hiện nay|Mails to come by the present steps]]</h2>
{{#no_is_issued}}<p>[[Kế hoạch chưa ban hành nên chưa đơn vị nào có việc để nhắc.|The plan is not issued, so no unit has anything to be reminded of.]]</p>{{/no_is_issued}}
{{#is_issued}}
{{#no_has_ahead}}<p>[[Trong 30 ngày tới không có thư nhắc nào về kế hoạch này.|No reminders about this plan in the next 30 days.]]</p>{{/no_has_ahead}}
{{#has_ahead}}
<section class="table-wrap" aria-labelledby="thu-toi" tabindex="0">
<table class="table-cards">
  <caption id="thu-toi">[[Trong 30 ngày tới, nếu từ nay chưa ai báo xong việc|In the next 30 days, should nothing be done until then]]</caption>
  <thead><tr><th scope="col">[[Ngày|Day]]</th><th scope="col" class="number">[[Số đơn vị nhận thư|Units that get a mail]]</th></tr></thead>
  <tbody>{{#ahead}}<tr><th scope="row">{{day}}</th><td class="number" data-label="[[Số đơn vị nhận thư|Units that get a mail]]">{{units}}</td></tr>
  {{/ahead}}</tbody>
</table>
</section>
<p class="soft">[[Mỗi đơn vị mỗi ngày nhiều nhất một thư, gộp việc của mọi kế hoạch.|A unit gets one mail a day at most, with what it has of every plan.]]</p>
{{/has_ahead}}
{{#unreachable}}<p><span class="state state-risk">{{unreachable_text}}</span></p>{{/unreachable}}
{{/is_issued}}
</section>
<section aria-labelledby="lich-su">
<h2 id="lich-su">[[Lịch sử|History]]</h2>
{{#no_has_changes}}<p>[[Chưa ai đổi thang nhắc của kế hoạch này.|Nobody has changed the steps of this plan.]]</p>{{/no_has_changes}}
{{#has_changes}}
<section class="table-wrap" aria-labelledby="cac-lan" tabindex="0">
<table class="table-cards">
  <caption id="cac-lan">[[Các lần đổi, mới nhất trước|Every change, newest first]]</caption>
  <thead><tr><th scope="col">[[Ngày đặt|Set on]]</th><th scope="col">[[Người đặt|By]]</th><th scope="col">[[Thang nhắc|Steps]]</th><th scope="col">[[Lý do|Reason]]</th></tr></thead>
  <tbody>{{#changes}}<tr><th scope="row">{{on}}</th><td data-label="[[Người đặt|By]]"><span lang="vi">{{who}}</span></td><td data-label="[[Thang nhắc|Steps]]">{{ladder}}</td><td data-label="[[Lý do|Reason]]">{{#why}}<span lang="vi">{{why_text}}</span>{{/why}}{{#no_why}}<span class="soft">–</span>{{/no_why}}</td></tr>
  {{/changes}}</tbody>
</table>
</section>
{{>pager}}
{{/has_changes}}
</section>
