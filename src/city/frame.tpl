<!doctype html>
<html lang="{{lang}}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>{{#faults}}[[Lỗi|Error]]: {{/faults}}{{title}} – Lan Tỏa Hà Nội</title>
  {{>head}}
  <link rel="icon" href="{{favicon}}" type="image/svg+xml">
  <link rel="stylesheet" href="{{css}}">
  <script src="{{js}}" defer></script>
</head>
<body{{#office}} class="office"{{/office}}>
<a class="skip" href="#chinh">[[Đến nội dung chính|Skip to main content]]</a>
<header class="site-header">
  <div>
    <a class="brand" href="/">
      <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false"><rect class="brand-ground" width="32" height="32" rx="6"/><circle class="brand-dot" cx="16" cy="16" r="3.2"/><path class="brand-line" d="M16 9.4h0M21.7 12.7h0M21.7 19.3h0M16 22.6h0M10.3 19.3h0M10.3 12.7h0M18.9 5h0M24 7.9h0M27 13h0M27 18.9h0M24.1 24h0M19 27h0M13.1 27h0M8 24.1h0M5 19h0M5 13.1h0M7.9 8h0M13 5h0"/></svg>
      <span>Lan Tỏa <small>· Hà Nội</small></span>
    </a>
    <form class="search" role="search" aria-label="[[Tìm nhanh|Quick search]]" action="/tim" method="get" data-suggest="/tim/goi-y">
      <label class="unseen" for="q">[[Tìm luật, bài viết|Find laws and articles]]</label>
      <input type="search" id="q" name="q" placeholder="[[Tìm luật, bài viết, ví dụ 97/2019|Laws and articles, for example 97/2019]]" maxlength="200" autocomplete="off" enterkeyhint="search">
      <button class="button">[[Tìm|Find]]</button>
    </form>
    {{#signed_in}}
    <div class="signed-in">{{name}}{{#has_password}} <a href="/tai-khoan/doi-mat-khau">[[Đổi mật khẩu|Change password]]</a>{{/has_password}}
      <form action="/dang-xuat" method="post"><input type="hidden" name="csrf" value="{{csrf}}"><button class="link-button">[[Đăng xuất|Sign out]]</button></form>
    </div>
    {{/signed_in}}
    <div class="header-tools">
      <ul class="languages" aria-label="[[Ngôn ngữ|Language]]">
        [[<li><span aria-current="true">VI<span class="unseen">, Tiếng Việt</span></span></li>|<li><a href="/ngon-ngu/vi?ve={{here_encoded}}" lang="vi" hreflang="vi">VI<span class="unseen">, Tiếng Việt</span></a></li>]]
        [[<li><a href="/ngon-ngu/en?ve={{here_encoded}}" lang="en" hreflang="en">EN<span class="unseen">, English</span></a></li>|<li><span aria-current="true">EN<span class="unseen">, English</span></span></li>]]
      </ul>
      <div class="text-size" role="group" aria-label="[[Cỡ chữ|Text size]]" data-needs-script hidden>
        <button type="button" data-text-step="-1" aria-label="[[A−, chữ nhỏ hơn|A−, smaller text]]">A−</button>
        <button type="button" data-text-step="0" aria-label="[[A, cỡ chữ bình thường|A, normal text]]">A</button>
        <button type="button" data-text-step="1" aria-label="[[A+, chữ to hơn|A+, larger text]]">A+</button>
      </div>
      {{#no_signed_in}}<a href="/dang-nhap">[[Đăng nhập|Sign in]]</a>{{/no_signed_in}}
    </div>
  </div>
  {{#no_office}}
  <nav class="sections" aria-label="[[Các mục của cổng|Sections of the portal]]">
    <ul class="wide">
      {{#sections}}<li><a href="{{path}}"{{#here}} aria-current="true"{{/here}}>{{label}}</a></li>
      {{/sections}}
    </ul>
  </nav>
  {{/no_office}}
</header>
{{#office}}
<div class="office-body">
  <nav class="office-nav" aria-label="[[Danh mục công việc|Work menu]]">
    <details>
      <summary>[[Danh mục|Menu]]</summary>
      <ul>
        {{#links}}<li><a href="{{path}}"{{#here}} aria-current="page"{{/here}}>{{label}}</a></li>{{/links}}
      </ul>
    </details>
  </nav>
  <div class="office-main">
{{/office}}
{{#has_crumbs}}
<nav class="crumbs{{#no_office}} wide{{/no_office}}" aria-label="[[Đường dẫn|Breadcrumb]]">
  <ol>
    {{#crumbs}}<li>{{#path}}<a href="{{path_text}}">{{#vi}}<span lang="vi">{{said}}</span>{{/vi}}{{#no_vi}}{{said}}{{/no_vi}}</a>{{/path}}{{#no_path}}<span aria-current="page">{{#vi}}<span lang="vi">{{said}}</span>{{/vi}}{{#no_vi}}{{said}}{{/no_vi}}</span>{{/no_path}}</li>{{/crumbs}}
  </ol>
</nav>
{{/has_crumbs}}
<main id="chinh" tabindex="-1"{{#no_office}} class="wide"{{/no_office}}>
{{#read_only}}<div class="notice notice-risk"><p>{{read_only_text}}</p></div>{{/read_only}}
{{#faults}}
<div class="error-summary" role="alert" tabindex="-1" aria-labelledby="loi">
  <h2 id="loi">{{heading}}</h2>
  <ul>
    {{#list}}<li>{{#field}}<a href="#{{field_text}}">{{text}}</a>{{/field}}{{#no_field}}{{text}}{{/no_field}}</li>{{/list}}
  </ul>
</div>
{{/faults}}
{{#notice}}<div class="notice notice-done" role="status" data-done><p>{{notice_text}}</p></div>{{/notice}}
{{>content}}
</main>
{{#office}}
  </div>
</div>
{{/office}}
<footer class="site-foot">
  <div>
    <div>
      <p><strong>[[Cơ quan Thường trực: Sở Tư pháp thành phố Hà Nội|Standing agency: Department of Justice of Hà Nội]]</strong></p>
      <p class="soft">[[Lan Tỏa phổ biến pháp luật và công khai kết quả. Không theo dõi người đọc.|Lan Tỏa makes the law known and shows the results. Readers are never tracked.]]</p>
      {{#ledger_seal}}<p class="soft">[[Dấu niêm sổ cái|Ledger seal]]: <a href="{{path}}">{{facts}} [[sự kiện|facts]], {{root}}, {{day}}</a></p>{{/ledger_seal}}
    </div>
    <ul class="foot-links">
      <li><a href="/so-lieu-cong-khai">[[Số liệu công khai|Public figures]]</a></li>
      <li><a href="/so-cai/cach-kiem-tra">[[Cách kiểm tra số liệu|How to check figures]]</a></li>
      <li><a href="/van-ban">[[Sổ văn bản|Register of documents]]</a></li>
      <li><a href="/chien-dich">[[Chiến dịch|Campaigns]]</a></li>
      <li><a href="/bao-cao-vien">[[Báo cáo viên pháp luật|Who speaks about law]]</a></li>
      <li><a href="/gioi-thieu">[[Giới thiệu|About]]</a></li>
      <li><a href="/lien-he">[[Liên hệ|Contact]]</a></li>
      <li><a href="/quyen-rieng-tu">[[Quyền riêng tư|Privacy]]</a></li>
      <li><a href="/tro-nang">[[Trợ năng|Accessibility]]</a></li>
      <li><a href="/lap-trinh">API</a></li>
      <li><a href="/so-do">[[Sơ đồ trang|Site map]]</a></li>
      <li><button type="button" class="link-button" data-help data-needs-script hidden>[[Phím tắt|Keys]]</button></li>
    </ul>
  </div>
</footer>
<p class="wide print-foot">[[Nguồn|Source]]: Lan Tỏa Hà Nội, {{here_whole}}. [[Địa chỉ bắt đầu bằng “/” là của cùng trang web.|Addresses that begin with “/” are of the same site.]] [[Sổ cái|Ledger]] {{ledger_seq}}, {{ledger_at}}</p>
</body>
</html>
