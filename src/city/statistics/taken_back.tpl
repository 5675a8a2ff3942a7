<div class="title-block">
  <p class="over"><span lang="vi">{{asker}}</span> · {{form}}: {{period}}</p>
  <h1>[[Số liệu đã được rút lại|These figures were taken back]]</h1>
  <p class="must">[[Số liệu của kỳ này được công khai lúc|The figures of this period became public at]] {{published}}, [[và được rút lại lúc|and were taken back at]] <time datetime="{{at_iso}}">{{at}}</time>.</p>
</div>
<dl class="facts">
  <dt>[[Lý do|Reason]]</dt><dd lang="vi">{{reason}}</dd>
</dl>
<div class="actions"><a class="button-secondary" href="/so-lieu-cong-khai">[[Số liệu công khai khác|Other public figures]]</a></div>
