<div class="title-block">
  <p class="over">[[Hoạt động số|Activity]] {{number}} · <a href="{{unit_address}}" lang="vi">{{unit}}</a></p>
  <h1{{#is_theirs}} lang="vi"{{/is_theirs}}>{{title}}</h1>
  {{#annulled}}<p class="must"><span class="state state-late">[[Đã hủy|Annulled]]</span> [[Không tính vào số liệu nào.|It counts in no figure.]]</p>{{/annulled}}
</div>
{{#twins}}<div class="notice"><p><span class="state state-risk">[[Nghi trùng|Perhaps twice]]</span> [[Cùng ngày, cùng loại, cùng số lượng với|Same day, kind and amounts as]] <a href="{{address}}">[[hoạt động số|activity]] {{number}}</a>. [[Nếu là cùng một hoạt động, hãy hủy một bản ghi; nếu không, sửa một bản và đánh dấu “Đây là hoạt động khác”.|If they are one activity, annul one of the two; else correct one and tick “This is another one”.]]</p></div>{{/twins}}
{{#on_portal}}<div class="notice"><p><span class="state state-risk">[[Nghi trùng|Perhaps twice]]</span> [[Cổng đã tự tính bài|The portal counted by itself the article]] <a href="{{article_address}}" lang="vi">{{article_title}}</a>. [[Nếu là cùng một bài, hãy hủy bản ghi này; nếu không, sửa và đánh dấu “Đây là tin, bài khác”.|If it is the same, annul this record; else correct it and tick “This is another one”.]]</p></div>{{/on_portal}}
<dl class="facts">
  <dt>[[Hình thức|Form]]</dt><dd>{{kind}}</dd>
  <dt>[[Ngày|Day]]</dt><dd><time datetime="{{day_iso}}">{{day}}</time></dd>
  {{#has_amounts}}<dt>[[Số lượng|Amounts]]</dt><dd>{{amounts}}</dd>{{/has_amounts}}
  {{#place}}<dt>[[Địa điểm|Place]]</dt><dd lang="vi">{{place_text}}</dd>{{/place}}
  {{#task}}<dt>[[Việc được giao|Task]]</dt><dd lang="vi">{{what}} · <a href="{{address}}">[[Kế hoạch|Plan]] {{number}}</a></dd>{{/task}}
  <dt>[[Văn bản đã phổ biến|Documents made known]]</dt><dd>{{#has_documents}}<ul class="law-list">{{#documents}}<li><a href="{{address}}" lang="vi">{{name}}</a> <span class="state {{mark}}">{{effect}}</span> <span class="soft" lang="vi">{{title}}</span></li>{{/documents}}</ul>{{/has_documents}}{{#no_has_documents}}[[chưa ghi|none recorded]]{{/no_has_documents}}</dd>
  <dt>[[Ghi lúc|Recorded]]</dt><dd>{{logged}}</dd>
</dl>
<section id="anh-minh-chung" aria-labelledby="anh-minh-chung-ten">
  <h2 id="anh-minh-chung-ten">[[Ảnh minh chứng|Supporting photos]]</h2>
  {{#photos}}{{#has_rows}}<ul class="pictures">{{#rows}}<li><a href="{{address}}"><img src="{{small}}" width="{{width}}" height="{{height}}" alt="[[Ảnh minh chứng số|Picture]] {{number}}" loading="lazy" decoding="async"></a>{{#may_erase}}<a href="{{erase}}">[[Xóa ảnh số|Erase picture]] {{number}}</a>{{/may_erase}}</li>
    {{/rows}}</ul>{{/has_rows}}{{#no_has_rows}}<p>[[Chưa có ảnh.|No picture yet.]]</p>{{/no_has_rows}}
  {{#has_erased}}<ul>{{#erased}}<li>[[Ảnh số|Picture]] {{number}} [[đã xóa lúc|was erased at]] {{at}}: <span lang="vi">{{reason}}</span></li>
    {{/erased}}</ul>{{/has_erased}}
  {{#add}}<form class="form" action="{{action}}" method="post" enctype="multipart/form-data" novalidate>
    {{>keys}}
    {{>field}}
    <button class="button-secondary">[[Thêm ảnh|Add the picture]]</button>
  </form>{{/add}}{{/photos}}
</section>
<p class="link-lines"><a href="/hoat-dong/{{number}}/bao-cao-vien">[[Báo cáo viên, tuyên truyền viên đã nói chuyện|Law speakers who spoke]]</a></p>
<p class="link-lines"><a href="/hoat-dong/{{number}}/trang-mang">[[Trang mạng minh chứng|Web pages that show it]]</a></p>
{{#attendance}}<p class="link-lines"><a href="{{attendance_text}}">{{#annulled}}[[Người dự đã ghi theo danh sách|Those named as present]]{{/annulled}}{{#no_annulled}}[[Ghi người dự theo danh sách|Name those who were there]]{{/no_annulled}}</a></p>{{/attendance}}
{{#has_changes}}<section aria-labelledby="truoc-day">
  <h2 id="truoc-day">[[Các lần sửa, hủy|Corrections]]</h2>
  <ul>{{#changes}}<li><strong>{{at}}</strong> · {{done}}: <span lang="vi">{{reason}}</span><br><span class="soft">[[Trước đó ghi|Before]]: {{before}}</span></li>
  {{/changes}}</ul>
</section>{{/has_changes}}
{{#keep}}<div class="actions"><a class="button-secondary" href="{{correct}}">[[Sửa|Correct]]</a> <a class="button-quiet" href="/hoat-dong/ghi">[[Ghi hoạt động khác|Record another]]</a></div>
<details{{#open}} open{{/open}}><summary>[[Hủy hoạt động này|Annul this activity]]</summary>
  <form class="form" action="{{annul}}" method="post" novalidate>
    {{>keys}}
    <input type="hidden" name="ban" value="{{version}}">
    {{#reason}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="ly-do">[[Vì sao hủy|Why it is annulled]]</label>
      <p class="hint" id="ly-do-hint">[[Ví dụ đã ghi hai lần; đừng ghi họ tên. Hoạt động vẫn xem được, nhưng không tính nữa.|For example it was recorded twice; no names. It can still be seen but counts no longer.]]{{#attendance}} [[Ai đã được ghi tên theo hoạt động này vẫn tính là đã dự cho đến khi đính chính.|Whoever was named as present still counts until he is corrected.]]{{/attendance}}</p>
      {{#error}}<p class="field-error" id="ly-do-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
      <input id="ly-do" name="ly-do" value="{{value}}" aria-describedby="ly-do-hint{{#error}} ly-do-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
    </div>{{/reason}}
    <button class="button-secondary">[[Hủy hoạt động|Annul]]</button>
  </form>
</details>{{/keep}}
