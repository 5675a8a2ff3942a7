<div class="title-block">
  <p class="over">{{title}}</p>
  <h1>[[Ghi nhận|Records]]: {{unit}}</h1>
  <p class="must">{{persons}} [[người đã được phổ biến, theo|persons reached, by]] {{receipts}} [[ghi nhận. Mỗi dòng là một bằng chứng trong sổ cái; sai thì đính chính, không xóa.|records. Each line is a proof in the ledger; a wrong one is corrected, never deleted.]]</p>
  {{#filter}}<p class="as-of">[[Chỉ tính|Counted here]]: {{filter_text}}. <a class="no-print" href="{{back}}">[[Quay lại|Back]]</a></p>{{/filter}}
</div>
{{#no_has_rows}}<div class="empty"><h2>[[Chưa có ghi nhận nào|No records yet]]</h2><p>[[Khi một người xác nhận đã đọc hoặc được ghi thay, bằng chứng hiện ở đây.|When somebody confirms, or is recorded by a clerk, the proof appears here.]]</p></div>{{/no_has_rows}}
{{#has_rows}}
<ul class="receipts">
  {{#rows}}<li><time datetime="{{at_iso}}">{{at}}</time><div><strong>{{who}}</strong> {{how}} <span class="soft">{{#unit}}· {{unit_text}}{{/unit}}{{#by_proxy}} · [[văn thư nhập thay|entered by a clerk]]{{/by_proxy}}{{#link_by}} · [[liên kết cá nhân khi đó do|the personal link good then was given out by]] {{link_by_text}}[[ cấp tận tay|, by hand]]{{/link_by}}</span>{{#some_corrected}} <span class="state state-late">[[trong đó đã đính chính|of these corrected]]: {{some_corrected_text}}</span>{{/some_corrected}}{{#corrected}} <span class="state state-late">[[Đã đính chính, không tính|Corrected, not counted]]</span>{{/corrected}}{{#may_correct}}
    <details><summary>[[Đính chính|Correct]]<span class="unseen"> [[số|no.]] {{seq}}, {{who}}</span></summary>
      <form class="form" action="{{action}}" method="post">{{>keys}}<input type="hidden" name="person" value="{{person}}">
        <div class="field"><label for="ly-do-{{seq}}-{{person}}">[[Lý do đính chính|Reason]]</label><input id="ly-do-{{seq}}-{{person}}" name="reason" required></div>
        <button class="button-secondary">[[Đính chính|Correct]]</button>
      </form></details>{{/may_correct}}</div>{{#number}}<span class="seq">[[số|no.]] {{number_text}}</span>{{/number}}</li>
  {{/rows}}
</ul>
{{>pager}}
{{/has_rows}}
