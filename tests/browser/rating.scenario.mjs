// A reader says by keyboard why an article did not help, another one without script that it did; the
// figure appears with the tenth rating and leads to how it is counted; an officer reads the reasons.
import assert from 'node:assert/strict';
import { signIn } from './people.mjs';

export const name = 'readers rate an article, with and without script; its officer reads why';
export const seconds_max = 240;

const article = '/bai/1-ha-noi-thi-diem-chinh-quyen-do-thi-dieu-can-bo-va-nguoi-dan-can-biet';
const form = '/bai/1/danh-gia';
const words = 'Không thấy <b>điện thoại</b> của phường';
const shown_min = 10;

const main = (page) => page.locator('main').innerText();

async function looks({ check, fitsWidth, phone, desktop }, page) {
  for (const size of [phone, desktop]) {
    await page.setViewportSize(size);
    await check(page);
    await fitsWidth(page);
  }
}

async function tabTo(page, wanted) {
  for (let i = 0; i < 150; ++i) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const { id, value, innerText } = document.activeElement;
      return { id, value, innerText };
    });
    if (wanted(here)) return;
  }
  assert.fail('the keyboard does not come there');
}

async function sayWhyByKeyboard(tools) {
  const page = await tools.open(article, { viewport: tools.phone });
  assert.doesNotMatch(await main(page), /đánh giá thấy bài này có ích/);
  await tabTo(page, ({ value, innerText }) => value === 'khong' && innerText === 'Không');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/danh-gia\?co-ich=khong$/);
  await looks(tools, page);
  await tabTo(page, ({ id }) => id === 'ly-do-khong-thay');
  for (let i = 0; i < 3; ++i) await page.keyboard.press('ArrowDown');
  assert.ok(await page.isChecked('#ly-do-khac'));
  await tabTo(page, ({ innerText }) => /^Gửi/.test(innerText));
  await page.keyboard.press('Enter');
  await page.locator('.error-summary').waitFor();
  assert.match(await main(page), /Hãy viết vài lời về lý do khác/);
  assert.ok(await page.isChecked('#ly-do-khac'), 'what was chosen is kept');
  await looks(tools, page);
  await page.locator('.error-summary a').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type(words);
  await tabTo(page, ({ innerText }) => /^Gửi/.test(innerText));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/danh-gia\/cam-on$/);
  assert.match(await main(page), /Cảm ơn bạn/);
  await looks(tools, page);
}

async function sayYesWithoutScript({ open }) {
  const page = await open(article, { javaScriptEnabled: false });
  await page.getByRole('button', { name: 'Có', exact: true }).click();
  await page.getByRole('button', { name: 'Gửi: có giúp ích' }).click({ clickCount: 2 });
  await page.waitForURL(/cam-on$/);
  await page.getByRole('link', { name: 'Về bài viết' }).click();
  await page.waitForURL(new RegExp(`${article}$`));
}

// The form as it is answered, sent twice.
async function sendForm(url) {
  const page = await (await fetch(`${url}${form}?co-ich=co`)).text();
  const [, key] = /name="khoa" value="([^"]+)"/.exec(page);
  for (let i = 0; i < 2; ++i) {
    const body = new URLSearchParams({ khoa: key, 'co-ich': 'co' });
    const answer = await fetch(url + form, { method: 'POST', body, redirect: 'manual' });
    assert.equal(answer.status, 303);
  }
}

async function readFigure(tools) {
  const page = await tools.open(article);
  const figure = page.getByRole('link', { name: /đánh giá thấy bài này có ích/ });
  assert.equal(await figure.count(), 0, `${shown_min - 1} are too few to be told`);
  await sendForm(tools.url);
  await page.waitForTimeout(1100); // a kept page may be a second old
  await page.reload();
  assert.equal(await figure.innerText(), `${shown_min - 1} trong ${shown_min} đánh giá thấy bài này có ích`);
  assert.ok(!(await page.content()).includes('điện thoại</b> của phường'));
  await looks(tools, page);
  await figure.click();
  await page.waitForURL(/#cach-tinh$/);
  assert.match(await main(page), /không biết ai đánh giá/);
}

async function readReasons(tools) {
  const page = await signIn(await tools.context(), 'stp.chuyenvien', '/bai-viet/1');
  await page.getByRole('link', { name: 'Đánh giá của bạn đọc' }).click();
  await page.waitForURL(/\/bai-viet\/1\/danh-gia$/);
  assert.match(await main(page), /9 trong 10 đánh giá/);
  await looks(tools, page);
  await page.getByRole('link', { name: 'Lý do khác (1)' }).click();
  await page.waitForURL(/loai=khac$/);
  assert.equal(await page.locator('tbody tr').count(), 1);
  assert.ok((await main(page)).includes(words), 'as text, never as markup');
}

export async function run(tools) {
  await sayWhyByKeyboard(tools);
  await sayYesWithoutScript(tools);
  for (let given = 2; given < shown_min - 1; ++given) await sendForm(tools.url);
  await readFigure(tools);
  await readReasons(tools);
}
