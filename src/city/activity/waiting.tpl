<div data-waiting-notice role="status" tabindex="-1"></div>
<section class="waiting" id="cho-gui" data-waiting data-queue="{{owner}}" aria-labelledby="cho-gui-ten" hidden>
  <h2 id="cho-gui-ten">[[Chờ gửi từ máy này|Waiting on this device]] (<span data-count>0</span>)</h2>
  <ul></ul>
</section>
<script src="{{script}}" defer></script>
