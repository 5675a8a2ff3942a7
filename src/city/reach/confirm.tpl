<div class="title-block">
  <p class="over">[[Kế hoạch|Plan]] {{plan}}</p>
  <h1[[| lang="vi"]]>{{title}}</h1>
  {{#form}}<p class="must">[[Đọc những điều dưới đây, khoảng 2 phút, rồi xác nhận ở cuối trang.|Read the points below, about two minutes, then confirm at the end.]]</p>{{/form}}
  {{#confirmed}}<p class="must"><span class="state state-done">{{#by_proxy}}[[Đã được ghi là đã dự họp|Recorded as having attended]]{{/by_proxy}}{{#no_by_proxy}}[[Bạn đã xác nhận|You have confirmed]]{{/no_by_proxy}}</span> {{confirmed_text}}{{>source}}.</p>{{/confirmed}}
</div>
<ol class="steps">
  {{#points}}<li><p[[| lang="vi"]]>{{text}}</p></li>{{/points}}
  {{#no_points}}<li><p>[[Hãy đọc toàn văn bài viết.|Read the whole article.]]</p></li>{{/no_points}}
</ol>
<p><a href="{{article}}">[[Đọc toàn văn bài viết|Read the whole article]]</a></p>
{{#form}}
<form class="statement" action="{{action}}" method="post">
  {{>keys}}<input type="hidden" name="version" value="{{version}}">
  <fieldset class="fields">
    <legend>[[Lời xác nhận|Statement]]</legend>
    <div class="choice"><input type="checkbox" id="understood" name="understood" value="1" required aria-invalid="false"><label for="understood">[[Tôi đã đọc và hiểu|I have read and understood]]</label></div>
  </fieldset>
  <button class="button">[[Xác nhận|Confirm]]</button>
</form>
{{/form}}
<details class="measure-row">
  <summary>[[Điều gì được ghi lại về tôi?|What is recorded about me?]]</summary>
  <p>[[Số hiệu của bạn, bản bạn đọc và giờ xác nhận; không ghi bạn đọc bao lâu. Chỉ cán bộ của đơn vị bạn thấy tên; cấp trên chỉ thấy số người.|Your number, the version you read and the time; not how long you read. Only your unit's officer sees your name; others see figures.]] <a href="/cua-toi">[[Xem ghi nhận của tôi|See my record]]</a></p>
</details>
