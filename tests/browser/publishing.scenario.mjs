// How a version comes to the portal: written by two at once, compared and brought back, at an hour
// to come, in an emergency.
import { signIn } from './people.mjs';

export const name = 'versions are compared and restored, published at an hour, or in an emergency';

// Presses the button and, where a question is asked first, the same button in the dialog.
async function press(page, name) {
  await page.locator('main').getByRole('button', { name, exact: true }).first().click();
  const dialog = page.locator('dialog[open]');
  if (await dialog.isVisible()) await dialog.getByRole('button', { name, exact: true }).click();
}

async function write(page, title, body, button) {
  await page.fill('[name="tieu-de"]', title);
  await page.fill('[name="sapo"]', 'Ai cũng cần biết.');
  await page.fill('[name="noi-dung"]', body);
  await page.fill('[name="tac-gia"]', 'Ban biên tập mẫu');
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.waitForURL(/\/bai-viet\/\d+\?xong=/);
  return new URL(page.url()).pathname;
}

// The virtual clock runs fast; a refused hour says what time it is.
async function hourAhead(page) {
  await page.fill('#ngay', '01/01/2021');
  await page.fill('#gio', '7h');
  await page.getByRole('button', { name: 'Duyệt, đăng vào giờ này' }).click();
  const text = await page.locator('#ngay-loi').innerText();
  const [, hour, minute, day, month, year] = text.match(/(\d\d):(\d\d) (\d\d)\/(\d\d)\/(\d{4})/).map(Number);
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute + 45));
  const two = (number) => String(number).padStart(2, '0');
  return {
    day: `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`,
    hour: `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`,
  };
}

async function untilPublished(page, path, assert) {
  for (let second = 0; second < 100; ++second) {
    await page.goto(path);
    if ((await page.getByRole('link', { name: 'Xem trên cổng' }).count()) > 0) return;
    await page.waitForTimeout(1000);
  }
  assert.fail('the hour came and nothing was published');
}

// Two write at once: the second sees who, when and what, and chooses; a link that leads nowhere is
// said before it is published, and whoever approves last is told that it was done.
async function twoAtOnce({ context, check, assert, fitsWidth, phone }) {
  const one = await signIn(await context(), 'stp.chuyenvien', '/bai-viet/moi');
  const path = await write(one, 'Giờ mở cửa', 'Mở cửa lúc 8 giờ.', 'Lưu nháp');
  await one.goto(`${path}/sua`);
  const two = await one.context().newPage();
  await two.goto(`${path}/sua`);
  await write(two, 'Giờ mở cửa', 'Mở cửa lúc 7 giờ. [Lạc](/khong-co)', 'Lưu và gửi duyệt');

  await one.fill('[name="noi-dung"]', 'Mở cửa lúc 9 giờ.');
  await one.getByRole('button', { name: 'Lưu nháp', exact: true }).click();
  const panel = one.locator('section.panel', { hasText: 'Bản 2' });
  await panel.waitFor();
  assert.match(await panel.innerText(), /Bản 2: .+, \d\d:\d\d \d\d\/\d\d\/\d{4}/);
  assert.match(await panel.innerText(), /Bản 2 đang chờ duyệt/);
  assert.match((await panel.locator('del').allInnerTexts()).join(), /7/);
  assert.match((await panel.locator('ins').allInnerTexts()).join(), /9/);
  await check(one);
  await one.setViewportSize(phone);
  await fitsWidth(one);
  // Pressed again it is no answer to what stands there.
  await one.getByRole('button', { name: 'Lưu nháp', exact: true }).click();
  await one.getByRole('link', { name: 'Lấy bản 2' }).click();
  assert.match(await one.inputValue('[name="noi-dung"]'), /7 giờ/);

  const leader = await signIn(await context(), 'stp.lanhdao', path);
  const late = await leader.context().newPage();
  await late.goto(path);
  await leader.getByRole('link', { name: 'Xem các liên kết' }).first().click();
  assert.match(leader.url(), /#lien-ket$/);
  await check(leader);
  const buttons = leader.locator('main').getByRole('button', { name: 'Duyệt và đăng', exact: true });
  assert.equal(await buttons.count(), 2);
  await buttons.last().click();
  assert.match(await leader.locator('dialog[open]').innerText(), /1 liên kết hỏng/);
  await leader.locator('dialog[open] .button').click();
  await leader.waitForURL(/xong=dang/);
  await press(late, 'Duyệt và đăng');
  await late.getByText(/Bản 2 đã được duyệt và đăng lúc .+; không cần làm gì thêm/).waitFor();
}

export const seconds_max = 240;

export async function run({ context, check, assert, fitsWidth, phone }) {
  await twoAtOnce({ context, check, assert, fitsWidth, phone });
  const writer = await signIn(await context(), 'stp.chuyenvien', '/bai-viet/moi');
  const path = await write(writer, 'Lịch tiếp dân', 'Tiếp dân ngày 15 hằng tháng.', 'Lưu nháp');
  await writer.goto(`${path}/sua`);
  await write(writer, 'Lịch tiếp dân', 'Tiếp dân ngày 20 hằng tháng.', 'Lưu nháp');

  await writer.getByRole('link', { name: 'So sánh và khôi phục bản cũ' }).click();
  assert.match(await writer.locator('.diff del').innerText(), /15/);
  assert.match(await writer.locator('.diff ins').innerText(), /20/);
  await check(writer);
  await writer.setViewportSize(phone);
  await fitsWidth(writer);
  await writer.getByRole('button', { name: 'Khôi phục bản 1' }).click();
  await writer.waitForURL(/xong=luu/);
  assert.match(await writer.locator('.article-body').innerText(), /ngày 15/);
  await writer.getByRole('button', { name: 'Gửi duyệt' }).click();
  await writer.waitForURL(/xong=gui-duyet/);

  const leader = await signIn(await context(), 'stp.lanhdao', path);
  await leader.getByText('Duyệt và hẹn giờ đăng').click();
  const { day, hour } = await hourAhead(leader);
  await leader.fill('#ngay', day);
  await leader.fill('#gio', hour);
  await leader.getByRole('button', { name: 'Duyệt, đăng vào giờ này' }).click();
  await leader.waitForURL(/xong=hen-gio/);
  await check(leader);
  await leader.goto('/bai-viet?trang-thai=hen-gio');
  assert.match(await leader.locator('tbody tr').first().innerText(), new RegExp(`${hour} ${day}`));
  await untilPublished(leader, path, assert);

  await writer.goto('/bai-viet/moi');
  const urgent = await write(writer, 'Nước sông lên', 'Sơ tán trước 18 giờ. Gọi 114.', 'Lưu nháp');
  await leader.goto(urgent);
  await leader.getByText('Đăng khẩn cấp, không chờ người thứ hai').click();
  await leader.fill('#vi-sao-gap', 'Nước lên nhanh');
  await press(leader, 'Đăng khẩn cấp ngay');
  await leader.waitForURL(/xong=khan-cap/);
  await check(leader);
  for (const page of [leader, writer]) {
    await page.goto('/bai-viet');
    assert.match(await page.locator('tbody tr').first().innerText(), /đăng khẩn cấp, chưa duyệt/);
  }
  await leader.goto(urgent);
  assert.match(await leader.locator('.notice-late').innerText(), /chưa có người thứ hai duyệt/);
  await leader.getByRole('link', { name: 'Xem trên cổng' }).click();
  assert.match(await leader.locator('h1').innerText(), /Nước sông lên/);
  assert.doesNotMatch(await leader.locator('main').innerText(), /khẩn cấp/i);
}
