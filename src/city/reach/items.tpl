<div class="title-block">
  <h1>[[Độ phủ|Coverage]]</h1>
  <p class="must">[[Mỗi bài phải xác nhận: bao nhiêu người phải biết, bao nhiêu người đã biết.|Each article to confirm: how many must know it, how many do.]]</p>
</div>
{{#no_has_items}}<div class="empty"><h2>[[Chưa có gì để đo|Nothing to measure yet]]</h2><p>[[Khi một bài “phải xác nhận đã đọc” thuộc một kế hoạch được đăng, độ phủ của bài hiện ở đây.|When an article that must be confirmed is published under a plan, its coverage appears here.]]</p></div>{{/no_has_items}}
{{#has_items}}
<section class="table-wrap" aria-labelledby="bang" tabindex="0">
<table class="table-cards">
  <caption id="bang">[[Bài phải xác nhận|Articles to confirm]]</caption>
  <thead><tr><th scope="col">[[Bài|Article]]</th><th scope="col">[[Đối tượng|Audience]]</th><th scope="col">[[Từ ngày|Since]]</th><th scope="col" class="number">[[Đã tới|Reached]]</th><th scope="col" class="number">[[Độ phủ|Coverage]]</th></tr></thead>
  <tbody>{{#items}}<tr><th scope="row"><a href="{{address}}">{{title}}</a></th><td data-label="[[Đối tượng|Audience]]">{{audience}}</td><td data-label="[[Từ ngày|Since]]">{{opened}}</td><td class="number" data-label="[[Đã tới|Reached]]"><a class="figure" href="{{address}}">{{reached}} / {{all}}</a></td><td class="number" data-label="[[Độ phủ|Coverage]]">{{share}}</td></tr>
  {{/items}}</tbody>
</table>
</section>
{{/has_items}}
