<div class="title-block">
  <p class="over"><a href="{{plan_address}}">{{plan_number}}</a> · <span lang="vi">{{plan_title}}</span></p>
  <h1>[[Sửa đổi, bổ sung kế hoạch|Amendments of the plan]]</h1>
  <p class="must">[[Kế hoạch đã ban hành chỉ đổi bằng một bản sửa đổi, bổ sung: soạn, xem tác động, người thứ hai duyệt, văn thư cấp số.|An issued plan changes only by an amendment: drafted, its impact looked at, approved by a second person, numbered by the clerk’s office.]]</p>
</div>
{{#no_has_rows}}<div class="empty"><h2>[[Chưa có sửa đổi, bổ sung nào|No amendment yet]]</h2><p>[[Kế hoạch vẫn như khi ban hành.|The plan is as it was issued.]]</p></div>{{/no_has_rows}}
{{#has_rows}}
<section class="table-wrap" aria-labelledby="bang" tabindex="0">
<table class="table-cards">
  <caption id="bang">[[Mới nhất trước|The newest first]]</caption>
  <thead><tr><th scope="col">[[Số|Number]]</th><th scope="col">[[Ngày|Day]]</th><th scope="col">[[Trạng thái|State]]</th><th scope="col" class="wide">[[Lý do|Reason]]</th><th scope="col">[[Văn bản|Paper]]</th></tr></thead>
  <tbody>
    {{#rows}}<tr>
      <th scope="row"><a href="{{row_address}}">{{number}}<span class="unseen">, {{day}}</span></a></th>
      <td data-label="[[Ngày|Day]]">{{day}}</td>
      <td data-label="[[Trạng thái|State]]"><span class="state {{row_mark}}">{{row_stage}}</span></td>
      <td data-label="[[Lý do|Reason]]" lang="vi">{{why}}</td>
      <td data-label="[[Văn bản|Paper]]">{{#row_paper}}<a href="{{row_paper_text}}">PDF<span class="unseen">: {{number}}, {{day}}</span></a>{{/row_paper}}{{#no_row_paper}}<span class="soft">–</span>{{/no_row_paper}}</td>
    </tr>
    {{/rows}}
  </tbody>
</table>
</section>
{{/has_rows}}
{{#why_not}}<div class="notice"><p>{{why_not_text}}</p></div>{{/why_not}}
{{#start}}<section class="panel" aria-labelledby="bat-dau">
  <h2 id="bat-dau">[[Soạn sửa đổi, bổ sung|Draft an amendment]]</h2>
  <form class="form" action="{{action}}" method="post" data-keep="{{action}}" novalidate>
    {{>keys}}
    {{#why}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="ly-do">[[Lý do sửa đổi, bổ sung|Why it is amended]]</label>
      <p class="hint" id="ly-do-hint">[[Ví dụ: Bộ Tư pháp có văn bản hướng dẫn mới; lùi hạn vì mưa bão. Bước sau mới ghi từng thay đổi.|For example: a guidance document appeared; deadlines move because of a storm. What changes is written in the next step.]]</p>
      {{#error}}<p class="field-error" id="ly-do-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
      <textarea id="ly-do" name="ly-do" rows="3" aria-describedby="ly-do-hint{{#error}} ly-do-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>{{value}}</textarea>
    </div>{{/why}}
    <div class="actions"><button class="button">[[Bắt đầu soạn|Start]]</button> <a class="button-quiet" href="{{plan_address}}">[[Thôi|Cancel]]</a></div>
  </form>
</section>{{/start}}
