<div class="title-block">
  <h1>[[Đọc bài viết|Read an article]]</h1>
  <p class="must">[[Dán bài viết hoặc chọn tệp văn bản. Máy tìm các văn bản được dẫn và kế hoạch; bạn kiểm lại rồi mới soạn.|Paste an article or choose a text file. The documents and the plan in it are found; you check them before drafting.]]</p>
</div>
<form class="form" action="/ke-hoach/doc-bai/xem" method="post" enctype="multipart/form-data" data-keep="doc-bai">
  {{>keys}}
  <div class="field">
    <label for="van-ban">[[Nội dung bài viết|Text of the article]]</label>
    <textarea id="van-ban" name="van-ban" rows="12">{{text}}</textarea>
  </div>
  <div class="field">
    <label for="tep">[[Hoặc tệp văn bản|Or a text file]] <span class="optional">(.txt, UTF-8)</span></label>
    <input type="file" id="tep" name="tep" accept=".txt,text/plain">
  </div>
  <div class="actions"><button class="button">[[Đọc|Read]]</button> <a class="button-quiet" href="/ke-hoach">[[Thôi|Cancel]]</a></div>
</form>
