{{#figure}}
<div class="title-block">
  <p class="over">[[Số liệu số|Figure no.]] {{number}} · {{title}}</p>
  <h1>{{what}}</h1>
  <p class="must">[[Chốt lúc|Frozen at]] {{frozen_at}}, {{#day_over}}[[cho hết ngày|for the end of]]{{/day_over}}{{#no_day_over}}[[cho ngày|for]]{{/no_day_over}} {{day}}{{#no_day_over}}, [[tính tới lúc chốt|up to that moment]]{{/no_day_over}}, [[đếm tới sự kiện số|counted up to fact no.]] {{position}} [[của sổ cái.|of the ledger.]]</p>
</div>
<dl class="figures">
  <div><dt>[[Đã tới|Reached]]</dt><dd><a class="figure" href="{{records}}">{{share}}</a> <span class="as-of">{{reached}} / {{all}} [[người|persons]]</span></dd></div>
  <div><dt>[[Trong đó chỉ do văn thư nhập|Of these, entered by a clerk only]]</dt><dd><span class="numbers">{{by_proxy}}</span> <span class="as-of">[[người|persons]]</span></dd></div>
</dl>
{{#same}}<p><span class="state state-done">[[Tính lại: khớp|Counted again: equal]]</span></p>{{/same}}
{{#no_same}}<div class="notice"><p><span class="state state-late">[[Tính lại: không khớp|Counted again: different]]</span> [[Hãy báo cho người giữ hệ thống và kiểm tra sổ cái bằng “lantoa ledger verify”.|Tell whoever keeps the system, and check the ledger with “lantoa ledger verify”.]]</p></div>{{/no_same}}
{{#corrected}}<div class="notice"><p>[[Sau khi chốt có ghi nhận bị đính chính. Theo những gì biết đến nay, số người đã tới của ngày đó là|Records were corrected since. By what is known today, the persons reached by that day are]] <strong>{{corrected_text}}</strong>. [[Số đã chốt giữ nguyên.|The frozen figure stays as it is.]]</p></div>{{/corrected}}
<div class="actions"><a class="button-secondary" href="{{records}}">[[Xem các ghi nhận|See the records]]</a>{{#csv}} <a class="button-secondary" href="{{csv_text}}">[[Tải bảng cho kiểm tra (CSV)|Download for auditors (CSV)]]</a>{{/csv}} <a class="button-secondary" href="{{address}}/bang-chung">[[Tải bằng chứng|Download the proof]]</a></div>
<details class="measure-row">
  <summary>[[Tự tính lại thế nào?|How do I count it again myself?]]</summary>
  <p>[[Xuất sổ cái, rồi chạy lệnh sau ở bất kỳ máy nào; lệnh đếm lại từ đầu tới sự kiện số|Export the ledger, then run this anywhere; it counts afresh up to fact no.]] {{position}}:</p>
  <p><code>lantoa report recompute --from so-cai.ndjson --figure {{number}}</code></p>
  <p><span>[[Tệp bằng chứng cho người ngoài không có sổ cái:|For outsiders without the ledger there is the proof:]] <a href="/so-cai/cach-kiem-tra">[[cách kiểm tra|how to check it]]</a>.</span></p>
  <p class="soft">[[Sự kiện chốt số liệu này mang số|The fact that froze this figure has no.]] {{frozen_seq}}.</p>
</details>
{{/figure}}
