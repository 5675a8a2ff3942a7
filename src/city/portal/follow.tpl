<p class="small link-row"><span>[[Theo dõi|Follow]]:</span> <a href="{{rss}}">RSS</a> <a href="{{atom}}">Atom</a> <a href="{{json}}">JSON Feed</a></p>
