<div class="title-block">
  <h1>[[Nhập danh sách người|Import people]]</h1>
  <p class="must">[[Chọn tệp; bạn sẽ xem trước rồi mới ghi.|Choose a file; you see a preview before anything is written.]]</p>
</div>
<form class="form" action="/nguoi/nhap/xem-truoc" method="post" enctype="multipart/form-data">
  {{>keys}}
  <div class="field">
    <label for="tep">[[Tệp Excel (.xlsx) hoặc CSV|Excel workbook (.xlsx) or CSV file]]</label>
    <p class="hint" id="tep-hint">[[Bảng tính một trang, hoặc CSV mã hoá UTF-8. Dòng đầu: name, unit và có thể thêm mail, key. Cột unit là mã đơn vị; cột key ghi x nếu là cán bộ chủ chốt. Họ tên và thư điện tử được niêm phong, xóa được; sổ cái chỉ ghi số.|A workbook with one sheet, or CSV in UTF-8. First row: name, unit and optionally mail, key. The column unit is the unit’s code; key is x for a key official. Names and addresses are sealed and can be erased; the ledger holds numbers only.]]</p>
    <input type="file" id="tep" name="tep" accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" aria-describedby="tep-hint" required>
  </div>
  <div class="actions"><button class="button">[[Xem trước|Preview]]</button> <a class="button-quiet" href="/nguoi">[[Thôi|Cancel]]</a></div>
</form>
