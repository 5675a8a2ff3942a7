<p class="small">[[Theo dõi|Follow]]: <a href="{{rss}}">RSS</a> · <a href="{{atom}}">Atom</a> · <a href="{{json}}">JSON Feed</a></p>
