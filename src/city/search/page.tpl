<div class="title-block">
  <h1>[[Tìm kiếm|Search]]</h1>
  <p class="must">[[Bài viết, văn bản, kế hoạch và đơn vị; có dấu hay không dấu đều được.|Articles, documents, plans and units, with or without Vietnamese marks.]]</p>
</div>
<form class="search search-main" role="search" aria-label="[[Tìm trên cổng|Search the portal]]" action="/tim" method="get" data-suggest="/tim/goi-y">
  <label class="unseen" for="tu-khoa">[[Từ, số văn bản hoặc tên|Words, number or title]]</label>
  <input type="search" id="tu-khoa" name="q" value="{{q}}" maxlength="200" autocomplete="off" enterkeyhint="search">
  <button class="button">[[Tìm|Find]]</button>
</form>
{{#cut}}<div class="notice notice-risk" role="status"><p>[[Câu tìm quá dài nên chỉ phần đầu được dùng.|The query is too long; only its beginning is used.]]</p></div>{{/cut}}
{{#behind}}<div class="notice" role="status"><p>[[Chỉ mục đang được lập lại, còn|The index is being rebuilt, left:]] {{behind_text}} [[mục; kết quả có thể chưa đủ. Hãy thử lại sau ít phút.|entries; results may be incomplete. Try again in a few minutes.]]</p></div>{{/behind}}
{{#no_asked}}
<div class="empty">
  <h2>[[Nhập từ cần tìm|Type what you are looking for]]</h2>
  <p>[[Ví dụ: một cụm từ trong ngoặc kép, số văn bản như 97/2019 hoặc nđ 32, tên đơn vị.|For example a phrase in quotes, a number such as 97/2019 or <span lang="vi">NĐ 32</span>, the name of a unit.]]</p>
  {{#examples}}<p class="link-row"><a href="{{address}}">{{words}}</a></p>{{/examples}}
</div>
{{/no_asked}}
{{#asked}}
{{#chosen}}<p class="search-chosen"><a class="button-quiet" href="{{address}}">{{#label}}<span lang="{{lang}}">{{text}}</span>{{/label}} <span aria-hidden="true">×</span><span class="unseen">, [[bỏ bộ lọc này|remove this filter]]</span></a></p>{{/chosen}}
{{/asked}}
{{#meant}}<p class="search-meant">[[Có phải bạn tìm|Did you mean]]: <a href="{{address}}" lang="vi">{{words}}</a>?</p>{{/meant}}
{{#found}}
<div class="columns search-columns">
<section aria-labelledby="ket-qua">
  <h2 id="ket-qua" tabindex="-1">{{total}} [[kết quả|results]]</h2>
  {{#nearly}}<p class="notice">[[Không có mục nào chứa đủ các từ; đây là những mục gần nhất.|Nothing has all the words; these have some of them.]]</p>{{/nearly}}
  {{#provision}}<p class="notice">{{#address}}<a href="{{address_text}}" lang="vi">{{words}}</a> [[trong toàn văn của văn bản dưới đây|in the full text of the document below]]{{/address}}{{#no_address}}[[Sổ văn bản chưa giữ toàn văn của văn bản này nên chưa dẫn thẳng tới|The register keeps no full text of this document yet, so there is no link straight to]] <span lang="vi">{{words}}</span>; [[xin xem trong văn bản dưới đây|please see the document below]].{{/no_address}}</p>{{/provision}}
  <ol class="search-hits" start="{{start}}">
    {{#rows}}<li>
      <p class="search-kind">{{kind}}{{#day}} · {{day_text}}{{/day}}{{#unit}} · <span lang="vi">{{unit_text}}</span>{{/unit}}</p>
      <h3 lang="vi">{{#address}}<a href="{{address_text}}">{{/address}}{{#title}}{{plain}}{{#marked}}<mark>{{marked_text}}</mark>{{/marked}}{{/title}}{{#address}}</a>{{/address}}</h3>
      {{#effect}}<p><span class="state {{mark}}">{{sentence}}</span></p>{{/effect}}
      <p class="search-snippet" lang="vi">{{#snippet}}{{plain}}{{#marked}}<mark>{{marked_text}}</mark>{{/marked}}{{/snippet}}</p>
    </li>
    {{/rows}}
  </ol>
  {{#has_pages}}{{>pager}}{{/has_pages}}
</section>
{{#has_groups}}
<aside class="beside search-facets" aria-label="[[Thu hẹp kết quả|Narrow the results]]">
  {{#groups}}<section aria-labelledby="loc-{{id}}">
    <h2 id="loc-{{id}}">{{name}}</h2>
    <ul>
      {{#values}}<li><a href="{{address}}"{{#label}} lang="{{lang}}">{{text}}{{/label}}</a> <span class="search-count">{{count}}</span></li>
      {{/values}}
    </ul>
    {{#has_more}}<p class="soft">[[và|and]] {{more}} [[giá trị khác|others]]</p>{{/has_more}}
  </section>
  {{/groups}}
</aside>
{{/has_groups}}
</div>
{{/found}}
{{#no_found}}
{{#asked}}
<div class="empty">
  <h2>[[Không tìm thấy|Nothing found]]</h2>
  <ul>
    <li>[[Thử ít từ hơn, hoặc viết không dấu.|Try fewer words, or write them without marks.]]</li>
    <li>[[Tìm văn bản bằng số và năm, ví dụ 97/2019.|Look for documents by number and year, for example 97/2019.]]</li>
    {{#unfiltered}}<li><a href="{{unfiltered_text}}">[[Tìm lại không có bộ lọc|Search again without filters]]</a></li>{{/unfiltered}}
    <li>[[Hoặc xem|Or see]] <a href="/bai">[[mọi bài viết|all articles]]</a>, <a href="/van-ban">[[sổ văn bản|the register of documents]]</a>.</li>
  </ul>
</div>
{{/asked}}
{{/no_found}}
