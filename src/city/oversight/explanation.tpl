<div class="title-block">
  <p class="over" lang="vi">{{unit}}</p>
  <h1>[[Giải trình|Explanation]]</h1>
  <p class="must"><span class="state {{mark}}">{{state}}</span></p>
</div>
<dl class="facts">
  <dt>[[Việc được giao|Task]]</dt><dd><span lang="vi">{{what}}</span> · <a href="{{plan_address}}">[[Kế hoạch|Plan]] {{plan}}</a>, [[hạn|due]] {{due_of_task}}</dd>
  <dt>[[Cần giải trình|To be explained]]</dt><dd lang="vi">{{question}}</dd>
  <dt>[[Yêu cầu ngày|Asked on]]</dt><dd>{{asked}}</dd>
  <dt>[[Hạn trả lời|To be answered by]]</dt><dd>{{due}}</dd>
</dl>
{{#given}}<section aria-labelledby="tra-loi-ten"><h2 id="tra-loi-ten">[[Trả lời ngày|Answered on]] {{on}}</h2>
{{#lines}}<p lang="vi">{{text}}</p>
{{/lines}}</section>{{/given}}
{{#form}}<form class="form" action="{{action}}" method="post" data-keep="{{action}}" novalidate>
  {{>keys}}
  {{#answer}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="tra-loi">[[Nội dung giải trình|The explanation]]</label>
    <p class="hint" id="tra-loi-hint">[[Nguyên nhân, cách khắc phục, ngày dự kiến xong. Đừng ghi thông tin riêng của ai.|The cause, what is done about it, when it will be done. Nothing private of anybody.]]</p>
    {{#error}}<p class="field-error" id="tra-loi-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <textarea id="tra-loi" name="tra-loi" rows="6" aria-describedby="tra-loi-hint{{#error}} tra-loi-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>{{value}}</textarea>
  </div>{{/answer}}
  <div class="actions"><button class="button">[[Gửi giải trình|Send]]</button></div>
</form>{{/form}}
