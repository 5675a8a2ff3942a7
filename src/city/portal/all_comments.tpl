<div class="title-block">
  <p class="over">[[Ý kiến bạn đọc|Comments]]</p>
  <h1><a href="{{article}}" lang="vi">{{title}}</a></h1>
</div>
{{>comments}}
{{>pager}}
