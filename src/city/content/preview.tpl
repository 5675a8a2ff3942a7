<article class="article">
  <header class="article-head">
    <h2[[| lang="vi"]]>{{title}}</h2>
  </header>
  {{#has_doubts}}<div class="notice notice-risk">
    <h3>[[Cần kiểm tra văn bản được dẫn|Check the documents cited]]</h3>
    <ul>{{#doubts}}<li>{{#address}}<a href="{{address_text}}">{{number}}</a>{{/address}}{{#no_address}}{{number}}{{/no_address}}: {{sentence}}.</li>{{/doubts}}</ul>
  </div>{{/has_doubts}}
  <section class="law-box" aria-label="[[Văn bản được dẫn|Documents cited]]">
    <h3>[[Văn bản được dẫn|Documents cited]]</h3>
    {{#has_cited}}<ul class="law-list">{{#cited}}<li><a href="{{address}}">{{name}}</a> <span class="state {{mark}}">{{effect}}</span></li>{{/cited}}</ul>{{/has_cited}}
    {{#no_has_cited}}<p>[[Chưa dẫn văn bản nào trong sổ. Bài đăng cần nói rõ dựa trên văn bản nào.|No registered document is cited. What is published should name the law it rests on.]]</p>{{/no_has_cited}}
  </section>
  <div class="article-body"[[| lang="vi"]]>
    <p class="lead">{{lead}}</p>
    {{body:none}}
    <p class="article-author">{{author}}</p>
  </div>
  {{#has_links}}<section{{#alone}} id="lien-ket"{{/alone}} aria-label="[[Liên kết trong bài|Links in the text]]">
    <h3>[[Liên kết trong bài|Links in the text]]</h3>
    <ul>{{#links}}<li>{{text}} <code>{{address}}</code> <span class="state {{mark}}">{{state}}</span></li>{{/links}}</ul>
  </section>{{/has_links}}
  {{#has_points}}<section aria-label="[[Ba ý chính|Key points]]">
    <h3>[[Ý chính để xác nhận|Key points to confirm]]</h3>
    <ol>{{#points}}<li[[| lang="vi"]]>{{text}}</li>{{/points}}</ol>
  </section>{{/has_points}}
</article>
