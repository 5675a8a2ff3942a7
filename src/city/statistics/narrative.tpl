<div class="title-block">
  <p class="over"><a href="{{round}}">{{form}}: {{period}}</a></p>
  <h1>[[Báo cáo bằng lời|The report in words]]</h1>
  <p class="must"><span lang="vi">{{unit}}</span> · <span class="state {{mark}}">{{standing}}</span>{{#stale}} <span class="state state-late">[[Có số đã đổi|Figures have changed]]</span>{{/stale}}</p>
</div>
{{#cancelled}}<div class="notice"><p><span class="state state-late">[[Kỳ báo cáo đã hủy|The round was cancelled]]</span> <span lang="vi">{{cancelled_text}}</span></p></div>{{/cancelled}}
{{#stale}}<section class="notice notice-late" aria-labelledby="so-da-doi">
<h2 id="so-da-doi">[[Số đã đổi từ khi viết|Figures that changed since it was written]]: {{count}}</h2>
<p>[[Khi còn số khác với số người viết đã thấy thì không xuất được văn bản và không duyệt được.|While a figure differs from what the writer saw, the text cannot be exported or approved.]]</p>
<ul lang="vi">{{#sentences}}<li>{{>line}}</li>
{{/sentences}}{{#lost}}<li><code>{{name}}</code> <span lang="[[vi|en]]">[[không tính được nữa; hãy sửa lời văn|cannot be read any more; change the text]]</span></li>{{/lost}}</ul>
{{#reread}}<p>[[Nếu các câu trên vẫn đúng với số mới, hãy ghi nhận; nếu không, hãy sửa lời văn.|If these sentences still hold with the new figures, record them; if not, change the text.]]</p>
<form action="{{action}}" method="post">{{>keys}}<input type="hidden" name="ban" value="{{version}}"><input type="hidden" name="da-thay" value="{{seen}}">
  <div class="actions"><button class="button">[[Đọc lại và ghi nhận số mới|Read again and record the new figures]]</button></div>
</form>{{/reread}}
</section>{{/stale}}
{{#cut}}<p>[[Số lấy lúc khóa kỳ báo cáo|Figures are those of the closing]], {{closed_at}}, [[đến sự kiện số|up to fact no.]] {{position}} [[của sổ cái; không đổi nữa.|of the ledger; they change no more.]]</p>{{/cut}}
{{#has_later}}<div class="notice notice-risk"><p>[[Sau khi khóa có đơn vị nộp bổ sung hoặc sửa báo cáo; lời văn vẫn dùng số lúc khóa:|After the closing units handed in or corrected reports; the text keeps the figures of the closing:]]</p>
<ul>{{#later}}<li><code lang="vi">{{name}}</code>: [[lúc khóa|when closed]] <span lang="vi">{{closed_with}}</span>, <a href="{{address}}">[[nay là|now]] <span lang="vi">{{now}}</span></a></li>
{{/later}}</ul></div>{{/has_later}}
{{#no_shown}}<div class="empty"><h2>[[Chưa có lời văn|No text yet]]</h2><p>[[Lời văn gồm tình hình, kết quả, tồn tại và phương hướng; mỗi con số trong đó lấy thẳng từ báo cáo của kỳ này.|The text tells of the situation, the results, what fell short and what comes next; each figure in it is taken from this round’s reports.]]</p></div>{{/no_shown}}
{{#write}}<p class="no-print"><a class="button{{#shown}}-secondary{{/shown}}" href="{{write_text}}">{{#shown}}[[Sửa lời văn|Change the text]]{{/shown}}{{#no_shown}}[[Viết lời văn|Write the text]]{{/no_shown}}</a></p>{{/write}}
{{#shown}}{{#no_is_latest}}<div class="notice notice-risk"><p>[[Đây là một bản cũ.|This is an earlier version.]] <a href="{{latest}}">[[Xem bản mới nhất|See the latest one]]</a></p></div>{{/no_is_latest}}
<article class="article-body" aria-labelledby="loi-van">
<h2 id="loi-van">[[Lời văn, bản|The text, version]] {{number}}</h2>
{{>text}}
</article>
<p class="soft">[[Bản|Version]] {{number}}, [[viết lúc|written at]] {{written_at}}, [[sự kiện số|fact no.]] {{position}}{{#approved_at}} · <span class="state state-done">[[đã duyệt|approved]]</span> {{approved_at_text}}{{/approved_at}}</p>
<p class="no-print">[[Văn bản theo thể thức|On paper]]: <a href="{{pdf}}">PDF<span class="unseen">, [[báo cáo bằng lời|the report in words]]</span></a> · <a href="{{docx}}">DOCX<span class="unseen">, [[báo cáo bằng lời|the report in words]]</span></a>{{#no_approved_at}} [[(mang dấu “Dự thảo”)|(marked as a draft)]]{{/no_approved_at}}</p>
{{/shown}}
{{#compared}}<p>{{#is_year}}[[Cùng kỳ để so|Same period a year before]]{{/is_year}}{{#no_is_year}}[[Kỳ trước để so|Period before]]{{/no_is_year}}: <a href="{{address}}">{{title}}</a></p>
{{/compared}}
{{#approval}}<section class="no-print" aria-labelledby="duyet">
<h2 id="duyet">[[Phê duyệt|Approval]]</h2>
{{#is_own}}<p>[[Bạn đã viết lời văn này, nên một người khác có quyền phê duyệt phải duyệt.|You wrote this text, so another person who may approve has to do it.]]</p>{{/is_own}}
{{#no_is_own}}{{#is_open}}<p>[[Kỳ báo cáo chưa khóa nên số còn đổi; khóa rồi mới duyệt được lời văn.|The round is still open, so its figures may change; the text is approved after the closing.]]</p>{{/is_open}}
{{#no_is_open}}{{#differs}}<p>[[Có số nay khác với khi viết; người viết phải đọc lại trước.|Figures differ from what the writer saw; they have to be read again first.]]</p>{{/differs}}
{{#no_differs}}<form action="{{action}}" method="post" data-confirm="[[Bạn duyệt đúng bản mới nhất. Sửa sau đó phải duyệt lại.|You approve exactly the latest version. A later change needs a new approval.]]{{#is_shared}} [[Số liệu của kỳ này đã công khai, nên lời văn lên trang công khai ngay.|The figures of this round are public, so the text is public at once.]]{{/is_shared}}" data-confirm-title="[[Phê duyệt lời văn?|Approve the text?]]">{{>keys}}<input type="hidden" name="ban" value="{{version}}">
  {{#is_shared}}<p>[[Số liệu của kỳ này đã công khai; lời văn được duyệt lên trang công khai ngay.|The figures of this round are public; the text is public as soon as it is approved.]]</p>{{/is_shared}}
  <div class="actions"><button class="button">[[Phê duyệt lời văn|Approve the text]]</button></div>
</form>{{/no_differs}}{{/no_is_open}}{{/no_is_own}}
</section>{{/approval}}
{{#has_versions}}<section aria-labelledby="cac-ban">
<h2 id="cac-ban">[[Các bản đã viết|Versions]]</h2>
<ul>{{#versions}}<li><a href="{{address}}">[[Bản|Version]] {{number}}</a> · {{at}} · [[sự kiện số|fact no.]] {{position}}{{#approved}} · <span class="state state-done">[[đã duyệt|approved]]</span> {{approved_text}}{{/approved}}</li>
{{/versions}}</ul>
</section>{{/has_versions}}
