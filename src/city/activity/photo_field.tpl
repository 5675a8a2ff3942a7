{{#file}}<div class="field{{#error}} field-wrong{{/error}}">
    {{#waiting}}<input type="hidden" name="anh-da-nhan" value="{{name}}"><div class="notice" role="status"><p>[[Đã nhận ảnh|The picture has arrived]] ({{size}}); [[không phải chọn lại.|it need not be chosen again.]]</p><div class="choice"><input type="checkbox" id="bo-anh" name="bo-anh" value="1"><label for="bo-anh">[[Bỏ ảnh này|Remove it]]</label></div></div>{{/waiting}}
    <label for="tep">[[Ảnh minh chứng|Supporting photo]]{{#optional}} <span class="optional">([[không bắt buộc|optional]])</span>{{/optional}}</label>
    <p class="hint" id="tep-hint">[[Chụp cảnh chung, tránh mặt người và giấy tờ. Nơi chụp và ghi chú trong tệp bị bỏ.|Show the scene, not faces or papers. Where it was taken and every note in the file are dropped.]]</p>
    {{#error}}<p class="field-error" id="tep-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
    <input type="file" id="tep" name="tep" accept="image/jpeg,image/png,image/webp" aria-describedby="tep-hint{{#error}} tep-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
  </div>{{/file}}
