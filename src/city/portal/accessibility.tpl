<div class="title-block">
  <h1>[[Trợ năng|Accessibility]]</h1>
  <p class="must">[[Cổng được làm để ai cũng dùng được, kể cả khi chỉ dùng bàn phím, trình đọc màn hình, hoặc không có JavaScript.|This portal is made for everyone to use, also by keyboard alone, with a screen reader, or without JavaScript.]]</p>
</div>
<div class="prose">
<h2>[[Mục tiêu|The aim]]</h2>
<p>[[WCAG 2.2 mức AA. Trước mỗi bản phát hành, các trang công khai được kiểm tra tự động ở bề rộng 320, 768 và 1280 điểm ảnh, ở giao diện sáng, tối và màu bắt buộc, bằng hai ngôn ngữ.|WCAG 2.2 level AA. Before each release the public pages are checked by program at 320, 768 and 1280 pixels, in light, dark and forced colours, in both languages.]]</p>
<h2>[[Dùng thế nào|How to use it]]</h2>
<ul>
  <li>[[Phím Tab đi qua mọi liên kết và nút; liên kết đầu tiên bỏ qua phần đầu trang.|Tab goes through every link and button; the first link skips the header.]]</li>
  <li>[[Phím / mở ô tìm kiếm, phím ? cho xem các phím; cả hai đều tắt được.|The key / goes to search, ? shows the keys; both can be switched off.]]</li>
  <li>[[A−, A, A+ ở đầu trang đổi cỡ chữ; phóng to tới 400 % vẫn không phải cuộn ngang.|A−, A, A+ in the header change the size of the text; zoomed to 400 % nothing scrolls sideways.]]</li>
  <li>[[Màu tối, tương phản cao, màu của riêng bạn và giảm chuyển động theo cài đặt của máy bạn.|Dark colours, high contrast, colours of your own and reduced motion follow your device's settings.]]</li>
  <li>[[Ở mỗi bài có thể in, hoặc lưu thành một tệp để đọc khi không có mạng.|Each article can be printed, or saved as one file to be read offline.]]</li>
</ul>
<h2>[[Điều chưa làm được|What is not there yet]]</h2>
<ul>
  <li>[[Kiểm tra bằng chương trình không tìm ra mọi lỗi; chưa có báo cáo của người dùng khuyết tật về bản này.|Checks by program do not find every fault; no report by users with disabilities exists of this version yet.]]</li>
  <li>[[Bài viết chỉ có bằng tiếng Việt.|Articles are in Vietnamese only.]]</li>
  <li>[[Chưa có bản ngôn ngữ ký hiệu.|There is no sign language yet.]]</li>
</ul>
<h2>[[Gặp chỗ khó dùng|If something is hard to use]]</h2>
<p>[[Xin cho biết trang nào, bạn muốn làm gì và dùng công cụ nào|Please tell which page, what you wanted to do, and with which tools]]: <a href="/lien-he">[[Liên hệ|Contact]]</a>.</p>
</div>
