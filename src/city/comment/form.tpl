<div class="title-block">
  <h1>[[Gửi ý kiến|Write a comment]]</h1>
  <p class="must">[[Về bài|On the article]] <a href="{{article_address}}" lang="vi">{{article_title}}</a>. [[Ý kiến chỉ hiện trên cổng sau khi một người đã đọc; phê bình không phải là lý do để từ chối.|A comment appears on the portal after a person has read it; criticism is no reason to refuse it.]]</p>
</div>
<form class="form" action="{{action}}" method="post" data-keep="gop-y-{{article}}" novalidate data-puzzle data-salt="{{salt}}" data-challenge="{{challenge}}" data-signature="{{signature}}" data-number-max="{{number_max}}">
  {{>keys}}<input type="hidden" name="phieu" value="{{token}}"><input type="hidden" name="loi-giai" value="">
  {{#name}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ho-ten">[[Họ tên|Name]] <span class="optional">([[bắt buộc; hiện cùng ý kiến khi đăng|required; shown with the comment]])</span></label>
    {{#error}}<p class="field-error" id="ho-ten-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-half" id="ho-ten" name="ho-ten" value="{{value}}" autocomplete="name" required{{#error}} aria-invalid="true" aria-describedby="ho-ten-loi"{{/error}}>
  </div>{{/name}}
  {{#phone}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="dien-thoai">[[Điện thoại|Phone]] <span class="optional">([[không bắt buộc; không bao giờ công khai|optional; never published]])</span></label>
    <p class="hint" id="dien-thoai-hint">[[Chỉ người duyệt xem được khi cần hỏi lại, mỗi lần xem đều được ghi; số được mã hóa.|Only a moderator can see it to ask you back, and every look is recorded; the number is encrypted.]]</p>
    {{#error}}<p class="field-error" id="dien-thoai-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-half" type="tel" id="dien-thoai" name="dien-thoai" value="{{value}}" autocomplete="tel" data-private aria-describedby="dien-thoai-hint{{#error}} dien-thoai-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/phone}}
  {{#title}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="tieu-de">[[Tiêu đề|Title]] <span class="optional">([[bắt buộc, tối đa 150 ký tự|required, at most 150 characters]])</span></label>
    {{#error}}<p class="field-error" id="tieu-de-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="tieu-de" name="tieu-de" value="{{value}}" autocomplete="off" required{{#error}} aria-invalid="true" aria-describedby="tieu-de-loi"{{/error}}>
  </div>{{/title}}
  {{#text}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="noi-dung">[[Nội dung|Comment]] <span class="optional">([[bắt buộc, tối đa 3.000 ký tự|required, at most 3,000 characters]])</span></label>
    <p class="hint" id="noi-dung-hint">[[Viết bằng lời, không kèm địa chỉ trang web: ý kiến có địa chỉ không đăng được.|In words, without web addresses: a comment with one cannot be published.]]</p>
    {{#error}}<p class="field-error" id="noi-dung-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <textarea id="noi-dung" name="noi-dung" rows="8" required aria-describedby="noi-dung-hint{{#error}} noi-dung-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>{{value}}</textarea>
  </div>{{/text}}
  <div class="unseen" aria-hidden="true"><label for="trang-web">[[Trang web (để trống)|Web site (leave empty)]]</label><input id="trang-web" name="trang-web" value="" tabindex="-1" autocomplete="off" data-private></div>
  <div class="field{{#question_error}} field-wrong{{/question_error}}" data-puzzle-fallback>
    <label for="ma-xac-nhan">[[Mã xác nhận|Confirmation code]] <span class="optional">([[bắt buộc|required]])</span></label>
    <p class="hint" id="ma-xac-nhan-hint">[[Gõ bốn chữ số sau|Type these four digits]]: <strong>{{question}}</strong></p>
    {{#question_error}}<p class="field-error" id="ma-xac-nhan-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{question_error_text}}</p>{{/question_error}}
    <input class="w-number" id="ma-xac-nhan" name="ma-xac-nhan" value="" inputmode="numeric" autocomplete="off" data-private aria-describedby="ma-xac-nhan-hint{{#question_error}} ma-xac-nhan-loi{{/question_error}}"{{#question_error}} aria-invalid="true"{{/question_error}}>
  </div>
  <div class="field{{#consent_error}} field-wrong{{/consent_error}}">
    {{#consent_error}}<p class="field-error" id="dong-y-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{consent_error_text}}</p>{{/consent_error}}
    <div class="choice">
      <input type="checkbox" id="dong-y" name="dong-y" value="1"{{#consent}} checked{{/consent}} required aria-describedby="luu-giu{{#consent_error}} dong-y-loi{{/consent_error}}" aria-invalid="{{#consent_error}}true{{/consent_error}}{{#no_consent_error}}false{{/no_consent_error}}">
      <label for="dong-y">[[Tôi đồng ý để cơ quan giữ và xem những gì tôi gửi, và công khai họ tên, tiêu đề, nội dung nếu ý kiến được đăng|I agree that the office keeps and reads what I send, and publishes my name, the title and the comment if it is accepted]]</label>
    </div>
    <p class="hint" id="luu-giu">[[Số điện thoại tự động bị xóa sau|The phone number is erased after]] {{kept_days}} [[ngày; ý kiến bị từ chối cũng vậy. Bạn nhận một mã để theo dõi và để xóa vĩnh viễn bất cứ lúc nào.|days, and so is a comment that is refused. You get a code to follow it and to erase everything at any time.]]</p>
  </div>
  <div class="actions"><button class="button">[[Gửi ý kiến|Send]]</button> <a class="button-quiet" href="/gop-y">[[Theo dõi ý kiến đã gửi|Follow a comment]]</a></div>
  <p class="hint" data-puzzle-state role="status" hidden></p>
</form>
