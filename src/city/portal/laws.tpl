{{#rows}}<li><a href="{{address}}" title="{{title}}" lang="vi">{{name}}</a> <span class="state {{mark}}">{{effect}}</span></li>
{{/rows}}
