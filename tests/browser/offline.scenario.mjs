// A ward's officer stands in a hall without a line: the form opens all the same, a meeting with a
// picture is recorded within a minute, waits in the phone, and arrives by itself when the line is
// back, even after the sign-in has ended. What is refused says why, is mended and arrives. Another
// officer at the same phone sends nothing in the first one's name.
import assert from 'node:assert/strict';
import { signIn } from './people.mjs';
import { photoFromPhone } from './photo.mjs';

export const name = 'without a line a meeting with a picture is recorded, and arrives when it is back';
export const seconds_max = 300;

const touch_s = 2.5; // finding the place included
const key_s = 0.5;
const read_s = 10;

const waiting = (page) => page.locator('#cho-gui');
const save = (page) => page.getByRole('button', { name: 'Lưu hoạt động' });
const typed = (page, kind) => page.locator(`#so-${kind}`);

// The form was opened once with a line, as on the way to the hall.
async function prepared(page) {
  await page.goto('/hoat-dong/ghi');
  await page.locator('[data-offline-hint]').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
}

async function recordWithoutALine(tools, context) {
  const page = await signIn(context, 'phuong.01', '/hoat-dong/ghi');
  await prepared(page);
  const photo = await photoFromPhone(page, { grain: true });
  await context.setOffline(true);
  const opened = await page.goto('/hoat-dong/ghi?viec=1');
  assert.equal(opened.fromServiceWorker(), true);
  let seconds = read_s;
  const touch = async (locator) => {
    seconds += touch_s;
    await locator.click();
  };
  await touch(page.getByText('Họp, hội nghị, nói chuyện'));
  const what = 'Phổ biến tại nhà văn hóa';
  await typed(page, 'truc-tiep-luot-nguoi').fill('61');
  await page.fill('#noi-dung', what);
  seconds += 2 * touch_s + (2 + what.length) * key_s;
  await page.locator('#tep').setInputFiles(photo);
  seconds += 3 * touch_s; // choose, press the shutter, take it
  await touch(save(page));
  await waiting(page).getByText('Đang chờ mạng').waitFor();
  console.log(`      ${seconds.toFixed(0)} s of touching and typing, with a picture`);
  assert.ok(seconds <= 60, 'a minute');
  assert.match(await page.locator('main').innerText(), /giữ trong máy này và tự gửi khi có mạng/);
  assert.match(await waiting(page).innerText(), /có ảnh/);
  assert.equal(await page.locator('#noi-dung').inputValue(), '', 'ready for the next one');
  for (const size of [tools.phone, tools.desktop]) {
    await page.setViewportSize(size);
    await tools.check(page);
    await tools.fitsWidth(page);
  }
  await page.setViewportSize(tools.phone);
  await page.reload();
  await waiting(page).getByText(what).waitFor();
  return page;
}

async function arrives(tools, context, page) {
  await context.setOffline(false);
  const link = page.getByRole('link', { name: 'Xem hoạt động' });
  await link.waitFor();
  assert.equal(await waiting(page).isVisible(), false);
  await link.click();
  await page.waitForURL(/\/hoat-dong\/\d+$/);
  assert.match(await page.locator('main').innerText(), /61 lượt người/);
  const picture = page.getByAltText(/Ảnh minh chứng số/);
  assert.equal(await picture.count(), 1);
  assert.ok(await picture.evaluate((image) => image.decode().then(() => image.naturalWidth > 0)));
  await tools.check(page);
  await tools.fitsWidth(page);
  await page.getByRole('link', { name: /^Xóa ảnh số/ }).click();
  await page.waitForURL(/\/anh\/\d+\/xoa$/);
  await tools.check(page);
  await tools.fitsWidth(page);
}

async function recordOne(page, attending, day) {
  await page.getByText('Họp, hội nghị, nói chuyện').click();
  await typed(page, 'truc-tiep-luot-nguoi').fill(attending);
  if (day) await page.fill('#ngay', day);
  await save(page).click();
}

async function survivesTheEndOfASignIn(context, page) {
  await page.goto('/hoat-dong/ghi');
  await prepared(page);
  await context.setOffline(true);
  await recordOne(page, '62');
  await waiting(page).getByText('Đang chờ mạng').waitFor();
  await context.clearCookies();
  await context.setOffline(false);
  const again = page.getByRole('link', { name: 'Đăng nhập để gửi' });
  await again.waitFor();
  await again.click();
  await page.fill('#login', 'phuong.01');
  await page.fill('#password', 'lan-toa-mau-2021');
  await page.click('main button');
  await page.waitForURL('**/hoat-dong/ghi');
  await page.getByRole('link', { name: 'Xem hoạt động' }).click();
  await page.waitForURL(/\/hoat-dong\/\d+$/);
  assert.match(await page.locator('main').innerText(), /62 lượt người/);
}

async function refusedAndMended(tools, context, page) {
  await page.goto('/hoat-dong/ghi');
  await prepared(page);
  const today = await page.inputValue('#ngay');
  await context.setOffline(true);
  await recordOne(page, '63', '01/01/2031');
  await waiting(page).getByText('Đang chờ mạng').waitFor();
  tools.expectRefusal('/hoat-dong/ghi');
  await context.setOffline(false);
  await waiting(page).getByText('Chưa được chấp nhận').waitFor();
  assert.match(await waiting(page).innerText(), /01\/01\/2031 chưa tới/);
  await tools.check(page);
  await tools.fitsWidth(page);
  await waiting(page).getByRole('button', { name: 'Sửa rồi gửi lại' }).click();
  assert.equal(await typed(page, 'truc-tiep-luot-nguoi').inputValue(), '63');
  await page.fill('#ngay', today);
  await save(page).click();
  await page.waitForURL(/\/hoat-dong\/\d+\?xong=luu$/);
  await page.goto('/hoat-dong');
  assert.equal(await waiting(page).isVisible(), false);
}

// With a line, what the server refuses comes back as its own page, as without script.
async function faultsWithALine(tools, page) {
  tools.allowRefusal('/hoat-dong/ghi'); // the page is left for the server's at once
  await prepared(page); // until then the browser itself sends the form
  await save(page).click();
  await page.locator('.error-summary').waitFor();
  assert.equal(await page.locator('#loai-loi').isVisible(), true, 'each at its field');
  await page.check('#loai-truc-tiep');
  await typed(page, 'truc-tiep-luot-nguoi').fill('65');
  await save(page).click();
  await page.waitForURL(/\/hoat-dong\/\d+\?xong=luu$/);
  await page.goto('/hoat-dong');
  assert.equal(await waiting(page).isVisible(), false, 'nothing is left of the first try');
}

// The page that is kept is of the day on which it was kept; three days later it asks for that day.
async function anotherDay(context, page) {
  await page.goto('/hoat-dong/ghi');
  await prepared(page);
  const [day, month, year] = (await page.inputValue('#ngay')).split('/').map(Number);
  const then = new Date(Date.UTC(year, month - 1, day + 3)).toISOString().slice(0, 10).split('-').reverse();
  await page.clock.setFixedTime(Date.now() + 3 * 24 * 3600 * 1000);
  await context.setOffline(true);
  await page.goto('/hoat-dong/ghi');
  assert.equal(await page.inputValue('#ngay'), then.join('/'));
  await context.setOffline(false);
}

async function anotherOfficer(context, page) {
  await page.goto('/hoat-dong/ghi');
  await prepared(page);
  await context.setOffline(true);
  await recordOne(page, '64');
  await waiting(page).getByText('Đang chờ mạng').waitFor();
  await context.clearCookies();
  await context.setOffline(false);
  await page.close();
  const other = await signIn(context, 'hoankiem.tuphap', '/hoat-dong/ghi');
  await waiting(other).getByText('1 hoạt động của tài khoản khác').waitFor();
  assert.equal(await waiting(other).getByRole('button').count(), 0, 'nothing to do about it');
  await other.close();
  await context.clearCookies();
  const first = await signIn(context, 'phuong.01', '/hoat-dong');
  await first.getByRole('link', { name: 'Xem hoạt động' }).waitFor();
  return first;
}

async function leavesNothingBehind(context, page) {
  await page.goto('/hoat-dong');
  await page.locator('form[action="/dang-xuat"] button').click();
  await page.waitForURL((url) => url.pathname === '/');
  assert.deepEqual(await page.evaluate(() => caches.keys()), []);
}

export async function run(tools) {
  const context = await tools.context({ viewport: tools.phone });
  const page = await recordWithoutALine(tools, context);
  await arrives(tools, context, page);
  await survivesTheEndOfASignIn(context, page);
  await refusedAndMended(tools, context, page);
  await faultsWithALine(tools, page);
  await leavesNothingBehind(context, await anotherOfficer(context, page));
  const later = await tools.context({ viewport: tools.phone });
  await anotherDay(later, await signIn(later, 'phuong.01', '/hoat-dong/ghi'));
}
