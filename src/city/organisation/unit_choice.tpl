<input type="hidden" name="giu" value="{{kept}}">
<div class="field">
  <label for="tim">[[Tìm đơn vị|Search for units]]</label>
  <p class="hint" id="tim-hint">[[Gõ một phần tên, mã, hoặc tên đơn vị cấp trên; không cần dấu. Đơn vị đã đánh dấu vẫn giữ nguyên.|Type a part of the name, of the code, or of the name of the unit above; tone marks are not needed. What is ticked stays ticked.]]</p>
  <input class="w-half" id="tim" name="tim" value="{{query}}" autocomplete="off" aria-describedby="tim-hint">
</div>
<div class="choice"><input type="checkbox" id="chi-chon" name="chi-chon" value="1"{{#chosen_only}} checked{{/chosen_only}}><label for="chi-chon">[[Chỉ xem những đơn vị đã đánh dấu|Only those that are ticked]]</label></div>
<div class="actions"><button type="submit" class="button-secondary" formaction="{{browse}}" formnovalidate name="trang" value="1">[[Tìm|Search]]</button>{{#some_unticked}} <button type="submit" class="button-quiet" formaction="{{browse}}" formnovalidate name="tat-ca" value="1">[[Đánh dấu cả|Tick all]] {{found}} [[đơn vị tìm thấy|that were found]]</button>{{/some_unticked}}</div>
<div id="chon"{{#error}} class="field-wrong"{{/error}}>
{{#error}}<p class="field-error" id="chon-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
<p class="soft">[[Đã đánh dấu|Ticked]]: {{chosen}} [[đơn vị|units]].{{#has_elsewhere}} [[Trong đó không hiện ở trang này|Of these not on this page]]: {{elsewhere}}.{{/has_elsewhere}}</p>
{{#no_has_rows}}<p class="empty">[[Không tìm thấy đơn vị nào. Hãy gõ ít chữ hơn, hoặc bỏ ô “Chỉ xem những đơn vị đã đánh dấu”.|No unit was found. Type less, or untick “Only those that are ticked”.]]</p>{{/no_has_rows}}
{{#has_rows}}<section class="table-wrap" aria-labelledby="bang" tabindex="0">
<table class="table-cards">
  <caption id="bang">[[Đơn vị|Units]]: {{found}}</caption>
  <thead><tr><th scope="col">[[Tên|Name]]</th><th scope="col">[[Loại|Kind]]</th><th scope="col">[[Đơn vị cấp trên|Unit above]]</th><th scope="col">[[Mã|Code]]</th></tr></thead>
  <tbody>
    {{#rows}}<tr><th scope="row"><div class="choice"><input type="checkbox" id="u{{number}}" name="u{{number}}" value="1"{{#ticked}} checked{{/ticked}}><label for="u{{number}}"><span lang="vi">{{name}}</span>{{#closed}} <span class="state state-idle">[[đã dừng hoạt động|closed]]</span>{{/closed}}</label></div></th><td data-label="[[Loại|Kind]]">{{kind}}</td><td data-label="[[Đơn vị cấp trên|Unit above]]">{{#above}}<span lang="vi">{{above_text}}</span>{{/above}}</td><td data-label="[[Mã|Code]]">{{code}}</td></tr>
    {{/rows}}
  </tbody>
</table>
</section>{{/has_rows}}
</div>
{{#many}}<div class="table-foot">
  <p class="soft">{{found}} [[đơn vị|units]] · [[trang|page]] {{page}}/{{pages}}</p>
  <div class="actions">{{#previous}}<button type="submit" class="button-quiet" formaction="{{browse}}" formnovalidate name="trang" value="{{previous_text}}">[[Trang trước|Previous page]]</button>{{/previous}}{{#next}} <button type="submit" class="button-quiet" formaction="{{browse}}" formnovalidate name="trang" value="{{next_text}}">[[Trang sau|Next page]]</button>{{/next}}</div>
</div>{{/many}}
