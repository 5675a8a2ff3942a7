<div class="title-block">
  <p class="over"><a href="/ke-hoach/{{plan}}">[[Kế hoạch|Plan]] {{number}}</a></p>
  <h1>[[Hỏi hướng dẫn|Ask for guidance]]</h1>
  <p class="must">[[Khi đã trả lời, câu hỏi và câu trả lời thì mọi đơn vị đều xem được.|Once it is answered, every unit can read the question and the answer.]]</p>
</div>
<p lang="vi">{{title}}</p>
<form class="form" action="/huong-dan/moi" method="post" data-keep="huong-dan-{{plan}}" novalidate>
  {{>keys}}<input type="hidden" name="ke-hoach" value="{{plan}}">
  {{#no_choice}}<p>[[Đơn vị hỏi|Asked by]]: <strong lang="vi">{{unit_name}}</strong><input type="hidden" name="don-vi" value="{{unit_value}}"></p>{{/no_choice}}
  {{#choice}}<div class="field{{#unit_error}} field-wrong{{/unit_error}}">
    <label for="don-vi">[[Đơn vị hỏi|Asked by]]</label>
    {{#unit_error}}<p class="field-error" id="don-vi-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{unit_error_text}}</p>{{/unit_error}}
    <select class="w-half" id="don-vi" name="don-vi"{{#unit_error}} aria-invalid="true" aria-describedby="don-vi-loi"{{/unit_error}}>{{#units}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>{{/units}}</select>
  </div>{{/choice}}
  {{#has_tasks}}<div class="field{{#task_error}} field-wrong{{/task_error}}">
    <label for="nhiem-vu">[[Về nhiệm vụ nào|About which task]]</label>
    {{#task_error}}<p class="field-error" id="nhiem-vu-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{task_error_text}}</p>{{/task_error}}
    <select id="nhiem-vu" name="nhiem-vu"{{#task_error}} aria-invalid="true" aria-describedby="nhiem-vu-loi"{{/task_error}}><option value="">[[Cả kế hoạch|The plan as a whole]]</option>{{#tasks}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>{{/tasks}}</select>
  </div>{{/has_tasks}}
  {{#text}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="noi-dung">[[Cần hướng dẫn điều gì|What do you need to know]]</label>
    <p class="hint" id="noi-dung-hint">[[Mỗi lần hỏi một việc, nêu rõ chỗ vướng. Đừng ghi họ tên ai.|One thing at a time, and where you are stuck. Nobody’s name.]]</p>
    {{#error}}<p class="field-error" id="noi-dung-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <textarea id="noi-dung" name="noi-dung" rows="5" aria-describedby="noi-dung-hint{{#error}} noi-dung-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>{{value}}</textarea>
  </div>{{/text}}
  {{#has_similar}}<section class="panel" aria-labelledby="co-the-da-co">
    <h2 id="co-the-da-co">[[Có thể đã có câu trả lời|This may be answered already]]</h2>
    <ul>{{#similar}}<li><a href="{{address}}" lang="vi">{{asked}}</a><br><span class="soft" lang="vi">{{answered}}</span></li>
    {{/similar}}</ul>
  </section>
  <div class="actions"><button class="button" id="van-gui" name="van-gui" value="1">[[Vẫn gửi câu hỏi này|Send my question all the same]]</button> <a class="button-quiet" href="/huong-dan?ke-hoach={{plan}}">[[Thôi, đã rõ|No need to]]</a></div>{{/has_similar}}
  {{#no_has_similar}}<div class="actions"><button class="button">[[Gửi câu hỏi|Send the question]]</button> <a class="button-quiet" href="/huong-dan?ke-hoach={{plan}}">[[Thôi|Cancel]]</a></div>{{/no_has_similar}}
</form>
