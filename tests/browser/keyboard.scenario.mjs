// Signing in, approving and confirming with Tab, Enter and Space only, the focus always to be seen.
import assert from 'node:assert/strict';
import { byId, byLabel, focused, tabTo } from './keys.mjs';
import { personalLinks, signIn } from './people.mjs';

export const name = 'an officer approves and a reader confirms by keyboard alone';
export const seconds_max = 300;

async function prepare(context) {
  const planner = await signIn(context, 'stp.chuyenvien', '/ke-hoach/moi');
  await planner.fill('#title', 'Về một việc duyệt bằng bàn phím');
  await planner.locator('main button').click();
  await planner.waitForURL(/\/ke-hoach\/3/);
  await planner.fill('#what', 'Phổ biến');
  await planner.fill('#due', '30/07/2021');
  await planner.getByRole('button', { name: 'Thêm nhiệm vụ' }).click();
  await planner.waitForURL(/xong=luu/);
}

export async function run({ context, open, output }) {
  await prepare(await context());

  const leader = await open('/');
  await leader.keyboard.press('Tab');
  assert.equal((await focused(leader)).label, 'Đến nội dung chính');
  await leader.keyboard.press('Enter');
  await leader.waitForURL(/#chinh$/);
  await leader.goto('/dang-nhap');
  await tabTo(leader, 'the login', byId('login'));
  await leader.keyboard.type('stp.lanhdao');
  await tabTo(leader, 'the password', byId('password'));
  await leader.keyboard.type('lan-toa-mau-2021');
  await leader.keyboard.press('Enter');
  await leader.waitForURL(/\/ban-lam-viec/);
  await tabTo(leader, 'the plan', byLabel('Về một việc duyệt bằng bàn phím'));
  await leader.keyboard.press('Enter');
  await leader.waitForURL(/\/ke-hoach\/3/);
  await tabTo(leader, 'the approval', byLabel('Phê duyệt'));
  await leader.keyboard.press('Enter');
  await leader.locator('dialog[open]').waitFor();
  if ((await focused(leader)).label !== 'Phê duyệt') {
    await tabTo(leader, 'the answer', byLabel('Phê duyệt'));
  }
  await leader.keyboard.press('Space');
  await leader.waitForURL(/xong=duyet/);

  const reader = await open(personalLinks(output())[2]);
  await tabTo(reader, 'what to read', byLabel('Hà Nội thí điểm'));
  await reader.keyboard.press('Enter');
  await reader.waitForURL(/\/cua-toi\/1/);
  await tabTo(reader, 'the statement', byLabel('Tôi đã đọc và hiểu'));
  await reader.keyboard.press('Space');
  await tabTo(reader, 'the button', byLabel('Xác nhận'));
  await reader.keyboard.press('Enter');
  await reader.waitForURL(/xong=xac-nhan/);
}
