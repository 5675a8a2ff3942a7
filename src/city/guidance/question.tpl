<div class="title-block">
  <p class="over"><a href="{{plan_address}}">[[Kế hoạch|Plan]] {{plan}}</a></p>
  <h1>[[Câu hỏi hướng dẫn số|Question of guidance no.]] {{number}}</h1>
  <p class="must"><span class="state {{mark}}">{{state}}</span></p>
</div>
<dl class="facts">
  <dt>[[Đơn vị hỏi|Asked by]]</dt><dd lang="vi">{{unit}}</dd>
  {{#task}}<dt>[[Nhiệm vụ|Task]]</dt><dd><a href="{{address}}" lang="vi">{{what}}</a></dd>{{/task}}
  <dt>[[Ngày hỏi|Asked on]]</dt><dd>{{asked_on}}</dd>
  <dt>[[Nội dung hỏi|Question]]</dt><dd lang="vi">{{#asks}}<p>{{text}}</p>{{/asks}}</dd>
</dl>
{{#withdrawn}}<section class="panel" aria-labelledby="da-rut">
  <h2 id="da-rut">[[Đã rút ngày|Withdrawn on]] {{on}}</h2>
  <p>[[Lý do|Reason]]: <span lang="vi">{{why}}</span></p>
</section>{{/withdrawn}}
{{#other}}<section class="panel" aria-labelledby="cung-noi-dung">
  <h2 id="cung-noi-dung"><a href="{{address}}">[[Cùng nội dung với câu hỏi số|The same as question no.]] {{number}}</a></h2>
  {{#others_words}}<p lang="vi">{{text}}</p>
  {{/others_words}}
</section>{{/other}}
{{#answer}}<section class="panel" aria-labelledby="phan-tra-loi">
  <h2 id="phan-tra-loi">[[Trả lời ngày|Answered on]] {{on}}</h2>
  {{#lines}}<p lang="vi">{{text}}</p>
  {{/lines}}
  {{#has_documents}}<p>[[Căn cứ|It rests on]]:</p>
  <ul class="law-list">{{#documents}}<li><a href="{{address}}" lang="vi">{{name}}</a> <span class="state {{mark}}">{{effect}}</span> <span class="soft" lang="vi">{{title}}</span></li>{{/documents}}</ul>{{/has_documents}}
</section>{{/answer}}
{{#has_earlier}}<details><summary>[[Các bản trả lời trước|Earlier answers]]</summary>
  {{#earlier}}<section>
    <h2>[[Bản trả lời ngày|Answer of]] {{on}}</h2>
    {{#lines}}<p lang="vi">{{text}}</p>
    {{/lines}}
    {{#has_documents}}<ul class="law-list">{{#documents}}<li><a href="{{address}}" lang="vi">{{name}}</a> <span class="soft" lang="vi">{{title}}</span></li>{{/documents}}</ul>{{/has_documents}}
  </section>
  {{/earlier}}
</details>{{/has_earlier}}
{{#has_joined}}<section aria-labelledby="cau-cung">
  <h2 id="cau-cung">[[Đơn vị khác hỏi cùng nội dung|Other units asked the same]]</h2>
  <ul>{{#joined}}<li><a href="{{address}}">[[Câu|No.]] {{number}}</a>, <span lang="vi">{{unit}}: {{asked}}</span></li>
  {{/joined}}</ul>
  {{>pager}}
</section>{{/has_joined}}
{{#answer_form}}{{#corrects}}<details{{#unfolded}} open{{/unfolded}}><summary>[[Sửa câu trả lời|Correct the answer]]</summary>{{/corrects}}
<form class="form" action="{{action}}" method="post" data-keep="{{action}}" novalidate>
  {{>keys}}{{#seen}}<input type="hidden" name="ban" value="{{version}}"><input type="hidden" name="dang-gop" value="{{joined_to}}">{{/seen}}
  {{#reply}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="tra-loi">[[Câu trả lời|Answer]]</label>
    <p class="hint" id="tra-loi-hint">[[Mọi đơn vị xem; mỗi ý một dòng. Bản trước vẫn xem lại được.|Every unit reads it; one thing a line. Earlier answers can still be seen.]]</p>
    {{#error}}<p class="field-error" id="tra-loi-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <textarea id="tra-loi" name="tra-loi" rows="8" aria-describedby="tra-loi-hint{{#error}} tra-loi-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>{{value}}</textarea>
  </div>{{/reply}}
  {{#rests_on}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="van-ban">[[Căn cứ vào văn bản|Documents it rests on]] <span class="optional">([[không bắt buộc|optional]])</span></label>
    <p class="hint" id="van-ban-hint">[[Số, ký hiệu, cách nhau bằng dấu phẩy; ví dụ 97/2019/QH14, 32/2021/NĐ-CP|Numbers with commas between; for example 97/2019/QH14, 32/2021/NĐ-CP]]</p>
    {{#error}}<p class="field-error" id="van-ban-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="van-ban" name="van-ban" value="{{value}}" aria-describedby="van-ban-hint{{#error}} van-ban-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/rests_on}}
  <div class="actions"><button class="button">{{#corrects}}[[Lưu bản sửa|Save the correction]]{{/corrects}}{{#no_corrects}}[[Trả lời|Answer]]{{/no_corrects}}</button></div>
</form>
{{#corrects}}</details>{{/corrects}}{{/answer_form}}
{{#join_form}}<details{{#unfolded}} open{{/unfolded}}><summary>[[Cùng nội dung với câu đã trả lời|The same as an answered one]]</summary>
<form class="form" action="{{action}}" method="post" novalidate>
  {{>keys}}{{#seen}}<input type="hidden" name="ban" value="{{version}}"><input type="hidden" name="dang-gop" value="{{joined_to}}">{{/seen}}
  {{#has_similar}}<p>[[Câu đã trả lời gần giống|Answered ones like it]]:</p>
  <ul>{{#similar}}<li><a href="{{address}}">[[Câu|No.]] {{number}}</a>: <span lang="vi">{{asked}}</span></li>
  {{/similar}}</ul>{{/has_similar}}
  {{#same_as}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="cung-cau">[[Số của câu đã trả lời|Number of the answered question]]</label>
    <p class="hint" id="cung-cau-hint">[[Đơn vị hỏi sẽ thấy câu trả lời ở đó; sau này vẫn trả lời riêng được.|Its unit sees that answer; it can still be answered by itself later.]]</p>
    {{#error}}<p class="field-error" id="cung-cau-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-number numbers" id="cung-cau" name="cung-cau" inputmode="numeric" autocomplete="off" value="{{value}}" aria-describedby="cung-cau-hint{{#error}} cung-cau-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/same_as}}
  <div class="actions"><button class="button-secondary">[[Gộp vào câu đó|Join it to that one]]</button></div>
</form>
</details>{{/join_form}}
{{#withdraw_form}}<details{{#unfolded}} open{{/unfolded}}><summary>[[Rút câu hỏi|Withdraw the question]]</summary>
<form class="form" action="{{action}}" method="post" novalidate>
  {{>keys}}{{#seen}}<input type="hidden" name="ban" value="{{version}}"><input type="hidden" name="dang-gop" value="{{joined_to}}">{{/seen}}
  {{#reason}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ly-do">[[Vì sao rút|Why it is withdrawn]]</label>
    <p class="hint" id="ly-do-hint">[[Ví dụ đã hỏi hai lần, hoặc hướng dẫn không còn đúng. Rút rồi không khôi phục được, nhưng vẫn xem lại được.|For example it was asked twice, or is no longer right. It cannot be taken back, but can still be seen.]]</p>
    {{#error}}<p class="field-error" id="ly-do-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="ly-do" name="ly-do" value="{{value}}" aria-describedby="ly-do-hint{{#error}} ly-do-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/reason}}
  <div class="actions"><button class="button-secondary">[[Rút câu hỏi|Withdraw]]</button></div>
</form>
</details>{{/withdraw_form}}
