<div class="title-block">
  <p class="over" lang="vi">{{title}}</p>
  <h1>[[Nhập nhiệm vụ từ bảng tính|Import tasks from a spreadsheet]]</h1>
  <p class="must">[[Danh sách nhiệm vụ soạn trong Excel đưa vào dự thảo một lần. Chọn tệp; bạn sẽ xem trước rồi mới ghi.|A list of tasks kept in a spreadsheet comes into the draft at once. Choose a file; you see a preview before anything is written.]]</p>
</div>
<form class="form" action="/ke-hoach/{{plan}}/nhiem-vu/nhap/xem-truoc" method="post" enctype="multipart/form-data">
  {{>keys}}
  {{#file}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="tep">[[Tệp Excel (.xlsx) hoặc CSV|Excel workbook (.xlsx) or CSV file]]</label>
    <p class="hint" id="tep-hint">[[Bảng tính một trang không gộp ô, không công thức; hoặc CSV UTF-8. Mỗi dòng là một nhiệm vụ; kế hoạch này còn nhận thêm được|A workbook with one sheet, no merged cells and no formulas; or CSV UTF-8. One row is one task; this plan has room for]] {{room}} [[nhiệm vụ. Có dòng sai thì không dòng nào được ghi.|more. Where one row is wrong, none is written.]]</p>
    {{#error}}<p class="field-error" id="tep-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input type="file" id="tep" name="tep" accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" aria-describedby="tep-hint{{#error}} tep-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}} required>
  </div>{{/file}}
  <div class="actions"><button class="button">[[Xem trước|Preview]]</button> <a class="button-quiet" href="/ke-hoach/{{plan}}">[[Thôi|Cancel]]</a></div>
</form>
<section aria-labelledby="tep-mau">
<h2 id="tep-mau">[[Tệp gồm những gì|What the file holds]]</h2>
<p><a href="/ke-hoach/{{plan}}/nhiem-vu/nhap/mau.csv" download>[[Tải tệp mẫu về điền|Get a file to fill in]]</a>. [[Hai dòng ví dụ trong đó có hạn đã qua: hãy xóa đi, nếu quên thì tệp bị trả lại.|The deadlines of its two examples have passed: delete them; a file that still has them is refused.]]</p>
<p>[[Dòng đầu là tên các cột, thứ tự nào cũng được, viết hoa hay không dấu cũng được. Cột không bắt buộc có thể bỏ. Cột lạ bị báo lỗi, để không điều gì mất đi mà bạn không biết.|The first row names the columns, in any order and case. Those that are not required may be left out. A column that is not known is a fault, so that nothing gets lost unnoticed.]]</p>
<table class="table-cards">
  <caption>[[Các cột|Columns]]</caption>
  <thead><tr><th scope="col">[[Tên cột|Name]]</th><th scope="col">[[Ghi gì|What it holds]]</th></tr></thead>
  <tbody>{{#columns}}<tr><th scope="row"><strong>{{name}}</strong>{{#required}} ([[bắt buộc|required]]){{/required}}</th><td data-label="[[Ghi gì|What it holds]]">{{holds}}</td></tr>
  {{/columns}}</tbody>
</table>
<p>[[Năm cột không bắt buộc cùng với việc và hạn làm nên “6 rõ” và đơn vị phối hợp; cột nào để trống thì bổ sung sau được ở trang kế hoạch, khi chưa ban hành.|The five optional columns, with task and deadline, make the six points and name who helps; what is left empty can be written later on the plan’s page, until it is issued.]]</p>
</section>
