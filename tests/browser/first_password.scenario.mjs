// An account from its opening to its first role: the first password opens one page only, and the second
// administrator's word comes after the owner's own choice.
import assert from 'node:assert/strict';
import { signIn } from './people.mjs';

export const name = 'a first password is replaced before anything else, and only then a role is confirmed';
export const seconds_max = 300;

const first = 'mật khẩu lần đầu';
const own = 'một câu chỉ mình tôi biết';

async function enter(page, password) {
  await page.goto('/dang-nhap');
  await page.fill('#login', 'nguoi.moi');
  await page.fill('#password', password);
  await page.locator('main').getByRole('button', { name: 'Đăng nhập' }).click();
}

async function openAccount(admin) {
  await admin.goto('/nguoi/40');
  await admin.fill('#login', 'nguoi.moi');
  await admin.fill('#password', first);
  await admin.getByRole('button', { name: 'Mở tài khoản' }).click();
  await admin.waitForURL(/\/tai-khoan\/\d+/);
  return new URL(admin.url()).pathname;
}

async function choose(page, { fresh, again = fresh }) {
  await page.fill('#password', fresh);
  await page.fill('#again', again);
  await page.locator('main').getByRole('button', { name: 'Đặt mật khẩu' }).click();
}

export async function run({ context, check, fitsWidth, phone, desktop }) {
  const admin = await signIn(await context(), 'quantri', '/nguoi');
  const account = await openAccount(admin);
  assert.match(await admin.locator('main').innerText(), /chưa đăng nhập để đặt mật khẩu/);
  await check(admin);

  const owner = await (await context({ viewport: phone })).newPage();
  await enter(owner, first);
  await owner.waitForURL(/\/tai-khoan\/doi-mat-khau$/);
  for (const path of ['/', '/ban-lam-viec', '/cua-toi', '/van-ban']) {
    await owner.goto(path);
    assert.equal(new URL(owner.url()).pathname, '/tai-khoan/doi-mat-khau', `${path} was open`);
  }
  assert.equal(await owner.locator('#current').count(), 0);
  assert.equal(await owner.getAttribute('#password', 'autocomplete'), 'new-password');
  await fitsWidth(owner);
  await check(owner);
  await choose(owner, { fresh: first });
  await owner.locator('.error-summary').waitFor();
  await choose(owner, { fresh: own, again: 'một câu khác hẳn đi' });
  await owner.locator('.error-summary').waitFor();
  await check(owner);
  await choose(owner, { fresh: own });
  await owner.waitForURL(/\/cua-toi\?xong=mat-khau/);

  await admin.goto(account);
  assert.match(await admin.locator('main').innerText(), /hãy hỏi trực tiếp chính người này/);
  await admin.selectOption('#vai-tro', 'Auditor');
  await admin.getByRole('button', { name: 'Đề nghị' }).click();
  await admin.waitForURL(/xong=luu/);
  assert.equal(await admin.getByRole('button', { name: /^Xác nhận/ }).count(), 0);

  // Changed later, without script too; what is open elsewhere ends.
  const plain = await (await context({ javaScriptEnabled: false, viewport: desktop })).newPage();
  await enter(plain, own);
  await plain.goto('/tai-khoan/doi-mat-khau');
  await plain.fill('#current', own);
  await plain.fill('#password', `${own} nữa`);
  await plain.fill('#again', `${own} nữa`);
  await plain.locator('main').getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await plain.waitForURL(/xong=mat-khau/);
  await owner.goto('/cua-toi');
  await owner.waitForURL(/\/dang-nhap/);
}
