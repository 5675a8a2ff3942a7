<div class="title-block">
  <p class="over">{{title}}</p>
  <h1>[[Ghi nhận|Records]]: {{unit}}</h1>
  <p class="must">{{persons}} [[người đã được phổ biến, theo|persons reached, by]] {{receipts}} [[ghi nhận. Mỗi dòng là một bằng chứng trong sổ cái; sai thì đính chính, không xóa.|records. Each line is a proof in the ledger; a wrong one is corrected, never deleted.]]</p>
  {{#filter}}<p class="as-of">[[Chỉ tính|Counted here]]: {{filter_text}}. <a class="no-print" href="{{back}}">[[Quay lại|Back]]</a></p>{{/filter}}
</div>
{{>wrong_day}}
{{#no_has_rows}}<div class="empty"><h2>[[Chưa có ghi nhận nào|No records yet]]</h2><p>[[Khi một người xác nhận đã đọc hoặc được ghi thay, bằng chứng hiện ở đây.|When somebody confirms, or is recorded by a clerk, the proof appears here.]]</p></div>{{/no_has_rows}}
{{#has_rows}}
<ul class="receipts">
  {{#rows}}{{>receipt}}
  {{/rows}}
</ul>
{{>pager}}
{{/has_rows}}
