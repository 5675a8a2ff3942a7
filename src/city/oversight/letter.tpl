<div class="title-block">
  <p class="over" lang="vi">{{unit}}</p>
  <h1>[[Công văn đôn đốc|A letter of urging]]</h1>
  <p class="must">{{must}}</p>
</div>
{{#record}}
<ol class="steps">
<li>
<h2>[[Soạn|Draft]]</h2>
<form class="form" action="{{action}}" method="get">
  {{#until}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="han-soan">[[Đề nghị hoàn thành chậm nhất|To be done by]]</label>
    <p class="hint" id="han-soan-hint">[[Ngày/tháng/năm, hoặc số ngày làm việc kể từ ngày công văn, ví dụ 10 ngày làm việc. Đổi hạn rồi bấm “Soạn lại”.|Day/month/year, or working days after the letter’s day, for example 10 working days. Change it, then draft anew.]]</p>
    {{#error}}<p class="field-error" id="han-soan-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-half numbers" id="han-soan" name="han" value="{{value}}" autocomplete="off" aria-describedby="han-soan-hint{{#error}} han-soan-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/until}}
  <div class="actions"><button class="button-quiet">[[Soạn lại|Draft anew]]</button></div>
</form>
<section class="table-wrap" aria-labelledby="viec-tre" tabindex="0">
<table class="table-cards">
  <caption id="viec-tre">[[Việc quá hạn nêu trong công văn|What is late, as the letter says]]</caption>
  <thead><tr><th scope="col">[[Đơn vị|Unit]]</th><th scope="col">[[Việc|What]]</th><th scope="col">[[Hạn|Due]]</th><th scope="col">[[Trạng thái|State]]</th></tr></thead>
  <tbody>{{#lines}}<tr><th scope="row">{{unit}}</th><td data-label="[[Việc|What]]">{{what}}</td><td data-label="[[Hạn|Due]]">{{due}}</td><td data-label="[[Trạng thái|State]]"><span class="state state-late">{{late}}</span></td></tr>
  {{/lines}}</tbody>
</table>
</section>
{{#more}}<p class="soft">{{more_text}}</p>{{/more}}
</li>
<li>
<h2>[[Tải về, trình ký, lấy số|Download it, have it signed and numbered]]</h2>
<p><a class="button" href="{{pdf}}">[[Tải PDF|PDF]]</a> <a class="button-secondary" href="{{docx}}">[[Tải DOCX để sửa|DOCX, to go on writing]]</a></p>
</li>
<li>
<h2>[[Ghi công văn đã ban hành|Record the letter once it is sent]]</h2>
<p class="soft">[[Ghi vào sổ cái mọi việc quá hạn vào ngày của công văn.|What was late on the letter’s day is recorded.]]</p>
<form class="form" action="{{action}}" method="post" data-keep="{{action}}" novalidate>
  {{>keys}}
  {{#number}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="so">[[Số, ký hiệu do văn thư cấp|Number given by the clerk’s office]]</label>
    <p class="hint" id="so-hint">[[Ví dụ 1092/STP-PBGDPL|For example 1092/STP-PBGDPL]]</p>
    {{#error}}<p class="field-error" id="so-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="so" name="so" value="{{value}}" autocomplete="off" aria-describedby="so-hint{{#error}} so-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/number}}
  <div class="field-row">
  {{#dated}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ngay">[[Ngày công văn|The letter’s day]]</label>
    {{#error}}<p class="field-error" id="ngay-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-date numbers" id="ngay" name="ngay" inputmode="numeric" value="{{value}}"{{#error}} aria-describedby="ngay-loi" aria-invalid="true"{{/error}}>
  </div>{{/dated}}
  {{#due}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="han">[[Hoàn thành chậm nhất|To be done by]]</label>
    <p class="hint" id="han-hint">[[Ngày/tháng/năm, hoặc số ngày làm việc như công văn ghi. Ngày công văn không tính.|Day/month/year, or working days as the letter says. The letter’s day does not count.]]</p>
    {{#error}}<p class="field-error" id="han-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-half numbers" id="han" name="han" value="{{value}}" autocomplete="off" aria-describedby="han-hint{{#error}} han-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/due}}
  </div>
  <div class="actions"><button class="button">[[Ghi công văn|Record it]]</button></div>
</form>
</li>
</ol>
{{/record}}
{{#no_record}}<div class="empty"><h2>[[Không có gì để đôn đốc|Nothing to urge]]</h2><p>[[Khi đơn vị hoặc đơn vị trực thuộc có việc quá hạn, công văn được soạn sẵn ở đây.|Once the unit or one below it is late, a letter is drafted here.]]</p></div>{{/no_record}}
{{#has_letters}}
<h2 id="da-gui">[[Công văn đã gửi đơn vị này|Letters sent to this unit]]</h2>
<section class="table-wrap" aria-labelledby="da-gui" tabindex="0">
<table class="table-cards">
  <thead><tr><th scope="col">[[Số, ký hiệu|Number]]</th><th scope="col">[[Ngày|Day]]</th><th scope="col">[[Chậm nhất|To be done by]]</th><th scope="col" class="number">[[Đã xong|Done]]</th></tr></thead>
  <tbody>{{#letters}}<tr><th scope="row">{{number}}</th><td data-label="[[Ngày|Day]]">{{on}}</td><td data-label="[[Chậm nhất|To be done by]]">{{done_by}}</td><td class="number" data-label="[[Đã xong|Done]]">{{done}} / {{all}}</td></tr>
  {{/letters}}</tbody>
</table>
</section>
{{/has_letters}}
