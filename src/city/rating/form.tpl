<div class="title-block">
  <p class="over">[[Đánh giá bài viết|Rate this article]]</p>
  <h1>{{#no_is_chosen}}[[Bài này có giúp ích cho bạn không?|Did this article help you?]]{{/no_is_chosen}}{{#is_chosen}}{{#helpful}}[[Bạn thấy bài này có ích|You found this article helpful]]{{/helpful}}{{#no_helpful}}[[Vì sao bài này chưa giúp ích cho bạn?|Why did this article not help you?]]{{/no_helpful}}{{/is_chosen}}</h1>
  <p class="must">[[Về bài|On the article]] <a href="{{article_address}}" lang="vi">{{article_title}}</a>.</p>
</div>
{{#no_is_chosen}}<form action="{{action}}" method="get">
  <div class="actions" id="co-ich"><button type="submit" class="button-secondary" name="co-ich" value="co">[[Có|Yes]]</button> <button type="submit" class="button-secondary" name="co-ich" value="khong">[[Không|No]]</button></div>
</form>{{/no_is_chosen}}
{{#is_chosen}}<form class="form" action="{{action}}" method="post" novalidate>
  {{>keys}}{{#helpful}}<input type="hidden" name="co-ich" value="co">
  <div class="actions"><button class="button">[[Gửi: có giúp ích|Send: it helped]]</button> <a class="button-quiet" href="{{action}}?co-ich=khong">[[Đổi thành “Không”|Change to “No”]]</a></div>{{/helpful}}
  {{#no_helpful}}<input type="hidden" name="co-ich" value="khong">
  <fieldset class="fields">
    <legend>[[Lý do|Reason]] <span class="optional">([[không bắt buộc|optional]])</span></legend>
    {{#reasons}}<div class="choice"><input type="radio" id="ly-do-{{code}}" name="ly-do" value="{{code}}"{{#chosen}} checked{{/chosen}}><label for="ly-do-{{code}}">{{label}}</label></div>
    {{/reasons}}
  </fieldset>
  {{#words}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="noi-ro">[[Nói rõ hơn|In your own words]] <span class="optional">([[không bắt buộc, tối đa|optional, at most]] {{words_max}} [[ký tự|characters]])</span></label>
    <p class="hint" id="noi-ro-hint">[[Chỉ cán bộ đọc, không hiện trên cổng. Đừng ghi họ tên, số điện thoại hay thông tin riêng của ai.|Only officers read this; it is not shown on the portal. Write no names, phone numbers or anything private.]]</p>
    {{#error}}<p class="field-error" id="noi-ro-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <textarea id="noi-ro" name="noi-ro" rows="4" data-private aria-describedby="noi-ro-hint{{#error}} noi-ro-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>{{value}}</textarea>
  </div>{{/words}}
  <div class="actions"><button class="button">[[Gửi: chưa giúp ích|Send: it did not help]]</button> <a class="button-quiet" href="{{action}}?co-ich=co">[[Đổi thành “Có”|Change to “Yes”]]</a></div>{{/no_helpful}}
</form>{{/is_chosen}}
<section class="prose" aria-labelledby="cach-tinh">
  <h2 id="cach-tinh">[[Đánh giá được đếm thế nào|How ratings are counted]]</h2>
  <ul>
    <li>[[Mỗi biểu mẫu đã gửi là một đánh giá; gửi lại cùng biểu mẫu không tính thêm. Hệ thống không biết ai đánh giá, nên một người mở lại bài vẫn đánh giá được lần nữa: con số cho thấy chiều hướng, không phải kết quả khảo sát.|Each form sent is one rating; sending the same form again adds nothing. The system does not know who rates, so somebody who opens the article again can rate again: the figure shows a tendency and is no survey.]]</li>
    <li>[[Số liệu chỉ hiện dưới bài khi đã có từ|The figure is shown under an article from]] {{shown_min}} [[đánh giá trở lên.|ratings on.]]</li>
    <li>[[Sổ cái ghi bài nào, có hay không, lý do đã chọn và lúc nào; không ghi tên, địa chỉ mạng hay trình duyệt. Lời bạn viết được mã hóa, chỉ cán bộ xem được bài này trong trang làm việc mới đọc được, và tự động bị xóa sau|The ledger records which article, yes or no, the reason chosen and when; no name, network address or browser. What you write is encrypted, is read only by officers who can see this article in their office, and is erased after]] {{kept_days}} [[ngày.|days.]]</li>
  </ul>
</section>
