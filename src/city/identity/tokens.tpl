<div class="title-block">
  <h1>[[Mã truy cập|Access tokens]]</h1>
  <p class="must">[[Mỗi mã cho một phần mềm làm việc với tên bạn, chỉ trong những việc bạn chọn. Khi bạn đổi mật khẩu hoặc mất một vai trò, mọi mã hết dùng được. Mã lâu không dùng thì nên thu hồi.|Each token lets a program work in your name, and only do what you choose. When you change your password or lose a role, all of them end. Revoke one that is no longer used.]] <a href="/lap-trinh">[[Phần mềm gọi thế nào|How programs use them]]</a></p>
</div>
{{#no_has_rows}}<p class="empty">[[Bạn chưa có mã nào.|You have none yet.]]</p>{{/no_has_rows}}
{{#has_rows}}
<section class="table-wrap" aria-labelledby="ma-cua-ban" tabindex="0">
<table class="table-cards">
  <caption id="ma-cua-ban">[[Mã của bạn|Your tokens]]</caption>
  <thead><tr><th scope="col">[[Tên|Name]]</th><th scope="col">[[Việc phần mềm được làm|What the program may do]]</th><th scope="col">[[Dùng đến hết ngày|Good to the end of]]</th><th scope="col">[[Dùng lần cuối|Last used]]</th><th scope="col">[[Trạng thái|State]]</th><th scope="col">[[Việc làm được|Actions]]</th></tr></thead>
  <tbody>
    {{#rows}}<tr><th scope="row">{{name}}</th><td data-label="[[Việc phần mềm được làm|What the program may do]]">{{scopes}}</td><td class="nowrap" data-label="[[Dùng đến hết ngày|Good to the end of]]">{{until}}</td><td class="nowrap" data-label="[[Dùng lần cuối|Last used]]">{{used}}</td><td data-label="[[Trạng thái|State]]"><span class="state {{mark}}">{{state}}</span></td><td data-label="[[Việc làm được|Actions]]">{{#good}}<form action="/ma-truy-cap/{{number}}/thu-hoi" method="post" data-confirm="[[Phần mềm đang dùng mã này bị từ chối ngay. Mã đã thu hồi không dùng lại được.|A program that uses this token is refused at once. A revoked token cannot be used again.]]" data-confirm-title="[[Thu hồi mã này?|Revoke this token?]]">{{>keys}}<button class="button-quiet">[[Thu hồi|Revoke]]<span class="unseen"> {{name}}</span></button></form>{{/good}}{{#named}}<form action="/ma-truy-cap/{{number}}/thu-hoi" method="post" data-confirm="[[Mã vẫn còn trong danh sách này, chỉ với số của nó.|The token stays in this list, by its number only.]]" data-confirm-title="[[Xóa vĩnh viễn tên của mã này?|Erase this token’s name for good?]]">{{>keys}}<button class="button-quiet">[[Xóa tên|Erase the name]]<span class="unseen"> {{name}}</span></button></form>{{/named}}</td></tr>
    {{/rows}}
  </tbody>
</table>
</section>
{{>pager}}
{{/has_rows}}
<h2>[[Tạo mã|Make a token]]</h2>
<form class="form" action="/ma-truy-cap" method="post" novalidate>
  {{>keys}}
  {{#called}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="ten">[[Tên|Name]]</label>
    <p class="hint" id="ten-hint">[[Để bạn nhận ra về sau, ví dụ tên phần mềm và máy chạy nó|To know it by later, for example the program and the machine it runs on]]</p>
    {{#error}}<p class="field-error" id="ten-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input id="ten" name="ten" value="{{value}}" autocomplete="off" aria-describedby="ten-hint{{#error}} ten-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/called}}
  <fieldset class="fields{{#boxes_error}} field-wrong{{/boxes_error}}" id="pham-vi"{{#boxes_error}} aria-describedby="pham-vi-loi"{{/boxes_error}}>
    <legend>[[Việc phần mềm được làm|What the program may do]]</legend>
    {{#boxes_error}}<p class="field-error" id="pham-vi-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{boxes_error_text}}</p>{{/boxes_error}}
    {{#boxes}}<div class="choice"><input type="checkbox" id="{{field}}" name="{{field}}" value="1"{{#chosen}} checked{{/chosen}}><label for="{{field}}">{{label}}</label></div>
    {{/boxes}}
  </fieldset>
  {{#last_day}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="han">[[Dùng đến hết ngày|Good to the end of]]</label>
    <p class="hint" id="han-hint">[[Ngày/tháng/năm, không quá 366 ngày nữa|Day/month/year, at most 366 days from now]]</p>
    {{#error}}<p class="field-error" id="han-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input class="w-date numbers" id="han" name="han" inputmode="numeric" value="{{value}}" aria-describedby="han-hint{{#error}} han-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/last_day}}
  <div class="field{{#password_error}} field-wrong{{/password_error}}">
    <label for="current">[[Mật khẩu đang dùng|Present password]]</label>
    <p class="hint" id="current-hint">[[Hỏi lại vì ai có mã đều làm được với tên bạn|Asked for again, because whoever has the token can act in your name]]</p>
    {{#password_error}}<p class="field-error" id="current-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{password_error_text}}</p>{{/password_error}}
    <input class="w-half" type="password" id="current" name="current" autocomplete="current-password" aria-describedby="current-hint{{#password_error}} current-loi{{/password_error}}"{{#password_error}} aria-invalid="true"{{/password_error}}>
  </div>
  <div class="actions"><button class="button">[[Tạo mã truy cập|Make the token]]</button></div>
</form>
