// A citizen finds a document and an article: with the mouse, by keyboard alone, without JavaScript,
// on a phone and on a desk.
import assert from 'node:assert/strict';

export const name = 'a citizen searches with and without marks, by number, by keyboard and without JavaScript';
export const seconds_max = 300;

const results = '.search-hits > li';

async function search(page, words) {
  await page.locator('#q').fill(words);
  await page.locator('.site-header .search button').click();
  await page.waitForURL(/\/tim\?q=/);
}

async function lookAtBothWidths({ phone, desktop, check, fitsWidth }, page) {
  for (const size of [phone, desktop]) {
    await page.setViewportSize(size);
    await fitsWidth(page);
    await check(page);
  }
}

async function withoutScript(tools) {
  const page = await tools.open('/', { javaScriptEnabled: false, viewport: tools.phone });
  await search(page, 'chinh quyen do thi');
  assert.ok((await page.locator(results).count()) > 0);
  assert.match(await page.locator('.search-hits mark').first().textContent(), /thí|chính/i);
  const bare = await page.locator('#ket-qua').textContent();
  await search(page, 'CHÍNH QUYỀN ĐÔ THỊ');
  assert.equal(await page.locator('#ket-qua').textContent(), bare, 'as many with marks');
  await page.locator('.search-facets a').first().click();
  await page.waitForURL(/&(loai|don-vi|nam)=/);
  assert.ok((await page.locator(results).count()) > 0);
  await page.locator('.search-chosen a').first().click();
  assert.equal(await page.locator('#ket-qua').textContent(), bare);
  await search(page, '97/2019');
  assert.match(await page.locator(`${results} h3`).first().textContent(), /97\/2019\/QH14/);
  await page.locator(`${results} h3 a`).first().click();
  await page.waitForURL(/\/van-ban\/\d+/);
}

async function byKeyboard(tools) {
  const page = await tools.open('/');
  const box = page.locator('#q');
  await page.keyboard.press('/');
  await page.keyboard.type('97/20', { delay: 20 });
  const list = page.locator('.site-header .suggestions');
  await list.locator('[role=option]').first().waitFor();
  assert.equal(await box.getAttribute('aria-expanded'), 'true');
  await tools.check(page);
  await page.keyboard.press('ArrowDown');
  const first = await box.getAttribute('aria-activedescendant');
  assert.equal(await page.locator(`#${first}`).getAttribute('aria-selected'), 'true');
  await tools.check(page);
  await page.keyboard.press('ArrowUp');
  assert.equal(await box.getAttribute('aria-activedescendant'), null, 'back in the box');
  await page.keyboard.press('Escape');
  assert.equal(await list.isVisible(), false);
  assert.equal(await box.inputValue(), '97/20', 'what was typed stays');
  await page.keyboard.press('ArrowDown');
  await list.locator('[role=option]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/(van-ban|bai)\//);
  await page.keyboard.press('/');
  await page.keyboard.type('nghị quyết');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/tim\?q=/);
  assert.ok((await page.locator(results).count()) > 0);
}

async function misspelled(tools) {
  const page = await tools.open('/tim?q=nghij+quyeet', { javaScriptEnabled: false });
  const meant = page.locator('.search-meant a');
  assert.match(await page.locator('.search-meant').textContent(), /^Có phải bạn tìm: Nghị quyết\?$/i);
  await lookAtBothWidths(tools, await tools.open('/tim?q=nghij+quyeet')); // axe is a script itself
  await meant.click();
  await page.waitForURL(/\/tim\?q=/);
  assert.ok((await page.locator(results).count()) > 0);
  const marks = await page.locator('.search-hits mark').allTextContents();
  assert.ok(marks.some((mark) => /nghị quyết/i.test(mark)), marks.join(', '));
  assert.equal(await meant.count(), 0);
}

async function everyState(tools) {
  const page = await tools.open('/tim');
  for (const query of [
    '', '?q=ha+noi', '?q=97%2F2019', '?q=khongcogi', '?q=%C4%91i%E1%BB%81u+9+ngh%E1%BB%8B+quy%E1%BA%BFt+97',
    '?q=ph%C6%B0%E1%BB%9Dng&trang=2', '?q=ha&loai=don-vi', '?q=%22', '?q=%CC%80', '?q=a%00b%ff',
    `?q=${'a'.repeat(10_240)}`,
  ]) {
    const answer = await page.goto(`/tim${query}`);
    assert.equal(answer.status(), 200, query);
    await lookAtBothWidths(tools, page);
  }
}

async function inEnglish(tools) {
  const page = await tools.open('/tim?q=ha+noi');
  await page.locator('.languages a').click();
  await page.waitForLoadState();
  assert.match(await page.locator('#ket-qua').textContent(), /results/);
  assert.match(page.url(), /\/tim\?q=/);
  await page.locator('#tu-khoa').fill('97/20');
  const option = page.locator('main .suggestions [role=option]').first();
  await option.waitFor();
  assert.match(await option.textContent(), /Document/);
  await option.click();
  await page.waitForURL(/\/van-ban\//);
}

export async function run(tools) {
  await withoutScript(tools);
  await byKeyboard(tools);
  await misspelled(tools);
  await everyState(tools);
  await inEnglish(tools);
}
