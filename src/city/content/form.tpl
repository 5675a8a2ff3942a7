<div class="title-block">
  <h1>{{#start}}[[Soạn bài mới|Write an article]]{{/start}}{{#no_start}}[[Sửa bài|Edit the article]]{{/no_start}}</h1>
  <p class="must">[[Lưu nháp bất cứ lúc nào. Bài chỉ lên cổng khi một người khác đã đọc và duyệt.|Save a draft at any time. It is published only after somebody else has read and approved it.]]</p>
</div>
{{#newer}}{{>conflict}}{{/newer}}
{{#forget}}<span data-forget="bai-viet-{{article}}" hidden></span>{{/forget}}
{{#queued}}<div class="notice notice-risk"><p>[[Bản|Version]] {{queued_text}} [[đang chờ duyệt. Lưu nháp thì bài ra khỏi hàng chờ duyệt cho tới khi được gửi duyệt lại.|waits for approval. If a draft is saved, the article leaves that queue until it is handed in again.]]</p></div>{{/queued}}
{{#added}}<div class="notice" role="status"><p>[[Đã thêm ảnh. Dòng của ảnh nằm ở cuối phần nội dung; bài chưa được lưu, hãy xem lại rồi bấm lưu.|The picture is added. Its line stands at the end of the body; the article is not saved yet: look at it, then save.]]</p><p><code>{{line}}</code></p></div>{{/added}}
{{#box}}<section class="panel" aria-labelledby="xem-truoc">
  <h2 id="xem-truoc">[[Xem trước, chưa lưu|Preview, not saved]]</h2>
  {{>preview}}
</section>{{/box}}
<form class="form" id="soan-bai" action="{{action}}" method="post" enctype="multipart/form-data" data-keep="bai-viet-{{article}}" data-live-preview="/bai-viet/xem-truoc" novalidate>
  {{>keys}}<input type="hidden" name="bai" value="{{article}}"><input type="hidden" name="ban" value="{{version}}">
  {{#start}}<div class="field{{#unit_error}} field-wrong{{/unit_error}}">
    <label for="don-vi">[[Đơn vị đứng tên|Issued by]]</label>
    {{#unit_error}}<p class="field-error" id="don-vi-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{unit_error_text}}</p>{{/unit_error}}
    <select class="w-half" id="don-vi" name="don-vi"{{#unit_error}} aria-invalid="true" aria-describedby="don-vi-loi"{{/unit_error}}>{{#units}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>{{/units}}</select>
  </div>
  <div class="field{{#plan_error}} field-wrong{{/plan_error}}">
    <label for="ke-hoach">[[Thuộc kế hoạch|Serves the plan]] <span class="optional">([[không bắt buộc|optional]])</span></label>
    {{#plan_error}}<p class="field-error" id="ke-hoach-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{plan_error_text}}</p>{{/plan_error}}
    <select id="ke-hoach" name="ke-hoach"{{#plan_error}} aria-invalid="true" aria-describedby="ke-hoach-loi"{{/plan_error}}><option value="">[[Không gắn kế hoạch|No plan]]</option>{{#plans}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>{{/plans}}</select>
  </div>
  <div class="field"><div class="choice">
    <input type="checkbox" id="xac-nhan" name="xac-nhan" value="1"{{#must_confirm}} checked{{/must_confirm}}>
    <label for="xac-nhan">[[Cán bộ trong phạm vi kế hoạch phải đọc và xác nhận bài này|The plan’s staff must read and confirm this article]]</label>
  </div></div>{{/start}}
  {{#title}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="tieu-de">[[Tiêu đề|Title]]</label>
    <p class="hint" id="tieu-de-hint">[[Nói điều người đọc cần biết; tối đa 200 ký tự|What readers need to know; at most 200 characters]]</p>
    {{#error}}<p class="field-error" id="tieu-de-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="tieu-de" name="tieu-de" value="{{value}}" aria-describedby="tieu-de-hint{{#error}} tieu-de-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/title}}
  {{#lead}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="sapo">[[Đoạn mở đầu|Lead]]</label>
    <p class="hint" id="sapo-hint">[[Một đoạn, tối đa 800 ký tự: ai cần biết điều gì, từ khi nào|One paragraph of at most 800 characters: who has to know what, and from when]]</p>
    {{#error}}<p class="field-error" id="sapo-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <textarea id="sapo" name="sapo" rows="4" aria-describedby="sapo-hint{{#error}} sapo-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>{{value}}</textarea>
  </div>{{/lead}}
  <details>
    <summary>[[Cách viết nội dung|How to write the body]]</summary>
    <ul>
      <li>[[Cách một dòng trống để sang đoạn mới.|An empty line begins a new paragraph.]]</li>
      <li>[[Tiêu đề mục: bắt đầu dòng bằng|A heading: begin the line with]] <code>## </code></li>
      <li>[[Danh sách: mỗi dòng bắt đầu bằng|A list: begin each line with]] <code>- </code> [[hoặc|or]] <code>1. </code></li>
      <li>[[Chữ đậm|Bold]]: <code>**[[chữ đậm|bold]]**</code></li>
      <li>[[Liên kết|A link]]: <code>&#91;vbpl.vn&#93;(https://vbpl.vn/)</code>. [[Chỉ trang của cổng này và chinhphu.vn, vbpl.vn, phapluat.gov.vn, hanoi.gov.vn bấm được; địa chỉ khác in thành chữ.|Only pages of this portal and of chinhphu.vn, vbpl.vn, phapluat.gov.vn, hanoi.gov.vn can be clicked; other addresses are printed.]]</li>
      <li>[[Ảnh|A picture]]: {{#images}}[[thêm ở <a href="#anh-trong-bai">cuối trang này</a>|is added at the <a href="#anh-trong-bai">end of this page</a>]]{{/images}}{{#no_images}}[[bấm “Lưu nháp rồi thêm ảnh” ở cuối trang|press “Save the draft, then add pictures” at the end]]{{/no_images}}.</li>
      <li>[[Số văn bản, ví dụ Nghị quyết 97/2019/QH14, được tự tìm và nối với sổ văn bản.|Document numbers such as 97/2019/QH14 are found and linked to the register by themselves.]]</li>
    </ul>
  </details>
  {{#body}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="noi-dung">[[Nội dung|Body]]</label>
    <p class="hint" id="noi-dung-hint">[[Tối đa 100.000 ký tự; cách viết ở ngay trên|At most 100,000 characters; how to write stands just above]]</p>
    {{#error}}<p class="field-error" id="noi-dung-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <textarea id="noi-dung" name="noi-dung" rows="18" aria-describedby="noi-dung-hint{{#error}} noi-dung-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>{{value}}</textarea>
  </div>{{/body}}
  <fieldset class="fields">
    <legend>[[Ba ý chính, nói bằng lời thường|Three key points in plain words]]</legend>
    <p class="hint">[[Bắt buộc với bài phải xác nhận: người đọc xác nhận đã hiểu ba điều này. Mỗi ý tối đa 300 ký tự.|Required where staff must confirm: these are what one confirms. At most 300 characters each.]]</p>
    {{#point_1}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="y-1">[[Ý|Point]] 1</label>
      {{#error}}<p class="field-error" id="y-1-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
      <input id="y-1" name="y-1" value="{{value}}"{{#error}} aria-invalid="true" aria-describedby="y-1-loi"{{/error}}>
    </div>{{/point_1}}
    {{#point_2}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="y-2">[[Ý|Point]] 2</label>
      {{#error}}<p class="field-error" id="y-2-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
      <input id="y-2" name="y-2" value="{{value}}"{{#error}} aria-invalid="true" aria-describedby="y-2-loi"{{/error}}>
    </div>{{/point_2}}
    {{#point_3}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="y-3">[[Ý|Point]] 3</label>
      {{#error}}<p class="field-error" id="y-3-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
      <input id="y-3" name="y-3" value="{{value}}"{{#error}} aria-invalid="true" aria-describedby="y-3-loi"{{/error}}>
    </div>{{/point_3}}
  </fieldset>
  {{#author}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="tac-gia">[[Tác giả|Author]]</label>
    <p class="hint" id="tac-gia-hint">[[Dòng tên in dưới bài và công khai; viết đúng như muốn in|The line printed under the article, public; write it as it shall stand there]]</p>
    {{#error}}<p class="field-error" id="tac-gia-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-half" id="tac-gia" name="tac-gia" value="{{value}}" aria-describedby="tac-gia-hint{{#error}} tac-gia-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/author}}
  {{#note}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="sua-gi">[[Sửa gì, vì sao|What is corrected, and why]]</label>
    <p class="hint" id="sua-gi-hint">[[Người đọc thấy dòng này dưới ngày đăng, người duyệt cũng thấy; tối đa 300 ký tự|Readers see this line below the date, and so does who approves; at most 300 characters]]</p>
    {{#error}}<p class="field-error" id="sua-gi-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="sua-gi" name="sua-gi" value="{{value}}" autocomplete="off" aria-describedby="sua-gi-hint{{#error}} sua-gi-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/note}}
  <div class="actions">
    <button type="submit" class="button" name="viec" value="gui-duyet">[[Lưu và gửi duyệt|Save and hand in]]</button>
    <button type="submit" class="button-secondary" name="viec" value="luu">[[Lưu nháp|Save the draft]]</button>
    {{#no_images}}<button type="submit" class="button-secondary" name="viec" value="them-anh">[[Lưu nháp rồi thêm ảnh|Save the draft, then add pictures]]</button>
    {{/no_images}}<button class="button-secondary" formaction="/bai-viet/xem-truoc">[[Xem trước|Preview]]</button>
    <a class="button-quiet" href="{{back}}">[[Thôi|Cancel]]</a>
  </div>
  {{#images}}{{>part}}{{/images}}
</form>
<script src="{{script}}" defer></script>
