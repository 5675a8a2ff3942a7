<div class="title-block">
  <h1>[[Sơ đồ trang|Site map]]</h1>
  <p class="must">[[Mọi nơi trên cổng, và cách theo dõi tin mới.|Every place on the portal, and how to follow what is new.]]</p>
</div>
<div class="prose">
<h2>[[Đọc và tra cứu|Read and look up]]</h2>
<ul class="link-list">
  <li><a href="/">[[Trang chủ|Home]]</a></li>
  <li><a href="/bai">[[Bài viết|Articles]]</a></li>
  <li><a href="/van-ban">[[Văn bản pháp luật|Legal documents]]</a></li>
  <li><a href="/bao-cao-vien">[[Báo cáo viên, tuyên truyền viên pháp luật|Who speaks about law]]</a></li>
  <li><a href="/lich-lam-viec">[[Ngày nghỉ, ngày làm việc|Days off and working days]]</a></li>
  <li><a href="/tim">[[Tìm kiếm|Search]]</a></li>
  <li><a href="/gop-y">[[Theo dõi ý kiến đã gửi|Follow a comment]]</a></li>
</ul>
<h2>[[Chiến dịch|Campaigns]]</h2>
<ul class="link-list">
  <li><a href="/chien-dich">[[Tất cả chiến dịch|All campaigns]]</a></li>
  {{#campaigns}}<li><a href="{{path}}">[[Kế hoạch|Plan]] {{name}}</a></li>
  {{/campaigns}}
</ul>
<h2>[[Cơ quan, đơn vị|Public bodies]]</h2>
<ul class="link-list">
  <li><a href="/co-quan">[[Tất cả đơn vị cấp thành phố|All units of the city]]</a></li>
  <li><a href="/co-quan/cay">[[Cả cây đơn vị|The whole tree of units]]</a></li>
  {{#units}}<li><a href="{{path}}" lang="vi">{{name}}</a></li>
  {{/units}}
</ul>
<h2>[[Sổ cái|The ledger]]</h2>
<ul class="link-list">
  <li><a href="/so-cai/diem-ky">[[Điểm ký của sổ cái|Checkpoints of the ledger]]</a></li>
  <li><a href="/so-cai/cach-kiem-tra">[[Cách kiểm tra số liệu|How to check figures]]</a></li>
  <li><a href="/so-lieu-cong-khai">[[Số liệu công khai|Public figures]]</a></li>
</ul>
<h2>[[Theo dõi tin mới|Follow what is new]]</h2>
<p>[[Dán một trong các địa chỉ này vào chương trình đọc tin; mỗi chiến dịch, đơn vị và văn bản cũng có nguồn tin riêng.|Paste one of these addresses into a feed reader; each campaign, unit and document has feeds of its own.]]</p>
<ul class="link-list">
  <li><a href="/tin/rss.xml" type="application/rss+xml">RSS</a></li>
  <li><a href="/tin/atom.xml" type="application/atom+xml">Atom</a></li>
  <li><a href="/tin/feed.json" type="application/feed+json">JSON Feed</a></li>
</ul>
<h2>[[Về trang này|About this site]]</h2>
<ul class="link-list">
  <li><a href="/gioi-thieu">[[Giới thiệu|About]]</a></li>
  <li><a href="/lien-he">[[Liên hệ|Contact]]</a></li>
  <li><a href="/quyen-rieng-tu">[[Quyền riêng tư|Privacy]]</a></li>
  <li><a href="/tro-nang">[[Trợ năng|Accessibility]]</a></li>
  <li><a href="/dang-nhap">[[Đăng nhập cho cán bộ|Sign in, for officials]]</a></li>
</ul>
</div>
