// An article stands beside its text while it is written: as readers will see it, with the state of its
// links and of the documents it cites; without the network nothing typed is lost.
import assert from 'node:assert/strict';
import { signIn } from './people.mjs';

export const name = 'an officer sees the article while writing it, and loses nothing when the network does';

const preview = '.writing-preview .panel';
const body = '## Ai cần biết\n\nTheo Nghị quyết 97/2019/QH14, xem [bài này](/bai/999) <b>ngay</b>.';

async function writes({ page, check, fitsWidth }) {
  assert.equal(await page.locator(`${preview} article`).count(), 0, 'nothing is written yet');
  await page.fill('#tieu-de', 'Điều người dân cần biết');
  await page.fill('#noi-dung', body);
  await page.locator(`${preview} h2`, { hasText: 'Điều người dân cần biết' }).waitFor();
  await page.locator(`${preview} .article-body`, { hasText: 'Ai cần biết' }).waitFor();
  const seen = await page.locator(preview).innerText();
  assert.match(seen, /Nghị quyết 97\/2019\/QH14/);
  assert.match(seen, /Cổng không có trang này/);
  assert.match(seen, /<b>ngay<\/b>/, 'what looks like HTML is text');
  assert.equal(await page.locator(`${preview} a[href]:not([target="_blank"])`).count(), 0);
  await check(page);
  await fitsWidth(page);
}

async function losesTheNetwork({ page }) {
  await page.context().setOffline(true);
  await page.locator('#noi-dung').pressSequentially(' Thêm.');
  await page.locator('.writing-preview .field-error', { hasText: 'Chưa cập nhật được' }).waitFor();
  assert.match(await page.locator(preview).innerText(), /Ai cần biết/, 'what was shown stays');
  await page.context().setOffline(false);
  await page.locator(preview, { hasText: 'Thêm.' }).waitFor();
  assert.equal(await page.locator('.writing-preview .field-error').innerText(), '');
  assert.equal(await page.inputValue('#noi-dung'), `${body} Thêm.`);
}

// Closed it asks for nothing, and stays closed on the next article.
async function closes({ page }) {
  await page.locator('.writing-preview > summary').focus();
  await page.keyboard.press('Enter');
  const asked = [];
  page.on('request', (request) => request.method() === 'POST' && asked.push(request.url()));
  await page.locator('#noi-dung').pressSequentially(' Nữa.');
  await page.reload();
  await page.locator('.writing-preview').waitFor();
  assert.equal(await page.locator('.writing-preview[open]').count(), 0);
  assert.deepEqual(asked, []);
  assert.match(await page.inputValue('#noi-dung'), /Nữa\.$/, 'what was typed is kept');
}

async function withoutScript({ context }) {
  const page = await signIn(await context({ javaScriptEnabled: false }), 'stp.chuyenvien', '/bai-viet/moi');
  assert.equal(await page.locator('.writing-preview').count(), 0);
  await page.fill('#tieu-de', 'Không cần tập lệnh');
  await page.fill('#noi-dung', body);
  await page.getByRole('button', { name: 'Xem trước' }).click();
  assert.match(await page.locator('[aria-labelledby="xem-truoc"]').innerText(), /Ai cần biết/);
}

export async function run(tools) {
  const { context, phone, desktop } = tools;
  const page = await signIn(await context({ viewport: desktop }), 'stp.chuyenvien', '/bai-viet/moi');
  await writes({ ...tools, page });
  await page.setViewportSize(phone);
  await tools.fitsWidth(page);
  await losesTheNetwork({ page });
  await closes({ page });
  await withoutScript(tools);
}
