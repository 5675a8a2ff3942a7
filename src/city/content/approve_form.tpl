{{#link_faults}}<div class="notice notice-risk"><p><strong>{{words}}.</strong> <a href="#lien-ket">[[Xem các liên kết|See the links]]</a></p></div>{{/link_faults}}
{{#correction}}<p><a href="{{address}}">[[Thay đổi so với bản trên cổng (bản {{published}})|What changes against the version on the portal (version {{published}})]]</a></p>{{/correction}}
<form action="{{action}}" method="post" data-confirm="[[Bạn duyệt đúng bản đang xem và bài lên cổng ngay.|You approve exactly the version shown, and it is published at once.]]{{#link_faults}} [[Trong bài có|The text has]] {{words}}.{{/link_faults}}">
  {{>keys}}<input type="hidden" name="ban" value="{{version}}">
  <div class="actions"><button class="button">[[Duyệt và đăng|Approve and publish]]</button></div>
</form>
