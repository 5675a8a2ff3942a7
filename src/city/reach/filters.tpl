<form class="filters" id="bo-loc" action="{{address}}" method="get">
  <div class="field"><label for="kenh">[[Kênh|Channel]]</label><select id="kenh" name="kenh">{{#channels}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>{{/channels}}</select></div>
  <div class="field"><label for="doi-tuong">[[Đối tượng|Audience]]</label><select id="doi-tuong" name="doi-tuong"><option value="">[[mọi người phải biết|everybody who must know]]</option><option value="chu-chot"{{#key_only}} selected{{/key_only}}>[[cán bộ chủ chốt|key officials]]</option></select></div>
  {{#has_kinds}}<div class="field"><label for="loai">[[Đơn vị trong bảng|Units in the table]]</label><select id="loai" name="loai">{{#kinds}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>{{/kinds}}</select></div>{{/has_kinds}}
  <div class="field"><label for="ngay">[[Số liệu tới hết ngày|As at the end of]]</label><input class="w-number" id="ngay" name="ngay" value="{{day}}" placeholder="[[hôm nay|today]]" autocomplete="off" inputmode="numeric" aria-describedby="ngay-hint"></div>
  {{#slider}}<div class="field day-slider" data-needs-script hidden><label for="thanh-ngay">[[Kéo tới ngày|Slide to the day]]</label>: <output for="thanh-ngay" data-day-shown>{{day}}</output><input type="range" id="thanh-ngay" min="0" max="{{length}}" step="1" value="{{at}}" data-first="{{first}}" data-day="ngay" data-today="[[hôm nay|today]]"></div>{{/slider}}
  <button class="button-secondary">[[Xem|Show]]</button>
  <p class="hint" id="ngay-hint">[[Viết 30/06/2021; để trống là hôm nay.|Write 30/06/2021; empty is today.]]</p>
</form>
{{#has_chips}}<ul class="chips" aria-label="[[Đang lọc|Filters in use]]">{{#chips}}<li><a href="{{without}}">{{label}}<span aria-hidden="true">&nbsp;✕</span><span class="unseen">, [[bỏ bộ lọc này|remove this filter]]</span></a></li>{{/chips}}</ul>{{/has_chips}}
