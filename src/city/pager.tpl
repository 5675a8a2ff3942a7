<div class="table-foot">
  <p class="soft">{{rows}} [[dòng|rows]]{{#many}} · [[trang|page]] {{page}}/{{pages}}{{/many}}</p>
  {{#many}}
  <nav class="pages" aria-label="[[Các trang|Pages]]">
    <ul>
      {{#previous}}<li><a href="{{previous_text}}" rel="prev">[[Trang trước|Previous]]</a></li>{{/previous}}
      {{#next}}<li><a href="{{next_text}}" rel="next">[[Trang sau|Next]]</a></li>{{/next}}
    </ul>
  </nav>
  {{/many}}
</div>
