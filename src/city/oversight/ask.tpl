<div class="title-block">
  <p class="over" lang="vi">{{unit}}</p>
  <h1>[[Yêu cầu giải trình|Ask for an explanation]]</h1>
</div>
<p><span lang="vi">{{what}}</span> · [[hạn|due]] {{due_of_task}}{{#late}} <span class="state state-late">{{late_text}}</span>{{/late}}</p>
<form class="form" action="{{action}}" method="post" novalidate>
  {{>keys}}
  {{#question}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="noi-dung">[[Cần giải trình điều gì|What has to be explained]]</label>
    <p class="hint" id="noi-dung-hint">[[Ví dụ vì sao chưa tổ chức phổ biến, khi nào làm xong|For example why nothing was done yet, and when it will be]]</p>
    {{#error}}<p class="field-error" id="noi-dung-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="noi-dung" name="noi-dung" value="{{value}}" aria-describedby="noi-dung-hint{{#error}} noi-dung-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/question}}
  {{#due}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="han">[[Hạn trả lời|To be answered by]]</label>
    <p class="hint" id="han-hint">[[Ngày/tháng/năm, hoặc số ngày làm việc kể từ hôm nay, ví dụ 5 ngày làm việc. Hôm nay không tính; ngày làm việc tiếp theo là ngày thứ nhất.|Day/month/year, or working days after today, for example 5 working days. Today does not count; the next working day is the first.]]</p>
    {{#error}}<p class="field-error" id="han-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-half numbers" id="han" name="han" value="{{value}}" autocomplete="off" aria-describedby="han-hint{{#error}} han-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/due}}
  <div class="actions"><button class="button">[[Gửi yêu cầu|Ask]]</button> <a class="button-quiet" href="/don-doc">[[Thôi|Cancel]]</a></div>
</form>
