<div class="title-block">
  <h1>[[Giới thiệu|About this site]]</h1>
  <p class="must">[[Cổng này đưa pháp luật tới từng người, và cho thấy đã tới được ai.|This portal brings the law to everyone, and shows how far it has come.]]</p>
</div>
<div class="prose">
<h2>[[Bạn tìm được gì ở đây|What you find here]]</h2>
<ul>
  <li>[[<a href="/bai">Bài viết</a> giải thích quy định mới bằng lời dễ hiểu, do cơ quan nhà nước đăng dưới tên của mình.|<a href="/bai">Articles</a> that explain new rules in plain words, published by public bodies under their own names.]]</li>
  <li>[[<a href="/van-ban">Sổ văn bản</a> cho biết một văn bản còn hiệu lực hay không, tính đến hôm nay.|<a href="/van-ban">A register of documents</a> that says whether a document is in force today.]]</li>
  <li>[[<a href="/chien-dich">Chiến dịch</a>: kế hoạch nào đang được thực hiện, ai làm việc gì, đã tới bao nhiêu cán bộ.|<a href="/chien-dich">Campaigns</a>: which plans are under way, who does what, how many officials have been reached.]]</li>
</ul>
<h2>[[Vì sao tin được số liệu|Why the figures can be trusted]]</h2>
<p>[[Mọi việc làm nên số liệu được ghi vào một sổ cái chỉ thêm, không sửa, không xóa; họ tên đứng ở kho riêng, xóa được. Sổ được ký mỗi ngày. Số liệu đã chốt kèm bằng chứng mà ai cũng kiểm tra được, không cần tài khoản:|Everything that makes a figure is written into a ledger that is only ever added to, and signed every day; names are kept apart and can be erased. A frozen figure comes with a proof that anybody can check without an account:]] <a href="/so-cai/cach-kiem-tra">[[cách kiểm tra số liệu|how to check a figure]]</a>.</p>
<h2>[[Ai chịu trách nhiệm|Who answers for it]]</h2>
<p>[[Mỗi bài ghi tên đơn vị đăng và chỉ lên cổng sau khi người thứ hai duyệt. Bài sai được sửa công khai hoặc thu hồi, và lý do thu hồi ở lại đúng địa chỉ cũ.|Each article names the unit that published it, and appears only after a second person approved it. What is wrong is corrected in public or withdrawn, and the reason stays at the old address.]] <a href="/lien-he">[[Liên hệ|Contact]]</a></p>
<h2>[[Cổng này không phải là|What this site is not]]</h2>
<p>[[Bài viết giúp hiểu quy định, không thay cho văn bản chính thức. Khi cần căn cứ pháp lý, hãy dùng văn bản đã ban hành.|Articles help to understand the rules and do not take the place of the official documents. Where the law itself matters, use the document as issued.]]</p>
<h2>[[Phần mềm|The software]]</h2>
<p>[[Lan Tỏa là phần mềm tự do theo giấy phép GPL-3.0 trở lên.|Lan Tỏa is free software under GPL-3.0 or later.]]</p>
</div>
