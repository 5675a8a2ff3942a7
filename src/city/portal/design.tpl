<div class="title-block">
  <p class="over">[[Cho người làm cổng|For those who make this site]]</p>
  <h1>[[Thiết kế|Design]]</h1>
  <p class="must">[[Mọi phần mà các trang ghép lại, vẽ bằng chính các mẫu và màu đang dùng.|Every part that pages are made of, drawn with the very templates and colours in use.]]</p>
</div>
<section aria-labelledby="chu">
  <h2 id="chu">[[Cỡ chữ|Type scale]]</h2>
  <p class="type-step-4"><code>--step-4</code> <span lang="vi">Ẫm ờ, Nghị quyết, phường Hàng Buồm</span></p>
  <p class="type-step-3"><code>--step-3</code> <span lang="vi">Ẫm ờ, Nghị quyết, phường Hàng Buồm</span></p>
  <p class="type-step-2"><code>--step-2</code> <span lang="vi">Ẫm ờ, Nghị quyết, phường Hàng Buồm</span></p>
  <p class="type-step-1"><code>--step-1</code> <span lang="vi">Ẫm ờ, Nghị quyết, phường Hàng Buồm</span></p>
  <p class="type-text"><code>--text</code> <span lang="vi">Ẫm ờ, Nghị quyết, phường Hàng Buồm</span></p>
  <p class="type-small"><code>--small</code> <span lang="vi">Ẫm ờ, Nghị quyết, phường Hàng Buồm</span></p>
  <p class="type-tiny"><code>--tiny</code> <span lang="vi">Ẫm ờ, Nghị quyết, phường Hàng Buồm</span></p>
  <p class="over soft">[[Chữ phụ|Secondary text]] · <span class="numbers">0123456789</span></p>
</section>
<section aria-labelledby="khoang-cach">
  <h2 id="khoang-cach">[[Khoảng cách|Spacing]]</h2>
  <dl class="facts">
  <dt><code>--space-1</code></dt><dd><svg class="space" aria-hidden="true" focusable="false"><rect height="100%" width="var(--space-1)" fill="var(--link)"/></svg></dd>
  <dt><code>--space-2</code></dt><dd><svg class="space" aria-hidden="true" focusable="false"><rect height="100%" width="var(--space-2)" fill="var(--link)"/></svg></dd>
  <dt><code>--space-3</code></dt><dd><svg class="space" aria-hidden="true" focusable="false"><rect height="100%" width="var(--space-3)" fill="var(--link)"/></svg></dd>
  <dt><code>--space-4</code></dt><dd><svg class="space" aria-hidden="true" focusable="false"><rect height="100%" width="var(--space-4)" fill="var(--link)"/></svg></dd>
  <dt><code>--space-6</code></dt><dd><svg class="space" aria-hidden="true" focusable="false"><rect height="100%" width="var(--space-6)" fill="var(--link)"/></svg></dd>
  <dt><code>--space-8</code></dt><dd><svg class="space" aria-hidden="true" focusable="false"><rect height="100%" width="var(--space-8)" fill="var(--link)"/></svg></dd>
  <dt><code>--space-12</code></dt><dd><svg class="space" aria-hidden="true" focusable="false"><rect height="100%" width="var(--space-12)" fill="var(--link)"/></svg></dd>
  <dt><code>--space-16</code></dt><dd><svg class="space" aria-hidden="true" focusable="false"><rect height="100%" width="var(--space-16)" fill="var(--link)"/></svg></dd>
  </dl>
</section>
<section aria-labelledby="mau">
  <h2 id="mau">[[Màu|Colours]]</h2>
  <p>[[Mỗi tên có giá trị riêng cho nền tối, tương phản cao, màu bắt buộc và giấy in.|Each name has values of its own for dark, higher contrast, forced colours and paper.]]</p>
  <table class="table-cards">
  <caption>[[Tên màu|Names of colours]]</caption>
  <thead><tr><th scope="col">[[Tên|Name]]</th><th scope="col">[[Mẫu|Sample]]</th><th scope="col">[[Dùng cho|Used for]]</th></tr></thead>
  <tbody>
    <tr><th scope="row"><code>--ink</code></th><td data-label="[[Mẫu|Sample]]"><svg class="swatch" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="var(--ink)"/></svg></td><td data-label="[[Dùng cho|Used for]]">[[chữ|text]]</td></tr>
    <tr><th scope="row"><code>--ink-soft</code></th><td data-label="[[Mẫu|Sample]]"><svg class="swatch" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="var(--ink-soft)"/></svg></td><td data-label="[[Dùng cho|Used for]]">[[chữ phụ|secondary text]]</td></tr>
    <tr><th scope="row"><code>--paper</code></th><td data-label="[[Mẫu|Sample]]"><svg class="swatch" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="var(--paper)"/></svg></td><td data-label="[[Dùng cho|Used for]]">[[nền|ground]]</td></tr>
    <tr><th scope="row"><code>--shade</code></th><td data-label="[[Mẫu|Sample]]"><svg class="swatch" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="var(--shade)"/></svg></td><td data-label="[[Dùng cho|Used for]]">[[nền phụ|second ground]]</td></tr>
    <tr><th scope="row"><code>--line</code></th><td data-label="[[Mẫu|Sample]]"><svg class="swatch" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="var(--line)"/></svg></td><td data-label="[[Dùng cho|Used for]]">[[kẻ mảnh|thin lines]]</td></tr>
    <tr><th scope="row"><code>--line-strong</code></th><td data-label="[[Mẫu|Sample]]"><svg class="swatch" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="var(--line-strong)"/></svg></td><td data-label="[[Dùng cho|Used for]]">[[viền ô nhập|borders of fields]]</td></tr>
    <tr><th scope="row"><code>--mark</code></th><td data-label="[[Mẫu|Sample]]"><svg class="swatch" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="var(--mark)"/></svg></td><td data-label="[[Dùng cho|Used for]]">[[dấu của cổng|the mark]]</td></tr>
    <tr><th scope="row"><code>--mark-ground</code></th><td data-label="[[Mẫu|Sample]]"><svg class="swatch" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="var(--mark-ground)"/></svg></td><td data-label="[[Dùng cho|Used for]]">[[nền của dấu|ground of the mark]]</td></tr>
    <tr><th scope="row"><code>--on-mark</code></th><td data-label="[[Mẫu|Sample]]"><svg class="swatch" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="var(--on-mark)"/></svg></td><td data-label="[[Dùng cho|Used for]]">[[trên nền của dấu|on that ground]]</td></tr>
    <tr><th scope="row"><code>--link</code></th><td data-label="[[Mẫu|Sample]]"><svg class="swatch" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="var(--link)"/></svg></td><td data-label="[[Dùng cho|Used for]]">[[liên kết|links]]</td></tr>
    <tr><th scope="row"><code>--link-hover</code></th><td data-label="[[Mẫu|Sample]]"><svg class="swatch" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="var(--link-hover)"/></svg></td><td data-label="[[Dùng cho|Used for]]">[[liên kết khi rê tới|links pointed at]]</td></tr>
    <tr><th scope="row"><code>--action</code></th><td data-label="[[Mẫu|Sample]]"><svg class="swatch" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="var(--action)"/></svg></td><td data-label="[[Dùng cho|Used for]]">[[nút chính|main button]]</td></tr>
    <tr><th scope="row"><code>--action-hover</code></th><td data-label="[[Mẫu|Sample]]"><svg class="swatch" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="var(--action-hover)"/></svg></td><td data-label="[[Dùng cho|Used for]]">[[nút khi rê tới|a button pointed at]]</td></tr>
    <tr><th scope="row"><code>--on-action</code></th><td data-label="[[Mẫu|Sample]]"><svg class="swatch" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="var(--on-action)"/></svg></td><td data-label="[[Dùng cho|Used for]]">[[chữ trên nút|text of the button]]</td></tr>
    <tr><th scope="row"><code>--focus</code></th><td data-label="[[Mẫu|Sample]]"><svg class="swatch" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="var(--focus)"/></svg></td><td data-label="[[Dùng cho|Used for]]">[[viền tiêu điểm|the focus ring]]</td></tr>
    <tr><th scope="row"><code>--done</code></th><td data-label="[[Mẫu|Sample]]"><svg class="swatch" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="var(--done)"/></svg></td><td data-label="[[Dùng cho|Used for]]">[[xong, còn hiệu lực|done, in force]]</td></tr>
    <tr><th scope="row"><code>--risk</code></th><td data-label="[[Mẫu|Sample]]"><svg class="swatch" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="var(--risk)"/></svg></td><td data-label="[[Dùng cho|Used for]]">[[sắp đến hạn|due soon]]</td></tr>
    <tr><th scope="row"><code>--late</code></th><td data-label="[[Mẫu|Sample]]"><svg class="swatch" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="var(--late)"/></svg></td><td data-label="[[Dùng cho|Used for]]">[[quá hạn, lỗi|late, wrong]]</td></tr>
    <tr><th scope="row"><code>--idle</code></th><td data-label="[[Mẫu|Sample]]"><svg class="swatch" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="var(--idle)"/></svg></td><td data-label="[[Dùng cho|Used for]]">[[chưa bắt đầu|not begun]]</td></tr>
    <tr><th scope="row"><code>--done-ground</code></th><td data-label="[[Mẫu|Sample]]"><svg class="swatch" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="var(--done-ground)"/></svg></td><td data-label="[[Dùng cho|Used for]]">[[nền báo xong|ground of done]]</td></tr>
    <tr><th scope="row"><code>--risk-ground</code></th><td data-label="[[Mẫu|Sample]]"><svg class="swatch" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="var(--risk-ground)"/></svg></td><td data-label="[[Dùng cho|Used for]]">[[nền cảnh báo|ground of a warning]]</td></tr>
    <tr><th scope="row"><code>--late-ground</code></th><td data-label="[[Mẫu|Sample]]"><svg class="swatch" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="var(--late-ground)"/></svg></td><td data-label="[[Dùng cho|Used for]]">[[nền báo lỗi|ground of a fault]]</td></tr>
    <tr><th scope="row"><code>--note-ground</code></th><td data-label="[[Mẫu|Sample]]"><svg class="swatch" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="var(--note-ground)"/></svg></td><td data-label="[[Dùng cho|Used for]]">[[nền lưu ý|ground of a note]]</td></tr>
    <tr><th scope="row"><code>--map-own</code></th><td data-label="[[Mẫu|Sample]]"><svg class="swatch" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="var(--map-own)"/></svg></td><td data-label="[[Dùng cho|Used for]]">[[ô của đơn vị trên bản đồ|a unit on the map]]</td></tr>
  </tbody>
  </table>
</section>
<section aria-labelledby="nut">
  <h2 id="nut">[[Nút và liên kết|Buttons and links]]</h2>
  <p><a href="/thiet-ke">[[Một liên kết|A link]]</a> · <kbd>?</kbd> · <code>06/KH-HĐPHPBGDPL</code></p>
  <div class="actions">
    <button type="button" class="button">[[Nút chính|Main]]</button>
    <button type="button" class="button-secondary">[[Nút phụ|Secondary]]</button>
    <button type="button" class="button-quiet">[[Nút nhẹ|Quiet]]</button>
    <button type="button" class="button button-danger">[[Việc không lấy lại được|Cannot be undone]]</button>
    <button type="button" class="button" disabled>[[Chưa dùng được|Not yet]]</button>
    <button type="button" class="link-button">[[Nút như liên kết|Like a link]]</button>
  </div>
</section>
<section aria-labelledby="bao">
  <h2 id="bao">[[Thông báo|Banners]]</h2>
  <div class="notice"><p>[[Lưu ý: chưa đơn vị nào nhận được gì.|Note: no unit receives anything yet.]]</p></div>
  <div class="notice notice-done"><p>[[Đã lưu.|Saved.]]</p></div>
  <div class="notice notice-risk"><p>[[Hạn còn ba ngày.|Due in three days.]]</p></div>
  <div class="notice notice-late"><p>[[Đã quá hạn.|It is late.]]</p></div>
  <div class="error-summary">
    <h3>[[Xin sửa một chỗ|One thing to mend]]</h3>
    <ul><li><a href="#ngay">{{wrong_why}}</a></li></ul>
  </div>
  <div class="empty">
    <h3>[[Chưa có gì ở đây|Nothing here yet]]</h3>
    <p>[[Mục này hiện khi có nội dung.|This appears once there is something.]]</p>
  </div>
</section>
<section aria-labelledby="trang-thai">
  <h2 id="trang-thai">[[Trạng thái|States]]</h2>
  <p><span class="state state-done">[[Xong|Done]]</span> <span class="state state-risk">[[Sắp đến hạn|Due soon]]</span> <span class="state state-late">[[Quá hạn|Late]]</span> <span class="state state-idle">[[Chưa báo xong|Not reported]]</span></p>
  <ul class="law-list">
    {{>laws}}
  </ul>
  <p>[[Đã tới|Reached]] {{>count}}</p>
  <svg class="bar" aria-hidden="true" focusable="false"><rect width="71.4%" height="100%"/></svg>
</section>
<section aria-labelledby="bieu-mau">
  <h2 id="bieu-mau">[[Biểu mẫu|Forms]]</h2>
  <form class="form" action="/thiet-ke" method="get">
    {{#right}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="trich-yeu">[[Trích yếu|Title]]</label>
      <p class="hint" id="trich-yeu-hint">[[Một câu.|One sentence.]]</p>
      {{#error}}<p class="field-error">{{error_text}}</p>{{/error}}
      <textarea id="trich-yeu" rows="2" aria-describedby="trich-yeu-hint">{{value}}</textarea>
    </div>{{/right}}
    {{#wrong}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="ngay">[[Hạn|Due]] <span class="optional">([[không bắt buộc|optional]])</span></label>
      <p class="hint" id="ngay-hint">[[Ngày/tháng/năm, ví dụ 01/07/2021|Day/month/year, for example 01/07/2021]]</p>
      {{#error}}<p class="field-error" id="ngay-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
      <input class="w-date numbers" id="ngay" inputmode="numeric" value="{{value}}" aria-describedby="ngay-hint{{#error}} ngay-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
    </div>{{/wrong}}
    <div class="field">
      <label for="don-vi">[[Đơn vị|Unit]]</label>
      <select id="don-vi"><option lang="vi">Sở Tư pháp</option></select>
    </div>
    <fieldset class="fields">
      <legend>[[Hình thức|Form]]</legend>
      <div class="choice"><input type="checkbox" id="hoi-nghi" checked><label for="hoi-nghi">[[Hội nghị|Meeting]]</label></div>
      <div class="choice"><input type="radio" id="truc-tuyen"><label for="truc-tuyen">[[Trực tuyến|Online]]</label></div>
    </fieldset>
  </form>
</section>
<section aria-labelledby="danh-sach">
  <h2 id="danh-sach">[[Bảng, bộ lọc, phân trang|Tables, chips, pager]]</h2>
  <ul class="chips" aria-label="[[Lọc theo trạng thái|Filter by state]]">
    <li><a href="/thiet-ke" aria-current="true">[[Tất cả|All]] (71)</a></li>
    <li><a href="/thiet-ke">[[Đã đăng|Published]] (12)</a></li>
  </ul>
  <table class="table-cards">
    <caption>[[Nhiệm vụ của kế hoạch|Tasks of the plan]]</caption>
    <thead><tr><th scope="col">[[Nhiệm vụ|Task]]</th><th scope="col">[[Hạn|Due]]</th><th scope="col" class="number">[[Đơn vị đã xong|Units done]]</th></tr></thead>
    <tbody><tr><th scope="row" lang="vi">Phổ biến tại chỗ</th><td class="nowrap" data-label="[[Hạn|Due]]">20/05/2021</td><td class="number" data-label="[[Đơn vị đã xong|Units done]]">7 / 579</td></tr></tbody>
  </table>
  {{>pager}}
  <h3>[[Bài trong danh sách|Articles in a list]]</h3>
  {{>posts}}
  {{>follow}}
  {{>byline}}
</section>
