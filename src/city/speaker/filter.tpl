<form class="filters" role="search" aria-label="[[Lọc danh sách|Filter the list]]" action="{{action}}" method="get">
  {{#standing}}<input type="hidden" name="tinh-trang" value="{{standing_text}}">{{/standing}}
  <div class="field"><label for="loc">[[Họ tên hoặc nơi công tác|Name or place of work]]</label><input id="loc" name="q" value="{{q}}" maxlength="100" autocomplete="off"></div>
  <div class="field"><label for="don-vi">[[Đơn vị, cả bên dưới|Unit with those below]]</label><select id="don-vi" name="don-vi" lang="vi">{{#units}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>{{/units}}</select></div>
  <div class="field"><label for="linh-vuc">[[Lĩnh vực|Branch of law]]</label><select id="linh-vuc" name="linh-vuc"><option value="">[[Mọi lĩnh vực|All branches]]</option>{{#branches}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>{{/branches}}</select></div>
  <button class="button-secondary">[[Lọc|Filter]]</button>
  {{#filtered}}<a class="button-quiet" href="{{action}}">[[Bỏ lọc|Clear]]</a>{{/filtered}}
</form>
