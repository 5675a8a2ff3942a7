{{#figure}}
<div class="title-block">
  <p class="over">{{title}}</p>
  <h1>[[Chốt số liệu|Freeze a figure]]: {{what}}</h1>
  <p class="must">[[Kiểm con số dưới đây. Sau khi chốt, số liệu không sửa được; sai sót về sau hiện thành đính chính bên cạnh.|Check the figure below. Once frozen it cannot be changed; later corrections are shown beside it.]]</p>
</div>
<dl class="figures">
  <div><dt>[[Đã tới, hết ngày|Reached by the end of]] {{day}}</dt><dd><span class="numbers">{{share}}</span> <span class="as-of">{{reached}} / {{all}} [[người · sổ cái tới sự kiện số|persons · ledger up to fact no.]] {{position}}</span></dd></div>
</dl>
<form class="form" action="/so-lieu" method="post">
{{/figure}}
  {{>keys}}<input type="hidden" name="muc" value="{{item}}"><input type="hidden" name="don-vi" value="{{unit}}"><input type="hidden" name="kenh" value="{{channel}}"><input type="hidden" name="doi-tuong" value="{{audience}}"><input type="hidden" name="ngay" value="{{day}}">
  <div class="actions"><button class="button">[[Chốt số liệu|Freeze]]</button> <a class="button-quiet" href="{{back}}">[[Thôi|Cancel]]</a></div>
</form>
