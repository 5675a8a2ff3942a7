<ul class="posts">
  {{#rows}}<li><a href="{{address}}" lang="vi">{{title}}</a> <span class="views">{{views}}<span class="unseen"> [[lượt xem|views]]</span></span> <time datetime="{{day_iso}}">{{day}}</time></li>
  {{/rows}}
</ul>
