<div class="title-block">
  <p class="over">[[So sánh hai bản|Two versions compared]]</p>
  <h1[[| lang="vi"]]>{{title}}</h1>
</div>
<form class="filters" action="{{action}}" method="get">
  <div class="field">
    <label for="tu">[[Từ bản|From]]</label>
    <select id="tu" name="tu">{{#from}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>{{/from}}</select>
  </div>
  <div class="field">
    <label for="den">[[Đến bản|To]]</label>
    <select id="den" name="den">{{#to}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>{{/to}}</select>
  </div>
  <button class="button-secondary">[[So sánh|Compare]]</button>
</form>
{{>difference}}
{{#restore}}
<form action="{{action}}" method="post">
  {{>keys}}<input type="hidden" name="ban" value="{{version}}"><input type="hidden" name="moi-nhat" value="{{newest}}">
  <div class="actions"><button class="button">[[Khôi phục bản|Restore version]] {{version}}</button></div>
  <p class="hint">[[Lời của bản này thành một bản nháp mới; bài chỉ lên cổng khi một người khác duyệt.|Its words become a new draft, published only after somebody else has approved.]]</p>
</form>
{{/restore}}
