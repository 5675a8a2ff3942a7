<div class="title-block">
  <p class="over">{{over}}</p>
  <h1>[[Kiểm lại: |Check: ]]{{heading}}</h1>
  <p class="must">[[Giữ, sửa hoặc bỏ từng đề xuất. Chưa có gì được ghi cho đến khi bạn bấm “Soạn dự thảo kế hoạch”.|Keep, correct or drop each proposal. Nothing is written until you press “Make the draft plan”.]]</p>
</div>
{{#announced}}<div class="notice"><p>[[Bài viết loan báo|The article announces]]: <strong>{{announced_text}}</strong></p></div>{{/announced}}
{{#unread}}<div class="notice notice-risk"><p>[[Văn bản dài hơn mức đọc hết được nên còn việc hoặc thời hạn chưa nêu ở đây; hãy chia văn bản ra rồi đọc từng phần.|The text is longer than can be read in full, so some tasks or deadlines are not shown; divide it and read each part.]]</p></div>{{/unread}}
<div class="reading">
<section class="reading-source">
  <h2 id="van-ban-goc">[[Văn bản|The text]]</h2>
  <p class="hint">[[Chỗ tô nền là nơi đề xuất dựa vào; liên kết sau mỗi chỗ dẫn tới đề xuất.|Highlighted places are what the proposals rest on; the link after each leads to its proposal.]]</p>
  <section class="reading-text"[[| lang="vi"]] aria-labelledby="van-ban-goc" tabindex="0">{{#pieces}}{{#anchors}}<span id="{{id}}"></span>{{/anchors}}{{#marked}}<mark{{#id}} id="{{id_text}}"{{/id}}{{#word}} class="word"{{/word}}>{{#lines}}{{#broken}}<br>{{/broken}}{{text}}{{/lines}}</mark>{{/marked}}{{#no_marked}}{{#lines}}{{#broken}}<br>{{/broken}}{{text}}{{/lines}}{{/no_marked}}{{#backs}} <a class="back"[[| lang="en"]] href="{{address}}">{{label}}</a>{{/backs}}{{/pieces}}</section>
  {{#has_damages}}
  <h3>[[Dòng bị hỏng phông chữ|Damaged lines]]</h3>
  <ul>{{#damages}}<li>[[Dòng|Line]] {{line}}: <code[[| lang="vi"]]>{{text}}</code></li>{{/damages}}</ul>
  {{/has_damages}}
</section>
<form class="reading-form" action="/ke-hoach/doc-bai" method="post" data-keep="doc-bai-{{file}}">
  {{>keys}}<input type="hidden" name="tep" value="{{file}}">
  {{#title}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="title">[[Trích yếu của kế hoạch|What the plan is about]]</label>
    {{#error}}<p class="field-error" id="title-loi"><span class="unseen">[[Lỗi: |Error: ]]</span>{{error_text}}</p>{{/error}}
    <textarea id="title" name="title" rows="3"{{#error}} aria-describedby="title-loi" aria-invalid="true"{{/error}}>{{value}}</textarea>
  </div>{{/title}}
  <div class="field">
    <label for="issuer">[[Cơ quan ban hành|Issuer]]</label>
    <select id="issuer" name="issuer">{{#issuers}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>{{/issuers}}</select>
  </div>

  <h2 id="cac-can-cu">[[Căn cứ|Grounds]]</h2>
  {{#no_grounds}}<p>[[Không tìm thấy số, ký hiệu văn bản nào.|No document number was found.]]</p>{{/no_grounds}}
  {{#grounds_cut}}<div class="notice notice-risk"><p>[[Chỉ hiện 100 căn cứ đầu; một kế hoạch không có nhiều hơn.|Only the first 100 grounds are shown; a plan has no more.]]</p></div>{{/grounds_cut}}
  {{#grounds}}<div class="proposal">
    <div class="choice"><input type="checkbox" id="{{id}}" name="{{id}}" value="1"{{#keep}} checked{{/keep}}><label for="{{id}}">[[Giữ căn cứ|Keep ground]] {{number}}</label></div>
    <p class="from">{{#place}}<a href="{{place_text}}">[[Xem chỗ trong văn bản|See it in the text]]<span class="unseen">, [[căn cứ|ground]] {{number}}</span></a> · {{/place}}{{mentions}} [[lần nhắc tới|mentions]] · <span class="state {{mark}}">{{state}}</span></p>
    <div class="field{{#error}} field-wrong{{/error}}">
      <label for="{{field}}">[[Văn bản|Document]]<span class="unseen"> [[của căn cứ|of ground]] {{number}}</span></label>
      {{#error}}<p class="field-error" id="{{field}}-loi"><span class="unseen">[[Lỗi: |Error: ]]</span>{{error_text}}</p>{{/error}}
      <input id="{{field}}" name="{{field}}" value="{{value}}" autocomplete="off"{{#error}} aria-describedby="{{field}}-loi" aria-invalid="true"{{/error}}>
    </div>
  </div>{{/grounds}}

  <h2 id="cac-viec">[[Nhiệm vụ|Tasks]]</h2>
  {{#no_has_tasks}}<p>[[Không tìm thấy việc nào giao cho đơn vị. Bạn thêm nhiệm vụ sau khi soạn dự thảo.|No task for a unit was found. You add tasks after making the draft.]]</p>{{/no_has_tasks}}
  {{#has_tasks}}
  <p>[[Việc bỏ chọn vẫn hiện ở đây nhưng không vào dự thảo.|An unticked task stays here but does not go into the draft.]]</p>
  {{#cut}}<div class="notice notice-risk"><p>[[Chỉ hiện 200 việc đầu; hãy chia văn bản thành nhiều kế hoạch.|Only the first 200 tasks are shown; divide the text into several plans.]]</p></div>{{/cut}}
  {{#common_due}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="han-chung">[[Hạn chung|Common deadline]] <span class="optional">[[(cho việc không ghi hạn riêng)|(for tasks without one of their own)]]</span></label>
    <p class="hint" id="han-chung-hint">{{due_hint}}</p>
    {{#error}}<p class="field-error" id="han-chung-loi"><span class="unseen">[[Lỗi: |Error: ]]</span>{{error_text}}</p>{{/error}}
    <input class="w-half numbers" id="han-chung" name="han-chung" value="{{value}}" autocomplete="off" aria-describedby="han-chung-hint{{#error}} han-chung-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/common_due}}
  {{/has_tasks}}
  {{#tasks}}<div class="proposal">
    <div class="choice"><input type="checkbox" id="{{id}}" name="{{id}}" value="1"{{#keep}} checked{{/keep}} aria-describedby="{{id}}-vi-sao"><label for="{{id}}">[[Giữ việc|Keep task]] {{number}}: <strong>{{who}}</strong></label></div>
    <p class="from" id="{{id}}-vi-sao"><span class="state {{mark}}">{{confidence}}</span> · {{reason}} {{#note}}{{note_text}} {{/note}}<a href="{{place}}">[[Xem chỗ trong văn bản|See it in the text]]<span class="unseen">, [[việc|task]] {{number}}</span></a></p>
    {{#what}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="{{id}}-ghi">[[Việc phải làm|What has to be done]]<span class="unseen">, [[việc|task]] {{number}}</span></label>
      {{#error}}<p class="field-error" id="{{id}}-ghi-loi"><span class="unseen">[[Lỗi: |Error: ]]</span>{{error_text}}</p>{{/error}}
      <textarea id="{{id}}-ghi" name="{{id}}-ghi" rows="3"{{#error}} aria-describedby="{{id}}-ghi-loi" aria-invalid="true"{{/error}}>{{value}}</textarea>
    </div>{{/what}}
    <div class="field{{#units_error}} field-wrong{{/units_error}}">
      <label for="{{id}}-don-vi">[[Đơn vị nhận|Who gets it]]<span class="unseen">, [[việc|task]] {{number}}</span></label>
      {{#units_error}}<p class="field-error" id="{{id}}-don-vi-loi"><span class="unseen">[[Lỗi: |Error: ]]</span>{{units_error_text}}</p>{{/units_error}}
      <select id="{{id}}-don-vi" name="{{id}}-don-vi"{{#units_error}} aria-describedby="{{id}}-don-vi-loi" aria-invalid="true"{{/units_error}}>{{#units}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>{{/units}}</select>
    </div>
    {{#due}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="{{id}}-han">[[Hạn hoàn thành|Deadline]]<span class="unseen">, [[việc|task]] {{number}}</span></label>
      <p class="hint" id="{{id}}-han-hint">{{said}}</p>
      {{#error}}<p class="field-error" id="{{id}}-han-loi"><span class="unseen">[[Lỗi: |Error: ]]</span>{{error_text}}</p>{{/error}}
      <input class="w-half numbers" id="{{id}}-han" name="{{id}}-han" value="{{value}}" autocomplete="off" aria-describedby="{{id}}-han-hint{{#error}} {{id}}-han-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
    </div>{{/due}}
  </div>{{/tasks}}

  <fieldset class="fields">
    <legend><h2>[[Hình thức phổ biến|Forms of dissemination]]</h2></legend>
    {{#forms}}<div class="choice"><input type="checkbox" id="{{name}}" name="{{name}}" value="1"{{#chosen}} checked{{/chosen}}><label for="{{name}}">{{label}}</label>{{#place}} <a href="{{place_text}}">[[chỗ trong văn bản|in the text]]<span class="unseen">: {{label}}</span></a>{{/place}}</div>{{/forms}}
  </fieldset>
  <fieldset class="fields">
    <legend><h2>[[Đối tượng|Audience]]</h2></legend>
    <p class="hint">[[Văn bản nêu|The text names]]: {{#groups}}<a href="{{place}}">{{label}}</a> {{/groups}}{{#no_groups}}[[không đối tượng nào|nobody]]{{/no_groups}}</p>
    {{#audiences}}<div class="choice"><input type="radio" id="doi-tuong-{{value}}" name="audience" value="{{value}}"{{#chosen}} checked{{/chosen}}><label for="doi-tuong-{{value}}">{{label}}</label></div>{{/audiences}}
  </fieldset>
  <div class="actions"><button class="button">[[Soạn dự thảo kế hoạch|Make the draft plan]]</button> <a class="button-quiet" href="/ke-hoach/doc-bai">[[Đọc văn bản khác|Read another]]</a></div>
</form>
</div>
