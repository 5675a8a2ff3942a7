// A ward's officer records a meeting on a phone, from the task that asks for it; what he touches and
// types is counted and must be a minute's work. Then it is asked about once more, corrected,
// annulled; the district and an auditor see the figure and open it; recorded without script, too.
import assert from 'node:assert/strict';
import { signIn } from './people.mjs';

export const name = 'a meeting is recorded on a phone in a minute, corrected, and every figure opens';
export const seconds_max = 300;

// Somebody who is not quick: per touch (finding the place included), per key, and to read the page.
const touch_s = 2.5;
const key_s = 0.5;
const read_s = 10;

const main = (page) => page.locator('main').innerText();

async function looks({ check, fitsWidth, phone, desktop }, page) {
  for (const size of [phone, desktop]) {
    await page.setViewportSize(size);
    await check(page);
    await fitsWidth(page);
  }
  await page.setViewportSize(phone);
}

async function logInAMinute(tools) {
  const context = await tools.context({ viewport: tools.phone });
  const page = await signIn(context, 'phuong.01', '/nhiem-vu');
  let seconds = read_s;
  const touch = async (locator) => {
    seconds += touch_s;
    await locator.click();
  };
  const type = async (locator, text) => {
    seconds += touch_s + text.length * key_s;
    await locator.fill(text);
  };
  await touch(page.getByRole('link', { name: 'Ghi hoạt động' }).first());
  await page.waitForURL(/\/hoat-dong\/ghi\?viec=\d+$/);
  assert.match(await page.locator('#van-ban').inputValue(), /97\/2019\/QH14/, 'known from the task');
  assert.equal(await page.locator('#so-truc-tiep-luot-nguoi').isVisible(), false);
  await looks(tools, page);
  await touch(page.getByText('Họp, hội nghị, nói chuyện'));
  await type(page.getByLabel('Số lượt người dự').first(), '45');
  await type(page.locator('#noi-dung'), 'Phổ biến tại tổ dân phố 5');
  await touch(page.getByRole('button', { name: 'Lưu hoạt động' }));
  await page.waitForURL(/\/hoat-dong\/\d+\?xong=luu$/);
  console.log(`      ${seconds.toFixed(0)} s of touching and typing`);
  assert.ok(seconds <= 60, 'a minute');
  for (const part of ['45 lượt người', 'Phường Hàng Buồm', '97/2019/QH14', 'Đã lưu']) {
    assert.ok((await page.locator('body').innerText()).includes(part), part);
  }
  await looks(tools, page);
  return page;
}

async function askedOnceMore(tools, page) {
  for (let i = 0; i < 2; i += 1) tools.expectRefusal('/hoat-dong/ghi');
  await page.goto('/hoat-dong/ghi');
  await page.getByRole('button', { name: 'Lưu hoạt động' }).click();
  await page.locator('.error-summary').waitFor();
  assert.match(await main(page), /Hãy chọn đã làm gì/);
  await looks(tools, page);
  await page.locator('.error-summary a').first().click();
  await page.getByText('Họp, hội nghị, nói chuyện').click();
  await page.locator('#so-truc-tiep-luot-nguoi').fill('45');
  await page.getByRole('button', { name: 'Lưu hoạt động' }).click();
  await page.locator('#khong-trung').waitFor();
  await looks(tools, page);
  await page.check('#khong-trung');
  await page.getByRole('button', { name: 'Lưu hoạt động' }).click();
  await page.waitForURL(/xong=luu$/);
  assert.doesNotMatch(await main(page), /Nghi trùng/, 'that was answered');
}

async function correctAndAnnul(tools, page) {
  const own = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'Sửa', exact: true }).click();
  await page.waitForURL(/\/sua$/);
  await page.locator('#so-truc-tiep-luot-nguoi').fill('54');
  await page.getByRole('button', { name: 'Lưu bản sửa' }).click();
  await page.locator('#ly-do-loi').waitFor();
  await looks(tools, page);
  await page.fill('#ly-do', 'Đếm nhầm');
  await page.getByRole('button', { name: 'Lưu bản sửa' }).click();
  await page.waitForURL(`**${own}?xong=luu`);
  assert.match(await main(page), /Trước đó ghi: .*45 lượt người/);
  await looks(tools, page);
  await page.getByText('Hủy hoạt động này').click();
  await page.fill('#ly-do', 'Buổi này là của phường khác');
  await page.getByRole('button', { name: 'Hủy hoạt động' }).click();
  await page.waitForURL(`**${own}?xong=huy`);
  assert.match(await main(page), /Không tính vào số liệu nào/);
  await looks(tools, page);
}

async function everyFigureOpens(tools, login) {
  const page = await signIn(await tools.context(), login, '/hoat-dong');
  await looks(tools, page);
  const row = page.locator('tr', { hasText: 'Họp, hội nghị, nói chuyện' }).first();
  const figure = row.locator('a.figure');
  const count = Number(/\d+/.exec((await figure.innerText()).replaceAll('.', ''))[0]);
  await figure.click();
  await page.waitForURL(/loai=truc-tiep#tung-hoat-dong$/);
  const rows = page.locator('section[aria-labelledby="tung-hoat-dong"] tbody tr');
  assert.equal(await rows.count(), Math.min(count, 50), 'the figure is what stands below it');
  await rows.filter({ hasText: 'tổ dân phố 5' }).getByRole('link').click();
  assert.match(await main(page), /45 lượt người/);
  assert.equal(await page.getByRole('link', { name: 'Sửa', exact: true }).count(), login === 'kiemtra' ? 0 : 1);
}

// What the portal counted by itself opens down to the article that citizens read.
async function channelsOpen(tools) {
  const page = await signIn(await tools.context(), 'kiemtra', '/hoat-dong');
  const figure = page.locator('section[aria-labelledby="cac-kenh"] tr', { hasText: 'Tin, bài trên Cổng' }).locator('a.figure');
  const count = Number(/[\d.]+/.exec(await figure.innerText())[0].replaceAll('.', ''));
  assert.ok(count >= 1, 'the demo has published articles');
  await figure.click();
  await page.waitForURL(/\/hoat-dong\/tu-ghi\?don-vi=\d+$/);
  assert.ok((await page.locator('tbody tr').count()) >= Math.min(count, 50), 'the figure is what stands below it');
  await looks(tools, page);
  await page.setViewportSize(tools.desktop);
  await page.locator('tbody tr', { has: page.locator('.state-done') }).locator('th a').first().click();
  await page.waitForURL(/\/bai\/\d+/);
}

async function withoutScript(tools) {
  const page = await signIn(await tools.context({ javaScriptEnabled: false }), 'phuong.01', '/hoat-dong/ghi');
  await page.getByText('Phát trên loa').click();
  await page.fill('#so-loa-lan-phat', '4');
  await page.fill('#so-loa-phut-phat', 'hai mươi');
  await page.getByRole('button', { name: 'Lưu hoạt động' }).click();
  await page.locator('#so-loa-phut-phat-loi').waitFor();
  assert.equal(await page.inputValue('#so-loa-lan-phat'), '4');
  await page.fill('#so-loa-phut-phat', '20');
  await page.getByRole('button', { name: 'Lưu hoạt động' }).click();
  await page.waitForURL(/xong=luu$/);
  assert.match(await main(page), /4 lần phát · 20 phút phát/);
}

export async function run(tools) {
  const page = await logInAMinute(tools);
  await askedOnceMore(tools, page);
  await correctAndAnnul(tools, page);
  await everyFigureOpens(tools, 'hoankiem.tuphap');
  await everyFigureOpens(tools, 'kiemtra');
  await channelsOpen(tools);
  await withoutScript(tools);
}
