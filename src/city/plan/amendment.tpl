<div class="title-block">
  <p class="over"><a href="{{plan_address}}">{{plan_number}}</a> · <span lang="vi">{{plan_title}}</span> · <span class="state {{mark}}">{{stage}}</span></p>
  <h1>{{heading}}</h1>
  <p class="must">{{next}}{{#given_up}} <span lang="vi">{{given_up_text}}</span>{{/given_up}}</p>
  {{#from_above}}<p>{{from_above_text}}</p>{{/from_above}}
</div>
<p>[[Văn bản theo thể thức|On paper]]: <a href="{{paper}}">PDF<span class="unseen">, [[văn bản sửa đổi|the amendment on paper]]</span></a> · <a href="{{paper}}?dang=docx">DOCX<span class="unseen">, [[văn bản sửa đổi|the amendment on paper]]</span></a></p>
{{#shown}}<dl class="facts">
  <dt>[[Lý do|Reason]]</dt><dd lang="vi">{{reason}}</dd>
</dl>
{{#says_nothing}}<div class="notice"><p>[[Bản này chưa sửa đổi, bổ sung điều gì.|This amendment changes nothing yet.]]</p></div>{{/says_nothing}}
{{#total}}<p class="must">{{total_text}}</p>{{/total}}
{{#has_grounds}}<section class="panel" aria-labelledby="can-cu-bo-sung">
  <h2 id="can-cu-bo-sung">[[Căn cứ bổ sung|Further grounds]]</h2>
  <ul class="law-list">{{#grounds}}<li>{{#address}}<a href="{{address_text}}" lang="vi">{{written}}</a>{{/address}}{{#no_address}}<span lang="vi">{{written}}</span>{{/no_address}}{{#about}} <span class="soft" lang="vi">{{about_text}}</span>{{/about}} <span class="state {{mark}}">{{state}}</span></li>
  {{/grounds}}</ul>
</section>{{/has_grounds}}
{{#changes}}<section class="panel" aria-labelledby="{{anchor}}">
  <h2 id="{{anchor}}">{{#is_withdrawn}}[[Rút nhiệm vụ|Withdrawn]]: {{/is_withdrawn}}{{#no_is_withdrawn}}[[Sửa nhiệm vụ|Changed]]: {{/no_is_withdrawn}}<a href="{{task_address}}" lang="vi">{{name}}</a></h2>
  {{#differences}}<dl class="facts">
    <dt>{{label}}</dt><dd>{{#before}}<p><span class="soft">[[Trước|Before]]:</span> <del lang="vi">{{before_text}}</del>{{#before_note}} <span class="soft">({{before_note_text}})</span>{{/before_note}}</p>{{/before}}<p><span class="soft">[[Sau|After]]:</span> <span lang="vi">{{after}}</span>{{#after_note}} <span class="soft">({{after_note_text}})</span>{{/after_note}}</p></dd>
  </dl>
  {{/differences}}
  <ul>{{#lines}}<li><span class="state {{line_mark}}">{{figure}}</span>: {{#list_address}}<a class="figure" href="{{list_address_text}}">{{count}}<span class="unseen"> ({{figure}}, {{name}})</span></a>{{/list_address}} [[đơn vị|units]]{{#days}}, {{days_text}}{{/days}}</li>
  {{/lines}}</ul>
  {{#below}}<p>{{why_named}} {{#grown}}<a href="{{grown_address}}" lang="vi">{{grown_number}} {{grown_title}}</a>; {{/grown}}</p>
  {{/below}}{{#newly_reached}}<details><summary>{{reached_words}}</summary><p lang="vi">{{reached_names}}</p></details>{{/newly_reached}}
</section>
{{/changes}}
{{#has_added}}<section class="panel" aria-labelledby="nhiem-vu-bo-sung">
  <h2 id="nhiem-vu-bo-sung">[[Nhiệm vụ bổ sung|New tasks]]</h2>
  <ul>{{#added}}<li>{{#added_address}}<a href="{{added_address_text}}" lang="vi">{{work}}</a>{{/added_address}}{{#no_added_address}}<span lang="vi">{{work}}</span>{{/no_added_address}} · <span{{#is_one_unit}} lang="vi"{{/is_one_unit}}>{{units}}</span> · [[hạn|due]] {{due}}{{#due_note}} <span class="soft">({{due_note_text}})</span>{{/due_note}}{{#given}} · {{given_text}}{{/given}}
    <ul class="terms">{{#terms}}<li>{{label}}: <span lang="vi">{{after}}</span></li>{{/terms}}</ul></li>
  {{/added}}</ul>
</section>{{/has_added}}{{/shown}}
{{#approval}}<form action="{{action}}" method="post" data-confirm="[[Bạn duyệt đúng bản đang xem, với tác động nêu trên. Nếu ai sửa sau đó, phải duyệt lại.|You approve exactly the version shown, with the impact above. A later change needs a new approval.]]" data-confirm-title="[[Phê duyệt sửa đổi, bổ sung?|Approve this amendment?]]">
  {{>keys}}<input type="hidden" name="version" value="{{version}}">
  <div class="actions"><button class="button">[[Phê duyệt|Approve]]</button></div>
</form>{{/approval}}
{{#issue}}<section class="panel" aria-labelledby="ban-hanh-ten">
<h2 id="ban-hanh-ten">[[Ban hành|Issue it]]</h2>
<form class="form" action="{{action}}" method="post" novalidate>
  {{>keys}}
  {{#number}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="number">[[Số, ký hiệu do văn thư cấp|Number given by the clerk’s office]]</label>
    <p class="hint" id="number-hint">[[Ví dụ 12/KH-HĐPHPBGDPL hoặc 12/QĐ-UBND|For example 12/KH-HĐPHPBGDPL or 12/QĐ-UBND]]</p>
    {{#error}}<p class="field-error" id="number-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="number" name="number" value="{{value}}" autocomplete="off" aria-describedby="number-hint{{#error}} number-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/number}}
  {{#on}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="on">[[Ngày ban hành|Day of issue]]</label>
    <p class="hint" id="on-hint">[[Ngày/tháng/năm, không trước ngày ban hành kế hoạch|Day/month/year, not before the plan’s own]]</p>
    {{#error}}<p class="field-error" id="on-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-date numbers" id="on" name="on" inputmode="numeric" value="{{value}}" aria-describedby="on-hint{{#error}} on-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/on}}
  <div class="actions"><button class="button">[[Ban hành sửa đổi, bổ sung|Issue the amendment]]</button></div>
</form>
</section>{{/issue}}
{{#form}}<section class="panel" aria-labelledby="sua">
<h2 id="sua">[[Ghi các thay đổi|Write what changes]]</h2>
{{#changed_meanwhile}}<div class="notice notice-risk"><p>[[Trong lúc bạn viết, bản này đã đổi. Bản hiện nay ở phần trên; phần bạn viết vẫn ở dưới đây, lưu là thay bản hiện nay.|While you wrote, this amendment was changed. It stands above as it is now; what you wrote is below, and saving it replaces the present text.]]</p></div>{{/changed_meanwhile}}
<form class="form" action="{{action}}" method="post" data-keep="{{action}}" novalidate>
  {{>keys}}<input type="hidden" name="version" value="{{version}}">
  {{#why}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ly-do">[[Lý do sửa đổi, bổ sung|Why it is amended]]</label>
    {{#error}}<p class="field-error" id="ly-do-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <textarea id="ly-do" name="ly-do" rows="3"{{#error}} aria-describedby="ly-do-loi" aria-invalid="true"{{/error}}>{{value}}</textarea>
  </div>{{/why}}
  {{#more_grounds}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="grounds">[[Căn cứ bổ sung|Further grounds]] <span class="optional">[[(nếu có)|(if any)]]</span></label>
    <p class="hint" id="grounds-hint">[[Văn bản ban hành sau kế hoạch, mỗi dòng một văn bản. Ví dụ: Thông tư số 03/2021/TT-BTP ngày 25/5/2021 của Bộ Tư pháp|Documents that appeared later, one a line]]</p>
    {{#error}}<p class="field-error" id="grounds-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <textarea id="grounds" name="grounds" rows="3" aria-describedby="grounds-hint{{#error}} grounds-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>{{value}}</textarea>
  </div>{{/more_grounds}}
  <h3>[[Nhiệm vụ của kế hoạch|Tasks of the plan]]</h3>
  <p class="soft">[[Mở nhiệm vụ cần sửa; ô để nguyên là giữ nguyên.|Open the task that changes; what is left as it is stays.]]</p>
  {{#tasks}}<details{{#is_unfolded}} open{{/is_unfolded}}>
    <summary><span lang="vi">{{work}}</span> · <span{{#is_one_unit}} lang="vi"{{/is_one_unit}}>{{units}}</span> · [[hạn|due]] {{due}}</summary>
    {{#inputs}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="{{name}}">{{label}}</label>
      {{#input_hint}}<p class="hint" id="{{name}}-hint">{{input_hint_text}}</p>{{/input_hint}}
      {{#error}}<p class="field-error" id="{{name}}-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
      {{#is_long}}<textarea id="{{name}}" name="{{name}}" rows="2"{{#described}} aria-describedby="{{described_text}}"{{/described}}{{#error}} aria-invalid="true"{{/error}}>{{value}}</textarea>{{/is_long}}{{#no_is_long}}<input id="{{name}}" name="{{name}}" value="{{value}}"{{#described}} aria-describedby="{{described_text}}"{{/described}}{{#error}} aria-invalid="true"{{/error}}>{{/no_is_long}}
    </div>
    {{/inputs}}
    {{#to_reach}}<div class="choice"><input type="checkbox" id="{{reached_name}}" name="{{reached_name}}" value="1"{{#ticked}} checked{{/ticked}}><label for="{{reached_name}}">{{#newly}}{{reached_words}}: <span lang="vi">{{reached_names}}</span>{{/newly}}</label></div>{{/to_reach}}
    <div class="choice"><input type="checkbox" id="{{withdraw_name}}" name="{{withdraw_name}}" value="1"{{#is_to_withdraw}} checked{{/is_to_withdraw}}><label for="{{withdraw_name}}">[[Rút nhiệm vụ này: đơn vị chưa xong không phải làm nữa; các ô trên không tính|Withdraw this task: units that have not done it need not; the fields above do not count]]</label></div>
  </details>
  {{/tasks}}
  <h3>[[Nhiệm vụ bổ sung|New tasks]]</h3>
  <p class="soft">[[Ô để trống không tính. Cần thêm dòng thì lưu trước.|Rows left empty do not count. Save to get more of them.]]</p>
  {{#new_tasks}}<details{{#is_used}} open{{/is_used}}>
    <summary>{{legend}}</summary>
    {{#added_inputs}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="{{name}}">{{label}}</label>
      {{#input_hint}}<p class="hint" id="{{name}}-hint">{{input_hint_text}}</p>{{/input_hint}}
      {{#error}}<p class="field-error" id="{{name}}-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
      {{#is_long}}<textarea id="{{name}}" name="{{name}}" rows="2"{{#described}} aria-describedby="{{described_text}}"{{/described}}{{#error}} aria-invalid="true"{{/error}}>{{value}}</textarea>{{/is_long}}{{#no_is_long}}<input id="{{name}}" name="{{name}}" value="{{value}}"{{#described}} aria-describedby="{{described_text}}"{{/described}}{{#error}} aria-invalid="true"{{/error}}>{{/no_is_long}}
    </div>
    {{/added_inputs}}
  </details>
  {{/new_tasks}}
  <div class="actions"><button class="button-secondary">[[Lưu và xem tác động|Save and see the impact]]</button> <a class="button-quiet" href="{{plan_address}}/sua-doi">[[Về danh sách|Back to the list]]</a></div>
</form>
</section>{{/form}}
{{#end}}<section class="panel" aria-labelledby="thoi">
<h2 id="thoi">[[Thôi sửa đổi|Give it up]]</h2>
<form class="form" action="{{action}}" method="post" novalidate>
  {{>keys}}
  {{#words}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ly-do-quyet-dinh">[[Vì sao thôi|Why]]</label>
    <p class="hint" id="ly-do-quyet-dinh-hint">[[Kế hoạch giữ nguyên; bản này vẫn xem lại được.|The plan stays as it is; this can still be seen.]]</p>
    {{#error}}<p class="field-error" id="ly-do-quyet-dinh-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <textarea id="ly-do-quyet-dinh" name="ly-do-quyet-dinh" rows="2" aria-describedby="ly-do-quyet-dinh-hint{{#error}} ly-do-quyet-dinh-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>{{value}}</textarea>
  </div>{{/words}}
  <div class="actions"><button class="button-secondary">[[Thôi, giữ nguyên kế hoạch|Give it up; the plan stays]]</button></div>
</form>
</section>{{/end}}
