<div class="title-block">
  <h1>[[Đã ghi đánh giá của bạn|Your rating is counted]]</h1>
  <p class="must" data-done>[[Cảm ơn bạn. Đơn vị đăng bài đọc các đánh giá để sửa bài cho dễ hiểu và đúng hơn.|Thank you. The unit that published the article reads ratings to make it clearer and more correct.]]</p>
</div>
<div class="actions"><a class="button" href="{{article_address}}">[[Về bài viết|Back to the article]]</a> <a class="button-quiet" href="{{comment}}">[[Muốn được trả lời? Gửi ý kiến|Do you want an answer? Write a comment]]</a></div>
