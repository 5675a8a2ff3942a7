// Flows of the office, as they are heard.
import assert from 'node:assert/strict';
import { signIn } from './people.mjs';
import { Told } from './told.mjs';

const officer = (path) => (context) => signIn(context, 'stp.chuyenvien', path);
const main = (told) => told.page.locator('main');
const button = (told, name) => main(told).getByRole('button', { name, exact: true });
const pastTheBrowser = (told) =>
  told.page.evaluate(() => [...document.querySelectorAll('main form')].forEach((form) => (form.noValidate = true)));

async function begin(context, title, come, how) {
  const told = await Told.begin(context, title, come);
  told.note(`\n▸ mở ${new URL(told.page.url()).pathname}`);
  await told.arrive(how);
  return told;
}

export async function planning(context) {
  const told = await begin(context, 'Soạn kế hoạch: thiếu trích yếu rồi đủ', officer('/ke-hoach/moi'));
  await pastTheBrowser(told);
  await told.type(told.page.locator('#grounds'), 'không phải số');
  await told.follow(button(told, 'Lưu dự thảo'), 'changed');
  await told.press(told.page.locator('.error-summary a').first(), 'Enter');
  await told.type(told.page.locator('#title'), 'Về một kế hoạch nghe được');
  await told.type(told.page.locator('#grounds'), 'Nghị quyết số 97/2019/QH14 ngày 27/11/2019 của Quốc hội');
  await told.follow(button(told, 'Lưu dự thảo'));
  await told.heard(/Đã lưu/);
  return told;
}

export async function addingTasks(context) {
  const told = await begin(context, 'Thêm nhiệm vụ: sai hạn rồi đúng', officer('/ke-hoach/3'), 'title');
  await pastTheBrowser(told);
  await told.type(told.page.locator('#what'), 'Họp tổ dân phố');
  await told.type(told.page.locator('#due'), '31/02/2021');
  await told.follow(button(told, 'Thêm nhiệm vụ'));
  await told.press(told.page.locator('.error-summary a').first(), 'Enter');
  await told.type(told.page.locator('#due'), '30/07/2021');
  await told.follow(button(told, 'Thêm nhiệm vụ'), 'changed');
  await told.heard(/Đã lưu/);
  return told;
}

export async function approving(context) {
  const told = await begin(context, 'Phê duyệt kế hoạch', (own) => signIn(own, 'stp.lanhdao'));
  await told.follow(main(told).getByRole('link', { name: /^Về một kế hoạch nghe được/ }).first());
  told.note(`\n▸ Enter trên ${await told.focus(button(told, 'Phê duyệt'))}`);
  await told.page.keyboard.press('Enter');
  const dialog = told.page.locator('dialog[open]');
  await dialog.waitFor();
  await told.at('  tiêu điểm: ');
  for (const line of (await told.hearing()).open()) told.note(`    ${line}`);
  await told.follow(dialog.getByRole('button', { name: 'Phê duyệt' }), 'changed');
  await told.heard(/Đã phê duyệt/);
  return told;
}

export async function exporting(context) {
  const told = await begin(context, 'Xuất báo cáo ra tệp', officer('/bao-cao'));
  await told.follow(main(told).getByRole('link', { name: /tháng 5 năm 2021$/ }));
  for (const name of [/XLSX/, /PDF/]) {
    told.note(`\n▸ Enter trên ${await told.focus(main(told).getByRole('link', { name }).first())}`);
    const waiting = told.page.waitForEvent('download');
    await told.page.keyboard.press('Enter');
    told.note(`  tải về: ${(await waiting).suggestedFilename()}`);
  }
  return told;
}

export async function coverage(context) {
  const told = await begin(context, 'Độ phủ và từng ngày của nó', officer('/do-phu/1/1'), 'title');
  const slider = told.page.locator('#thanh-ngay');
  told.note(`\n▸ ArrowLeft trên ${await told.focus(slider)}`);
  await told.sent(async () => {
    for (let day = 0; day < 5; ++day) await told.page.keyboard.press('ArrowLeft');
    await told.heard(/\d\d\/\d\d\/2021/);
  });
  await told.page.waitForFunction(() => document.activeElement.id === 'thanh-ngay');
  await told.arrive();
  await told.type(told.page.locator('#ngay'), 'hôm kia');
  await told.follow(told.page.locator('#ngay'), 'title'); // the figures of today go on changing
  await told.press(told.page.locator('.error-summary a').first(), 'Enter');
  return told;
}

export async function moderating(context) {
  const told = await begin(context, 'Duyệt ý kiến bạn đọc', officer('/y-kien?hang=moi'));
  await told.key('j', 'tới ý kiến đầu');
  await told.at('  tiêu điểm: ');
  await told.press(main(told).locator('summary').first(), 'Enter');
  for (const name of ['Lý do', 'Giải thích']) {
    await told.page.keyboard.press('Tab');
    await told.at('  Tab: ');
    assert.match(told.lines.at(-1), new RegExp(name));
  }
  await told.follow(main(told).getByRole('button', { name: /^Đăng / }).first());
  await told.heard(/Đã đăng/);
  return told;
}
