<fieldset class="fields" id="anh-trong-bai">
    <legend>[[Ảnh trong bài|Pictures of the article]]</legend>
    <p class="hint">[[Máy vẽ lại ảnh: nơi chụp, máy chụp và mọi ghi chú trong tệp đều bị bỏ. Ảnh chỉ công khai khi một bản có ảnh được duyệt và đăng.|The picture is drawn anew: where it was taken, by which camera, and every note in the file are dropped. It is public only once a version that shows it is approved and published.]]</p>
    {{#waiting}}<input type="hidden" name="anh-da-nhan" value="{{name}}"><div class="notice" role="status"><p>[[Đã nhận ảnh|The picture has arrived]] ({{size}}); [[chưa vào bài, không phải chọn lại.|it is not in the article yet and need not be chosen again.]]</p><div class="choice"><input type="checkbox" id="bo-anh" name="bo-anh" value="1"><label for="bo-anh">[[Bỏ ảnh này, lưu bài không có ảnh|Drop it and save without it]]</label></div></div>{{/waiting}}
    {{#file}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="tep">[[Tệp ảnh|The picture]]</label>
      <p class="hint" id="tep-hint">[[JPEG, PNG hoặc WebP; tối đa 7 MB và 24 triệu điểm ảnh|JPEG, PNG or WebP; at most 7 MB and 24 million pixels]]</p>
      {{#error}}<p class="field-error" id="tep-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
      <input type="file" id="tep" name="tep" accept="image/jpeg,image/png,image/webp" aria-describedby="tep-hint{{#error}} tep-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
    </div>{{/file}}
    {{#alt}}<div class="field{{#error}} field-wrong{{/error}}">
      <label for="mo-ta-anh">[[Tả ảnh bằng lời|The picture in words]]</label>
      <p class="hint" id="mo-ta-anh-hint">[[Cho người không nhìn thấy ảnh; tối đa 300 ký tự. Ví dụ: Người dân nộp hồ sơ ở bộ phận một cửa phường|For those who do not see it; at most 300 characters. For example: People hand in papers at the ward’s desk]]</p>
      {{#error}}<p class="field-error" id="mo-ta-anh-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
      <textarea id="mo-ta-anh" name="mo-ta-anh" rows="2" autocomplete="off" data-private aria-describedby="mo-ta-anh-hint{{#error}} mo-ta-anh-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>{{value}}</textarea>
    </div>{{/alt}}
    <div class="actions"><button class="button-secondary" formaction="{{action}}">[[Thêm ảnh|Add the picture]]</button></div>
    {{#has_rows}}<p>[[Dán dòng của ảnh vào chỗ muốn hiện, thành một đoạn riêng. Muốn có chú thích dưới ảnh: viết thêm trong ngoặc, ví dụ|Paste a picture’s line where it shall stand, as a paragraph of its own. For a caption below it add it in quotes, for example]] <code>(/anh/1 "[[Chú thích|Caption]]")</code></p>
    <ul class="pictures">{{#rows}}<li><img src="{{address}}" width="{{width}}" height="{{height}}" alt="{{alt}}" loading="lazy" decoding="async"><code>{{line}}</code></li>
    {{/rows}}</ul>{{/has_rows}}
  </fieldset>
