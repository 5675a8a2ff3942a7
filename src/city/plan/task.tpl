<div class="title-block">
  <h1>[[Sửa nhiệm vụ|Change the task]]</h1>
  <p class="must">{{units}}</p>
</div>
<form class="form" action="{{action}}" method="post" data-keep="{{action}}" novalidate>
  {{>keys}}<input type="hidden" name="version" value="{{version}}">
  {{#present}}<div class="notice notice-risk">
    <p>[[Trong lúc bạn viết, kế hoạch đã đổi. Nhiệm vụ này hiện nay|While you wrote, the plan was changed. This task now reads]]: <strong lang="vi">{{work}}</strong> · [[hạn|due]] {{until}}</p>
    {{#present_terms}}<p>{{label}}: <span lang="vi">{{value}}</span></p>
    {{/present_terms}}
    <p>[[Phần bạn viết vẫn ở dưới đây; lưu là thay bản hiện nay.|What you wrote is below; saving it replaces the present text.]]</p>
  </div>{{/present}}
  {{#what}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="what">[[Rõ việc: việc phải làm|What has to be done]]</label>
    {{#error}}<p class="field-error" id="what-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <textarea id="what" name="what" rows="3"{{#error}} aria-describedby="what-loi" aria-invalid="true"{{/error}}>{{value}}</textarea>
  </div>{{/what}}
  {{#due}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="due">[[Rõ thời gian: hạn hoàn thành|By when]]</label>
    <p class="hint" id="due-hint">{{due_hint}}</p>
    {{#error}}<p class="field-error" id="due-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-half numbers" id="due" name="due" value="{{value}}" autocomplete="off" aria-describedby="due-hint{{#error}} due-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/due}}
  {{#terms}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="{{name}}">{{label}}</label>
    <p class="hint" id="{{name}}-hint">{{hint}}</p>
    {{#error}}<p class="field-error" id="{{name}}-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="{{name}}" name="{{name}}" value="{{value}}" aria-describedby="{{name}}-hint{{#error}} {{name}}-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>
  {{/terms}}
  <div class="actions"><button class="button">[[Lưu nhiệm vụ|Save the task]]</button> <a class="button-quiet" href="{{back}}">[[Thôi|Cancel]]</a></div>
</form>
