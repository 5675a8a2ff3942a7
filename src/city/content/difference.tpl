{{#identical}}<div class="notice"><p>[[Hai bản giống hệt nhau.|The two versions say the same.]]</p></div>{{/identical}}
{{#no_identical}}<p class="diff-key"><del>[[Chữ gạch ngang|Struck through]]</del>: [[chỉ có ở|only in]] {{left}}. <ins>[[Chữ gạch chân|Underlined]]</ins>: [[chỉ có ở|only in]] {{right}}.</p>{{/no_identical}}
{{#sections}}<section aria-labelledby="{{id}}">
  <h2 id="{{id}}">{{name}}</h2>
  {{#no_differs}}<p class="soft">[[Không đổi|Unchanged]]</p>{{/no_differs}}
  {{#differs}}<div class="diff"[[| lang="vi"]]>{{#parts}}{{#kept}}{{kept_text}}{{/kept}}{{#gone}}<del><span class="unseen"[[| lang="en"]]> ([[bỏ|removed]]: </span>{{gone_text}}<span class="unseen">) </span></del>{{/gone}}{{#fresh}}<ins><span class="unseen"[[| lang="en"]]> ([[thêm|added]]: </span>{{fresh_text}}<span class="unseen">) </span></ins>{{/fresh}}{{/parts}}</div>{{/differs}}
</section>
{{/sections}}
