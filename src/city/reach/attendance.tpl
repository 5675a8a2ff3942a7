<div class="title-block">
  <p class="over"><a href="{{activity}}">[[Hoạt động số|Activity]] {{number}}</a> · <span lang="vi">{{unit}}</span> · <span{{#is_theirs}} lang="vi"{{/is_theirs}}>{{title}}</span></p>
  <h1>[[Người dự theo danh sách|Attendance by list]]</h1>
  <p class="must">[[Ngày|On]] {{day}}{{#attendances}}: {{attendances_text}} [[lượt người|attendances]]{{/attendances}}. [[Đã ghi tên|Named]]: {{named}} [[người|persons]].{{#annulled}} <span class="state state-late">[[Đã hủy|Annulled]]</span>{{/annulled}}</p>
</div>
{{#misfits}}<div class="notice notice-risk"><p>{{sentence}}</p></div>
{{/misfits}}
<div class="notice"><p>[[Chỉ cán bộ của chính đơn vị xem được danh sách này. Lần xem này đã được ghi vào sổ cái. Người ở đơn vị khác đến dự do đơn vị của họ ghi.|Only this unit's own officer sees this list. This look has been recorded in the ledger. Whoever came from another unit is recorded by his own.]]</p></div>
{{#closed}}<div class="empty"><h2>[[Không ghi thêm được|Nobody more can be named]]</h2><p>{{closed_text}}</p></div>{{/closed}}
{{#form}}
{{#no_has_people}}<div class="empty"><h2>[[Không có ai để ghi|There is nobody to name]]</h2><p>[[Đơn vị chưa có người nào thuộc đối tượng phải biết của kế hoạch này.|Nobody of the unit has to know what this plan makes known.]]</p></div>{{/no_has_people}}
{{#has_people}}<form class="form" action="{{action}}" method="post">
  {{>keys}}
  {{#several}}<fieldset class="fields{{#item_error}} field-wrong{{/item_error}}" id="item"{{#item_error}} aria-describedby="item-loi"{{/item_error}}>
    <legend>[[Buổi này đã phổ biến bài nào|Which articles were made known there]]</legend>
    {{#item_error}}<p class="field-error" id="item-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{item_error_text}}</p>{{/item_error}}
    {{#items}}<div class="choice"><input type="checkbox" id="item-{{number}}" name="item-{{number}}" value="1"{{#chosen}} checked{{/chosen}}><label for="item-{{number}}"><span lang="vi">{{title}}</span></label></div>
    {{/items}}
  </fieldset>{{/several}}
  {{#no_several}}{{#items}}<p>[[Buổi này phổ biến|It made known]]: <strong lang="vi">{{title}}</strong><input type="hidden" name="item-{{number}}" value="1"></p>{{/items}}{{/no_several}}
  {{>people}}
  <div class="thumb"><button class="button">[[Ghi người đã đánh dấu là đã dự|Record those ticked as having attended]]</button></div>
</form>{{/has_people}}
{{/form}}
{{#has_receipts}}<section aria-labelledby="da-ghi-ten">
  <h2 id="da-ghi-ten">[[Ghi nhận theo hoạt động này|Records by this activity]]</h2>
  <p>[[Ghi nhầm thì đính chính, kèm lý do; ghi nhận cũ vẫn xem lại được.|A wrong one is corrected, with a reason; it can still be seen.]]</p>
  <ul class="receipts">{{#receipts}}{{>receipt}}
  {{/receipts}}</ul>
  {{>pager}}
</section>{{/has_receipts}}
{{#unseen_receipts}}<p class="soft">[[Ghi nhận của người nay thuộc đơn vị khác hoặc đã rời đi, không hiện ở đây|Records of persons who are now of another unit or have left, not shown here]]: {{unseen_receipts_text}}.</p>{{/unseen_receipts}}
