<section aria-labelledby="y-kien-ban-doc">
  <h2 id="y-kien-ban-doc">[[Ý kiến bạn đọc|Comments]] ({{count}})</h2>
  {{#no_has_rows}}<p class="soft">[[Chưa có ý kiến nào. Hỏi, góp ý hay phê bình đều được.|No comment yet. Ask, suggest or criticise.]]</p>{{/no_has_rows}}
  <ol class="comments">
    {{#rows}}<li id="y-kien-{{number}}">
      <h3 lang="vi">{{title}}</h3>
      {{#lines}}<p lang="vi">{{text}}</p>{{/lines}}
      <p class="soft"><span lang="vi">{{name}}</span> · <time datetime="{{day_iso}}">{{day}}</time></p>
      {{#asked}}<p><span class="state state-risk">[[Chờ trả lời|To be answered]]</span> <span lang="vi">{{unit}}</span>, [[hạn|by]] {{due}}</p>{{/asked}}
      {{#answer}}<div class="reply">
        <p><strong><span lang="vi">{{unit}}</span> [[trả lời|answers]]</strong> <time class="soft" datetime="{{day_iso}}">{{day}}</time></p>
        {{#words}}<p lang="vi">{{text}}</p>{{/words}}
      </div>{{/answer}}
    </li>
    {{/rows}}
  </ol>
  <div class="actions"><a class="button-secondary" href="{{write}}">[[Gửi ý kiến|Write a comment]]</a> {{#more}}<a class="button-quiet" href="{{more_text}}">[[Xem tất cả ý kiến|All comments]]</a>{{/more}} <a class="button-quiet" href="/gop-y">[[Theo dõi ý kiến đã gửi|Follow a comment]]</a></div>
</section>
