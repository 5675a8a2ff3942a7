<div class="title-block">
  <p class="over" lang="vi">{{title}}</p>
  <h1>[[Xem trước|Preview]]: {{tasks}} [[nhiệm vụ|tasks]]</h1>
  <p class="must">[[Không có dòng lỗi. Chưa có gì được ghi cho đến khi bạn xác nhận.|No row is wrong. Nothing is written until you confirm.]]</p>
</div>
<p>{{clear}} [[trong|of]] {{tasks}} [[nhiệm vụ đủ “6 rõ”. Nhiệm vụ còn thiếu vẫn ghi được; bổ sung ở trang kế hoạch, khi chưa ban hành.|tasks say all six points. The others can be added too; complete them on the plan’s page, until it is issued.]]</p>
<section class="table-wrap" aria-labelledby="bang" tabindex="0">
<table class="table-cards">
  <caption id="bang">[[Sẽ ghi vào kế hoạch|To be added to the plan]]</caption>
  <thead><tr><th scope="col" class="wide">[[Việc|Task]]</th><th scope="col">[[Đơn vị|Units]]</th><th scope="col" class="number">[[Số đơn vị hiện nay|Units now]]</th><th scope="col">[[Hạn|Deadline]]</th><th scope="col">[[6 rõ|Six points]]</th><th scope="col" class="number">[[Dòng trong tệp|Row of the file]]</th></tr></thead>
  <tbody>{{#rows}}<tr><th scope="row" lang="vi">{{what}}</th><td data-label="[[Đơn vị|Units]]">{{units}}</td><td class="number" data-label="[[Số đơn vị hiện nay|Units now]]">{{count}}</td><td data-label="[[Hạn|Deadline]]">{{due}}</td><td data-label="[[6 rõ|Six points]]"><span class="state {{points_mark}}">{{points}}</span></td><td class="number" data-label="[[Dòng trong tệp|Row of the file]]">{{line}}</td></tr>
  {{/rows}}</tbody>
</table>
</section>
<form action="/ke-hoach/{{plan}}/nhiem-vu/nhap" method="post">
  {{>keys}}<input type="hidden" name="tep" value="{{file}}"><input type="hidden" name="version" value="{{version}}">
  <div class="actions"><button class="button">[[Ghi|Add]] {{tasks}} [[nhiệm vụ|tasks]]</button> <a class="button-quiet" href="/ke-hoach/{{plan}}/nhiem-vu/nhap">[[Chọn tệp khác|Choose another file]]</a></div>
</form>
