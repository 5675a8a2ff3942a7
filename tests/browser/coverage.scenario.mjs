// The coverage of an item as one looks at it: map and table, filters, the day by slider, by field and on
// the command line, comparison and file; by pointer, by keyboard and without script.
import assert from 'node:assert/strict';
import { must } from '../kit/program.mjs';
import { signIn } from './people.mjs';

export const name = 'coverage: map, filters, any day as on the command line, comparison, file';
export const seconds_max = 600;

const item = '/do-phu/1/1';
const number = (text) => Number(text.replace(/\D/g, ''));
const shown = async (page) => ({
  reached: number(await page.locator('[data-figure=reached_1]').first().innerText()),
  all: number((await page.locator('.figures .as-of').first().innerText()).split('/')[1].split('người')[0]),
});

async function mapAndTable({ page, check, fitsWidth, phone, desktop }) {
  for (const [size, map] of [[desktop, '#ngang'], [phone, '#doc']]) {
    await page.setViewportSize(size);
    await page.goto(item);
    assert.ok(await page.locator(map).isVisible(), `${map} is not to be seen`);
    assert.equal(await page.locator('svg.map:visible').count(), 1);
    const cells = await page.locator(`${map} .map-cell`).count();
    assert.equal(cells, await page.locator('main tbody tr').count());
    await fitsWidth(page);
    await check(page);
  }
  await page.setViewportSize(desktop);
  const cell = page.locator('#ngang a.map-cell').first();
  const href = await cell.getAttribute('href');
  await cell.click();
  await page.waitForURL((url) => url.pathname === href);
  await page.locator('.crumbs a').last().click();
  await page.waitForURL((url) => url.pathname === item);
}

async function filters({ page, check }) {
  assert.equal(await page.locator('[data-live]').count(), 1);
  await page.selectOption('#kenh', 'hop');
  await page.selectOption('#loai', 'phuong');
  await page.locator('#bo-loc').getByRole('button').click();
  await page.waitForURL(/kenh=hop.*loai=phuong/);
  assert.equal(await page.locator('[data-live]').count(), 0, 'a filtered page is not live');
  assert.equal(await page.locator('main tbody tr').count(), 50);
  await check(page);
  const csv = await page.evaluate(async (address) => {
    const response = await fetch(address);
    return { type: response.headers.get('content-type'), bytes: [...new Uint8Array(await response.arrayBuffer())] };
  }, await page.locator('main a[href*="dang=csv"]').getAttribute('href'));
  assert.equal(csv.type, 'text/csv; charset=utf-8');
  const lines = Buffer.from(csv.bytes).toString('utf8').trim().split('\r\n');
  assert.match(lines[0], /^\uFEFF?Mã đơn vị,/);
  assert.ok(lines.length > 150, 'every row is in the file, not one page');
  await page.locator('.chips a', { hasText: 'dự họp' }).click();
  await page.waitForURL((url) => url.search === '?loai=phuong');
  await page.goto(`${item}?doi-tuong=chu-chot`);
  const some = await shown(page);
  await page.goto(item);
  assert.ok(some.all < (await shown(page)).all);
  await page.goto(`${item}?kenh=khong-co`);
  assert.match(await page.locator('main').innerText(), /Không hiểu bộ lọc/);
  await page.goto(`${item}?ngay=2021-02-31`);
  await page.locator('#thanh-ngay[aria-valuetext="hôm nay"]').waitFor();
  assert.equal(await page.locator('[data-day-shown]').innerText(), 'hôm nay', 'the figures are of today');
  assert.equal(await page.inputValue('#ngay'), '2021-02-31', 'what was typed stays in its field');
}

// What the program counts on its own in the same ledger.
async function counted(data, day) {
  const { out } = await must('coverage', '--data', data, '--day', day);
  const lines = out.trim().split('\n').map((line) => JSON.parse(line));
  return lines.find((line) => line.item === 1 && line.unit === 1);
}

async function days({ page, data }) {
  await page.goto(item);
  const length = Number(await page.getAttribute('#thanh-ngay', 'max'));
  const chosen = Array.from({ length: 3 }, () => Math.floor(Math.random() * length));
  for (const at of chosen) {
    await page.goto(item);
    await page.locator('#thanh-ngay').fill(String(at));
    await page.waitForURL(/ngay=/);
    const day = await page.inputValue('#ngay');
    assert.match(await page.locator('main').innerText(), new RegExp(`tới hết ngày ${day}, sổ cái số`));
    assert.equal(await page.locator('[data-live]').count(), 0, 'a past day is not live');
    const here = await shown(page);
    const there = await counted(data, day);
    assert.deepEqual(here, { reached: there.reached, all: there.audience }, `on ${day}`);
    console.log(`      ${day}: ${here.reached} of ${here.all}, on the page and on the command line`);
  }
}

async function byKeyboard({ page }) {
  await page.goto(item);
  const at = () => page.evaluate(() => document.activeElement.id || document.activeElement.className.baseVal);
  const tabTo = async (wanted) => {
    for (let stop = 0; stop < 80; ++stop) {
      await page.keyboard.press('Tab');
      if ((await at()) === wanted) return;
    }
    assert.fail(`no way by Tab to ${wanted}`);
  };
  await tabTo('thanh-ngay');
  for (let step = 0; step < 3; ++step) await page.keyboard.press('ArrowLeft');
  await page.waitForURL(/ngay=/);
  await page.waitForFunction(() => document.activeElement.id === 'thanh-ngay');
  await page.keyboard.press('End');
  await page.waitForURL((url) => !url.searchParams.get('ngay'));
  await tabTo('map-cell');
  const edge = await page.evaluate(() =>
    getComputedStyle(document.activeElement.querySelector('.map-edge')).strokeWidth);
  assert.ok(parseFloat(edge) >= 3, 'the focus on the map is not to be seen');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== item);
}

async function comparison({ page, check, fitsWidth, phone, desktop }) {
  for (const size of [phone, desktop]) {
    await page.setViewportSize(size);
    await page.goto('/do-phu/1/so-sanh?loai=phuong');
    assert.match(await page.locator('main').innerText(), /trung vị/);
    assert.equal(await page.locator('main tbody tr').count(), 50);
    await fitsWidth(page);
    await check(page);
  }
  await page.locator('main').getByRole('link', { name: 'theo tên' }).click();
  await page.waitForURL(/xep=ten/);
}

async function onPaper({ page }) {
  await page.goto(item);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('#bo-loc').isVisible(), false);
  assert.equal(await page.getByText('xem tên người').isVisible(), false);
  assert.match(await page.locator('.print-foot').innerText(), /Sổ cái/);
  await page.emulateMedia({ media: 'screen' });
}

async function withoutScript({ context, data }) {
  const page = await signIn(await context({ javaScriptEnabled: false }), 'kiemtra', item);
  assert.equal(await page.locator('#thanh-ngay').isVisible(), false);
  await page.fill('#ngay', '20/05/2021');
  await page.locator('#bo-loc').getByRole('button').click();
  await page.waitForURL(/ngay=20/);
  assert.match(await page.locator('main').innerText(), /tới hết ngày 20\/05\/2021/);
  const there = await counted(data, '20/05/2021');
  assert.equal((await shown(page)).reached, there.reached);
}

// From a past day's figure to a frozen one and the records behind it.
async function freezing({ page, check, fitsWidth, phone, desktop }) {
  await page.goto(`${item}?kenh=hop&ngay=20/05/2021`);
  const figure = await shown(page);
  await page.getByRole('link', { name: 'Chốt số liệu này' }).click();
  await page.waitForURL(/so-lieu\/moi/);
  await check(page);
  await page.locator('main').getByRole('button', { name: 'Chốt số liệu', exact: true }).click();
  await page.waitForURL(/so-lieu\/\d+/);
  const address = new URL(page.url()).pathname;
  const text = await page.locator('main').innerText();
  assert.match(text, /Tính lại: khớp/);
  assert.match(text, /hết ngày 20\/05\/2021/);
  assert.ok(text.replaceAll('.', '').includes(`${figure.reached} / ${figure.all}`), text);
  for (const path of ['/so-lieu', address, `${address}/ghi-nhan`]) {
    for (const size of [phone, desktop]) {
      await page.setViewportSize(size);
      await page.goto(path);
      await fitsWidth(page);
      await check(page);
    }
  }
  assert.match(await page.locator('main').innerText(), /dự họp/);
}

export async function run(tools) {
  const page = await signIn(await tools.context(), 'stp.chuyenvien', item);
  const all = { ...tools, page };
  await mapAndTable(all);
  await filters(all);
  await days(all);
  await byKeyboard(all);
  await comparison(all);
  await onPaper(all);
  await freezing(all);
  await withoutScript(all);
}
