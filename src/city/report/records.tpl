<div class="title-block">
  <p class="over"><a href="{{back}}">[[Số liệu số|Figure no.]] {{number}}</a> · {{what}}</p>
  <h1>[[Ghi nhận đứng sau con số|Records behind the figure]]</h1>
  <p class="must">{{reached}} [[người, chứng minh bằng|persons, proved by]] {{attendances}} [[lượt trong các sự kiện dưới đây. Một người có thể có nhiều lượt.|records in the facts below. A person may have several.]]</p>
</div>
{{#no_has_rows}}<div class="empty"><h2>[[Không có ghi nhận nào|No records]]</h2><p>[[Tới vị trí đã chốt chưa ai được ghi nhận.|Up to the frozen position nobody was recorded.]]</p></div>{{/no_has_rows}}
{{#has_rows}}
<ul class="receipts">
  {{#rows}}<li><time datetime="{{at_iso}}">{{at}}</time><div><strong>{{persons}} [[người|persons]]</strong> {{how}}{{#by_proxy}} <span class="soft">· [[văn thư nhập thay|entered by a clerk]]</span>{{/by_proxy}}</div>{{#seq}}<span class="seq">[[số|no.]] {{seq_text}}</span>{{/seq}}</li>
  {{/rows}}
</ul>
{{>pager}}
{{/has_rows}}
