<div class="title-block">
  <h1>[[Số liệu đã chốt|Frozen figures]]</h1>
  <p class="must">[[Mỗi số liệu gắn với một ngày và một vị trí trong sổ cái; ai có sổ cái cũng tính lại được.|Each figure is tied to a day and a position of the ledger; whoever has the ledger can count it again.]]</p>
</div>
{{#no_has_rows}}<div class="empty"><h2>[[Chưa chốt số liệu nào|No figure frozen yet]]</h2><p>[[Mở|Open]] <a href="/do-phu">[[độ phủ|coverage]]</a>[[ của một đơn vị, chọn ngày rồi bấm “Chốt số liệu”.| of a unit, choose the day, then press “Freeze this figure”.]]</p></div>{{/no_has_rows}}
{{#has_rows}}
<section class="table-wrap" aria-labelledby="bang" tabindex="0">
<table class="table-cards">
  <caption id="bang">[[Số liệu đã chốt, mới nhất trước|Frozen figures, newest first]]</caption>
  <thead><tr><th scope="col">[[Đếm gì, ở đâu|What, where]]</th><th scope="col">[[Hết ngày|At the end of]]</th><th scope="col" class="number">[[Đã tới|Reached]]</th><th scope="col" class="number">[[Độ phủ|Coverage]]</th><th scope="col" class="number">[[Sổ cái|Ledger]]</th></tr></thead>
  <tbody>
    {{#rows}}<tr><th scope="row"><a href="{{address}}">{{what}}</a><br><span class="soft">{{title}}</span></th><td data-label="[[Hết ngày|At the end of]]">{{day}}</td><td class="number" data-label="[[Đã tới|Reached]]"><a class="figure" href="{{address}}">{{reached}}</a></td><td class="number" data-label="[[Độ phủ|Coverage]]">{{share}}</td><td class="number" data-label="[[Sổ cái|Ledger]]">{{position}}</td></tr>
    {{/rows}}
  </tbody>
</table>
</section>
{{>pager}}
{{/has_rows}}
