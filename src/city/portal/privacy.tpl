<div class="title-block">
  <h1>[[Quyền riêng tư|Privacy]]</h1>
  <p class="must">[[Người đọc cổng không bị theo dõi.|Readers of this portal are not tracked.]]</p>
</div>
<div class="prose">
<h2>[[Khi bạn đọc|When you read]]</h2>
<ul>
  <li>[[Lượt xem được đếm theo bài, không ghi ai đã xem. Máy tìm kiếm, chương trình tự xưng tên và trang mà trình duyệt tải trước không được tính; một người mở lại bài thì tính thêm một lượt.|Views are counted for each article; who viewed it is not recorded. Search engines, programs that say what they are and pages fetched beforehand are not counted; who opens an article again is counted again.]]</li>
  <li>[[Trang không tải gì từ máy chủ khác: không quảng cáo, không đo lường, không mạng xã hội.|Pages load nothing from other servers: no advertising, no analytics, no social networks.]]</li>
  <li>[[Cookie duy nhất khi bạn chưa đăng nhập là ngôn ngữ bạn chọn; chỉ có khi bạn chọn, và giữ một năm. Cỡ chữ và việc tắt phím tắt nằm trong trình duyệt của bạn, không gửi đi.|The only cookie before you sign in is the language you chose, only if you chose one, for a year. The text size, and whether keys are off, stay in your browser and are not sent.]]</li>
  <li>[[Từ bạn gõ vào ô tìm kiếm không được ghi lại. Phần mềm này không ghi nhật ký ai mở trang nào.|What you type into the search box is not recorded. This software keeps no log of who opened which page.]]</li>
</ul>
<h2>[[Khi bạn gửi ý kiến|When you write a comment]]</h2>
<ul>
  <li>[[Họ tên, tiêu đề, nội dung và số điện thoại (nếu có) nằm trong kho riêng, mã hóa từng dòng. Người duyệt đọc ý kiến; câu hỏi được chuyển thì cán bộ trả lời của đơn vị nhận cũng đọc. Chỉ ý kiến được đăng mới hiện công khai họ tên, tiêu đề và nội dung.|Your name, title, text and telephone number, if given, are in a separate store, encrypted row by row. Moderators read the comment; a question handed on is also read by those who answer for the unit it went to. Only a published comment shows its name, title and text to the public.]]</li>
  <li>[[Số điện thoại không bao giờ công khai; mỗi lần người duyệt xem đều được ghi. Số điện thoại và ý kiến bị từ chối tự động bị xóa sau 90 ngày kể từ khi gửi. Ý kiến khác được giữ cho tới khi bạn xóa.|The telephone number is never public and each look at it is recorded. Telephone numbers and refused comments are erased 90 days after they were sent. Other comments are kept until you erase them.]]</li>
  <li>[[Bạn nhận một mã để theo dõi; có mã là xóa được ý kiến vĩnh viễn bất cứ lúc nào.|You get a code to follow your comment; with it you can erase it for good at any time.]]</li>
  <li>[[Để chặn gửi dồn dập, máy chủ nhớ trong một giờ số ý kiến đến từ mỗi mạng, không ghi ra đĩa. Bản đang viết nằm trong trình duyệt của bạn cho tới khi gửi xong hoặc đóng thẻ.|To stop floods the server remembers for an hour how many comments came from a network, and writes that nowhere. What you are writing stays in your browser until it is sent or the tab is closed.]]</li>
</ul>
<h2>[[Khi bạn đánh giá một bài|When you rate an article]]</h2>
<ul>
  <li>[[Sổ cái ghi bài nào, có giúp ích hay không, lý do bạn chọn và lúc nào. Không ghi tên, địa chỉ mạng hay trình duyệt của bạn.|The ledger records which article, whether it helped, the reason you chose and when. No name, network address or browser of yours is recorded.]]</li>
  <li>[[Nếu bạn nói rõ lý do, lời bạn viết được mã hóa, chỉ cán bộ xem được bài đó trong trang làm việc mới đọc được, không bao giờ công khai; lời bạn viết tự động bị xóa sau 90 ngày. Máy chủ nhớ trong một giờ số đánh giá đến từ mỗi mạng, không ghi ra đĩa.|If you give a reason in your own words, they are encrypted, read only by officers who see that article in their office, and never public; your words are erased after 90 days. The server remembers for an hour how many ratings came from a network, and writes that nowhere.]]</li>
</ul>
<h2>[[Khi bạn là cán bộ|When you are an official]]</h2>
<ul>
  <li>[[Việc bạn xác nhận đã đọc hoặc đã dự họp được ghi bằng số thứ tự, không bằng tên. Tên nằm trong một kho riêng, mã hóa từng dòng, xóa được.|That you confirmed having read or attended is recorded by a number, not by name. Names are in a separate store, encrypted row by row, and can be erased.]]</li>
  <li>[[Chỉ cán bộ của chính đơn vị bạn xem được tên ai chưa đọc; mỗi lần xem đều được ghi lại.|Only an officer of your own unit sees who has not read; each look is recorded.]]</li>
  <li>[[Nếu bạn là báo cáo viên, tuyên truyền viên pháp luật, họ tên, nơi công tác và lĩnh vực của bạn được công khai trong lúc bạn làm việc đó. Khi thôi, tên ra khỏi danh sách ngay, và đơn vị có thể xóa vĩnh viễn theo đề nghị của bạn.|If you are recognised to speak about law, your name, place of work and branches of law are public while you serve. When you stop, the name leaves the list at once, and the unit can erase it for good at your request.]]</li>
  <li>[[Số liệu về bốn người trở xuống không được công bố.|No figure about four persons or fewer is published.]]</li>
  <li>[[Khi đăng nhập, một cookie phiên giữ bạn ở trong cho tới khi đăng xuất, {{idle_hours}} giờ không dùng, hoặc {{session_hours}} giờ kể từ khi đăng nhập.|When you sign in, a session cookie keeps you in until you sign out, do nothing for {{idle_hours}} hours, or {{session_hours}} hours after signing in.]]</li>
  <li>[[Hoạt động bạn ghi khi không có mạng, cả ảnh, nằm trong trình duyệt của máy đó, không mã hóa, cho đến khi gửi được hoặc bạn xóa; đăng xuất không xóa chúng. Ảnh minh chứng đã gửi được mã hóa, chỉ cán bộ xem được hoạt động đó mới xem được, và đơn vị ghi có thể xóa vĩnh viễn.|What you record without a connection, photos included, stays in the browser of that device, not encrypted, until it is sent or you remove it; signing out does not remove it. Photos that were sent are encrypted, seen only by officers who see that activity, and can be erased for good by the unit that recorded it.]]</li>
  <li>[[Việc bạn làm với tư cách cán bộ (soạn, duyệt, xác nhận, xem tên) ở lại sổ cái cùng số thứ tự của bạn và không xóa được; xóa được là tên và thư điện tử ứng với số ấy. Mở trang mình không có quyền thì nhật ký của máy ghi số tài khoản và địa chỉ trang.|What you do as an official (writing, approving, confirming, looking at names) stays in the ledger with your number and cannot be erased; what can be is the name and mail address behind the number. Opening a page without the right to it puts the account's number and the page into the log of the machine.]]</li>
</ul>
<h2>[[Hỏi và yêu cầu|Questions and requests]]</h2>
<p>[[Muốn biết hệ thống giữ gì về mình, xin xem trang|To know what the system keeps about you, see]] <a href="/cua-toi">[[Của tôi|your own page]]</a> [[sau khi đăng nhập, hoặc|after signing in, or]] <a href="/lien-he">[[liên hệ|contact us]]</a>.</p>
<p>[[Máy chủ đứng trước cổng này (nếu có) có thể có nhật ký riêng; điều đó do người vận hành quyết định và công bố.|A server in front of this portal, if there is one, may keep logs of its own; that is for its operator to decide and to tell.]]</p>
</div>
