<div class="title-block">
  <h1>[[Bài viết đã được thu hồi|This article was withdrawn]]</h1>
  <p class="must"><span lang="vi">{{unit}}</span> [[đã thu hồi bài viết này lúc|withdrew this article at]] <time datetime="{{at_iso}}">{{at}}</time>.</p>
</div>
<dl class="facts">
  <dt>[[Lý do|Reason]]</dt><dd>{{reason}}</dd>
  <dt>[[Giải thích|Explanation]]</dt><dd lang="vi">{{text}}</dd>
</dl>
<div class="actions"><a class="button-secondary" href="/bai">[[Xem các bài khác|Other articles]]</a> <a class="button-quiet" href="/van-ban">[[Tra sổ văn bản|Look up documents]]</a></div>
