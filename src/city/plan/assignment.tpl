<div class="title-block">
  <p class="over"><span lang="vi">{{unit}}</span>{{#closed}} · <span class="state state-late">[[dừng hoạt động từ|closed since]] {{closed_text}}</span>{{/closed}}</p>
  <h1>[[Việc được giao|The task]]</h1>
  <p class="must"><span class="state {{mark}}">{{state}}</span></p>
</div>
<dl class="facts">
  <dt>[[Việc phải làm|What has to be done]]</dt><dd lang="vi">{{what}}</dd>
  <dt>[[Kế hoạch|Plan]]</dt><dd><a href="{{plan_address}}">{{plan}}</a></dd>
  <dt>[[Hạn hoàn thành|Deadline]]</dt><dd>{{due}}{{#first}} · [[được gia hạn, hạn ban đầu|extended, first deadline]] {{first_text}}{{/first}}</dd>
  {{#has_notes}}<dt>[[Sửa đổi, bổ sung|Amended]]</dt><dd>{{#notes}}<p><a href="{{note_address}}">{{note}}</a></p>{{/notes}}</dd>{{/has_notes}}
</dl>
{{#below}}<div class="notice"><p>{{below_text}} [[Vẫn báo xong được, nhưng hãy xem lại trước khi báo.|It can be reported as done all the same; look at those first.]]</p></div>{{/below}}
{{#log}}<div class="actions"><a class="button-secondary" href="{{log_text}}">[[Ghi hoạt động|Record an activity]]</a> <a class="button-quiet" href="/nhiem-vu">[[Báo xong ở danh sách việc của đơn vị|Report it as done among our tasks]]</a> <a class="button-quiet" href="{{guidance}}">[[Hỏi hướng dẫn|Ask for guidance]]</a></div>{{/log}}
{{#grow}}<div class="actions"><a class="button-secondary" href="{{grow_text}}">[[Lập kế hoạch của đơn vị từ việc này|Draft the unit's own plan for this task]]</a></div>{{/grow}}
{{#has_grown}}<section>
<h2 id="ke-hoach-lap-tu-viec">[[Kế hoạch lập từ việc này|Plans that grew out of this task]]</h2>
<section class="table-wrap" aria-labelledby="ke-hoach-lap-tu-viec" tabindex="0">
<table class="table-cards">
  <thead><tr><th scope="col" class="wide">[[Trích yếu|What it is about]]</th><th scope="col">[[Số|Number]]</th><th scope="col">[[Trạng thái|State]]</th><th scope="col">[[Việc đã xong|Tasks done]]</th><th scope="col">[[Thời gian đã qua|Time gone]]</th></tr></thead>
  <tbody>{{#grown}}<tr>
    <th scope="row"><a href="{{address}}" lang="vi">{{title}}</a></th>
    <td data-label="[[Số|Number]]">{{number}}</td>
    <td data-label="[[Trạng thái|State]]"><span class="state {{mark}}">{{stage}}</span></td>
    <td data-label="[[Việc đã xong|Tasks done]]"><div class="measure-row"><p><span class="numbers">{{done}} / {{all}}</span></p><svg class="bar" aria-hidden="true" focusable="false"><rect width="{{share}}%" height="100%"/></svg></div></td>
    <td data-label="[[Thời gian đã qua|Time gone]]">{{#time}}<div class="measure-row"><p><span class="numbers">{{words}}</span></p><svg class="bar" aria-hidden="true" focusable="false"><rect width="{{share}}%" height="100%"/></svg></div>{{/time}}{{#no_time}}<span class="soft">[[chưa ban hành|not issued]]</span>{{/no_time}}</td>
  </tr>
  {{/grown}}</tbody>
</table>
</section>
</section>{{/has_grown}}
{{#has_entries}}<section aria-labelledby="cong-tu-ghi">
<h2 id="cong-tu-ghi">[[Bài đã lên Cổng cho kế hoạch này|Articles on the portal for this plan]]</h2>
<p class="hint">[[Cổng tự ghi, đơn vị không phải nhập.|Recorded by the portal itself; the unit need not enter them.]] <a href="{{all_entries}}">[[Mọi bài của đơn vị|All of the unit's articles]]</a></p>
<ul>{{#entries}}<li>{{#void_since}}<s><a href="{{entry_address}}" lang="vi">{{entry_title}}</a></s> <span class="soft">{{void_since_text}}</span>{{/void_since}}{{#no_void_since}}<a href="{{entry_address}}" lang="vi">{{entry_title}}</a> <span class="soft">{{public_since}}</span>{{/no_void_since}}</li>
{{/entries}}</ul>
</section>{{/has_entries}}
{{#why_not}}<div class="notice"><p>{{why_not_text}}</p></div>{{/why_not}}
{{#decision}}<section class="panel" aria-labelledby="quyet-dinh-ten">
  <h2 id="quyet-dinh-ten">[[Đề nghị gia hạn chờ quyết định|A request to be decided]]</h2>
  <dl class="facts">
    <dt>[[Xin đến ngày|Asked until]]</dt><dd>{{wanted}}</dd>
    <dt>[[Hạn hiện nay|Present deadline]]</dt><dd>{{present}}{{#behind}} <span class="state state-late">{{behind_text}}</span>{{/behind}}</dd>
    <dt>[[Lý do|Reason]]</dt><dd lang="vi">{{why}}</dd>
    <dt>[[Số lần đã xin|Asked before]]</dt><dd>{{before}}</dd>
  </dl>
  <form class="form" action="{{action}}" method="post" data-keep="{{action}}" novalidate>
    {{>keys}}
    <fieldset class="fields{{#verdict_error}} field-wrong{{/verdict_error}}" id="quyet-dinh"{{#verdict_error}} aria-describedby="quyet-dinh-loi"{{/verdict_error}}>
      <legend>[[Quyết định|Decision]]</legend>
      {{#verdict_error}}<p class="field-error" id="quyet-dinh-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{verdict_error_text}}</p>{{/verdict_error}}
      {{#choices}}<div class="choice"><input type="radio" id="quyet-dinh-{{value}}" name="quyet-dinh" value="{{value}}"{{#chosen}} checked{{/chosen}}><label for="quyet-dinh-{{value}}">{{label}}</label></div>
      {{/choices}}
    </fieldset>
    {{#other_day}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="han-moi">[[Hạn mới|The other day]] <span class="optional">([[chỉ khi gia hạn đến ngày khác|only when another day is granted]])</span></label>
      <p class="hint" id="han-moi-hint">[[Ngày/tháng/năm,|Day/month/year,]] {{range}}[[; hoặc số ngày làm việc thêm, như 10 ngày làm việc, tính tiếp từ hạn hiện nay, hạn đã qua thì tính từ hôm nay|; or so many more working days, such as 10 working days, after the present deadline, or after today where that has passed]]</p>
      {{#error}}<p class="field-error" id="han-moi-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
      <input class="w-half numbers" id="han-moi" name="han-moi" autocomplete="off" value="{{value}}" aria-describedby="han-moi-hint{{#error}} han-moi-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
    </div>{{/other_day}}
    {{#words}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="ly-do-quyet-dinh">[[Lý do của quyết định|Why]]</label>
      <p class="hint" id="ly-do-quyet-dinh-hint">[[Cần ghi khi từ chối hoặc cho ngày khác; đơn vị đọc được.|Needed when it is refused or another day is given; the unit reads it.]]</p>
      {{#error}}<p class="field-error" id="ly-do-quyet-dinh-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
      <textarea id="ly-do-quyet-dinh" name="ly-do-quyet-dinh" rows="3" aria-describedby="ly-do-quyet-dinh-hint{{#error}} ly-do-quyet-dinh-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>{{value}}</textarea>
    </div>{{/words}}
    <div class="actions"><button class="button">[[Ghi quyết định|Record the decision]]</button> <a class="button-quiet" href="/gia-han">[[Các đề nghị đang chờ|All requests that wait]]</a></div>
  </form>
</section>{{/decision}}
{{#ask}}<section class="panel" aria-labelledby="gia-han">
  <h2 id="gia-han">[[Xin gia hạn|Ask for more time]]</h2>
  <form class="form" action="{{action}}" method="post" data-keep="{{action}}" novalidate>
    {{>keys}}
    {{#until}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="den-ngay">[[Xin gia hạn đến hết ngày|More time until]]</label>
      <p class="hint" id="den-ngay-hint">[[Ngày/tháng/năm,|Day/month/year,]] {{range}}[[; hoặc số ngày làm việc thêm, như 10 ngày làm việc, tính tiếp từ hạn hiện nay, hạn đã qua thì tính từ hôm nay|; or so many more working days, such as 10 working days, after the present deadline, or after today where that has passed]]</p>
      {{#error}}<p class="field-error" id="den-ngay-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
      <input class="w-half numbers" id="den-ngay" name="den-ngay" autocomplete="off" value="{{value}}" aria-describedby="den-ngay-hint{{#error}} den-ngay-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
    </div>{{/until}}
    {{#reason}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="ly-do">[[Lý do|Reason]]</label>
      <p class="hint" id="ly-do-hint">[[Nêu vướng mắc và việc đã làm. Đừng ghi thông tin riêng của ai.|What stands in the way, and what was done so far. Nothing private of anybody.]]</p>
      {{#error}}<p class="field-error" id="ly-do-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
      <textarea id="ly-do" name="ly-do" rows="3" aria-describedby="ly-do-hint{{#error}} ly-do-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>{{value}}</textarea>
    </div>{{/reason}}
    <div class="actions"><button class="button">[[Gửi đề nghị gia hạn|Ask]]</button></div>
  </form>
</section>{{/ask}}
{{#has_history}}<section>
<h2 id="lich-su">[[Các lần xin gia hạn|Requests for more time]]</h2>
<section class="table-wrap" aria-labelledby="lich-su" tabindex="0">
<table class="table-cards">
  <thead><tr><th scope="col">[[Ngày xin|Asked on]]</th><th scope="col">[[Hạn lúc xin|Deadline then]]</th><th scope="col">[[Xin đến|Until]]</th><th scope="col" class="wide">[[Lý do|Reason]]</th><th scope="col">[[Quyết định|Decision]]</th></tr></thead>
  <tbody>{{#history}}<tr>
    <th scope="row"><span>{{asked_on}} · {{asked_by}}</span></th>
    <td data-label="[[Hạn lúc xin|Deadline then]]"><span>{{present}}{{#behind}} <span class="state state-late">{{behind_text}}</span>{{/behind}}</span></td>
    <td data-label="[[Xin đến|Until]]">{{wanted}}</td>
    <td data-label="[[Lý do|Reason]]" lang="vi">{{why}}</td>
    <td data-label="[[Quyết định|Decision]]"><span><span class="state {{fate_mark}}">{{fate}}</span>{{#settled}} <span class="soft">{{on}}{{#who}} · {{who_text}}{{/who}}</span>{{/settled}}{{#answer}} <span lang="vi">{{answer_text}}</span>{{/answer}}</span></td>
  </tr>
  {{/history}}</tbody>
</table>
</section>
</section>{{/has_history}}
