<div class="title-block">
  <h1>[[Đã nhận ý kiến của bạn|Your comment was received]]</h1>
  <p class="must">[[Hãy ghi lại mã dưới đây: mã chỉ hiện ở trang này và không cấp lại được.|Write down the code below: it is shown on this page only and cannot be given again.]]</p>
</div>
<section class="panel" aria-labelledby="ma-theo-doi">
  <h2 id="ma-theo-doi">[[Mã theo dõi|Code]]</h2>
  <p><strong class="figure" data-done>{{code}}</strong></p>
  <p>[[Với mã này bạn xem ý kiến đang ở bước nào, đọc câu trả lời hoặc lý do không đăng, và xóa vĩnh viễn những gì đã gửi.|With it you see where your comment stands, read the answer or the reason it was refused, and erase everything you sent.]]</p>
</section>
<div class="actions"><a class="button" href="{{follow}}">[[Mở trang theo dõi|Follow this comment]]</a> <a class="button-quiet" href="{{article_address}}">[[Về bài viết|Back to the article]]</a></div>
