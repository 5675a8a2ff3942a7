// A city on its first day: no article, no plan, nothing to read. Every page that is reached without naming
// anything is judged as a reader and as the administrator finds it. A long run alone does it.
import assert from 'node:assert/strict';
import { routes } from '../security/pages.mjs';
import { startEmpty } from './demo.mjs';

export const name = 'the pages of a new ledger, in which nothing happened, are accessible';
export const is_long = true;
export const start = startEmpty;

const password = 'một câu dài của người quản trị';
const empty_min = 20; // pages that say what will stand there

async function firstSignIn(context, output) {
  const page = await context.newPage();
  await page.goto('/dang-nhap');
  await page.fill('#login', 'quantri');
  await page.fill('#password', /quantri\s+password: (\S+)/.exec(output())[1]);
  await page.click('main button');
  await page.waitForURL(/doi-mat-khau/);
  await page.fill('#password', password);
  await page.fill('#again', password);
  await page.locator('main').getByRole('button', { name: 'Đặt mật khẩu' }).click();
  await page.waitForURL(/xong=/);
  return page;
}

export async function run({ context, output, check, phone, url }) {
  const plain = (await routes())
    .filter(({ method, pattern }) => method === 'GET' && !/\{|^\/api\/|^\/su-kien\/|\.\w+$/.test(pattern))
    .map(({ pattern }) => pattern);
  const reader = await (await context({ viewport: phone })).newPage();
  const administrator = await firstSignIn(await context({ viewport: phone }), output);
  const empty = new Set();
  let pages = 0;
  for (const page of [reader, administrator]) {
    for (const path of plain) {
      const head = await fetch(url + path, { redirect: 'manual' });
      await head.arrayBuffer();
      const type = head.headers.get('content-type') ?? 'text/html';
      if (head.headers.has('content-disposition') || !type.startsWith('text/html')) continue;
      if (page === reader && head.status >= 300 && head.status < 400) continue; // of the office
      await page.goto(path);
      await check(page);
      pages += 1;
      if ((await page.locator('main .empty').count()) > 0) empty.add(path);
    }
  }
  console.log(`      ${pages} pages of a new ledger, ${empty.size} of them tell what will stand there`);
  assert.ok(empty.size >= empty_min, [...empty].join(' '));
}
