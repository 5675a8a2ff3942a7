{{#of}}
<div class="title-block">
  <p class="over"><a href="{{address}}" lang="vi">{{name}}</a></p>
  <h1 lang="vi">{{title}}</h1>
  <p class="must"><span class="state {{mark}}">{{effect}}</span> <span class="as-of">· [[tính đến|as of]] {{today}}</span></p>
  <p class="soft">[[Nguồn|Source]]: <span lang="vi">{{source}}</span> · [[đưa lên ngày|handed in on]] {{edition_at}}, [[hai người đối chiếu|compared by two persons]]. [[Để tra cứu; bản có giá trị pháp lý là bản chính đã ban hành.|For reading; only the issued original has legal force.]]</p>
</div>
{{/of}}
<details class="contents">
  <summary>[[Mục lục|Contents]] <span class="soft">({{articles}} [[điều|articles]])</span></summary>
  <nav aria-label="[[Mục lục|Contents]]"><ol lang="vi">
    {{#contents}}<li{{#division}} class="law-part"{{/division}}><a href="{{address}}"><b>{{label}}</b> {{heading}}</a></li>
    {{/contents}}</ol></nav>
</details>
<div class="law-text" lang="vi">{{#grounds}}<p class="law-ground">{{text}}</p>{{/grounds}}</div>
{{>provisions}}
