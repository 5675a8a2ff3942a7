<div class="title-block">
  <h1>[[Nhập cây đơn vị|Import the tree of units]]</h1>
  <p class="must">[[Chọn tệp; bạn sẽ xem trước rồi mới ghi.|Choose a file; you see a preview before anything is written.]]</p>
</div>
<form class="form" action="/don-vi/nhap/xem-truoc" method="post" enctype="multipart/form-data">
  {{>keys}}
  <div class="field">
    <label for="tep">[[Tệp Excel (.xlsx) hoặc CSV|Excel workbook (.xlsx) or CSV file]]</label>
    <p class="hint" id="tep-hint">[[Bảng tính một trang, hoặc CSV mã hoá UTF-8. Dòng đầu: code, parent, name, kind và có thể thêm email. Cột parent là mã đơn vị cấp trên; đơn vị gốc để trống.|A workbook with one sheet, or CSV in UTF-8. First row: code, parent, name, kind and optionally email. The column parent is the code of the unit above; empty for the root.]]</p>
    <input type="file" id="tep" name="tep" accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" aria-describedby="tep-hint" required>
  </div>
  <div class="actions"><button class="button">[[Xem trước|Preview]]</button> <a class="button-quiet" href="/don-vi">[[Thôi|Cancel]]</a></div>
</form>
