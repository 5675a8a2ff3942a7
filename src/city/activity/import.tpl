<div class="title-block">
  <h1>[[Nhập hoạt động từ tệp|Import activities from a file]]</h1>
  <p class="must">[[Sổ theo dõi ghi trong Excel đưa vào một lần. Chọn tệp; bạn sẽ xem trước rồi mới ghi.|A log kept in a spreadsheet comes in at once. Choose a file; you see a preview before anything is recorded.]]</p>
</div>
<form class="form" action="/hoat-dong/nhap/xem-truoc" method="post" enctype="multipart/form-data">
  {{>keys}}
  {{#file}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="tep">[[Tệp Excel (.xlsx) hoặc CSV|Excel workbook (.xlsx) or CSV file]]</label>
    <p class="hint" id="tep-hint">[[Bảng tính một trang không gộp ô, không công thức; hoặc CSV UTF-8. Mỗi dòng là một hoạt động; nhiều nhất|A workbook with one sheet, no merged cells and no formulas; or CSV UTF-8. One row is one activity; at most]] {{rows_max}} [[dòng. Có dòng sai thì không dòng nào được ghi.|rows. Where one is wrong, none is recorded.]]</p>
    {{#error}}<p class="field-error" id="tep-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input type="file" id="tep" name="tep" accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" aria-describedby="tep-hint{{#error}} tep-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}} required>
  </div>{{/file}}
  <div class="actions"><button class="button">[[Xem trước|Preview]]</button> <a class="button-quiet" href="/hoat-dong">[[Thôi|Cancel]]</a></div>
</form>
<section aria-labelledby="tep-mau">
<h2 id="tep-mau">[[Tệp gồm những gì|What the file holds]]</h2>
<p><a href="/hoat-dong/nhap/mau.csv" download>[[Tải tệp mẫu về điền|Get a file to fill in]]</a>. [[Hai dòng ví dụ trong đó mang mã đơn vị không có thật: hãy xóa đi, nếu quên thì tệp bị trả lại.|Its two examples are of a unit that does not exist: delete them; a file that still has them is refused.]]</p>
<p>[[Dòng đầu là tên các cột, thứ tự nào cũng được, viết hoa hay không dấu cũng được. Cột không bắt buộc có thể bỏ. Cột lạ bị báo lỗi, để không điều gì mất đi mà bạn không biết.|The first row names the columns, in any order and case. Those that are not required may be left out. A column that is not known is a fault, so that nothing gets lost unnoticed.]]</p>
<table class="table-cards">
  <caption>[[Các cột|Columns]]</caption>
  <thead><tr><th scope="col">[[Tên cột|Name]]</th><th scope="col">[[Ghi gì|What it holds]]</th></tr></thead>
  <tbody>{{#columns}}<tr><th scope="row"><strong>{{name}}</strong>{{#required}} ([[bắt buộc|required]]){{/required}}</th><td data-label="[[Ghi gì|What it holds]]">{{holds}}</td></tr>
  {{/columns}}</tbody>
</table>
<p>[[Mỗi số liệu là một cột, tên như ở bảng dưới. Ô của số liệu mà hình thức ấy không có thì để trống.|Each measure is a column, named as in the table below. Cells of measures that a form does not have stay empty.]]</p>
<table class="table-cards">
  <caption>[[Hình thức và số liệu|Forms and their measures]]</caption>
  <thead><tr><th scope="col">[[Hình thức|Form]]</th><th scope="col">[[Mã|Code]]</th><th scope="col">[[Cột số liệu|Columns of measures]]</th></tr></thead>
  <tbody>{{#kinds}}<tr><th scope="row">{{title}}</th><td data-label="[[Mã|Code]]"><code>{{code}}</code></td><td data-label="[[Cột số liệu|Columns of measures]]">{{measures}}</td></tr>
  {{/kinds}}</tbody>
</table>
{{#has_tasks}}<details><summary>[[Mã của các việc được giao|Numbers of your tasks]]</summary>
<table class="table-cards">
  <caption class="unseen">[[Mã việc|Numbers of tasks]]</caption>
  <thead><tr><th scope="col">[[Mã việc|Number]]</th><th scope="col">[[Việc|Task]]</th></tr></thead>
  <tbody>{{#tasks}}<tr><th scope="row">{{number}}</th><td data-label="[[Việc|Task]]" lang="vi">{{what}}</td></tr>
  {{/tasks}}</tbody>
</table></details>{{/has_tasks}}
</section>
