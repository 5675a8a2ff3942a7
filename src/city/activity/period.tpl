<form class="filters" role="search" aria-label="[[Chọn thời gian|Choose the period]]" action="{{action}}" method="get">
  <input type="hidden" name="don-vi" value="{{of_unit}}">{{#of_kind}}<input type="hidden" name="loai" value="{{of_kind_text}}">{{/of_kind}}
  <div class="field"><label for="tu-ngay">[[Từ ngày|From]]</label><input class="w-date numbers" id="tu-ngay" name="tu-ngay" value="{{from}}" inputmode="numeric" autocomplete="off" aria-describedby="thoi-gian-hint"></div>
  <div class="field"><label for="den-ngay">[[Đến hết ngày|To the end of]]</label><input class="w-date numbers" id="den-ngay" name="den-ngay" value="{{to}}" inputmode="numeric" autocomplete="off" aria-describedby="thoi-gian-hint"></div>
  <button class="button-secondary">[[Xem|Show]]</button>
  <p class="hint" id="thoi-gian-hint">[[Viết 30/06/2021; để trống là từ trước đến nay.|Write 30/06/2021; empty is all that there is.]]{{#any_day}} <a href="{{any_day_text}}">[[Xem mọi ngày|See all days]]</a>{{/any_day}}</p>
</form>
