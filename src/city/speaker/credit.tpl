<div class="title-block">
  <p class="over"><a href="{{activity_address}}">[[Hoạt động số|Activity]] {{number}}</a> · <span lang="vi">{{unit}}</span> · <time datetime="{{day_iso}}">{{day}}</time></p>
  <h1>[[Báo cáo viên, tuyên truyền viên của hoạt động|Who spoke]]: <span{{#is_theirs}} lang="vi"{{/is_theirs}}>{{title}}</span></h1>
  {{#annulled}}<p class="must"><span class="state state-late">[[Đã hủy|Annulled]]</span> [[Hoạt động không tính vào số liệu nào, cũng không tính là buổi nói chuyện.|It counts in no figure, and as nobody’s session.]]</p>{{/annulled}}
</div>
{{#no_form}}
{{#no_has_credited}}<div class="empty"><h2>[[Chưa ghi ai nói chuyện|Nobody is recorded]]</h2><p>[[Đơn vị của hoạt động ghi ở trang này khi có báo cáo viên, tuyên truyền viên nói chuyện.|The unit of the activity records here which law speakers spoke.]]</p></div>{{/no_has_credited}}
{{#has_credited}}<ul>{{#credited}}<li><strong lang="vi">{{name}}</strong> <span class="soft">[[số|no.]] {{number}} · {{standing}} · <span lang="vi">{{unit}}{{#has_workplace}} · {{workplace}}{{/has_workplace}}</span></span></li>
  {{/credited}}</ul>{{/has_credited}}
{{/no_form}}
{{#form}}
<form class="filters" role="search" aria-label="[[Tìm người để chọn|Find somebody to choose]]" action="{{action}}" method="get">
  <div class="field"><label for="tim-nguoi">[[Tìm theo họ tên, nơi công tác|Find by name or place of work]]</label><input id="tim-nguoi" name="q" value="{{words}}" maxlength="100" autocomplete="off"></div>
  <button class="button-secondary">[[Tìm|Find]]</button>
  {{#searched}}<a class="button-quiet" href="{{action}}">[[Bỏ tìm|Clear]]</a>{{/searched}}
</form>
<form class="form" action="{{action}}" method="post" novalidate>
  {{>keys}}
  <input type="hidden" name="ban" value="{{version}}"><input type="hidden" name="tim" value="{{words}}">
  <fieldset class="fields{{#wrong}} field-wrong{{/wrong}}" id="nguoi"{{#wrong}} aria-describedby="nguoi-loi"{{/wrong}}>
    <legend>[[Chọn người đã nói chuyện|Choose who spoke]]</legend>
    {{#wrong}}<p class="field-error" id="nguoi-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{wrong_text}}</p>{{/wrong}}
    {{#no_searched}}<p class="hint">[[Có sẵn người của đơn vị và đơn vị cấp trên; tìm người của đơn vị khác bằng ô ở trên. Hãy lưu trước khi tìm tiếp.|Speakers of the unit and of those above it are offered; find others with the box above. Save before you search again.]]</p>{{/no_searched}}
    {{#has_credited}}<p><strong>[[Đang ghi|Recorded now]]</strong></p>
    {{#credited}}<div class="choice"><input type="checkbox" id="{{id}}" name="{{id}}" value="1"{{#chosen}} checked{{/chosen}}><label for="{{id}}"><span lang="vi">{{name}}</span></label></div><p class="choice-hint soft">[[số|no.]] {{number}} · {{standing}} · <span lang="vi">{{unit}}{{#has_workplace}} · {{workplace}}{{/has_workplace}}</span></p>
    {{/credited}}{{/has_credited}}
    {{#no_has_offered}}<p>{{#searched}}[[Không tìm thấy ai khác. Hãy thử ít chữ hơn.|Nobody else was found. Try fewer words.]]{{/searched}}{{#no_searched}}[[Đơn vị và cấp trên chưa có ai khác trong sổ vào ngày đó.|The unit and those above it have nobody else in their registers on that day.]]{{/no_searched}}</p>{{/no_has_offered}}
    {{#has_offered}}<p><strong>[[Chọn thêm|Others]]</strong></p>
    {{#offered}}<div class="choice"><input type="checkbox" id="{{id}}" name="{{id}}" value="1"{{#chosen}} checked{{/chosen}}><label for="{{id}}"><span lang="vi">{{name}}</span></label></div><p class="choice-hint soft">[[số|no.]] {{number}} · {{standing}} · <span lang="vi">{{unit}}{{#has_workplace}} · {{workplace}}{{/has_workplace}}</span></p>
    {{/offered}}{{/has_offered}}
    {{#has_hidden}}<p class="hint">[[Còn|There are]] {{hidden}} [[người nữa; hãy gõ thêm chữ để tìm.|more; type more to find them.]]</p>{{/has_hidden}}
  </fieldset>
  <div class="actions"><button class="button">[[Lưu|Save]]</button> <a class="button-quiet" href="{{activity_address}}">[[Về hoạt động|Back to the activity]]</a></div>
</form>
{{/form}}
