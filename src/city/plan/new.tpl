<div class="title-block">
  <h1>[[Soạn kế hoạch|Draft a plan]]</h1>
  <p class="must">[[Lưu dự thảo trước, thêm nhiệm vụ sau. Chưa đơn vị nào nhận được gì.|Save the draft first, add tasks after. No unit receives anything yet.]]</p>
</div>
<form class="form" action="/ke-hoach/moi" method="post" data-keep="ke-hoach-moi{{#parent}}-{{no}}{{/parent}}">
  {{>keys}}
  {{#parent}}<input type="hidden" name="tu-viec" value="{{no}}">
  <div class="notice" id="tu-viec"><p>[[Kế hoạch này lập từ việc|This plan grows out of the task]] {{#address}}<a href="{{address_text}}" lang="vi">{{what}}</a>{{/address}}{{#no_address}}<span lang="vi">“{{what}}”</span>{{/no_address}} [[của Kế hoạch|of plan]] {{number}}, [[giao cho|given to]] <span lang="vi">{{unit}}</span>. [[Mọi nhiệm vụ phải có hạn không sau|No task may be due after]] {{due}}.</p></div>
  {{/parent}}  <div class="field">
    <label for="title">[[Trích yếu|What it is about]]</label>
    <p class="hint" id="title-hint">[[Một câu, bắt đầu bằng “Về…” hoặc việc phải làm.|One sentence.]]</p>
    <textarea id="title" name="title" rows="2" aria-describedby="title-hint" required>{{title}}</textarea>
  </div>
  <div class="field">
    <label for="issuer">[[Cơ quan ban hành|Issuer]]</label>
    <select id="issuer" name="issuer">{{#issuers}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>{{/issuers}}</select>
  </div>
  <div class="field">
    <label for="grounds">[[Căn cứ|Grounds]]</label>
    <p class="hint" id="grounds-hint">[[Mỗi dòng một văn bản, ví dụ: Nghị quyết số 97/2019/QH14 ngày 27/11/2019 của Quốc hội|One document a line]]</p>
    <textarea id="grounds" name="grounds" rows="4" aria-describedby="grounds-hint">{{grounds}}</textarea>
  </div>
  <div class="actions"><button class="button">[[Lưu dự thảo|Save the draft]]</button> <a class="button-quiet" href="/ke-hoach">[[Thôi|Cancel]]</a></div>
</form>
