<div class="law-text" lang="vi">
{{#rows}}
{{#bare}}{{#has_text}}<p id="{{id}}">{{#pieces}}{{plain}}{{#link}}<a href="{{address}}">{{words}}</a>{{/link}}{{/pieces}}</p>{{/has_text}}{{/bare}}
{{#division}}<h2 class="law-division" id="{{id}}"><a class="law-anchor" href="{{address}}">{{label}}</a> {{heading}}</h2>{{#has_text}}<p>{{#pieces}}{{plain}}{{#link}}<a href="{{address}}">{{words}}</a>{{/link}}{{/pieces}}</p>{{/has_text}}{{/division}}
{{#article}}<h3 class="law-article" id="{{id}}"><a class="law-anchor" href="{{address}}">{{label}}</a> {{heading}}</h3>{{#has_text}}<p>{{#pieces}}{{plain}}{{#link}}<a href="{{address}}">{{words}}</a>{{/link}}{{/pieces}}</p>{{/has_text}}{{/article}}
{{#clause}}<p class="law-clause" id="{{id}}"><a class="law-anchor" href="#{{id}}">{{label}}</a> <b>{{heading}}</b> {{#pieces}}{{plain}}{{#link}}<a href="{{address}}">{{words}}</a>{{/link}}{{/pieces}}</p>{{/clause}}
{{#point}}<p class="law-point" id="{{id}}"><a class="law-anchor" href="#{{id}}">{{label}}</a> {{#pieces}}{{plain}}{{#link}}<a href="{{address}}">{{words}}</a>{{/link}}{{/pieces}}</p>{{/point}}
{{/rows}}
</div>
