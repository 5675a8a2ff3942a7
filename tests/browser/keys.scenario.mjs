// Every stop of the keyboard on pages that stand for the others, at both widths and both ways; and what one
// does there with Tab, Enter, Space, Esc and arrows alone: a plan, its tasks, a file, a comment, the
// language, the list of keys and how these are switched off.
import assert from 'node:assert/strict';
import { overlay } from './access.mjs';
import { byId, byLabel, focused, tabTo, walkThrough } from './keys.mjs';
import { signIn } from './people.mjs';

export const name = 'every stop of the keyboard is seen and in order; plan, file, comment and language by keys alone';
export const seconds_max = 300;

const article = '/bai/1-ha-noi-thi-diem-chinh-quyen-do-thi-dieu-can-bo-va-nguoi-dan-can-biet';
const forth = ['phone', 'Tab'];
const back = ['desk', 'Shift+Tab'];
const human_ms = 3200; // a comment is refused when it is sent faster

async function walkAll({ phone, desktop }, page, walks, sum) {
  for (const [path, ...ways] of walks) {
    for (const [width, way] of ways) {
      await page.setViewportSize(width === 'phone' ? phone : desktop);
      await page.goto(path);
      const { stops, faults } = await walkThrough(page, way);
      assert.deepEqual(faults, [], `${way} through ${page.url()} on a ${width}`);
      assert.ok(stops > 15, `${stops} stops on ${page.url()}`);
      sum.stops += stops;
      sum.walks += 1;
    }
  }
}

// A walk that is silent about these is worth nothing.
async function plantedIsSeen(page) {
  const seen = async (fault, plant, argument) => {
    await page.goto('/dang-nhap');
    await page.evaluate(plant, argument);
    const { faults } = await walkThrough(page);
    assert.ok(faults.some((text) => text.startsWith(fault)), `${fault}: ${faults.join('\n')}`);
  };
  await seen('the focus does not show', overlay, 'main :focus-visible { outline: none !important }');
  await seen('nothing of it is to be seen', overlay, 'body::after { content: ""; position: fixed; inset: 0 0 50%; z-index: 99 }');
  await seen('out of its order', () => document.getElementById('password').setAttribute('tabindex', '1'));
  await seen('not reached', () => {
    const skipped = document.getElementById('login');
    skipped.addEventListener('focus', () => document.getElementById('password').focus());
  });
  await seen('the focus goes round', () => {
    const [first, second] = ['login', 'password'].map((id) => document.getElementById(id));
    second.addEventListener('keydown', (event) => {
      event.preventDefault();
      first.focus();
    });
  });
}

async function plan(page) {
  await page.goto('/ke-hoach/moi');
  await tabTo(page, 'what the plan is about', byId('title'));
  await page.keyboard.type('Về một kế hoạch soạn bằng bàn phím');
  await tabTo(page, 'the button', byLabel('Lưu dự thảo'));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/ke-hoach\/\d+/);
  await tabTo(page, 'the task', byId('what'));
  await page.keyboard.type('Họp tổ dân phố');
  await tabTo(page, 'the units', byId('units'));
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'the deadline', byId('due'));
  await page.keyboard.type('30/07/2021');
  await tabTo(page, 'the button', byLabel('Thêm nhiệm vụ'));
  await page.keyboard.press('Enter');
  await page.waitForURL(/xong=luu/);
  assert.match(await page.locator('section[aria-labelledby="nv"] tbody').innerText(), /Họp tổ dân phố/);
}

async function exportFile(page) {
  await page.goto('/do-phu/1/1');
  await tabTo(page, 'the table as a file', byLabel('Tải bảng này'), 'Shift+Tab');
  const waiting = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  assert.match((await waiting).suggestedFilename(), /\.csv$/);
}

async function comment({ open }) {
  const page = await open('/bai/1/gop-y');
  const opened = Date.now();
  for (const [id, text] of [
    ['ho-ten', 'Người Viết Mẫu'], ['tieu-de', 'Hỏi bằng bàn phím'], ['noi-dung', 'Nộp hồ sơ chứng thực ở đâu?'],
  ]) {
    await tabTo(page, id, byId(id));
    await page.keyboard.type(text);
  }
  await tabTo(page, 'the consent', byId('dong-y'));
  await page.keyboard.press('Space');
  await tabTo(page, 'the button', byLabel('Gửi ý kiến'));
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, opened + human_ms - Date.now())));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/gop-y\/da-nhan/);
  await page.context().close();
}

async function language({ open }) {
  const page = await open('/van-ban?q=97');
  await tabTo(page, 'English', byLabel('EN'));
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  assert.match(page.url(), /\/van-ban\?q=97$/);
  await page.context().close();
}

const inSearch = (page) => page.evaluate(() => document.activeElement.id === 'q');

// 2.1.2, 2.1.4: the dialog is left by Esc and gives the focus back; the keys of one letter are switched
// off and on again, those of the queue of comments with them.
async function keysOff(page) {
  const box = page.locator('dialog[open]');
  await page.goto('/y-kien?hang=moi');
  await tabTo(page, 'the list of keys', byLabel('Phím tắt'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await box.waitFor();
  await page.keyboard.press('Escape');
  await box.waitFor({ state: 'detached' });
  assert.equal((await focused(page)).label, 'Phím tắt', 'the focus is where it was');
  await page.keyboard.press('?');
  await box.waitFor();
  await tabTo(page, 'the switch', byLabel('Tắt phím'));
  await page.keyboard.press('Enter');
  await box.waitFor({ state: 'detached' });
  const card = () => page.evaluate(() => document.activeElement.matches('[data-comment]'));
  for (const key of ['/', '?', 'j', 'k', 'p', 'r']) {
    await page.keyboard.press(key);
    assert.ok(!(await inSearch(page)) && !(await card()) && (await box.count()) === 0, `${key} is still heard`);
  }
  await page.keyboard.press('Enter'); // on “Phím tắt”
  await tabTo(page, 'the switch', byLabel('Bật phím'));
  await page.keyboard.press('Enter');
  await box.waitFor({ state: 'detached' });
  await page.keyboard.press('j');
  assert.ok(await card(), 'j goes to the first comment again');
  await page.keyboard.press('/');
  assert.ok(await inSearch(page), '/ goes to search again');
}

export async function run(tools) {
  const sum = { stops: 0, walks: 0 };
  const citizen = await tools.open('/');
  await walkAll(tools, citizen, [
    ['/', forth, back], [article, forth, back], ['/dang-nhap', forth], ['/bai/1/gop-y', forth, back], ['/tim?q=ha+noi', back],
  ], sum);
  await plantedIsSeen(citizen);
  const officer = await signIn(await tools.context(), 'stp.chuyenvien');
  await walkAll(tools, officer, [
    ['/ban-lam-viec', forth, back], ['/ke-hoach/1', forth, back], ['/bai-viet/moi', forth], ['/hoat-dong/ghi?viec=1', back],
    ['/do-phu/1/1', ['desk', 'Tab']], ['/bao-cao-vien/so', back],
  ], sum);
  await plan(officer);
  await exportFile(officer);
  await keysOff(officer);
  await comment(tools);
  await language(tools);
  console.log(`      ${sum.stops} stops of the keyboard in ${sum.walks} walks; 6 ways to work by keys alone`);
}
