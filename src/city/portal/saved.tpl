<!doctype html>
<html lang="{{lang}}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>{{title}} – Lan Tỏa Hà Nội</title>
  <link rel="canonical" href="{{address}}">
  <style>
    :root { color-scheme: light dark; --ink: #1b1b1f; --soft: #4c4a46; --paper: #fffdf8; --line: #ded5c4; --link: #23407a; }
    @media (prefers-color-scheme: dark) { :root { --ink: #ece8e0; --soft: #bfb9ae; --paper: #17161a; --line: #3d3a42; --link: #afc2f2; } }
    body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 38rem; font: 1.0625rem/1.65 "Be Vietnam Pro", "Noto Sans", "Segoe UI", Roboto, Arial, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: break-word; }
    h1 { font-size: 1.8125rem; line-height: 1.35; }
    h2 { font-size: 1.25rem; line-height: 1.4; }
    a { color: var(--link); text-underline-offset: 0.22em; }
    .soft { color: var(--soft); font-size: 0.9375rem; }
    .lead { font-weight: 600; }
    .author { text-align: right; font-weight: 600; }
    section, footer { border-top: 1px solid var(--line); padding-top: 0.5rem; }
    table { display: block; overflow-x: auto; border-collapse: collapse; }
    th, td { border: 1px solid var(--line); padding: 0.25rem 0.5rem; text-align: left; }
    pre { white-space: pre-wrap; }
    figure { margin: 1.5rem 0; }
    figcaption { color: var(--soft); font-size: 0.9375rem; }
    img { max-width: 100%; height: auto; }
    @media print { :root { --ink: #000; --soft: #222; --paper: #fff; --link: #000; } body { max-width: none; font-size: 10.5pt; } }
  </style>
</head>
<body>
<main>
  <h1 lang="vi">{{title}}</h1>
  <p class="soft"><time datetime="{{published_iso}}">{{published}}</time> · <span lang="vi">{{unit}}</span>{{#updated}} · [[cập nhật|updated]] {{updated_text}}{{/updated}}</p>
  {{#lead}}<p class="lead" lang="vi">{{lead_text}}</p>{{/lead}}
  <div lang="vi">{{body:none}}</div>
  {{#author}}<p class="author" lang="vi">{{author_text}}</p>{{/author}}
  {{#has_laws}}
  <section>
    <h2>[[Văn bản được dẫn|Cited documents]]</h2>
    <ul>
      {{#laws}}<li><a href="{{address}}" lang="vi">{{name}}</a>: {{effect}}</li>
      {{/laws}}
    </ul>
    <p class="soft">[[Hiệu lực tính đến|Effect as of]] {{today}}.</p>
  </section>
  {{/has_laws}}
</main>
<footer>
  <p class="soft">[[Bản lưu từ|A copy of]] <a href="{{address}}">{{address}}</a>, {{today}}, [[sổ cái|ledger]] {{ledger_seq}}. [[Bài có thể đã được sửa hoặc thu hồi sau ngày này.|The article may have been corrected or withdrawn since.]]</p>
</footer>
</body>
</html>
