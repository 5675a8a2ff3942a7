<div class="title-block">
  <p class="over">[[Câu hỏi bạn đọc|Question]]</p>
  <h1>{{title}}</h1>
</div>
{{#cards}}<section class="panel" aria-labelledby="cau-hoi">
  <h2 id="cau-hoi">[[Câu hỏi|Question]]</h2>
  <p><span class="state {{mark}}">{{stage}}</span></p>
  {{#erased}}<p class="soft">[[Nội dung đã được xóa vĩnh viễn.|What was written is erased for good.]]</p>{{/erased}}
  {{#text}}<p>{{text}}</p>{{/text}}
  <p class="soft">{{name}} · {{received}} · [[bài|article]]: {{#article}}<a href="{{article_text}}">{{article_title}}</a>{{/article}}{{#no_article}}{{article_title}}{{/no_article}}</p>
  {{#due}}<p>{{#late}}<span class="state state-late">[[Quá hạn|Late]]</span> {{/late}}[[Hạn trả lời|To be answered by]] {{due_text}}</p>{{/due}}
</section>{{/cards}}
{{#recorded}}<section class="panel" aria-labelledby="tra-loi-da-ghi">
  <h2 id="tra-loi-da-ghi">[[Câu trả lời đã ghi|The answer as recorded]]</h2>
  {{#lines}}<p>{{text}}</p>{{/lines}}
</section>{{/recorded}}
{{#form}}<form class="form" action="{{action}}" method="post" data-keep="{{action}}">
  {{>keys}}<input type="hidden" name="ban" value="{{version}}">
  {{#answer}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="tra-loi">[[Câu trả lời của đơn vị|The unit’s answer]]</label>
    <p class="hint" id="tra-loi-hint">[[Nêu căn cứ (số văn bản, điều, khoản); tối đa 5.000 ký tự. Một người khác đọc rồi đăng.|Name the law it rests on; at most 5,000 characters. Another person reads and publishes it.]]</p>
    {{#error}}<p class="field-error" id="tra-loi-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <textarea id="tra-loi" name="tra-loi" rows="10" aria-describedby="tra-loi-hint{{#error}} tra-loi-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>{{value}}</textarea>
  </div>{{/answer}}
  <div class="actions"><button class="button">[[Ghi câu trả lời|Record the answer]]</button></div>
</form>{{/form}}
