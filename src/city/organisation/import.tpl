<div class="title-block">
  <h1>[[Nhập cây đơn vị|Import the tree of units]]</h1>
  <p class="must">[[Chọn tệp CSV; bạn sẽ xem trước rồi mới ghi.|Choose a CSV file; you see a preview before anything is written.]]</p>
</div>
<form class="form" action="/don-vi/nhap/xem-truoc" method="post" enctype="multipart/form-data">
  {{>keys}}
  <div class="field">
    <label for="tep">[[Tệp CSV|CSV file]]</label>
    <p class="hint" id="tep-hint">[[Mã hoá UTF-8. Dòng đầu: code, parent, name, kind và có thể thêm email. Cột parent là mã đơn vị cấp trên; đơn vị gốc để trống.|UTF-8. First row: code, parent, name, kind and optionally email. The column parent is the code of the unit above; empty for the root.]]</p>
    <input type="file" id="tep" name="tep" accept=".csv,text/csv" aria-describedby="tep-hint" required>
  </div>
  <div class="actions"><button class="button">[[Xem trước|Preview]]</button> <a class="button-quiet" href="/don-vi">[[Thôi|Cancel]]</a></div>
</form>
