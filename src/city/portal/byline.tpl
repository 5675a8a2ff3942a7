<p class="byline"><time datetime="{{time_iso}}">{{time}}</time><span lang="vi">{{unit}}</span><span>{{views}} [[lượt xem|views]]</span></p>
