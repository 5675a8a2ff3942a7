<div class="title-block">
  <h1>[[Lập nhóm đơn vị|Make a group of units]]</h1>
</div>
<div class="empty">
  <h2>[[Bạn chưa lập nhóm được|You cannot make a group]]</h2>
  <p>[[Nhóm gồm các đơn vị cấp dưới của đơn vị mà bạn được soạn kế hoạch; các đơn vị của bạn không có đơn vị cấp dưới.|A group is of units below one for which you draft plans; yours have no units below them.]]</p>
</div>
<p><a href="{{back}}">[[Về danh sách nhóm|Back to the groups]]</a></p>
