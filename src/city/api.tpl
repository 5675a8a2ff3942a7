<div class="title-block">
  <h1>[[API cho phần mềm|API for programs]]</h1>
  <p class="must">[[Phần mềm của cơ quan đọc và ghi kế hoạch, nhiệm vụ, hoạt động, báo cáo bằng JSON, theo đúng quyền của người tạo mã truy cập. Phê duyệt, đăng bài và xác nhận vai trò vẫn là việc của hai người trên trang làm việc.|Programs of an office read and write plans, tasks, activities and reports as JSON, with the rights of whoever made the access token. Approving, publishing and confirming roles stays with two persons in the office.]]</p>
</div>
<div class="prose">
<h2>[[Bắt đầu|Getting started]]</h2>
<ol>
  <li>{{#may_make}}<a href="/ma-truy-cap">[[Tạo mã truy cập|Make an access token]]</a>{{/may_make}}{{#no_may_make}}[[Đăng nhập vào trang làm việc, rồi|Sign in to the office and]] <a href="/ma-truy-cap">[[tạo mã truy cập|make an access token]]</a>{{/no_may_make}}[[; chọn phạm vi hẹp nhất đủ dùng.|; choose the narrowest scope that will do.]]</li>
  <li>[[Ghi mã vào một tệp chỉ mình bạn đọc được (chmod 600) và gửi trong mỗi yêu cầu; đừng viết mã trên dòng lệnh, vì ai xem tiến trình cũng thấy:|Put it into a file that only you can read (chmod 600) and send it with every request; never on the command line, where whoever lists processes sees it:]]
    <pre class="exact" tabindex="0">(printf 'Authorization: Bearer '; cat ma-truy-cap.txt) | curl -H @- {{example}}</pre></li>
  <li>[[Mỗi lần ghi (POST) gửi thêm tiêu đề Idempotency-Key do bạn đặt; mất mạng giữa chừng thì gửi lại cùng khóa và nội dung, trong 30 ngày hệ thống chỉ ghi một lần.|With every POST send a header Idempotency-Key of your own; if the line breaks, send the same key and body again: for 30 days it is done once.]]</li>
</ol>
<p>[[Tài liệu đầy đủ cho máy đọc:|The whole document for machines:]] <a href="{{document}}">OpenAPI 3.1</a>. [[Dòng lệnh|The command line]] <code>lantoa plan list</code> [[dùng cùng các địa chỉ này.|uses the same addresses.]]</p>
<h2>[[Gửi nhiều một lần, giữ một bản sao|Many at once, and a copy]]</h2>
<ul>
  <li>[[Ghi tới 500 hoạt động trong một lần gửi:|Up to 500 activities with one call:]] <code>POST /api/v1/activity-batches</code>[[. Ghi tất cả hoặc không ghi gì; mỗi lỗi nêu mục thứ mấy và trường nào.|. All are recorded or none; a fault names its row and its member.]]</li>
  <li>[[Phần mềm giữ một bản sao thì hỏi những gì đã thay đổi:|A program that keeps a copy asks what has changed:]] <code>GET /api/v1/activities?changed_after=0</code>[[, lần sau thay 0 bằng số ở “changes.up_to” của lần trước; “changes.more” còn đúng thì hỏi tiếp ngay. Không sót gì, kể cả khi có người đang ghi. “changes.units” khác lần trước thì hỏi lại từ 0: mã được xem những đơn vị khác. Việc được giao, kỳ báo cáo và báo cáo cũng vậy:|, the next time with “changes.up_to” of the time before in the place of 0, and again at once while “changes.more” is true. Nothing is missed, also while others write. Where “changes.units” is not that of the time before, begin anew from 0: the token reaches other units. Assignments, rounds and reports alike:]] <code>GET /api/v1/assignments</code>, <code>/rounds</code>, <code>/reports</code>.</li>
</ul>
<h2>[[Phạm vi của mã|Scopes]]</h2>
<dl class="facts">
  {{#scopes}}<div><dt><code>{{word}}</code></dt><dd>{{meaning}}</dd></div>
  {{/scopes}}
</dl>
<h2>[[Gọi dày đến đâu|How often a program may call]]</h2>
<dl class="facts">
  {{#limits}}<div><dt>{{what}}</dt><dd>[[Sau một lúc nghỉ gọi dồn được|After a rest, at once:]] {{at_once}}[[ lần; gọi liên tục thì mỗi phút| calls; going on, in a minute:]] {{per_minute}}[[ lần|]]</dd></div>
  {{/limits}}
</dl>
<p>[[Đếm riêng cho từng mã. Quá mức thì hệ thống trả lời 429 và bỏ qua lần gọi đó; hãy đợi số giây ghi ở tiêu đề Retry-After rồi gọi lại, cùng khóa Idempotency-Key nếu là lần ghi. Gọi nhiều lần không có mã còn dùng được cũng bị từ chối như vậy, đếm theo mạng.|Counted for each token by itself. Beyond that the answer is 429 and nothing was done: wait as many seconds as the header Retry-After says and call again, a write with the same Idempotency-Key. Many calls without a good token are refused in the same way, counted by network.]]</p>
</div>
<section class="table-wrap" aria-labelledby="cac-viec" tabindex="0">
<table class="table-cards">
  <caption id="cac-viec">[[Các địa chỉ|Operations]]</caption>
  <thead><tr><th scope="col">[[Việc|What it does]]</th><th scope="col">[[Địa chỉ|Address]]</th><th scope="col">[[Phạm vi|Scope]]</th></tr></thead>
  <tbody>
    {{#operations}}<tr><th scope="row">{{summary}}</th><td data-label="[[Địa chỉ|Address]]"><code>{{method}} {{path}}</code></td><td data-label="[[Phạm vi|Scope]]">{{#is_open}}[[không cần mã|no token]]{{/is_open}}{{#no_is_open}}<code>{{scope}}</code>{{/no_is_open}}</td></tr>
    {{/operations}}
  </tbody>
</table>
</section>
