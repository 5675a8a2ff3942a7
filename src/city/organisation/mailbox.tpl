<div class="title-block">
  <p class="over"><a href="{{back}}" lang="vi">{{name}}</a></p>
  <h1>[[Sửa hộp thư của đơn vị|Change a unit's mailbox]]</h1>
  <p class="must">[[Thư nhắc việc và đôn đốc gửi tới hộp thư này từ lần gửi sau. Ghi hộp thư công vụ của cơ quan, không ghi hộp thư riêng của ai.|Reminders and urgings go to this mailbox from the next one on. Write the office's own mailbox, never a person's.]]</p>
</div>
{{#present}}<p>[[Hiện nay|At present]]: {{present_text}}</p>{{/present}}
{{#no_present}}<p>[[Hiện nay đơn vị chưa có hộp thư.|At present the unit has no mailbox.]]</p>{{/no_present}}
<form class="form" action="{{action}}" method="post" novalidate>
  {{>keys}}
  <input type="hidden" name="dang-la" value="{{seen}}">
  {{#mailbox}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="hop-thu">[[Hộp thư|Mailbox]]</label>
    <p class="hint" id="hop-thu-hint">[[Dạng hộp-thư@tên-miền; để trống khi đơn vị không còn hộp thư nào: khi đó không có thư nào được gửi.|As mailbox@domain; nothing when the unit has none any more: then no mail is sent.]]</p>
    {{#error}}<p class="field-error" id="hop-thu-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="hop-thu" name="hop-thu" type="email" autocomplete="off" value="{{value}}" aria-describedby="hop-thu-hint{{#error}} hop-thu-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/mailbox}}
  <div class="actions"><button class="button">[[Lưu hộp thư|Save]]</button> <a class="button-quiet" href="{{back}}">[[Thôi|Cancel]]</a></div>
</form>
{{#has_changes}}
<section aria-labelledby="da-doi">
  <h2 id="da-doi">[[Các hộp thư từ trước đến nay|Its mailboxes until now]]</h2>
  <ul>
    {{#changes}}<li>[[Từ|Since]] {{since}}: {{#was}}{{was_text}}{{/was}}{{#no_was}}[[không có|none]]{{/no_was}}{{#changed_by}} <span class="soft" lang="vi">{{changed_by_text}}</span>{{/changed_by}}</li>
    {{/changes}}
  </ul>
</section>
{{/has_changes}}
