{{#searchable}}<div class="field">
  <label for="ten">[[Tìm theo họ tên|Search by name]]</label>
  <p class="hint" id="ten-hint">[[Gõ một phần họ tên, không cần dấu. Ai đã được đánh dấu vẫn giữ nguyên.|Type a part of the name; tone marks are not needed. Whoever is ticked stays ticked.]]</p>
  <input class="w-half" id="ten" name="ten" value="{{query}}" autocomplete="off" aria-describedby="ten-hint">
</div>
<div class="actions"><button type="submit" class="button-secondary" formaction="{{browse}}" formnovalidate name="trang" value="1">[[Tìm|Search]]</button></div>{{/searchable}}
{{#kept}}<input type="hidden" name="p{{number}}" value="1">{{/kept}}
<div id="person"{{#error}} class="field-wrong"{{/error}}>
{{#error}}<p class="field-error" id="person-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
{{#no_has_rows}}<p class="empty">[[Không có ai mang họ tên như vậy. Hãy gõ ít chữ hơn.|Nobody has such a name. Type less of it.]]</p>{{/no_has_rows}}
{{#has_rows}}<section class="table-wrap" aria-labelledby="bang" tabindex="0">
<table class="table-cards">
  <caption id="bang">{{caption}} <span class="as-of">· [[ngày|on]] {{day}} · [[xếp theo tên|by given name]]</span></caption>
  <thead><tr><th scope="col">[[Họ tên|Name]]</th><th scope="col">{{note_title}}</th></tr></thead>
  <tbody>
    {{#rows}}<tr><th scope="row">{{#open}}<div class="choice"><input type="checkbox" id="p{{number}}" name="p{{number}}" value="1"{{#ticked}} checked{{/ticked}}><label for="p{{number}}">{{name}}</label></div>{{/open}}{{#no_open}}{{name}}{{/no_open}}</th><td data-label="{{note_title}}">{{note}}</td></tr>
    {{/rows}}
  </tbody>
</table>
</section>{{/has_rows}}
</div>
{{#has_elsewhere}}<p class="soft">[[Đã đánh dấu thêm ở trang khác hoặc lần tìm khác|Also ticked on other pages or in other searches]]: {{elsewhere}} [[người|persons]].</p>{{/has_elsewhere}}
{{#many}}<div class="table-foot">
  <p class="soft">{{found}} [[người|persons]] · [[trang|page]] {{page}}/{{pages}}</p>
  <div class="actions">{{#previous}}<button type="submit" class="button-quiet" formaction="{{browse}}" formnovalidate name="trang" value="{{previous_text}}">[[Trang trước|Previous page]]</button>{{/previous}}{{#next}} <button type="submit" class="button-quiet" formaction="{{browse}}" formnovalidate name="trang" value="{{next_text}}">[[Trang sau|Next page]]</button>{{/next}}</div>
</div>{{/many}}
