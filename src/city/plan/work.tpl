<div class="title-block">
  <h1>{{heading}}</h1>
  <p class="must">{{must}}</p>
</div>
{{#no_has_rows}}<div class="empty"><h2>[[Chưa có việc nào|Nothing to do]]</h2><p>[[Khi một kế hoạch được ban hành, việc của đơn vị hiện ở đây cùng hạn hoàn thành.|When a plan is issued, the unit's tasks appear here with their deadlines.]]</p></div>{{/no_has_rows}}
{{#has_rows}}
<section class="table-wrap" aria-labelledby="bang" tabindex="0">
<table class="table-cards">
  <caption id="bang">[[Việc quá hạn đứng trước|Late ones first]]</caption>
  <thead><tr><th scope="col">[[Đơn vị|Unit]]</th><th scope="col">[[Việc|What]]</th><th scope="col">[[Kế hoạch|Plan]]</th><th scope="col">[[Hạn|Due]]</th><th scope="col">[[Trạng thái|State]]</th><th scope="col">[[Thao tác|Actions]]</th></tr></thead>
  <tbody>
    {{#rows}}<tr>
      <td data-label="[[Đơn vị|Unit]]"><span><span lang="vi">{{unit}}</span>{{#closed}} <span class="state state-idle">[[dừng hoạt động từ|closed since]] {{closed_text}}</span>{{/closed}}</span></td>
      <td data-label="[[Việc|What]]">{{#address}}<a href="{{address_text}}">{{what}}</a>{{/address}}{{#no_address}}{{what}}{{/no_address}}</td>
      <td data-label="[[Kế hoạch|Plan]]"><a href="{{plan_address}}">{{plan}}</a></td>
      <td data-label="[[Hạn|Due]]"><span>{{due}}{{#extended}}<span class="soft small"> {{extended_text}}</span>{{/extended}}{{#asking}} <span class="state state-risk">{{asking_text}}</span>{{/asking}}{{#notes}} <a class="small" href="{{note_address}}">{{note}}</a>{{/notes}}</span></td>
      <td data-label="[[Trạng thái|State]]"><span class="state {{mark}}">{{state}}</span></td>
      <td data-label="[[Thao tác|Actions]]">{{#may_log}}<p><a class="button-quiet" href="/hoat-dong/ghi?viec={{number}}">[[Ghi hoạt động|Record an activity]]<span class="unseen" lang="vi">: {{what}}</span></a></p><p><a class="button-quiet" href="/huong-dan/moi?viec={{number}}">[[Hỏi hướng dẫn|Ask for guidance]]<span class="unseen" lang="vi">: {{what}}</span></a></p>{{/may_log}}{{#below}}<p class="soft small">{{below_text}}</p>{{/below}}{{#may_report}}<form action="/nhiem-vu/{{number}}/hoan-thanh" method="post">{{>keys}}<label class="unseen" for="on-{{number}}">[[Ngày hoàn thành|Day it was done]]</label><input class="w-date numbers" id="on-{{number}}" name="on" value="{{today}}" inputmode="numeric"> <button class="button-secondary">[[Báo xong|Done]]</button></form>{{/may_report}}{{#no_may_log}}<span class="soft">–</span>{{/no_may_log}}</td>
    </tr>
    {{/rows}}
  </tbody>
</table>
</section>
{{>pager}}
{{/has_rows}}
