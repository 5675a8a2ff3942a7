<section class="panel" aria-labelledby="hai-nguoi-sua">
  <h2 id="hai-nguoi-sua">[[Bản|Version]] {{version}}: {{by}}, {{at}}</h2>
  <p>[[Bản này được lưu trong lúc bạn soạn.|It was saved while you were writing.]] <a href="{{address}}" target="_blank" rel="noopener">[[Xem bản|See version]] {{version}} [[(mở ở thẻ mới)|(opens in a new tab)]]</a></p>
  {{#waits}}<p class="notice notice-risk">[[Bản {{version}} đang chờ duyệt. Lưu bản của bạn thì bài ra khỏi hàng chờ duyệt cho tới khi được gửi duyệt lại.|Version {{version}} waits for approval. If yours is saved, the article leaves that queue until it is handed in again.]]</p>{{/waits}}
  {{>difference}}
  <div class="actions">
    <button type="submit" form="soan-bai" class="button-secondary" name="thay-ban" value="{{version}}">[[Dùng bản của tôi, bỏ bản|Use mine, drop version]] {{version}}</button>
    <a class="button-secondary" href="{{fresh}}">[[Lấy bản|Take version]] {{version}}[[, bỏ những gì tôi viết|, drop what I wrote]]</a>
  </div>
  <p class="hint">[[Muốn giữ cả hai: chép phần cần giữ vào phần soạn dưới đây rồi bấm “Dùng bản của tôi”. Bản {{version}} vẫn được giữ trong lịch sử và khôi phục được.|To keep both: copy what has to be kept into the form below, then press “Use mine”. Version {{version}} stays in the history and can be restored.]]</p>
</section>
