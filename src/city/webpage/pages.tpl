<div class="title-block">
  <p class="over">[[Hoạt động|Activity]]: <a href="{{activity}}"{{#is_theirs}} lang="vi"{{/is_theirs}}>{{heading}}</a></p>
  <h1>[[Trang mạng minh chứng|Web pages that show it]]</h1>
  <p class="must">[[Bài đã đăng trên trang của đơn vị, báo, mạng xã hội. Hệ thống mở từng địa chỉ ngay, rồi xem lại sau 1, 7, 30, 90, 180 ngày và hằng năm; chữ trên trang được lấy dấu vân tay số để biết đã bị gỡ, bị đổi hay không còn nêu văn bản; bản thân trang không được lưu.|What was posted on the unit's site, in the press, on social networks. Each address is opened at once, and again after 1, 7, 30, 90, 180 days and yearly; a digest of its words tells whether it was taken down, changed, or names the law no more; the page itself is not kept.]]</p>
</div>
{{#no_has_rows}}<div class="empty"><h2>[[Chưa có địa chỉ nào|No address yet]]</h2><p>{{#add}}[[Dán địa chỉ trang đã đăng vào ô bên dưới.|Paste the address of a page that was posted into the field below.]]{{/add}}{{#no_add}}[[Địa chỉ do đơn vị thêm hiện ở đây.|Addresses that the unit adds appear here.]]{{/no_add}}</p></div>{{/no_has_rows}}
{{#rows}}<section id="trang-{{id}}" aria-labelledby="trang-{{id}}-ten">
  <h2 id="trang-{{id}}-ten">{{host}}</h2>
  <p><span class="state {{mark}}">{{standing}}</span>{{#named}} {{named_text}}{{/named}}</p>
  <dl class="facts">
    <dt>[[Địa chỉ|Address]]</dt><dd>{{#unlinked}}{{url}}{{/unlinked}}{{#no_unlinked}}<a href="{{url}}" rel="external nofollow noopener noreferrer">{{url}}</a>{{/no_unlinked}}</dd>
    <dt>[[Ghi ngày|Added on]]</dt><dd>{{linked}}</dd>
    {{#looked}}<dt>[[Xem gần nhất|Last looked at]]</dt><dd>{{looked_text}}</dd>{{/looked}}
    {{#next}}<dt>[[Xem tiếp theo|Next look]]</dt><dd>{{next_text}}</dd>{{/next}}
    {{#unlinked}}<dt>[[Vì sao bỏ|Why it was taken out]]</dt><dd lang="vi">{{unlinked_text}}</dd>{{/unlinked}}
  </dl>
  {{#has_looks}}<details><summary>[[Các lần xem gần nhất|The latest looks]]<span class="unseen">: {{host}}</span></summary>
    <ul>{{#looks}}<li><strong>{{on}}</strong> · {{found}}</li>
    {{/looks}}</ul>
  </details>{{/has_looks}}
  {{#keep}}{{#look_again}}<form action="{{address}}" method="post">{{>keys}}<button class="button-secondary">[[Xem lại ngay|Look again now]]<span class="unseen">: {{host}}</span></button></form>{{/look_again}}
  <details{{#open}} open{{/open}}><summary>[[Bỏ địa chỉ này|Take this address out]]<span class="unseen">: {{host}}</span></summary>
    <form class="form" action="{{unlink}}" method="post" novalidate>
      {{>keys}}
      {{#reason}}<div class="field{{#error}} field-wrong{{/error}}">
        <label for="{{field_id}}">[[Vì sao bỏ|Why it is taken out]]</label>
        {{#error}}<p class="field-error" id="ly-do-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
        <input id="{{field_id}}" name="ly-do" value="{{value}}"{{#error}} aria-describedby="ly-do-loi" aria-invalid="true"{{/error}}>
      </div>{{/reason}}
      <button class="button-secondary">[[Bỏ địa chỉ|Take it out]]</button>
    </form>
  </details>{{/keep}}
</section>
{{/rows}}
{{#add}}<h2>[[Thêm địa chỉ|Add an address]]</h2>
<form class="form" action="{{action}}" method="post" novalidate>
  {{>keys}}
  {{#url}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="dia-chi">[[Địa chỉ trang|Address of the page]]</label>
    <p class="hint" id="dia-chi-hint">[[Mở trang đã đăng, chép địa chỉ từ thanh địa chỉ của trình duyệt|Open the page that was posted and copy the address from the browser's address bar]]</p>
    {{#error}}<p class="field-error" id="dia-chi-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="dia-chi" name="dia-chi" type="url" inputmode="url" autocomplete="off" value="{{value}}" aria-describedby="dia-chi-hint{{#error}} dia-chi-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/url}}
  <div class="actions"><button class="button">[[Thêm|Add]]</button></div>
</form>{{/add}}
