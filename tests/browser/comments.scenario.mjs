// A citizen writes under an article with and without script, an officer moderates by keyboard and
// with forms alone, a unit answers, the writer follows by his code and erases.
import assert from 'node:assert/strict';
import { signIn } from './people.mjs';

export const name = 'a citizen writes a comment, officers moderate and answer, the writer erases';
export const seconds_max = 240;

const article = '/bai/1-ha-noi-thi-diem-chinh-quyen-do-thi-dieu-can-bo-va-nguoi-dan-can-biet';
const form = '/bai/1/gop-y';
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const human_ms = 3200; // the form is refused when it is sent faster

async function fill(page, title, text) {
  await page.fill('#ho-ten', 'Người Viết Mẫu');
  await page.fill('#dien-thoai', '024 3825 3536');
  await page.fill('#tieu-de', title);
  await page.fill('#noi-dung', text);
  await page.check('#dong-y');
}

// The digits that the page says in words, for browsers that cannot do the puzzle.
async function typeDigits(page) {
  const words = await page.locator('#ma-xac-nhan-hint strong').innerText();
  const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
  const answer = words.split(', ').map((word) => digits.indexOf(word.trim())).join('');
  await page.fill('#ma-xac-nhan', answer);
}

async function send(page) {
  await page.getByRole('button', { name: 'Gửi ý kiến' }).click();
  await page.waitForURL(/\/gop-y\/da-nhan/);
  return page.locator('main .figure').innerText();
}

// What the demo's citizens asked and were answered.
async function readOnHomePage({ open, check, fitsWidth, phone, desktop }) {
  const page = await open('/', { viewport: phone });
  await check(page);
  await fitsWidth(page);
  await page.setViewportSize(desktop);
  await page.locator('section[aria-labelledby="hoi-dap"]').getByRole('link').first().click();
  await page.waitForURL(/#y-kien-\d+$/);
  const asked = page.locator(new URL(page.url()).hash);
  assert.match(await asked.innerText(), /Sở Tư pháp trả lời/);
  await page.context().close();
}

// The first press sends, though it is what begins the automatic check: nothing moves below the finger.
async function pressOnce({ open, phone }) {
  const page = await open(form, { viewport: phone });
  await pause(human_ms);
  const button = page.getByRole('button', { name: 'Gửi ý kiến' });
  await button.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await button.boundingBox();
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await page.mouse.move(x + width / 2, y + height / 4);
  await page.mouse.down();
  await pause(100);
  await page.mouse.up();
  assert.equal((await answered).status(), 422, 'nothing is filled in');
  await page.locator('.error-summary').waitFor();
  await page.context().close();
}

// Faults on top, what was typed kept.
async function tryWrong({ open, check, fitsWidth, phone, desktop }) {
  const page = await open(form, { viewport: phone });
  await check(page);
  await fitsWidth(page);
  await page.fill('#noi-dung', 'Chưa viết tên');
  await pause(human_ms);
  await page.getByRole('button', { name: 'Gửi ý kiến' }).click();
  await page.locator('.error-summary').waitFor();
  assert.equal(await page.inputValue('#noi-dung'), 'Chưa viết tên');
  assert.match(await page.locator('main').innerText(), /Hãy ghi họ tên/);
  await check(page);
  await fitsWidth(page);
  await page.setViewportSize(desktop);
  await check(page);
  await page.context().close();
}

// The work of the puzzle lets the reader go on: timers of the page go off before it is done.
async function staysAwake(page) {
  const seen = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const solution = document.querySelector('[name="loi-giai"]');
        let timers = 0;
        const tick = () => {
          if (solution.value) return resolve({ timers, ...JSON.parse(atob(solution.value)) });
          timers += 1;
          setTimeout(tick);
        };
        setTimeout(tick);
        document.querySelector('#ho-ten').focus();
      }),
  );
  const is_done_at_once = seen.number < 256; // in the first go
  assert.ok(seen.timers > 0 || is_done_at_once, 'the page stands still while it works');
}

async function writeWithScript({ open, check, fitsWidth, phone }) {
  const page = await open(article, { viewport: phone });
  await check(page);
  await fitsWidth(page);
  await page.getByRole('link', { name: 'Gửi ý kiến', exact: true }).click();
  await page.waitForURL(/gop-y/);
  assert.equal(await page.locator('#ma-xac-nhan').isVisible(), false, 'digits beside the puzzle');
  await staysAwake(page);
  await fill(page, 'Hỏi về hồ sơ', 'Hồ sơ chứng thực nộp ở phường hay ở quận?');
  await pause(human_ms);
  const code = await send(page);
  await check(page);
  await fitsWidth(page);
  assert.match(code, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  return { page, code };
}

async function writeWithoutScript({ open }) {
  const page = await open(form, { javaScriptEnabled: false });
  await fill(page, 'Xem trang này', 'Mời vào nhacaimau.com để nhận thưởng');
  await typeDigits(page);
  await pause(human_ms);
  const code = await send(page);
  await page.context().close();
  return code;
}

async function moderateByKeys({ context, check, fitsWidth, phone }) {
  const page = await signIn(await context(), 'stp.chuyenvien', '/y-kien?hang=moi');
  await check(page);
  await page.setViewportSize(phone);
  await check(page);
  await fitsWidth(page);
  const focused = () => page.evaluate(() => document.activeElement.innerText);
  await page.keyboard.press('j'); // the demo's own, which came first
  await page.keyboard.press('j');
  assert.match(await focused(), /Hỏi về hồ sơ/);
  await page.keyboard.press('p');
  await page.waitForURL(/xong=dang/);
  await check(page);
  await fitsWidth(page);
  await page.goto('/y-kien?hang=da-dang');
  await page.getByRole('link', { name: 'Hỏi về hồ sơ', exact: true }).click();
  await page.getByRole('link', { name: 'Xem số điện thoại' }).click();
  await page.waitForURL(/\/dien-thoai$/);
  await check(page);
  await fitsWidth(page);
  await page.goto('/y-kien?hang=nghi-ngo');
  assert.match(await page.locator('main').innerText(), /có liên kết/);
  assert.match(await page.locator('main').innerText(), /không ai đăng hay chuyển đi được/);
  await check(page);
  await fitsWidth(page);
  assert.equal(await page.locator('main a[href*="nhacaimau"]').count(), 0);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  assert.match(await focused(), /Xem trang này/);
  await page.keyboard.press('r');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Bỏ liên kết rồi gửi lại nhé.');
  await page.keyboard.press('Enter');
  await page.waitForURL(/xong=tu-choi/);
  return page;
}

async function moderateWithoutScript({ context }) {
  const page = await signIn(await context({ javaScriptEnabled: false }), 'stp.chuyenvien', '/y-kien');
  await page.goto('/y-kien?hang=da-dang');
  await page.getByRole('link', { name: 'Hỏi về hồ sơ', exact: true }).click();
  await page.getByRole('link', { name: 'Xem số điện thoại' }).click();
  assert.match(await page.locator('main').innerText(), /024 3825 3536/);
  await page.selectOption('#don-vi', { label: 'Sở Tư pháp' });
  await page.getByRole('button', { name: 'Chuyển câu hỏi' }).click();
  await page.waitForURL(/xong=chuyen-cau-hoi/);
  await page.context().close();
}

async function answer({ context, check, fitsWidth, phone }) {
  const page = await signIn(await context({ viewport: phone }), 'stp.chuyenvien', '/cau-hoi');
  await check(page);
  await fitsWidth(page);
  await page.getByRole('link', { name: 'Hỏi về hồ sơ' }).click();
  await page.fill('#tra-loi', 'Nộp ở phường nơi thuận tiện nhất.');
  await page.getByRole('button', { name: 'Ghi câu trả lời' }).click();
  await page.waitForURL(/xong=tra-loi/);
  await check(page);
  await fitsWidth(page);
  await page.goto('/y-kien?hang=da-tra-loi');
  assert.equal(await page.locator('main').getByRole('button', { name: 'Đăng' }).count(), 0, 'his own answer');
  await page.context().close();
  const leader = await signIn(await context(), 'stp.lanhdao', '/y-kien?hang=da-tra-loi');
  await leader.locator('main').getByRole('button', { name: 'Đăng' }).click();
  await leader.waitForURL(/xong=dang/);
  await leader.context().close();
}

async function followAndErase({ check, fitsWidth, desktop }, page, code) {
  await page.goto('/gop-y');
  await check(page);
  await page.fill('#ma', code.toLowerCase());
  await page.getByRole('button', { name: 'Xem' }).click();
  await page.waitForURL(/\/gop-y\/[0-9A-Z]{16}$/);
  assert.match(await page.locator('main').innerText(), /Nộp ở phường nơi thuận tiện nhất/);
  await check(page);
  await fitsWidth(page);
  await page.setViewportSize(desktop);
  await check(page);
  await page.getByRole('button', { name: 'Xóa vĩnh viễn' }).click();
  await page.locator('dialog[open]').getByRole('button', { name: 'Xóa vĩnh viễn' }).click();
  await page.waitForURL(/xong=xoa-y-kien/);
}

export async function run(tools) {
  const { open } = tools;
  await readOnHomePage(tools);
  await pressOnce(tools);
  await tryWrong(tools);
  const { page, code } = await writeWithScript(tools);
  const refused_code = await writeWithoutScript(tools);
  const reader = await open(article);
  assert.doesNotMatch(await reader.locator('main').innerText(), /Hồ sơ chứng thực nộp/);
  await moderateByKeys(tools);
  await reader.reload();
  assert.match(await reader.locator('main').innerText(), /Hồ sơ chứng thực nộp/);
  await moderateWithoutScript(tools);
  await answer(tools);
  await reader.reload();
  assert.match(await reader.locator('main').innerText(), /Nộp ở phường nơi thuận tiện nhất/);
  await tools.check(reader);
  await reader.goto(`/gop-y/${refused_code}`);
  assert.match(await reader.locator('main').innerText(), /Bỏ liên kết rồi gửi lại nhé/);
  await followAndErase(tools, page, code);
  await reader.goto(article);
  assert.doesNotMatch(await reader.locator('main').innerText(), /Hồ sơ chứng thực nộp/);
}
