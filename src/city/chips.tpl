<ul class="chips" aria-label="{{heading}}">
  {{#list}}<li><a href="{{address}}"{{#here}} aria-current="true"{{/here}}>{{label}}{{#count}} ({{count_text}}){{/count}}</a></li>{{/list}}
</ul>
