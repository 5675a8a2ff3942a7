{{#parts}}<section>
<h3>{{numeral}}. {{title}}</h3>
<div lang="vi">{{#blocks}}{{#is_list}}<ul>{{#rows}}<li>{{>line}}</li>
{{/rows}}</ul>{{/is_list}}{{#no_is_list}}{{#rows}}<p>{{>line}}</p>
{{/rows}}{{/no_is_list}}{{/blocks}}</div>
</section>
{{/parts}}
