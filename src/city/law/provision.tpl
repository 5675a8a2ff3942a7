{{#of}}
<div class="title-block">
  <p class="over"><a href="{{address}}" lang="vi">{{name}}</a></p>
{{/of}}
  <h1 lang="vi">{{label}} {{heading}}</h1>
{{#of}}
  <p class="must"><span class="state {{mark}}">{{effect}}</span> <span class="as-of">· [[tính đến|as of]] {{today}}</span></p>
  <p class="soft" lang="vi">{{title}}</p>
</div>
{{/of}}
{{#above}}<p class="soft" lang="vi"><a href="{{address}}">{{label}}</a> {{heading}}</p>
{{/above}}
{{#has_articles}}<h2 class="unseen">[[Các điều, khoản|Its articles]]</h2>{{/has_articles}}
{{>provisions}}
<nav class="law-pages" aria-label="[[Điều trước, điều sau|Neighbouring articles]]">
  <ul>
    {{#previous}}<li><a href="{{address}}" rel="prev"><span class="soft">[[Trước|Previous]]</span> <span lang="vi">{{label}} {{heading}}</span></a></li>{{/previous}}
    {{#next}}<li><a href="{{address}}" rel="next"><span class="soft">[[Sau|Next]]</span> <span lang="vi">{{label}} {{heading}}</span></a></li>{{/next}}
  </ul>
</nav>
<p class="link-row"><a href="{{in_whole}}">[[Xem trong toàn văn|See it within the full text]]</a></p>
