<div class="title-block">
  <p class="over">[[Ý kiến bạn đọc|Comment]]</p>
  <h1>{{title}}</h1>
</div>
{{#cards}}<section class="panel" aria-labelledby="y-kien">
  <h2 id="y-kien">[[Nội dung|Comment]]</h2>
  <p><span class="state {{mark}}">{{stage}}</span>{{#signs}} <span class="state state-risk">{{signs_text}}</span>{{/signs}}</p>
  {{#stray_letter}}<p class="soft">{{stray_letter_text}}</p>{{/stray_letter}}
  {{#erased}}<p class="soft">[[Nội dung đã được xóa vĩnh viễn.|What was written is erased for good.]]</p>{{/erased}}
  {{#text}}<p>{{text}}</p>{{/text}}
  <p class="soft">{{name}} · {{received}} · [[bài|article]]: {{#article}}<a href="{{article_text}}">{{article_title}}</a>{{/article}}{{#no_article}}{{article_title}}{{/no_article}}</p>
  {{#by_question}}<p class="soft">[[Gửi bằng mã xác nhận, không qua bước kiểm tra tự động.|Sent with the confirmation code, without the automatic check.]]</p>{{/by_question}}
  {{#due}}<p>{{#late}}<span class="state state-late">[[Quá hạn|Late]]</span> {{/late}}[[Hạn trả lời|To be answered by]] {{due_text}}</p>{{/due}}
  {{#has_address}}<p class="soft">[[Có địa chỉ trang web nên không ai đăng hay chuyển đi được. Hãy từ chối và nhắn người viết gửi lại bằng lời.|It names a web address, so nobody can publish it or hand it on. Refuse it and ask its writer to send it again in words.]]</p>{{/has_address}}
  <div class="actions">
    {{#may_publish}}<form action="{{address}}/dang" method="post">{{>keys}}<input type="hidden" name="ban" value="{{version}}"><button class="button">[[Đăng|Publish]]</button></form>{{/may_publish}}
    {{#may_refuse}}<details><summary>[[Từ chối|Refuse]]</summary>
      <form class="form" action="{{address}}/tu-choi" method="post" data-keep="{{address}}/tu-choi">{{>keys}}<input type="hidden" name="ban" value="{{version}}">
        <div class="field"><label for="ly-do">[[Lý do (người viết xem được)|Reason (its writer reads it)]]</label>
        <select class="w-half" id="ly-do" name="ly-do">{{#reasons}}<option value="{{value}}">{{label}}</option>{{/reasons}}</select></div>
        <div class="field"><label for="giai-thich">[[Giải thích thêm|Explanation]] <span class="optional">([[không bắt buộc|optional]])</span></label>
        <textarea id="giai-thich" name="giai-thich" rows="3"></textarea></div>
        <button class="button-secondary">[[Từ chối|Refuse]]</button>
      </form>
    </details>{{/may_refuse}}
  </div>
</section>{{/cards}}
{{#phone_address}}<p><a href="{{phone_address_text}}">[[Xem số điện thoại|Show the phone number]]</a> <span class="soft">([[lần xem này được ghi vào sổ cái|this look is recorded]])</span></p>{{/phone_address}}
{{#phone}}<p>[[Điện thoại|Phone]]: <strong class="nowrap">{{phone_text}}</strong></p>{{/phone}}
{{#refusal}}<section class="panel" aria-labelledby="tu-choi">
  <h2 id="tu-choi">[[Đã từ chối|Refused]]: {{reason}}</h2>
  {{#note}}<p>{{text}}</p>{{/note}}
</section>{{/refusal}}
{{#answer}}<section class="panel" aria-labelledby="tra-loi">
  <h2 id="tra-loi">[[Trả lời của|Answer of]] {{unit}}</h2>
  {{#text}}<p>{{text}}</p>{{/text}}
  <p class="soft">{{at}}</p>
</section>{{/answer}}
{{#forward}}<section class="panel" aria-labelledby="chuyen">
  <h2 id="chuyen">[[Chuyển thành câu hỏi cho đơn vị|Hand on as a question]]</h2>
  <form class="form" action="{{action}}" method="post">{{>keys}}<input type="hidden" name="ban" value="{{version}}">
    <div class="field{{#unit_error}} field-wrong{{/unit_error}}"><label for="don-vi">[[Đơn vị trả lời|Unit that answers]]</label>
    {{#unit_error}}<p class="field-error" id="don-vi-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{unit_error_text}}</p>{{/unit_error}}
    <select class="w-half" id="don-vi" name="don-vi"{{#unit_error}} aria-invalid="true" aria-describedby="don-vi-loi"{{/unit_error}}>{{#units}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>{{/units}}</select></div>
    <div class="field{{#days_error}} field-wrong{{/days_error}}"><label for="so-ngay">[[Trả lời trong (ngày làm việc)|To be answered within (working days)]]</label>
    <p class="hint" id="so-ngay-hint"><a href="/lich-lam-viec">[[Ngày nào là ngày làm việc|Which days are working days]]</a></p>
    {{#days_error}}<p class="field-error" id="so-ngay-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{days_error_text}}</p>{{/days_error}}
    <input class="w-number" id="so-ngay" name="so-ngay" value="{{days}}" inputmode="numeric" aria-describedby="so-ngay-hint{{#days_error}} so-ngay-loi{{/days_error}}"{{#days_error}} aria-invalid="true"{{/days_error}}></div>
    <button class="button-secondary">[[Chuyển câu hỏi|Hand on]]</button>
  </form>
</section>{{/forward}}
{{#back}}<form action="{{action}}" method="post" data-confirm="[[Đưa ý kiến này về hàng chờ? Nó sẽ không còn hiện trên cổng.|Return this comment to the queue? It will no longer be on the portal.]]" data-confirm-title="[[Đưa lại hàng chờ|Return to the queue]]">{{>keys}}<input type="hidden" name="ban" value="{{version}}">
  <div class="actions"><button class="button-secondary">[[Đưa lại hàng chờ duyệt|Return to the queue]]</button></div>
</form>{{/back}}
