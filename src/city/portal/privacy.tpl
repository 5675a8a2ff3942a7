<div class="title-block">
  <h1>[[Quyền riêng tư|Privacy]]</h1>
  <p class="must">[[Người đọc cổng không bị theo dõi.|Readers of this portal are not tracked.]]</p>
</div>
<div class="prose">
<h2>[[Khi bạn đọc|When you read]]</h2>
<ul>
  <li>[[Lượt xem được đếm theo bài, không ghi ai đã xem.|Views are counted for each article; who viewed it is not recorded.]]</li>
  <li>[[Trang không tải gì từ máy chủ khác: không quảng cáo, không đo lường, không mạng xã hội.|Pages load nothing from other servers: no advertising, no analytics, no social networks.]]</li>
  <li>[[Cookie duy nhất khi bạn chưa đăng nhập là ngôn ngữ bạn chọn, và chỉ khi bạn chọn. Cỡ chữ nằm trong trình duyệt của bạn, không gửi đi.|The only cookie before you sign in is the language you chose, and only if you chose one. The text size stays in your browser and is not sent.]]</li>
</ul>
<h2>[[Khi bạn gửi ý kiến|When you write a comment]]</h2>
<ul>
  <li>[[Họ tên, tiêu đề, nội dung và số điện thoại (nếu có) nằm trong kho riêng, mã hóa từng dòng. Chưa ai ngoài người duyệt xem được; chỉ ý kiến được đăng mới hiện họ tên, tiêu đề và nội dung.|Your name, title, text and telephone number, if given, are in a separate store, encrypted row by row. Only moderators see them; only a published comment shows its name, title and text.]]</li>
  <li>[[Số điện thoại không bao giờ công khai; mỗi lần người duyệt xem đều được ghi. Số điện thoại và ý kiến bị từ chối tự động bị xóa sau 90 ngày.|The telephone number is never public and each look at it is recorded. Telephone numbers and refused comments are erased after 90 days.]]</li>
  <li>[[Bạn nhận một mã để theo dõi; có mã là xóa được ý kiến vĩnh viễn bất cứ lúc nào.|You get a code to follow your comment; with it you can erase it for good at any time.]]</li>
  <li>[[Để chặn gửi dồn dập, máy chủ nhớ trong một giờ số ý kiến đến từ mỗi mạng, không ghi ra đĩa. Bản đang viết nằm trong trình duyệt của bạn.|To stop floods the server remembers for an hour how many comments came from a network, and writes that nowhere. What you are writing stays in your browser.]]</li>
</ul>
<h2>[[Khi bạn là cán bộ|When you are an official]]</h2>
<ul>
  <li>[[Việc bạn xác nhận đã đọc hoặc đã dự họp được ghi bằng số thứ tự, không bằng tên. Tên nằm trong một kho riêng, mã hóa từng dòng, xóa được.|That you confirmed having read or attended is recorded by a number, not by name. Names are in a separate store, encrypted row by row, and can be erased.]]</li>
  <li>[[Chỉ cán bộ của chính đơn vị bạn xem được tên ai chưa đọc; mỗi lần xem đều được ghi lại.|Only an officer of your own unit sees who has not read; each look is recorded.]]</li>
  <li>[[Số liệu về bốn người trở xuống không được công bố.|No figure about four persons or fewer is published.]]</li>
  <li>[[Khi đăng nhập, một cookie phiên giữ bạn ở trong cho tới khi đăng xuất hoặc hết hạn.|When you sign in, a session cookie keeps you in until you sign out or it expires.]]</li>
</ul>
<h2>[[Hỏi và yêu cầu|Questions and requests]]</h2>
<p>[[Muốn biết hệ thống giữ gì về mình, xin xem trang|To know what the system keeps about you, see]] <a href="/cua-toi">[[Của tôi|your own page]]</a> [[sau khi đăng nhập, hoặc|after signing in, or]] <a href="/lien-he">[[liên hệ|contact us]]</a>.</p>
<p>[[Máy chủ đứng trước cổng này (nếu có) có thể có nhật ký riêng; điều đó do người vận hành quyết định và công bố.|A server in front of this portal, if there is one, may keep logs of its own; that is for its operator to decide and to tell.]]</p>
</div>
