<div class="title-block">
  <p class="over">{{unit}}{{#standings}} · <span class="state {{mark}}">{{words}}</span>{{/standings}}</p>
  <h1[[| lang="vi"]]>{{title}}</h1>
  <p class="must">{{next}}{{#who}} [[Người duyệt được lúc này|Who may approve now]]: {{who_text}}.{{/who}}</p>
</div>
{{#withdrawn}}<div class="notice notice-late"><p><strong>[[Đã thu hồi lúc|Withdrawn at]] {{at}}. {{reason}}.</strong> {{text}}</p></div>{{/withdrawn}}
{{#alone}}<div class="notice notice-late">
  <p><strong>[[Đăng khẩn cấp, chưa có người thứ hai duyệt.|Published in an emergency, not approved by a second person.]]</strong> [[Bản|Version]] {{version}} [[ở trên cổng từ|is on the portal since]] {{at}}, [[do|by]] {{by}}. [[Lý do|Reason]]: {{reason}}</p>
  {{#confirm}}<form action="{{action}}" method="post">{{>keys}}<input type="hidden" name="ban" value="{{version}}"><div class="actions"><button class="button">[[Duyệt bản đang ở trên cổng|Approve the version on the portal]]</button></div></form>{{/confirm}}
  {{#no_confirm}}<p>[[Một người khác có quyền duyệt mở bản này, đọc rồi duyệt, hoặc đề xuất thu hồi.|Another person with the right to approve opens this version, reads it and approves, or proposes to withdraw it.]]</p>{{/no_confirm}}
</div>{{/alone}}
{{#scheduled}}<div class="notice">
  <p><strong>[[Tự lên cổng lúc|Published by itself at]] {{at}}.</strong></p>
  {{#drop}}<form action="{{action}}" method="post">{{>keys}}<button class="link-button">[[Bỏ hẹn giờ; bản này lại chờ duyệt|Drop the hour; the version waits for approval again]]</button></form>{{/drop}}
</div>{{/scheduled}}
{{#proposed}}<div class="notice notice-risk">
  <p><strong>[[Có đề xuất thu hồi|A withdrawal is proposed]]: {{reason}}.</strong> {{text}} <span class="as-of">{{by}} · {{at}}</span></p>
  {{#confirm}}<form action="{{action}}" method="post" data-confirm="[[Bài sẽ ra khỏi cổng ngay; lý do hiện thay cho bài, lượt xem và ghi nhận vẫn giữ nguyên.|The article leaves the portal at once; the reason is shown in its place, views and receipts stay.]]">{{>keys}}<input type="hidden" name="de-xuat" value="{{number}}"><div class="actions"><button class="button button-danger">[[Xác nhận thu hồi|Confirm the withdrawal]]</button></div></form>{{/confirm}}
  {{#no_confirm}}<p>[[Cần một người thứ hai có quyền duyệt xác nhận; bài vẫn ở trên cổng.|A second person with the right to approve has to confirm; the article stays on the portal.]]</p>{{/no_confirm}}
  {{#drop}}<form action="{{action}}" method="post">{{>keys}}<input type="hidden" name="de-xuat" value="{{number}}"><button class="link-button">[[Bỏ đề xuất này|Drop this proposal]]</button></form>{{/drop}}
</div>{{/proposed}}
{{#note}}<p><strong>[[Sửa gì, vì sao|What is corrected, and why]]:</strong> <span lang="vi">{{note_text}}</span></p>{{/note}}
{{#approve}}{{>approve_form}}{{/approve}}
{{#schedule}}
<details{{#wrong}} open{{/wrong}}>
  <summary>[[Duyệt và hẹn giờ đăng|Approve, and publish later]]</summary>
  <form class="form" action="{{action}}" method="post" novalidate>
    {{>keys}}<input type="hidden" name="ban" value="{{version}}">
    <div class="field-row">
    {{#day}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="ngay">[[Ngày đăng|Day]]</label>
      <p class="hint" id="ngay-hint">[[Ngày/tháng/năm|Day/month/year]]</p>
      {{#error}}<p class="field-error" id="ngay-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
      <input class="w-date numbers" id="ngay" name="ngay" inputmode="numeric" value="{{value}}" autocomplete="off" aria-describedby="ngay-hint{{#error}} ngay-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
    </div>{{/day}}
    {{#hour}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="gio">[[Giờ đăng|Hour]]</label>
      <p class="hint" id="gio-hint">[[Giờ Hà Nội, theo 24 giờ|Hà Nội time, 24-hour clock]]</p>
      {{#error}}<p class="field-error" id="gio-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
      <input class="w-date numbers" id="gio" name="gio" value="{{value}}" autocomplete="off" aria-describedby="gio-hint{{#error}} gio-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
    </div>{{/hour}}
    </div>
    <div class="actions"><button class="button-secondary">[[Duyệt, đăng vào giờ này|Approve for that hour]]</button></div>
  </form>
</details>
{{/schedule}}
{{#emergency}}
<details{{#reason}}{{#error}} open{{/error}}{{/reason}}>
  <summary>[[Đăng khẩn cấp, không chờ người thứ hai|Publish in an emergency, without a second person]]</summary>
  <form class="form" action="{{action}}" method="post" data-confirm="[[Bài lên cổng ngay dưới tên bạn và bị đánh dấu đỏ cho tới khi người thứ hai duyệt.|The article is published at once in your name, and flagged red until a second person approves.]]" novalidate>
    {{>keys}}<input type="hidden" name="ban" value="{{version}}">
    {{#reason}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="vi-sao-gap">[[Vì sao không thể chờ|Why it cannot wait]]</label>
      <p class="hint" id="vi-sao-gap-hint">[[Chỉ cán bộ đọc được. Bài khẩn cấp không được có liên kết ra ngoài, địa chỉ web hay hình ảnh.|Read by officers only. Such an article carries no outside link, web address or picture.]]</p>
      {{#error}}<p class="field-error" id="vi-sao-gap-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
      <textarea id="vi-sao-gap" name="vi-sao-gap" rows="2" aria-describedby="vi-sao-gap-hint{{#error}} vi-sao-gap-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>{{value}}</textarea>
    </div>{{/reason}}
    <div class="actions"><button class="button button-danger">[[Đăng khẩn cấp ngay|Publish now]]</button></div>
  </form>
</details>
{{/emergency}}
{{#submit}}
<form action="{{action}}" method="post">
  {{>keys}}<input type="hidden" name="ban" value="{{version}}">
  <div class="actions"><button class="button">[[Gửi duyệt|Hand in for approval]]</button></div>
</form>
{{/submit}}
<p>{{#edit}}<a class="button-secondary" href="{{edit_text}}">[[Sửa bài|Edit]]</a> {{/edit}}{{#public_address}}<a class="button-quiet" href="{{public_address_text}}">[[Xem trên cổng|See it on the portal]]</a>{{/public_address}}</p>
<dl class="facts">
  <dt>[[Đơn vị đứng tên|Issued by]]</dt><dd>{{unit}}</dd>
  <dt>[[Kế hoạch|Plan]]</dt><dd>{{#plan}}<a href="{{plan_address}}">{{plan_text}}</a>{{/plan}}{{#no_plan}}[[không gắn kế hoạch nào|none]]{{/no_plan}}</dd>
  {{#must_confirm}}<dt>[[Xác nhận|Confirmation]]</dt><dd>[[Cán bộ trong phạm vi kế hoạch phải đọc và xác nhận|The plan’s staff must read and confirm it]]</dd>{{/must_confirm}}
</dl>
<p class="link-row"><a href="{{used}}">[[Bài này được dùng ở đâu|Where this article is used]]</a>{{#ratings}} <a href="{{ratings_text}}">[[Đánh giá của bạn đọc|Readers’ ratings]]</a>{{/ratings}}</p>
<section aria-labelledby="ban-xem">
  <h2 id="ban-xem">[[Bản|Version]] {{shown_version}}, [[như người đọc thấy|as readers see it]]</h2>
  {{>preview}}
</section>
{{#approve}}{{>approve_form}}{{/approve}}
<section aria-labelledby="cac-ban">
  <h2 id="cac-ban">[[Các bản|Versions]]</h2>
  {{#compare}}<p><a href="{{compare_text}}">[[So sánh và khôi phục bản cũ|Compare and restore an earlier version]]</a></p>{{/compare}}
  <table class="table-cards">
    <caption>[[Mọi bản đều được giữ, mới nhất trước|Every version is kept, newest first]]</caption>
    <thead><tr><th scope="col">[[Bản|Version]]</th><th scope="col">[[Người soạn|Writer]]</th><th scope="col">[[Lúc|At]]</th><th scope="col">[[Trạng thái|State]]</th><th scope="col">[[Người duyệt|Approved by]]</th></tr></thead>
    <tbody>
    {{#versions}}<tr><th scope="row"><a href="{{address}}"{{#here}} aria-current="true"{{/here}}>[[Bản|Version]] {{number}}</a></th><td data-label="[[Người soạn|Writer]]">{{writer}}{{#restores}} <span class="soft">[[(khôi phục bản|(restored version]] {{restores_text}})</span>{{/restores}}{{#corrects}}<br><span class="soft" lang="vi">{{corrects_text}}</span>{{/corrects}}</td><td data-label="[[Lúc|At]]">{{at}}</td><td data-label="[[Trạng thái|State]]"><span class="state {{mark}}">{{state}}</span></td><td data-label="[[Người duyệt|Approved by]]">{{#approved_by}}{{approved_by_text}}{{/approved_by}}{{#no_approved_by}}<span class="soft">[[chưa|not yet]]</span>{{/no_approved_by}}</td></tr>
    {{/versions}}</tbody>
  </table>
</section>
{{#propose}}
<details{{#text}}{{#error}} open{{/error}}{{/text}}>
  <summary>[[Đề xuất thu hồi bài này khỏi cổng|Propose to withdraw this article]]</summary>
  <form class="form" action="{{action}}" method="post" data-keep="{{action}}" novalidate>
    {{>keys}}
    {{#drops_hour}}<p class="notice">[[Bản đang hẹn giờ đăng sẽ bị bỏ hẹn và lại chờ duyệt.|The version waiting for its hour loses it and waits for approval again.]]</p>{{/drops_hour}}
    <div class="field">
      <label for="ly-do">[[Vì sao thu hồi|Why]]</label>
      <select class="w-half" id="ly-do" name="ly-do">{{#reasons}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>{{/reasons}}</select>
    </div>
    {{#text}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="giai-thich">[[Lý do cho người đọc|Reason for readers]]</label>
      <p class="hint" id="giai-thich-hint">[[Hiện công khai thay cho bài; không nêu tên người.|Shown publicly in the article’s place; name no person.]]</p>
      {{#error}}<p class="field-error" id="giai-thich-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
      <textarea id="giai-thich" name="giai-thich" rows="3" aria-describedby="giai-thich-hint{{#error}} giai-thich-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>{{value}}</textarea>
    </div>{{/text}}
    <div class="actions"><button class="button-secondary">[[Gửi đề xuất thu hồi|Propose the withdrawal]]</button></div>
  </form>
</details>
{{/propose}}
