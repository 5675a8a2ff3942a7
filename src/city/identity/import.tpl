<div class="title-block">
  <h1>[[Nhập danh sách người|Import people]]</h1>
  <p class="must">[[Chọn tệp CSV; bạn sẽ xem trước rồi mới ghi.|Choose a CSV file; you see a preview before anything is written.]]</p>
</div>
<form class="form" action="/nguoi/nhap/xem-truoc" method="post" enctype="multipart/form-data">
  {{>keys}}
  <div class="field">
    <label for="tep">[[Tệp CSV|CSV file]]</label>
    <p class="hint" id="tep-hint">[[Mã hoá UTF-8. Dòng đầu: name, unit và có thể thêm mail, key. Cột unit là mã đơn vị; cột key ghi x nếu là cán bộ chủ chốt. Họ tên và thư điện tử được niêm phong, xóa được; sổ cái chỉ ghi số.|UTF-8. First row: name, unit and optionally mail, key. The column unit is the unit’s code; key is x for a key official. Names and addresses are sealed and can be erased; the ledger holds numbers only.]]</p>
    <input type="file" id="tep" name="tep" accept=".csv,text/csv" aria-describedby="tep-hint" required>
  </div>
  <div class="actions"><button class="button">[[Xem trước|Preview]]</button> <a class="button-quiet" href="/nguoi">[[Thôi|Cancel]]</a></div>
</form>
