<div class="title-block">
  <p class="over"><a href="{{round}}">{{form}}: {{period}}</a></p>
  <h1 lang="vi">{{unit}}</h1>
  <p class="must"><span class="state {{mark}}">{{standing}}</span>{{#is_late}} <span class="state state-late">[[trễ hạn|late]]</span>{{/is_late}} [[Số liệu từ|From]] {{from}} [[đến hết|to]] {{to}}; [[hạn nộp|deadline]] {{due}}.</p>
</div>
{{#returned}}<div class="notice"><p><span class="state state-late">[[Bị trả lại|Sent back]]</span> <span lang="vi">{{returned_text}}</span></p></div>{{/returned}}
{{#until}}<div class="notice"><p>[[Được nộp bổ sung đến hết ngày|Let in once more until]] {{until_text}}.</p></div>{{/until}}
{{#why_not}}<p>{{why_not_text}}</p>{{/why_not}}
{{#no_fill}}<table class="table-cards">
  <caption class="unseen">[[Số liệu đã nộp|What was handed in]]</caption>
  <thead><tr><th scope="col">[[Cột|Column]]</th><th scope="col" class="number">[[Đã nộp|Handed in]]</th><th scope="col" class="number">[[Theo hoạt động|Of activities]]</th></tr></thead>
  <tbody>{{#cells}}<tr><th scope="row">{{code}}. {{title}} ({{measure}})</th><td class="number" data-label="[[Đã nộp|Handed in]]">{{#has_versions}}<a class="figure" href="{{evidence}}">{{handed_in}}<span class="unseen"> {{title}}</span></a>{{/has_versions}}{{#no_has_versions}}–{{/no_has_versions}}</td><td class="number" data-label="[[Theo hoạt động|Of activities]]"><span>{{#counted}}<a href="{{evidence}}">{{counted_text}}<span class="unseen"> {{title}}</span></a>{{#differs}} <span class="state state-risk">[[khác|differs]]</span>{{/differs}}{{/counted}}{{#no_counted}}–{{/no_counted}}</span></td></tr>
  {{/cells}}</tbody>
</table>
{{#explained}}<p><strong>[[Giải trình|Explanation]]:</strong> <span lang="vi">{{explained_text}}</span></p>{{/explained}}{{/no_fill}}
{{#fill}}<form class="form" action="{{action}}" method="post" data-keep="{{keep}}" novalidate>
  {{>keys}}<input type="hidden" name="ban" value="{{version}}">
  <p>[[Số điền sẵn lấy từ hoạt động đã ghi; sửa được nhưng phải giải trình. Ô trống là số đơn vị tự đếm, không có thì ghi 0.|What is filled in comes from recorded activities; it may be changed with an explanation. Empty fields are counted by the unit, 0 where there is none.]]</p>
  {{#cells}}<div class="field{{#wrong}} field-wrong{{/wrong}}">
    <label for="{{id}}">{{code}}. {{title}} ({{measure}})</label>
    {{#counted}}<p class="hint" id="{{id}}-hint">[[Theo hoạt động đã ghi|Of recorded activities]]: <a href="{{evidence}}">{{counted_text}}<span class="unseen"> {{title}}</span></a></p>{{/counted}}
    {{#wrong}}<p class="field-error" id="{{id}}-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{wrong_text}}</p>{{/wrong}}
    <input class="w-number numbers" id="{{id}}" name="{{id}}" inputmode="numeric" autocomplete="off" value="{{value}}"{{#counted}} aria-describedby="{{id}}-hint{{#wrong}} {{id}}-loi{{/wrong}}"{{/counted}}{{#no_counted}}{{#wrong}} aria-describedby="{{id}}-loi"{{/wrong}}{{/no_counted}}{{#wrong}} aria-invalid="true"{{/wrong}}>
  </div>
  {{/cells}}
  {{#explanation}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="giai-trinh">[[Giải trình|Explanation]] <span class="optional">([[chỉ khi khác với hoạt động đã ghi|only where it differs from recorded activities]])</span></label>
    {{#error}}<p class="field-error" id="giai-trinh-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <textarea id="giai-trinh" name="giai-trinh" rows="3"{{#error}} aria-describedby="giai-trinh-loi" aria-invalid="true"{{/error}}>{{value}}</textarea>
  </div>{{/explanation}}
  <div class="actions"><button class="button">{{#again}}[[Nộp bản thay thế|Hand in a new version]]{{/again}}{{#no_again}}[[Nộp báo cáo|Hand in the report]]{{/no_again}}</button> <a class="button-quiet" href="{{round}}">[[Thôi|Cancel]]</a></div>
</form>{{/fill}}
{{#review}}<section class="no-print" aria-labelledby="xem-xet">
<h2 id="xem-xet">[[Xem xét|Review]]</h2>
{{#may_accept}}<form action="{{accept}}" method="post">{{>keys}}<input type="hidden" name="ban" value="{{version}}"><div class="actions"><button class="button">[[Nhận báo cáo|Accept the report]]</button></div></form>{{/may_accept}}
<details{{#failed}} open{{/failed}}><summary>[[Trả lại để sửa|Send it back]]</summary>
<form class="form" action="{{send_back}}" method="post" novalidate>{{>keys}}<input type="hidden" name="ban" value="{{version}}">
  {{#reason}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ly-do">[[Vì sao trả lại|Why]]</label>
    {{#error}}<p class="field-error" id="ly-do-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="ly-do" name="ly-do" value="{{value}}"{{#error}} aria-describedby="ly-do-loi" aria-invalid="true"{{/error}}>
  </div>{{/reason}}
  <button class="button-secondary">[[Trả lại|Send back]]</button>
</form></details>
</section>{{/review}}
{{#has_versions}}<section aria-labelledby="cac-ban">
<h2 id="cac-ban">[[Các bản đã nộp|Versions handed in]]</h2>
<ul>{{#versions}}<li>[[Bản|Version]] {{number}} · {{at}} · [[sự kiện số|fact no.]] {{position}} · <span class="state {{mark}}">{{standing}}</span>{{#why}}: <span lang="vi">{{why_text}}</span>{{/why}}</li>
{{/versions}}</ul>
</section>{{/has_versions}}
