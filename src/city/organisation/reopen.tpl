<div class="title-block">
  <p class="over"><a href="{{back}}" lang="vi">{{name}}</a> · [[mã|code]] {{code}}</p>
  <h1>[[Mở lại đơn vị|Open the unit again]]</h1>
  <p class="must">[[Chỉ dùng khi đã ghi nhầm là đơn vị dừng hoạt động: đơn vị được coi như chưa từng dừng. Lần ghi nhầm vẫn xem được, cùng lý do.|For a closing that was recorded by mistake: the unit counts as never closed. The mistake can still be seen, with its reason.]]</p>
</div>
{{#not_now}}<div class="notice notice-risk"><p>[[Chưa mở lại được.|Not possible now.]] {{not_now_text}}</p></div>{{/not_now}}
{{#form}}
<form class="form" action="{{action}}" method="post" novalidate>
  {{>keys}}
  {{#reason}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ly-do">[[Vì sao lần ghi trước là nhầm|Why the closing was wrong]]</label>
    {{#error}}<p class="field-error" id="ly-do-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <textarea id="ly-do" name="ly-do" rows="3"{{#error}} aria-invalid="true" aria-describedby="ly-do-loi"{{/error}}>{{value}}</textarea>
  </div>{{/reason}}
  <div class="actions"><button class="button">[[Mở lại|Open again]]</button> <a class="button-quiet" href="{{back}}">[[Thôi|Cancel]]</a></div>
</form>
{{/form}}
{{#no_form}}<div class="actions"><a class="button-secondary" href="{{back}}">[[Quay lại đơn vị|Back to the unit]]</a></div>{{/no_form}}
