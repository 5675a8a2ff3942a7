<div class="title-block">
  <h1>[[Ý kiến bạn đọc|Comments]]</h1>
  <p class="must">[[Đọc rồi đăng, chuyển để trả lời, hoặc từ chối kèm lý do. Phê bình không phải là lý do.|Read, then publish, hand on, or refuse with the reason. Criticism is no reason.]]</p>
</div>
{{>chips}}
{{#no_has_rows}}<div class="empty">
  <h2>[[Không có ý kiến nào ở hàng này|No comment in this queue]]</h2>
  <p>[[Ý kiến dưới bài viết của đơn vị bạn và các đơn vị bên dưới sẽ hiện ở đây.|Comments under articles of your unit and those below it appear here.]]</p>
</div>{{/no_has_rows}}
{{#has_rows}}<p class="hint" data-needs-script hidden>[[Phím tắt: j ý kiến sau, k ý kiến trước, p đăng, r từ chối.|Keys: j next, k previous, p publish, r refuse.]]</p>{{/has_rows}}
<ol class="comments">
  {{#rows}}<li data-comment tabindex="-1" id="y-kien-{{number}}">
    <h2><a href="{{address}}">{{title}}</a></h2>
    <p class="soft">{{name}} · {{received}} · [[bài|article]] {{#article}}<a href="{{article_text}}">{{article_title}}</a>{{/article}}{{#no_article}}{{article_title}}{{/no_article}}</p>
    {{#signs}}<p><span class="state state-risk">[[Nghi ngờ|Suspicious]]</span> {{signs_text}}</p>{{/signs}}
    {{#stray_letter}}<p class="soft">{{stray_letter_text}}</p>{{/stray_letter}}
    {{#by_question}}<p class="soft">[[Gửi bằng mã xác nhận, không qua bước kiểm tra tự động.|Sent with the confirmation code, without the automatic check.]]</p>{{/by_question}}
    {{#text}}<p>{{text}}</p>{{/text}}
    {{#due}}<p>{{#late}}<span class="state state-late">[[Quá hạn|Late]]</span> {{/late}}[[Hạn trả lời|To be answered by]] {{due_text}}</p>{{/due}}
    {{#has_address}}<p class="soft">[[Có địa chỉ trang web nên không ai đăng hay chuyển đi được. Hãy từ chối và nhắn người viết gửi lại bằng lời.|It names a web address, so nobody can publish it or hand it on. Refuse it and ask its writer to send it again in words.]]</p>{{/has_address}}
    <div class="actions">
      {{#may_publish}}<form action="{{address}}/dang" method="post" data-act="p">{{>keys}}<input type="hidden" name="ban" value="{{version}}"><button class="button">[[Đăng|Publish]]<span class="unseen"> {{title}}</span></button></form>{{/may_publish}}
      {{#may_refuse}}<details data-act="r"><summary>[[Từ chối|Refuse]]<span class="unseen"> {{title}}</span></summary>
        <form class="form" action="{{address}}/tu-choi" method="post">{{>keys}}<input type="hidden" name="ban" value="{{version}}">
          <div class="field"><label for="ly-do-{{number}}">[[Lý do (người viết xem được)|Reason (its writer reads it)]]</label>
          <select class="w-half" id="ly-do-{{number}}" name="ly-do">{{#reasons}}<option value="{{value}}">{{label}}</option>{{/reasons}}</select></div>
          <div class="field"><label for="giai-thich-{{number}}">[[Giải thích thêm|Explanation]] <span class="optional">([[không bắt buộc|optional]])</span></label>
          <input id="giai-thich-{{number}}" name="giai-thich" autocomplete="off"></div>
          <button class="button-secondary">[[Từ chối|Refuse]]</button>
        </form>
      </details>{{/may_refuse}}
      <a class="button-quiet" href="{{address}}">[[Xem, chuyển trả lời|Open, hand on]]<span class="unseen"> {{title}}</span></a>
    </div>
  </li>
  {{/rows}}
</ol>
{{>pager}}
