<div class="title-block">
  <p class="over"><a href="{{round}}">{{form}}: {{period}}</a></p>
  <h1 lang="vi">{{unit}}</h1>
  {{#stopped}}<p><span class="state state-late">[[Dừng hoạt động từ|Closed since]] {{stopped_text}}</span></p>{{/stopped}}
  <p class="must"><span class="state {{mark}}">{{standing}}</span>{{#late}} <span class="state state-late">{{late_text}}</span>{{/late}} · [[số liệu từ|from]] {{from}} [[đến hết|to]] {{to}}{{#has_cut_off}}: [[thực tế đến hết|actual to]] {{counted_to}}, [[ước từ|estimates from]] {{estimated_from}}{{/has_cut_off}}; [[hạn nộp|deadline]] {{due}}.</p>
</div>
{{#returned}}<div class="notice"><p><span class="state state-late">[[Bị trả lại|Sent back]]</span> <span lang="vi">{{returned_text}}</span></p></div>{{/returned}}
{{#let_in}}<div class="notice"><p>{{#so_long}}[[Được nộp bổ sung trong|Let in once more for]] {{so_long_text}}{{/so_long}}{{#no_so_long}}[[Được nộp bổ sung đến hết ngày|Let in once more until]] {{until}}{{/no_so_long}}: <span lang="vi">{{late_reason}}</span></p></div>{{/let_in}}
{{#why_not}}<p>{{why_not_text}}</p>{{/why_not}}
{{#shown}}<section aria-labelledby="so-lieu">
<h2 id="so-lieu">[[Số liệu của bản|Figures of version]] {{shown_number}}</h2>
<table class="table-cards">
  <caption class="unseen">[[Số liệu đã nộp|What was handed in]]</caption>
  <thead><tr><th scope="col">[[Cột|Column]]</th><th scope="col" class="number">{{amount_title}}</th>{{#has_estimates}}<th scope="col" class="number">[[Ước|Estimate]]</th><th scope="col" class="number">[[Cộng, có số ước|Total, with estimate]]</th>{{/has_estimates}}{{#has_told}}<th scope="col" class="number">[[Số ước đã báo|Reported as estimates]]</th>{{/has_told}}<th scope="col" class="number">[[Theo hoạt động lúc nộp|Of activities then]]</th></tr></thead>
  <tbody>{{#figures}}<tr><th scope="row">{{code}}. {{title}} ({{measure}})</th><td class="number" data-label="{{amount_title}}"><a class="figure" href="{{evidence}}">{{handed_in}}<span class="unseen"> {{title}}</span></a></td>{{#estimated}}<td class="number" data-label="[[Ước|Estimate]]">{{estimate}}</td><td class="number" data-label="[[Cộng, có số ước|Total, with estimate]]">{{total}}</td>{{/estimated}}{{#told}}<td class="number" data-label="[[Số ước đã báo|Reported as estimates]]"><span>{{told_actual}} + {{told_estimate}} [[ước|estimated]] = {{told_total}}</span></td>{{/told}}<td class="number" data-label="[[Theo hoạt động lúc nộp|Of activities then]]"><span>{{#counted}}{{counted_text}}{{#differs}} <span class="state state-risk">[[khác|differs]]</span>{{/differs}}{{/counted}}{{#no_counted}}–{{/no_counted}}</span></td></tr>
  {{/figures}}</tbody>
</table>
{{#explained}}<p><strong>[[Giải trình|Explanation]]:</strong> <span lang="vi">{{explained_text}}</span></p>{{/explained}}
</section>{{/shown}}
{{#review}}<section class="no-print" aria-labelledby="xem-xet">
<h2 id="xem-xet">[[Xem xét|Review]]</h2>
{{#may_accept}}<form action="{{accept}}" method="post">{{>keys}}<input type="hidden" name="ban" value="{{version}}"><div class="actions"><button class="button">[[Tiếp nhận báo cáo|Accept the report]]</button></div></form>{{/may_accept}}
{{#may_return}}<details{{#failed}} open{{/failed}}><summary>[[Trả lại để sửa|Send it back]]</summary>
<form class="form" action="{{send_back}}" method="post" novalidate>{{>keys}}<input type="hidden" name="ban" value="{{version}}">
  {{#reason}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ly-do">[[Vì sao trả lại|Why]]</label>
    {{#error}}<p class="field-error" id="ly-do-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="ly-do" name="ly-do" value="{{value}}"{{#error}} aria-describedby="ly-do-loi" aria-invalid="true"{{/error}}>
  </div>{{/reason}}
  <button class="button-secondary">[[Trả lại|Send back]]</button>
</form></details>{{/may_return}}
</section>{{/review}}
{{#fill}}{{#no_direct}}<details{{#failed}} open{{/failed}}><summary>[[Nộp thay đơn vị này|Hand in for this unit]]</summary>{{/no_direct}}
<form class="form" action="{{action}}" method="post" data-keep="{{keep}}" novalidate>
  {{>keys}}<input type="hidden" name="ban" value="{{version}}">
  <p>{{#again}}[[Số điền sẵn là của bản đã nộp gần nhất; sửa được nhưng khác với hoạt động đã ghi thì phải giải trình.|What is filled in is the latest version; where it differs from recorded activities it needs an explanation.]]{{/again}}{{#no_again}}[[Số điền sẵn lấy từ hoạt động đã ghi; sửa được nhưng phải giải trình. Ô trống là số đơn vị tự đếm, không có thì ghi 0.|What is filled in comes from recorded activities; it may be changed with an explanation. Empty fields are counted by the unit, 0 where there is none.]]{{/no_again}}</p>
  {{#has_pairs}}<p>[[Mỗi cột có hai số: số thực tế đến hết|Each column has two figures: the actual one to]] {{counted_to}}, [[và số ước từ|and the estimate from]] {{estimated_from}} [[đến hết|to]] {{to}}. [[Số ước không có thì ghi 0; không phải giải trình.|Write 0 where nothing is expected; estimates need no explanation.]]</p>{{/has_pairs}}
  {{#inputs}}<div class="field{{#wrong}} field-wrong{{/wrong}}">
    <label for="{{id}}">{{code}}. {{title}} ({{measure}})</label>
    {{#counted}}<p class="hint" id="{{id}}-hint">[[Theo hoạt động đã ghi|Of recorded activities]]: <a href="{{evidence}}">{{counted_text}}<span class="unseen"> {{title}}</span></a></p>{{/counted}}
    {{#told}}<p class="hint" id="{{id}}-da-bao">[[Số ước đã báo|Reported as estimates]]: {{told_actual}} + {{told_estimate}} [[ước|estimated]] = {{told_total}}</p>{{/told}}
    {{#wrong}}<p class="field-error" id="{{id}}-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{wrong_text}}</p>{{/wrong}}
    <input class="w-number numbers" id="{{id}}" name="{{id}}" inputmode="numeric" autocomplete="off" value="{{value}}"{{#described}} aria-describedby="{{described_text}}"{{/described}}{{#wrong}} aria-invalid="true"{{/wrong}}>
  </div>
  {{/inputs}}
  {{#pairs}}{{#actual}}<fieldset class="fields">
    <legend>{{code}}. {{title}} ({{measure}})</legend>
    {{#counted}}<p class="hint" id="{{id}}-hint">[[Theo hoạt động đã ghi đến hết|Of recorded activities to]] {{counted_to}}: <a href="{{evidence}}">{{counted_text}}<span class="unseen"> {{title}}</span></a></p>{{/counted}}
    <div class="field-row"><div class="field{{#wrong}} field-wrong{{/wrong}}">
      <label for="{{id}}">[[Thực tế đến hết|Actual to]] {{counted_to}}</label>
      {{#wrong}}<p class="field-error" id="{{id}}-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{wrong_text}}</p>{{/wrong}}
      <input class="w-number numbers" id="{{id}}" name="{{id}}" inputmode="numeric" autocomplete="off" value="{{value}}"{{#described}} aria-describedby="{{described_text}}"{{/described}}{{#wrong}} aria-invalid="true"{{/wrong}}>
    </div>{{/actual}}<div class="field{{#guess_wrong}} field-wrong{{/guess_wrong}}">
      <label for="{{guess_id}}">[[Ước từ|Estimate from]] {{estimated_from}}</label>
      {{#guess_wrong}}<p class="field-error" id="{{guess_id}}-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{guess_wrong_text}}</p>{{/guess_wrong}}
      <input class="w-number numbers" id="{{guess_id}}" name="{{guess_id}}" inputmode="numeric" autocomplete="off" value="{{guess}}"{{#guess_wrong}} aria-describedby="{{guess_id}}-loi" aria-invalid="true"{{/guess_wrong}}>
    </div></div>
  </fieldset>
  {{/pairs}}
  {{#explanation}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="giai-trinh">[[Giải trình|Explanation]] <span class="optional">([[chỉ khi khác với hoạt động đã ghi|only where it differs from recorded activities]])</span></label>
    {{#error}}<p class="field-error" id="giai-trinh-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <textarea id="giai-trinh" name="giai-trinh" rows="3"{{#error}} aria-describedby="giai-trinh-loi" aria-invalid="true"{{/error}}>{{value}}</textarea>
  </div>{{/explanation}}
  <div class="actions"><button class="button{{#no_direct}}-secondary{{/no_direct}}">{{#again}}[[Nộp bản thay thế|Hand in a new version]]{{/again}}{{#no_again}}[[Nộp báo cáo|Hand in the report]]{{/no_again}}</button> <a class="button-quiet" href="{{round}}">[[Thôi|Cancel]]</a></div>
</form>{{#no_direct}}</details>{{/no_direct}}{{/fill}}
{{#has_versions}}<section aria-labelledby="cac-ban">
<h2 id="cac-ban">[[Các bản đã nộp|Versions handed in]]</h2>
<ul>{{#versions}}<li><a href="{{address}}">[[Bản|Version]] {{number}}</a> · {{at}} · [[sự kiện số|fact no.]] {{position}} · <span class="state {{mark}}">{{standing}}</span>{{#why}}: <span lang="vi">{{why_text}}</span>{{/why}}</li>
{{/versions}}</ul>
</section>{{/has_versions}}
