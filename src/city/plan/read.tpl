<div class="title-block">
  <h1>[[Đọc kế hoạch hoặc bài viết|Read a plan or an article]]</h1>
  <p class="must">[[Chọn tệp hoặc dán chữ. Máy đề xuất căn cứ, nhiệm vụ, đơn vị, hạn và hình thức; bạn xác nhận, sửa hoặc bỏ từng đề xuất.|Choose a file or paste the text. Grounds, tasks, units, deadlines and forms are proposed; you confirm, correct or drop each.]]</p>
</div>
<form class="form" action="/ke-hoach/doc-bai/xem" method="post" enctype="multipart/form-data" data-keep="doc-bai">
  {{>keys}}
  {{#file}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="tep">[[Tệp kế hoạch hoặc bài viết|File of the plan or article]]</label>
    <p class="hint" id="tep-hint">[[Word (.docx), .html, .md hoặc .txt; tệp tối đa 7 MiB, phần chữ tối đa 1 MiB|Word (.docx), .html, .md or .txt; at most 7 MiB, of it at most 1 MiB of text]]</p>
    {{#error}}<p class="field-error" id="tep-loi"><span class="unseen">[[Lỗi: |Error: ]]</span>{{error_text}}</p>{{/error}}
    <input type="file" id="tep" name="tep" accept=".docx,.html,.htm,.md,.txt,text/plain,text/html" aria-describedby="tep-hint{{#error}} tep-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/file}}
  {{#text}}<div class="field{{#error}} field-wrong{{/error}}">
    <label for="van-ban">[[Hoặc dán nội dung|Or paste the text]]</label>
    {{#error}}<p class="field-error" id="van-ban-loi"><span class="unseen">[[Lỗi: |Error: ]]</span>{{error_text}}</p>{{/error}}
    <textarea id="van-ban" name="van-ban" rows="10"{{#error}} aria-describedby="van-ban-loi" aria-invalid="true"{{/error}}>{{value}}</textarea>
  </div>{{/text}}
  <div class="actions"><button class="button">[[Đọc|Read]]</button> <a class="button-quiet" href="/ke-hoach">[[Thôi|Cancel]]</a></div>
</form>
