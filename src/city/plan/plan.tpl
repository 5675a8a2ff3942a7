<div class="title-block">
  <p class="over">{{number}} · {{issuer}} · <span class="state {{mark}}">{{stage}}</span></p>
  <h1[[| lang="vi"]]>{{title}}</h1>
  {{#has_amended}}<p>[[Đã được sửa đổi, bổ sung bởi|Amended by]] {{#amended}}{{#is_further}}, {{/is_further}}<a href="{{amended_address}}">{{amended_number}}</a> ({{amended_on}}){{/amended}}.</p>
  {{/has_amended}}<p class="must">{{next}}</p>
</div>
{{#parent}}<p>[[Để thực hiện việc|It carries out the task]] {{#address}}<a href="{{address_text}}" lang="vi">{{what}}</a>{{/address}}{{#no_address}}<span lang="vi">“{{what}}”</span>{{/no_address}} [[của Kế hoạch|of plan]] {{number}} · <span lang="vi">{{unit}}</span> · [[mọi nhiệm vụ có hạn đến|every task is due by]] {{due}}</p>
{{/parent}}<p>[[Văn bản theo thể thức|The plan on paper]]: <a href="/ke-hoach/{{plan}}/van-ban">PDF<span class="unseen">, [[văn bản kế hoạch|the plan on paper]]</span></a> · <a href="/ke-hoach/{{plan}}/van-ban?dang=docx">DOCX<span class="unseen">, [[văn bản kế hoạch|the plan on paper]]</span></a></p>
{{#is_issued}}<p><a href="/huong-dan?ke-hoach={{plan}}">[[Hướng dẫn: câu hỏi của các đơn vị và trả lời|Guidance: what units asked, and the answers]]</a></p>
<p><a href="/ke-hoach/{{plan}}/sua-doi">[[Sửa đổi, bổ sung kế hoạch|Amendments of the plan]]</a>{{#open_amendment}} <span class="state state-risk">{{open_amendment_text}}</span>{{/open_amendment}}</p>{{/is_issued}}
{{#approve}}
<form action="/ke-hoach/{{plan}}/duyet" method="post" data-confirm="[[Bạn duyệt đúng bản đang xem. Nếu ai sửa sau đó, phải duyệt lại.|You approve exactly the version shown. A later change needs a new approval.]]" data-confirm-title="[[Phê duyệt kế hoạch?|Approve this plan?]]">
  {{>keys}}<input type="hidden" name="version" value="{{version}}">
  <div class="actions"><button class="button">[[Phê duyệt|Approve]]</button></div>
</form>
{{/approve}}
{{#issue}}
<form class="form" action="/ke-hoach/{{plan}}/ban-hanh" method="post">
  {{>keys}}
  <div class="field-row">
    <div class="field">
      <label for="number">[[Số, ký hiệu do văn thư cấp|Number given by the clerk's office]]</label>
      <p class="hint" id="number-hint">[[Ví dụ 06/KH-HĐPHPBGDPL|For example 06/KH-HĐPHPBGDPL]]</p>
      <input id="number" name="number" value="{{number}}" aria-describedby="number-hint" autocomplete="off" required>
    </div>
    <div class="field">
      <label for="on">[[Ngày ban hành|Day of issue]]</label>
      <p class="hint" id="on-hint">[[Ngày/tháng/năm|Day/month/year]]</p>
      <input class="w-date numbers" id="on" name="on" inputmode="numeric" value="{{on}}" aria-describedby="on-hint" required>
    </div>
  </div>
  <div class="actions"><button class="button">[[Ban hành và giao việc|Issue and hand out the tasks]]</button></div>
</form>
{{/issue}}
<div class="columns">
<div>
  <section class="panel">
    <h2 id="nv">[[Nhiệm vụ|Tasks]]</h2>
    {{#no_has_tasks}}<p>[[Chưa có nhiệm vụ nào. Thêm ít nhất một nhiệm vụ để trình duyệt.|No task yet. Add at least one before asking for approval.]]</p>{{/no_has_tasks}}
    {{#has_tasks}}
    <section class="table-wrap" aria-labelledby="nv" tabindex="0">
    <table class="table-cards" aria-labelledby="nv">
      <thead><tr><th scope="col" class="wide">[[Việc|What]]</th><th scope="col">[[Đơn vị|Units]]</th><th scope="col">[[Hạn|Due]]</th><th scope="col" class="number">[[Đã xong|Done]]</th><th scope="col">[[Trễ hạn|Late]]</th></tr></thead>
      <tbody>
        {{#tasks}}<tr>
          <td data-label="[[Việc|What]]"><span lang="vi">{{what}}</span>
            {{#changes}}<p><a href="{{change_address}}">{{change_words}}</a></p>{{/changes}}
            <p><span class="state {{clear_mark}}">{{clear}}</span></p>
            {{#has_terms}}<ul class="terms">{{#terms}}<li>{{label}}: <span lang="vi">{{value}}</span></li>{{/terms}}</ul>{{/has_terms}}
            {{#may_change}}<p><a href="/ke-hoach/{{plan}}/nhiem-vu/{{number}}/sua">[[Sửa|Change]]<span class="unseen" lang="vi"> {{what}}</span></a></p>
            <form action="/ke-hoach/{{plan}}/nhiem-vu/{{number}}/bo" method="post">{{>keys}}<input type="hidden" name="version" value="{{version}}"><button class="link-button">[[Bỏ|Drop]]<span class="unseen"> {{what}}</span></button></form>{{/may_change}}</td>
          <td data-label="[[Đơn vị|Units]]">{{#group_address}}<a href="{{group_address_text}}">{{units}}</a>{{/group_address}}{{#no_group_address}}{{units}}{{/no_group_address}}</td>
          <td data-label="[[Hạn|Due]]"><span>{{due}}{{#extended}} <span class="soft small">{{extended_text}}</span>{{/extended}}</span></td>
          <td class="number" data-label="[[Đã xong|Done]]"><a class="figure" href="/ke-hoach/{{plan}}/nhiem-vu/{{number}}">{{done}} / {{all}}</a></td>
          <td data-label="[[Trễ hạn|Late]]">{{#late_address}}<a class="figure" href="{{late_address_text}}"><span class="state state-late">{{late}} [[đơn vị|units]]</span></a>{{/late_address}}{{#no_late_address}}<span class="soft">[[không|none]]</span>{{/no_late_address}}</td>
        </tr>{{/tasks}}
      </tbody>
    </table>
    </section>
    {{/has_tasks}}
  </section>
  {{#has_group_lists}}
  <section class="panel" aria-labelledby="nhom-don-vi">
    <h2 id="nhom-don-vi">[[Danh sách đơn vị của nhóm|Units of the groups]]</h2>
    {{#group_lists}}<details>
      <summary>[[Nhóm|Group]] “<span lang="vi">{{called}}</span>”: {{count}} [[đơn vị|units]] <span class="soft">{{#is_given}}[[như khi giao việc|as the work was given]]{{/is_given}}{{#no_is_given}}[[theo nhóm hôm nay|as the group is today]]{{/no_is_given}}</span></summary>
      <ul>{{#members}}<li lang="vi">{{name}}{{#above}} <span class="soft">({{above_text}})</span>{{/above}}</li>{{/members}}</ul>
      <p><a href="{{all_address}}">{{#is_cut}}[[Xem đủ danh sách|See the whole list]]{{/is_cut}}{{#no_is_cut}}[[Xem từng đơn vị|See each unit]]{{/no_is_cut}}<span class="unseen" lang="vi"> {{called}}</span></a></p>
    </details>{{/group_lists}}
  </section>
  {{/has_group_lists}}
  {{#parts}}
  <section class="panel">
    <h2>{{label}}</h2>
    {{#paragraphs}}<p lang="vi">{{text}}</p>
    {{/paragraphs}}
  </section>
  {{/parts}}
  {{#add_task}}
  <section class="panel" aria-labelledby="them">
    <h2 id="them">[[Thêm nhiệm vụ|Add a task]]</h2>
    <p><a href="/ke-hoach/{{plan}}/nhiem-vu/nhap">[[Nhập nhiệm vụ từ bảng tính|Import tasks from a spreadsheet]]</a></p>
    <form class="form" action="/ke-hoach/{{plan}}/nhiem-vu" method="post" data-keep="nhiem-vu-{{plan}}">
      {{>keys}}
      <div class="field">
        <label for="what">[[Việc phải làm|What has to be done]]</label>
        <p class="hint" id="what-hint">[[Rõ việc, rõ kết quả. Ví dụ: phổ biến tới từng cán bộ, công chức và ghi nhận người đã đọc|Clear work, clear result]]</p>
        <textarea id="what" name="what" rows="2" aria-describedby="what-hint" required>{{what}}</textarea>
      </div>
      <div class="field-row">
        <div class="field" id="nhom">
          <label for="units">[[Đơn vị nhận|Who gets it]]</label>
          <select id="units" name="units">{{#rules}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>{{/rules}}{{#has_groups}}<optgroup label="[[Nhóm đơn vị|Groups of units]]">{{#groups}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>{{/groups}}</optgroup>{{/has_groups}}</select>
        </div>
        <div class="field">
          <label for="code">[[Mã đơn vị|Unit's code]] <span class="optional">[[(khi chọn một đơn vị)|(for one unit)]]</span></label>
          <input class="w-date" id="code" name="code" value="{{code}}" autocomplete="off">
        </div>
      </div>
      <div class="field">
        <label for="due">[[Hạn hoàn thành|Deadline]]</label>
        <p class="hint" id="due-hint">{{due_hint}}</p>
        <input class="w-half numbers" id="due" name="due" value="{{due}}" autocomplete="off" aria-describedby="due-hint" required>
      </div>
      <div class="actions"><button class="button-secondary">[[Thêm nhiệm vụ|Add the task]]</button></div>
    </form>
  </section>
  {{/add_task}}
  {{#change}}
  <section class="panel" aria-labelledby="sua">
    <h2 id="sua">[[Sửa kế hoạch|Change the plan]]</h2>
    <form class="form" action="/ke-hoach/{{plan}}/sua" method="post" data-keep="ke-hoach-{{plan}}">
      {{>keys}}<input type="hidden" name="version" value="{{version}}">
      {{#present}}<div class="notice notice-risk">
        <p>[[Trong lúc bạn viết, kế hoạch đã đổi. Bản hiện nay|While you wrote, the plan was changed. It now reads]]: <strong>{{title}}</strong> · {{audience}}</p>
        <ul>{{#present_grounds}}<li>{{written}}</li>{{/present_grounds}}{{#present_forms}}<li>{{label}}</li>{{/present_forms}}{{#present_recipients}}<li>{{written}}</li>{{/present_recipients}}</ul>
        {{#present_parts}}<p><strong>{{label}}</strong></p>{{#paragraphs}}<p lang="vi">{{text}}</p>{{/paragraphs}}
        {{/present_parts}}
        <p>[[Phần bạn viết vẫn ở dưới đây; lưu là thay bản hiện nay.|What you wrote is below; saving it replaces the present text.]]</p>
      </div>{{/present}}
      <div class="field">
        <label for="title">[[Trích yếu|What it is about]]</label>
        <textarea id="title" name="title" rows="2" required>{{title}}</textarea>
      </div>
      <div class="field">
        <label for="grounds">[[Căn cứ|Grounds]]</label>
        <p class="hint" id="grounds-hint">[[Mỗi dòng một văn bản, ví dụ: Nghị quyết số 97/2019/QH14 ngày 27/11/2019 của Quốc hội|One document a line]]</p>
        <textarea id="grounds" name="grounds" rows="4" aria-describedby="grounds-hint">{{grounds}}</textarea>
      </div>
      <fieldset class="fields">
        <legend>[[Đối tượng|Audience]]</legend>
        {{#audiences}}<div class="choice"><input type="radio" id="doi-tuong-{{value}}" name="audience" value="{{value}}"{{#chosen}} checked{{/chosen}}><label for="doi-tuong-{{value}}">{{label}}</label></div>{{/audiences}}
      </fieldset>
      {{#part_boxes}}<div class="field">
        <label for="{{name}}">{{label}}</label>
        <p class="hint" id="{{name}}-hint">{{hint}}</p>
        <textarea id="{{name}}" name="{{name}}" rows="4" aria-describedby="{{name}}-hint">{{value}}</textarea>
      </div>
      {{/part_boxes}}
      <div class="field">
        <label for="noi-nhan">[[Nơi nhận|Recipients]]</label>
        <p class="hint" id="noi-nhan-hint">[[Mỗi dòng một nơi, mục đích sau dấu hai chấm. Ví dụ: Thành ủy: để báo cáo|One a line, its purpose after a colon]]</p>
        <textarea id="noi-nhan" name="noi-nhan" rows="4" aria-describedby="noi-nhan-hint">{{recipients}}</textarea>
      </div>
      <input type="hidden" name="hinh-thuc" value="1">
      <fieldset class="fields">
        <legend>[[Hình thức phổ biến|Forms of dissemination]]</legend>
        {{#form_boxes}}<div class="choice"><input type="checkbox" id="{{name}}" name="{{name}}" value="1"{{#chosen}} checked{{/chosen}}><label for="{{name}}">{{label}}</label></div>{{/form_boxes}}
      </fieldset>
      <div class="actions"><button class="button-secondary">[[Lưu dự thảo|Save the draft]]</button></div>
    </form>
  </section>
  {{/change}}
</div>
<div>
  <section class="panel" aria-labelledby="td">
    <h2 id="td">[[Tiến độ|Progress]]</h2>
    <div class="measure-row"><p><span>[[Việc đã xong|Tasks done]]</span> <span class="numbers">{{done}} / {{all}}</span></p><svg class="bar" aria-hidden="true" focusable="false"><rect width="{{share}}%" height="100%"/></svg></div>
    {{#time}}<div class="measure-row"><p><span>[[Thời gian đã qua|Time gone]]</span> <span class="numbers">{{words}}</span></p><svg class="bar" aria-hidden="true" focusable="false"><rect width="{{share}}%" height="100%"/></svg></div>
    <p><a href="/so-sanh/{{plan}}">[[So sánh các đơn vị cùng loại|Compare units of one kind]]</a></p>
    {{/time}}<p class="link-lines"><a href="/ke-hoach/{{plan}}/nhac-viec">[[Thang nhắc việc|When units are reminded]]</a></p>
    {{#requests}}<p class="link-lines"><a href="/gia-han"><span class="state state-risk">{{requests_text}}</span></a></p>
    {{/requests}}{{#has_tasks}}<p>{{clear}}</p>{{/has_tasks}}
    <p class="soft">[[Đối tượng|Audience]]: {{audience}} · {{scope}}</p>
  </section>
  {{#signed_copies}}<section class="panel" aria-labelledby="ban-ky">
    <h2 id="ban-ky">[[Bản có chữ ký|Copy with the signature]]</h2>
    {{#newest}}<p><a href="{{address}}">[[Tải bản có chữ ký (PDF)|Download the signed copy (PDF)]]</a> <span class="soft">{{size}} · [[đính kèm ngày|attached on]] {{on}}</span></p>{{/newest}}
    {{#no_newest}}<p class="soft">[[Chưa có bản quét hoặc bản ký số nào.|No scan and no signed file yet.]]</p>{{/no_newest}}
    {{#has_earlier}}<details><summary>[[Các bản đính kèm trước|Earlier ones]]</summary>
      <ul>{{#earlier}}<li><a href="{{address}}">[[Bản ngày|Of]] {{on}}</a> <span class="soft">PDF, {{size}}</span></li>
      {{/earlier}}</ul>
    </details>{{/has_earlier}}
    {{#attach}}<form class="form" action="{{action}}" method="post" enctype="multipart/form-data" novalidate>
      {{>keys}}
      {{#copy_file}}<div class="field{{#error}} field-wrong{{/error}}">
        <label for="tep">[[Bản quét hoặc bản ký số của văn thư|Scan or signed file from the clerk's office]]</label>
        <p class="hint" id="tep-hint">[[Tệp PDF, tối đa 7 MiB. Bản mới thay bản trước; bản trước vẫn xem được.|A PDF of at most 7 MiB. It takes the place of the one before, which can still be seen.]]</p>
        {{#error}}<p class="field-error" id="tep-loi"><span class="unseen">[[Lỗi|Error]]: </span>{{error_text}}</p>{{/error}}
        <input type="file" id="tep" name="tep" accept=".pdf,application/pdf" aria-describedby="tep-hint{{#error}} tep-loi{{/error}}"{{#error}} aria-invalid="true"{{/error}}>
      </div>{{/copy_file}}
      <div class="actions"><button class="button-secondary">[[Đính kèm|Attach]]</button></div>
    </form>{{/attach}}
  </section>{{/signed_copies}}
  <section class="panel" aria-labelledby="ht">
    <h2 id="ht">[[Hình thức phổ biến|Forms of dissemination]]</h2>
    <ul>
      {{#forms}}<li>{{label}}</li>{{/forms}}
      {{#no_forms}}<li class="soft">[[Chưa chọn hình thức nào.|None chosen yet.]]</li>{{/no_forms}}
    </ul>
  </section>
  <section class="panel" aria-labelledby="cc">
    <h2 id="cc">[[Căn cứ|Grounds]]</h2>
    <ul class="law-list">
      {{#grounds}}<li>{{#address}}<a href="{{address_text}}">{{written}}</a>{{/address}}{{#no_address}}{{written}}{{/no_address}}{{#about}} <span class="soft" lang="vi">{{about_text}}</span>{{/about}} <span class="state {{mark}}">{{state}}</span></li>{{/grounds}}
      {{#no_grounds}}<li class="soft">[[Chưa ghi căn cứ nào.|No grounds yet.]]</li>{{/no_grounds}}
    </ul>
    {{#source}}<p><a href="{{source_text}}">[[Xem văn bản gốc đã đọc|See the text it was read from]]</a></p>{{/source}}
  </section>
  <section class="panel" aria-labelledby="nn">
    <h2 id="nn">[[Nơi nhận|Recipients]]</h2>
    <ul>
      {{#recipients}}<li lang="vi">{{written}}</li>{{/recipients}}
      {{#no_recipients}}<li class="soft">[[Chưa ghi nơi nhận nào.|None yet.]]</li>{{/no_recipients}}
    </ul>
  </section>
  {{#clone}}
  <section class="panel" aria-labelledby="mau">
    <h2 id="mau">[[Soạn kế hoạch mới theo kế hoạch này|Draft a new plan after this one]]</h2>
    <p class="soft">[[Chép nhiệm vụ, hình thức, nơi nhận và lời của từng phần; dời mọi hạn theo ngày ban hành mới. Hãy sửa lời và ghi căn cứ cho văn bản mới.|Copies tasks, forms, recipients and the words of each part; every deadline moves with the new day of issue. Revise the words and enter the new law’s grounds.]]</p>
    <form class="form" action="/ke-hoach/{{plan}}/theo-mau" method="post" data-keep="theo-mau-{{plan}}">
      {{>keys}}
      <div class="field">
        <label for="title">[[Trích yếu|What it is about]]</label>
        <textarea id="title" name="title" rows="2" required>{{title}}</textarea>
      </div>
      <div class="field">
        <label for="start">[[Ngày dự kiến ban hành|Day it is to be issued]]</label>
        <input class="w-date numbers" id="start" name="start" inputmode="numeric" value="{{start}}" required>
      </div>
      <div class="actions"><button class="button-secondary">[[Soạn dự thảo|Draft it]]</button></div>
    </form>
  </section>
  {{/clone}}
</div>
</div>
