<div class="table-foot">
  <p class="soft">{{rows}} [[dòng|rows]]{{#many}} · [[trang|page]] {{page}}/{{pages}}{{/many}}</p>
  {{#many}}
  <nav class="pages" aria-label="[[Các trang|Pages]]">
    <ul>
      {{#first}}<li><a href="{{first_text}}">[[Trang đầu|First]]</a></li>{{/first}}
      {{#previous}}<li><a href="{{previous_text}}" rel="prev">[[Trang trước|Previous]]</a></li>{{/previous}}
      {{#next}}<li><a href="{{next_text}}" rel="next">[[Trang sau|Next]]</a></li>{{/next}}
      {{#last}}<li><a href="{{last_text}}">[[Trang cuối|Last]]</a></li>{{/last}}
    </ul>
  </nav>
  {{/many}}
</div>
