// A text becomes a draft: each proposal stands beside its place, is confirmed, corrected or dropped,
// and the draft has exactly what was confirmed.
import assert from 'node:assert/strict';
import { article, signIn } from './people.mjs';

export const name = 'an officer confirms, corrects and drops what was read from a text';
export const seconds_max = 300;

// A page as an office's site sends it, with furniture around, in words of our own.
const html = `<!DOCTYPE html><html lang="vi"><head><title>Kế hoạch</title><script>alert('x')</script></head><body>
<nav><a href="/">Trang chủ</a></nav><main>
<h1>Phổ biến quy định mới về chợ dân sinh (08:15 20/04/2021)</h1>
<p>Ngày 19/4, Hội đồng Phối hợp phổ biến, giáo dục pháp luật thành phố Hà Nội ban hành Kế hoạch số 08/KH-HĐPHPBGDPL về phổ biến Nghị quyết số 97/2019/QH14 ngày 27/11/2019 của Quốc hội đến từng công chức và người dân.</p>
<p>Theo đó, việc phổ biến được làm qua cuộc họp tổ dân phố, tờ gấp, mạng xã hội và loa truyền thanh.</p>
<p>Sở Tư pháp có trách nhiệm biên soạn tờ gấp trước ngày 15/12/2099.</p>
<p>Các sở, ban, ngành có trách nhiệm đăng tải quy định; in tài liệu hỏi đáp.</p>
<p>Đội Xung kích chợ Mẫu có trách nhiệm nhắc nhở tiểu thương.</p>
<p>Sở Tài chính đã tổ chức một hội nghị.</p>
</main><footer>Bản quyền</footer></body></html>`;

const main = (page) => page.locator('main');
const text = (page) => main(page).innerText();
const button = (page, label) => main(page).getByRole('button', { name: label, exact: true });
const task = (page, number) => page.locator('.proposal', { has: page.locator(`#viec-${number}`) });

async function hand_in(page) {
  await page.goto('/ke-hoach/doc-bai');
  await page.setInputFiles('#tep', { name: 'ke-hoach.html', mimeType: 'text/html', buffer: Buffer.from(html) });
  await button(page, 'Đọc').click();
  await page.waitForURL(/doc-bai\/xem\?tep=/);
}

async function reads_what_is_there(page) {
  const shown = await text(page);
  for (const words of ['Kế hoạch số 08/KH-HĐPHPBGDPL', 'Đội Xung kích chợ Mẫu', 'Văn bản không nêu hạn',
    'chậm nhất là 14/12/2099', 'Không nhận ra']) {
    assert.ok(shown.includes(words), `“${words}” in:\n${shown}`);
  }
  for (const words of ['Trang chủ', 'alert', 'Bản quyền']) assert.ok(!shown.includes(words), words);
  assert.equal(await page.locator('input[id^="viec-"][type="checkbox"]').count(), 4);
  assert.equal(await page.isChecked('#viec-4'), false, 'what fits no unit is not ticked');
  const ticked = await page.locator('input[id^="hinh-thuc-"]:checked').count();
  assert.equal(ticked, 4, 'meetings, leaflets, social networks, loudspeakers');
}

// By keyboard: from the proposal to its place and back.
async function goes_there_and_back(page) {
  const place = task(page, 2).getByRole('link', { name: /Xem chỗ trong văn bản/ });
  await place.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/#cho-viec-2$/);
  assert.equal(await page.locator('#cho-viec-2').innerText(), 'đăng tải quy định');
  const back = page.locator('.back', { hasText: 'việc 2' });
  await back.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/#viec-2$/);
}

async function errs_and_loses_nothing(page) {
  await page.fill('#title', 'Về phổ biến quy định chợ');
  await page.fill('#viec-2-ghi', 'Đăng tải quy định trên trang của sở');
  await page.uncheck('#viec-3');
  await page.check('#viec-4');
  await page.fill('#viec-4-han', '31/02/2099');
  await page.uncheck('#hinh-thuc-8');
  await button(page, 'Soạn dự thảo kế hoạch').click();
  const summary = page.locator('.error-summary');
  await summary.waitFor();
  assert.equal(await summary.locator('li').count(), 3, await summary.innerText());
  assert.equal(await page.inputValue('#viec-2-ghi'), 'Đăng tải quy định trên trang của sở');
  assert.equal(await page.inputValue('#viec-4-han'), '31/02/2099');
  assert.equal(await page.isChecked('#viec-3'), false);
  assert.equal(await page.isChecked('#viec-4'), true);
  assert.equal(await page.isChecked('#hinh-thuc-8'), false);
  await summary.getByRole('link', { name: /Việc 4 chưa có đơn vị/ }).click();
  await page.waitForURL(/#viec-4-don-vi$/);
  assert.ok((await text(page)).includes('in tài liệu hỏi đáp'), 'what was dropped stays to be seen');
}

async function confirms(page) {
  await page.selectOption('#viec-4-don-vi', { label: 'Mọi phường' });
  await page.fill('#viec-4-han', '');
  await page.fill('#han-chung', '30/11/2099');
  await button(page, 'Soạn dự thảo kế hoạch').click();
  await page.waitForURL(/\/ke-hoach\/3\?xong=luu/);
  const rows = await page.locator('section[aria-labelledby="nv"] tbody tr').allInnerTexts();
  assert.equal(rows.length, 3, rows.join('\n'));
  const wanted = [
    ['biên soạn tờ gấp', 'Sở Tư pháp', '14/12/2099'],
    ['Đăng tải quy định trên trang của sở', 'Mọi sở, ban, ngành', '30/11/2099'],
    ['nhắc nhở tiểu thương', 'Mọi phường', '30/11/2099'],
  ];
  wanted.forEach((words, i) => {
    for (const word of words) assert.ok(rows[i].includes(word), `“${word}” in ${rows[i]}`);
  });
  assert.deepEqual(await page.locator('section[aria-labelledby="ht"] li').allInnerTexts(), [
    'Họp, hội nghị, giao ban',
    'Truyền thanh cơ sở',
    'Tờ gấp, sổ tay, tài liệu in',
  ]);
  assert.equal((await page.inputValue('#grounds')).trim(), 'Nghị quyết số 97/2019/QH14 ngày 27/11/2019 của Quốc hội');
  assert.ok((await text(page)).includes('người soạn không tự duyệt được'));
}

// What is being written into one form survives another form's success.
async function keeps_what_another_form_has_not_sent(page) {
  await page.fill('#what', 'Việc đang viết dở');
  await page.fill('#due', '31/02/2099');
  await button(page, 'Thêm nhiệm vụ').click();
  await page.locator('.error-summary').waitFor();
  await page.locator('section[aria-labelledby="nv"] tbody tr').last().getByRole('button', { name: /^Bỏ/ }).click();
  await page.waitForURL(/xong=luu/);
  assert.equal(await page.inputValue('#what'), 'Việc đang viết dở');
}

async function on_a_phone_without_script(context, phone, fitsWidth) {
  const plain = await signIn(await context({ javaScriptEnabled: false, viewport: phone }), 'stp.chuyenvien');
  await hand_in(plain);
  await fitsWidth(plain);
  await reads_what_is_there(plain);
  await button(plain, 'Soạn dự thảo kế hoạch').click();
  await plain.locator('.error-summary').waitFor();
  await fitsWidth(plain);
}

// The article the product began with, where it is at hand; else one of its shape.
async function the_article(page) {
  await page.goto('/ke-hoach/doc-bai');
  await page.fill('#van-ban', article.toString('utf8'));
  await button(page, 'Đọc').click();
  await page.waitForURL(/doc-bai\/xem/);
  assert.ok((await text(page)).includes('Kế hoạch số 06/KH-HĐPHPBGDPL ngày 12/05/2021'));
  assert.equal(await page.locator('input[id^="can-cu-"][type="checkbox"]:checked').count(), 2);
}

export async function run({ context, check, phone, fitsWidth }) {
  const page = await signIn(await context(), 'stp.chuyenvien');
  await hand_in(page);
  await check(page);
  await reads_what_is_there(page);
  await goes_there_and_back(page);
  await errs_and_loses_nothing(page);
  await check(page);
  await confirms(page);
  await check(page);
  await keeps_what_another_form_has_not_sent(page);
  await on_a_phone_without_script(context, phone, fitsWidth);
  await the_article(page);
  await check(page);
  await page.goto('/ke-hoach/doc-bai');
  await page.setInputFiles('#tep', { name: 'cu.doc', mimeType: 'application/msword', buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]) });
  await button(page, 'Đọc').click();
  assert.ok((await page.locator('#tep-loi').innerText()).includes('.doc'));
  await check(page);
}
