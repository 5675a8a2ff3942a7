<div class="title-block">
  <h1>[[Cách kiểm tra số liệu đã chốt|How to check a frozen figure]]</h1>
  <p class="must">[[Không cần tài khoản và không cần tin máy chủ này.|No account is needed, and no trust in this server.]]</p>
</div>
<h2>[[Bằng chứng nói điều gì|What a proof says]]</h2>
<ul>
  <li>[[Số liệu này, đúng từng chữ số, nằm trong sổ cái mà cơ quan thường trực đã ký; bằng chứng ghi rõ số liệu ở sự kiện số mấy và sự kiện cuối cùng được ký ghi lúc nào.|This figure, digit for digit, stands in the ledger that the standing agency signed; the proof says at which fact, and when the last fact signed was recorded.]]</li>
  <li>[[Sửa một chữ trong số liệu, trong sự kiện trước đó hay trong bằng chứng thì chữ ký không còn khớp.|Change one letter of the figure, of a fact before it or of the proof, and the signature no longer fits.]]</li>
  <li>[[Ai giữ một điểm ký cũ thì kiểm tra được rằng từ đó sổ cái chỉ được ghi thêm, không bị viết lại.|Whoever kept an old checkpoint can check that the ledger was only added to since, never rewritten.]]</li>
</ul>
<h2>[[Bằng chứng không nói điều gì|What it does not say]]</h2>
<ul>
  <li>[[Con số có được đếm đúng hay không. Việc đó do người kiểm tra, giám sát làm: xuất sổ cái rồi chạy|That the figure was counted rightly. That is for an auditor: export the ledger and run]] <code>lantoa report recompute</code>.</li>
  <li>[[Mỗi việc lúc ghi có đúng sự thật hay không. Sổ cái chỉ giữ cho điều đã ghi không đổi.|That each thing recorded was true when it was recorded. The ledger only keeps what was recorded from changing.]]</li>
  <li>[[Ai đã đọc, ai chưa. Họ tên không bao giờ rời kho dữ liệu cá nhân; bằng chứng và điểm ký không có họ tên. Bằng chứng chỉ ghi số tài khoản đã chốt số liệu hoặc khóa kỳ báo cáo.|Who has read and who has not. Names never leave the vault; neither proofs nor checkpoints hold one. A proof shows only the number of the account that froze the figure or closed the round.]]</li>
  <li>[[Mọi người có được xem cùng một sổ cái hay không. Hãy so điểm ký của mình với điểm ký người khác giữ.|That everybody is shown the same ledger. Compare your checkpoint with one that somebody else keeps.]]</li>
</ul>
<h2>[[Kiểm tra từng bước|Step by step]]</h2>
<ol>
  <li>[[Lấy khóa công khai một lần, và đối chiếu dấu vân tay với bản in trên giấy hoặc qua điện thoại.|Fetch the public key once, and compare its fingerprint with the one on paper or by telephone.]]{{#fingerprint}} [[Dấu vân tay hiện nay|Its fingerprint today]]: <code>{{fingerprint_text}}</code>.{{/fingerprint}}
    <pre class="exact" tabindex="0">curl -o khoa.txt {{site}}/so-cai/khoa</pre>
    [[Bằng chứng ký bằng khóa trước thì kiểm tra bằng khóa ghi ở mục “Các khóa đã dùng” của trang|A proof signed by a former key is checked with that key, under “Keys used so far” at]] <a href="/so-cai/diem-ky">[[Điểm ký|Checkpoints]]</a>.</li>
  <li>[[Lấy tệp bằng chứng. Ai xem được trang của số liệu thì tải được ở đó và gửi được cho bất kỳ ai; bằng chứng của|Get the proof. Whoever may see the figure’s page can download it there and pass it to anybody; that of]] <a href="/so-lieu-cong-khai">[[số liệu công khai|public figures]]</a> [[thì ai cũng tải được. Người giữ hệ thống tạo tệp của một số liệu, hoặc của một kỳ báo cáo, bằng lệnh:|is there for everybody. The system’s keeper makes that of a figure, or of a round of reports, with:]]
    <pre class="exact" tabindex="0">lantoa proof make 3 --data /srv/lantoa --out so-lieu-3-bang-chung.txt
lantoa proof make --round 2 --data /srv/lantoa --out ky-2-bang-chung.txt</pre></li>
  <li>[[Kiểm tra ở bất kỳ máy nào, không cần mạng và không cần sổ cái:|Check it on any machine, without network and without the ledger:]]
    <pre class="exact" tabindex="0">lantoa proof check so-lieu-3-bang-chung.txt --key khoa.txt</pre>
    [[Đúng thì lệnh đọc số liệu ra và kết thúc bằng mã 0; có gì bị đổi thì lệnh nói chỗ nào và kết thúc bằng mã 3.|When it is right the command says the figure and ends with code 0; when anything was changed it says where and ends with code 3.]]</li>
</ol>
<h2>[[Không dùng chương trình của chúng tôi|Without our program]]</h2>
<p>[[Bằng chứng và điểm ký là văn bản thường theo các dạng đã công bố (C2SP signed-note, tlog-checkpoint, tlog-proof; RFC 9162). Chữ ký của điểm ký kiểm tra được bằng OpenSSL:|Proofs and checkpoints are plain texts in published forms (C2SP signed-note, tlog-checkpoint, tlog-proof; RFC 9162). A checkpoint’s signature can be checked with OpenSSL:]]</p>
<pre class="exact" tabindex="0">curl -o diem-ky.txt {{site}}/so-cai/diem-ky/moi-nhat
sed '/^$/,$d' diem-ky.txt &gt; noi-dung.txt
grep -m1 '^— ' diem-ky.txt | cut -d' ' -f3 | base64 -d | tail -c 64 &gt; chu-ky.bin
printf '\060\052\060\005\006\003\053\145\160\003\041\000' &gt; khoa.der
cut -d+ -f3- khoa.txt | base64 -d | tail -c 32 &gt;&gt; khoa.der
openssl pkeyutl -verify -pubin -keyform DER -inkey khoa.der \
  -rawin -in noi-dung.txt -sigfile chu-ky.bin</pre>
<p>[[Cách kiểm tra một bằng chứng được mô tả đến từng byte trong tệp docs/proof-format.md của mã nguồn; tests/cli/proof.mjs là một chương trình kiểm tra độc lập.|The whole check of a proof is written down byte by byte in docs/proof-format.md of the source code; tests/cli/proof.mjs is an independent program for it.]]</p>
<h2>[[Giữ điểm ký ở nơi khác|Keep checkpoints elsewhere]]</h2>
<p>[[Việc cắt phần cuối hay viết lại toàn bộ sổ cái chỉ lộ ra khi có ai giữ điểm ký ở nơi mà người giữ sổ cái không với tới. Mỗi tháng hãy lưu|A tail cut off, or a ledger rewritten as a whole, only shows when somebody keeps checkpoints where the ledger’s keeper cannot reach. Once a month save]] <a href="/so-cai/diem-ky/moi-nhat">/so-cai/diem-ky/moi-nhat</a>; [[về sau người có quyền vào máy chủ kiểm tra bằng một trong hai lệnh:|later, whoever has access to the server checks with one of]]</p>
<pre class="exact" tabindex="0">lantoa ledger verify --data /srv/lantoa --checkpoint diem-ky.txt --key khoa.txt
lantoa ledger verify --data /srv/lantoa --head 48112:81b8c23b…</pre>
<p class="soft">[[48112 thay cho dòng 2 của điểm ký, 81b8c23b… thay cho cả phần sau chữ “chain” ở dòng 4.|48112 stands for line 2 of the checkpoint, 81b8c23b… for all that follows “chain” in line 4.]]</p>
<p>[[Người ngoài, không có sổ cái, cũng kiểm tra được từ điểm ký đã giữ tới điểm ký mới nhất; 48112 vẫn là dòng 2 của điểm ký đã giữ:|Outsiders without the ledger can follow from the checkpoint they kept to the newest; 48112 stands for line 2 of the one kept:]]</p>
<pre class="exact" tabindex="0">curl -o noi-tiep.txt '{{site}}/so-cai/diem-ky/noi-tiep?tu=48112'
lantoa proof follow diem-ky.txt noi-tiep.txt --key khoa.txt --out diem-ky-moi.txt</pre>
