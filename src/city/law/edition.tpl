{{#of}}
<div class="title-block">
  <p class="over"><a href="{{address}}" lang="vi">{{name}}</a></p>
  <h1>[[Đối chiếu toàn văn|Compare the full text]]</h1>
  <p class="must" lang="vi">{{title}}</p>
</div>
{{/of}}
<dl class="facts">
  <dt>[[Tình trạng|State]]</dt><dd>{{state}}</dd>
  {{#refusal}}<dt>[[Lý do trả lại|Why refused]]</dt><dd>{{refusal_text}}</dd>{{/refusal}}
  {{#of}}<dt>[[Nguồn|Source]]</dt><dd>{{source}}</dd>{{/of}}
  <dt>[[Người đưa lên|Handed in by]]</dt><dd>{{by}}{{#of}}, {{edition_at}}{{/of}}</dd>
  <dt>[[Số ở đầu văn bản|Number at its head]]</dt><dd>{{#own_number}}{{own_number_text}}{{/own_number}}{{#no_own_number}}[[không thấy; hãy đối chiếu kỹ|not found; compare carefully]]{{/no_own_number}}</dd>
  <dt>[[Máy đọc được|Read from it]]</dt><dd>{{articles}} [[điều|articles]], {{provisions_found}} [[điều, khoản, điểm và phần chia|provisions in all]], {{links}} [[dẫn chiếu có liên kết|linked references]]</dd>
</dl>
{{#has_damage}}
<section class="notice" aria-labelledby="hu-hong">
  <h2 id="hu-hong">[[Dòng có thể hỏng bảng mã|Lines with damaged letters]]</h2>
  <ul>{{#damage}}<li>[[Dòng|Line]] {{line}}: “{{text}}” – {{problem}}</li>
  {{/damage}}</ul>
</section>
{{/has_damage}}
{{#confirm}}
<form class="form" action="{{action}}" method="post">
  {{>keys}}
  <p>[[Hãy đối chiếu phần dưới đây với nguồn: đủ điều, khoản, đúng chữ, đúng số. Khi duyệt, mọi người đọc được ngay trên cổng.|Compare what stands below with the source: all provisions, words and numbers. Once confirmed everybody reads it on the portal.]]</p>
  <div class="actions"><button class="button">[[Đã đối chiếu, cho hiện trên cổng|Compared: show it on the portal]]</button></div>
</form>
{{/confirm}}
{{#own}}<p class="notice">[[Bạn đưa bản này lên, nên một người khác giữ sổ văn bản phải đối chiếu và duyệt.|You handed this text in, so another keeper of the register has to compare and confirm it.]]</p>{{/own}}
{{#refuse}}
<details class="refuse"{{#reason}}{{#error}} open{{/error}}{{/reason}}>
  <summary>[[Trả lại bản này|Refuse this text]]</summary>
  <form class="form" action="{{action}}" method="post" novalidate>
    {{>keys}}
    {{#reason}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="ly-do">[[Lý do|Reason]]</label>
      {{#error}}<p class="field-error" id="ly-do-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
      <textarea id="ly-do" name="ly-do" rows="3"{{#error}} aria-describedby="ly-do-loi" aria-invalid="true"{{/error}}>{{value}}</textarea>
    </div>{{/reason}}
    <div class="actions"><button class="button-secondary">[[Trả lại|Refuse]]</button></div>
  </form>
</details>
{{/refuse}}
<h2>[[Như người đọc sẽ thấy|As readers will see it]]</h2>
<div class="law-text" lang="vi">{{#grounds}}<p class="law-ground">{{text}}</p>{{/grounds}}</div>
{{>provisions}}
