<div class="title-block">
  <h1>[[Hướng dẫn thực hiện|Guidance]]</h1>
  <p class="must">[[Đơn vị chưa rõ cách làm thì hỏi; cơ quan thường trực trả lời một lần, mọi đơn vị cùng xem.|A unit that does not know how asks; the standing agency answers once, for every unit.]]</p>
</div>
{{#has_chips}}{{>chips}}{{/has_chips}}
<form class="filters" role="search" aria-label="[[Tìm hướng dẫn|Find guidance]]" action="/huong-dan" method="get">
  {{#mine}}<input type="hidden" name="cua-toi" value="1">{{/mine}}
  <div class="field"><label for="tu-khoa">[[Từ cần tìm|Words to find]]</label><input id="tu-khoa" name="q" value="{{q}}" maxlength="200" autocomplete="off" aria-describedby="tu-khoa-hint"></div>
  {{#has_plans}}<div class="field"><label for="ke-hoach">[[Kế hoạch|Plan]]</label><select id="ke-hoach" name="ke-hoach"><option value="">[[Mọi kế hoạch|Every plan]]</option>{{#plans}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>{{/plans}}</select></div>{{/has_plans}}
  <button class="button-secondary">[[Tìm|Find]]</button>
  {{#filtered}}<a class="button-quiet" href="/huong-dan">[[Bỏ lọc|Clear]]</a>{{/filtered}}
  <p class="hint" id="tu-khoa-hint">[[Có dấu hay không dấu đều được; tìm trong câu hỏi và câu trả lời.|With or without Vietnamese marks, in questions and answers.]]</p>
</form>
{{#ask}}<p><a class="button" href="{{ask_text}}">[[Hỏi hướng dẫn|Ask]]</a></p>{{/ask}}
{{#no_has_rows}}
<div class="empty">
  {{#filtered}}<h2>[[Chưa có hướng dẫn nào như vậy|No such guidance]]</h2>
  <p>[[Hãy thử ít từ hơn.|Try fewer words.]]{{#ask}} [[Nếu vẫn không thấy thì gửi câu hỏi.|Where nothing helps, ask.]]{{/ask}}</p>{{/filtered}}
  {{#no_filtered}}<h2>[[Chưa có câu hỏi nào|Nothing was asked yet]]</h2>
  <p>[[Câu hỏi của các đơn vị về cách thực hiện kế hoạch và câu trả lời hiện ở đây.|What units ask about carrying out plans appears here with its answers.]]</p>{{/no_filtered}}
</div>
{{/no_has_rows}}
{{#has_rows}}
{{#has_waiting}}<p>[[Đang chờ trả lời|Waiting for an answer]]: {{waiting}}</p>{{/has_waiting}}
<table class="table-cards">
  <caption>{{#mine}}[[Câu hỏi mới nhất ở đầu|The newest question first]]{{/mine}}{{#no_mine}}[[Câu chờ trả lời trước, lâu nhất ở đầu; sau đó là câu đã trả lời|What waits first, the longest wait on top; then what is answered]]{{/no_mine}}</caption>
  <thead><tr><th scope="col" class="wide">[[Câu hỏi|Question]]</th><th scope="col">[[Đơn vị hỏi|Asked by]]</th><th scope="col">[[Kế hoạch|Plan]]</th><th scope="col">[[Trạng thái|State]]</th></tr></thead>
  <tbody>
  {{#rows}}<tr><th scope="row"><a href="{{address}}" lang="vi">{{title}}</a>{{#answer}}<p class="soft" lang="vi">{{answer_text}}</p>{{/answer}}</th><td data-label="[[Đơn vị hỏi|Asked by]]"><span><span lang="vi">{{unit}}</span>{{#has_others}} <span class="soft">[[và câu hỏi cùng nội dung:|and the same was asked:]] {{others}}</span>{{/has_others}}</span></td><td data-label="[[Kế hoạch|Plan]]">{{plan}}</td><td data-label="[[Trạng thái|State]]"><span><span class="state {{mark}}">{{state}}</span>{{#reason}} <span class="soft">[[lý do|because]]: <span lang="vi">{{reason_text}}</span></span>{{/reason}}</span></td></tr>
  {{/rows}}</tbody>
</table>
{{/has_rows}}
{{>pager}}
