// What WCAG 2.2 asks beyond axe, on the pages that stand for the others: text set wider or twice as large,
// letters with stacked marks, colours, motion, what comes up by pointer, signing in, help, what is told to
// those who hear the page. Every detector is also turned on a page with a defect planted in it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bareStates, lostText, lowLinks, media, moves, overlay, revealed, stacks, targetSizes, vagueLinks } from './access.mjs';
import { signIn } from './people.mjs';

export const name = 'text set wider or larger, motion, stacked letters, signing in: what axe does not judge';
export const seconds_max = 300;

const root = fileURLToPath(new URL('../../', import.meta.url));
const article = '/bai/1-ha-noi-thi-diem-chinh-quyen-do-thi-dieu-can-bo-va-nguoi-dan-can-biet';
const public_pages = ['/', article, '/van-ban', '/dang-nhap', '/bai/1/gop-y', '/tim?q=ha+noi', '/lien-he'];
const office_pages = [
  '/ban-lam-viec', '/ke-hoach/1', '/ke-hoach/2', '/bai-viet/moi', '/hoat-dong/ghi?viec=1', '/do-phu/1/1', '/don-doc',
  '/bao-cao-vien/so', '/bao-cao/1', '/thiet-ke',
];

// WCAG 1.4.12, word for word; 1.4.4 as a browser's own larger text sets it.
const spaced =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } ' +
  'p { margin-bottom: 2em !important }';
const doubled = 'html { font-size: 200% !important }';
const settings = [['text spacing', 320, spaced], ['text spacing', 1280, spaced], ['200 % text', 1280, doubled], ['200 % text', 768, doubled]];

const none = (faults, what, page) => assert.deepEqual(faults, [], `${what} at ${page.url()}`);

// A detector that is silent about a planted defect is worth nothing.
async function assertSees(page, detector, css, argument) {
  await page.evaluate(overlay, css);
  const found = await page.evaluate(detector, argument);
  assert.ok((found.faults ?? found).length > 0, `${detector.name} does not see ${css}`);
  await page.evaluate(overlay, '');
}

async function textKeepsItsPlace(page) {
  for (const [what, width, css] of settings) {
    await page.setViewportSize({ width, height: 740 });
    await page.evaluate(overlay, css);
    none(await page.evaluate(lostText), `${what} in ${width} px`, page);
  }
  await page.evaluate(overlay, '');
}

// A size in px stays as it is when the reader asks for larger text. Both times the very elements
// that were there at first are measured: a script may show others meanwhile.
async function everySizeGrows(page) {
  const shown = await page.evaluateHandle(() =>
    [...document.body.querySelectorAll('*')].filter(
      (element) => !element.closest('svg') && element.checkVisibility() && element.textContent.trim()));
  const sizes = () =>
    shown.evaluate((elements) =>
      elements.map((element) => [parseFloat(getComputedStyle(element).fontSize), element.outerHTML.slice(0, 80)]));
  const before = await sizes();
  await page.evaluate(overlay, doubled);
  const after = await sizes();
  await page.evaluate(overlay, '');
  const stayed = after.filter(([size], i) => size < before[i][0] * 1.99).map(([size, what]) => `${size} px: ${what}`);
  none(stayed, 'text that does not grow', page);
}

async function lookAt(page, path, sum) {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(path);
  const sizes = await page.evaluate(targetSizes);
  none(sizes.faults, 'targets under 24 px', page);
  const letters = await page.evaluate(stacks);
  none(letters.faults, 'room for stacked letters', page);
  const by_pointer = await page.evaluate(revealed);
  none(by_pointer.faults, 'brought up by pointer or focus', page);
  none(await page.evaluate(moves, false), 'motion', page);
  none(await page.evaluate(bareStates), 'states', page);
  none(await page.evaluate(media), 'media', page);
  none(await page.evaluate(vagueLinks), 'links', page);
  await everySizeGrows(page);
  await textKeepsItsPlace(page);
  sum.pages += 1;
  sum.rules = Math.max(sum.rules, by_pointer.rules);
  for (const key of ['targets', 'small', 'roomy']) sum[key] += sizes[key];
  sum.titles.push(await page.title());
}

async function plantedIsSeen(page) {
  await page.goto('/thiet-ke');
  await assertSees(page, targetSizes, '.foot-links, .foot-links a { display: block; height: 9px; min-height: 0 }');
  await assertSees(page, lowLinks, '.foot-links a { min-height: 2rem }');
  await assertSees(page, lostText, 'main p { height: 1em; overflow: hidden }');
  await assertSees(page, lostText, 'main h2 { margin-top: -3em }');
  await assertSees(page, lostText, 'main p { width: 200vw }');
  await assertSees(page, stacks, 'p { line-height: 1.1 }');
  await assertSees(page, stacks, 'main input { height: 1em !important; min-height: 0 !important; padding: 0 !important }');
  await assertSees(page, revealed, '.hint:hover { display: none }');
  await assertSees(page, moves, 'a { transition: color 1s }', true);
  await assertSees(page, moves, '@keyframes k { to { opacity: 0 } } a { animation: k 1s }', false);
  await assertSees(page, bareStates, '.state::before { content: none }');
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: '/', textContent: 'tại đây' });
    document.querySelector('main').append(link, document.createElement('audio'));
  });
  await assertSees(page, vagueLinks, '');
  await assertSees(page, media, '');
}

async function withoutMotion({ context }) {
  const page = await (await context({ reducedMotion: 'reduce' })).newPage();
  for (const path of ['/', article, '/dang-nhap']) {
    await page.goto(path);
    none(await page.evaluate(moves, true), 'motion although it is not wanted', page);
  }
  await page.context().close();
}

// 2.5.1, 2.5.2, 2.5.4, 2.5.7: our scripts hear clicks, keys and fields; no gesture, no shaking, nothing that
// acts on the way down or needs dragging. The one mousedown keeps the focus where it is.
async function scriptsHearNoGesture(page) {
  const gestures = /^(touch|pointer|drag|drop|mouse|wheel|gesture|device)/;
  const names = (await readdir(join(root, 'web/js'))).filter((file) => file.endsWith('.js'));
  const heard = [];
  for (const file of names) {
    const text = await readFile(join(root, 'web/js', file), 'utf8');
    for (const [, event] of text.matchAll(/addEventListener\??\.?\(\s*"(\w+)"/g)) heard.push(`${file}: ${event}`);
    for (const [, event] of text.matchAll(/\.on(\w+) = /g)) heard.push(`${file}: ${event}`);
  }
  assert.ok(heard.length > 20, 'the scripts are not written as this test reads them');
  const gestural = heard.filter((one) => gestures.test(one.split(': ')[1]));
  assert.deepEqual(gestural, ['suggest.js: mousedown']);
  await page.goto('/do-phu/1/1');
  const slider = page.locator('input[type=range]');
  assert.equal(await slider.count(), 1);
  const field = page.locator(`#${await slider.getAttribute('data-day')}`);
  assert.ok(await field.isVisible(), 'beside the slider a day can be typed');
  assert.equal(await page.locator('[draggable=true]').count(), 0);
}

// 3.2.3, 3.2.4, 3.2.6: help and the ways to other pages stand in the same order everywhere.
async function sameOrder(page, paths) {
  const around = () =>
    page.evaluate(() =>
      ['.foot-links a', '.office-nav a', '.site-header a, .site-header button'].map((places) =>
        [...document.querySelectorAll(places)].map((one) => one.textContent.trim())));
  let first = null;
  for (const path of paths) {
    await page.goto(path);
    const found = await around();
    first ??= found;
    assert.deepEqual(found, first, path);
  }
  const help = first[0].findIndex((label) => label.includes('Liên hệ'));
  assert.ok(help >= 0, 'the way to ask a person stands in the foot of every page');
}

// 3.3.8, QA10: copied and pasted, known to password managers, and nothing to solve, however often it failed.
async function signInByPasting({ context }) {
  const page = await (await context()).newPage();
  const paste = async (text, field) => {
    await page.fill('#q', text);
    await page.locator('#q').selectText();
    await page.keyboard.press('Control+c');
    await page.locator(field).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+v');
    assert.equal(await page.inputValue(field), text, `pasted into ${field}`);
  };
  const fields = () =>
    page.locator('main form :is(input, select, textarea)').evaluateAll((all) =>
      all.filter(({ type }) => type !== 'hidden').map(({ name, autocomplete }) => `${name} ${autocomplete}`));
  const expected = ['login username', 'password current-password'];
  await page.goto('/dang-nhap');
  for (let failed = 0; failed < 3; ++failed) {
    await page.fill('#login', 'kiemtra');
    await page.fill('#password', `sai lần ${failed + 1}`);
    await page.locator('main button').click();
    await page.locator('.error-summary').waitFor();
    assert.deepEqual(await fields(), expected, 'no puzzle after a failure');
  }
  await page.goto('/dang-nhap');
  assert.deepEqual(await fields(), expected);
  await paste('kiemtra', '#login');
  await paste('lan-toa-mau-2021', '#password');
  await page.locator('main button').click();
  await page.waitForURL(/ban-lam-viec/);
  await page.goto('/tai-khoan/doi-mat-khau');
  assert.deepEqual(await fields(), ['current current-password', 'password new-password', 'again new-password']);
  await page.goto('/bai/1/gop-y');
  assert.equal(await page.getAttribute('#ho-ten', 'autocomplete'), 'name'); // 1.3.5
  assert.equal(await page.getAttribute('#dien-thoai', 'autocomplete'), 'tel');
  await page.context().close();
}

// 4.1.3, and 3.3.1: what happened is told without the focus going there, faults take the focus.
async function tellsWhatHappened(page) {
  await page.goto('/ke-hoach/moi');
  await page.locator('main form').evaluate((form) => (form.noValidate = true));
  await page.locator('main button').click();
  const summary = page.locator('.error-summary[role=alert]');
  await summary.waitFor();
  assert.ok(await summary.evaluate((element) => element === document.activeElement), 'the faults have the focus');
  assert.match(await page.title(), /^Lỗi: /);
  await page.goto('/');
  await page.locator('[data-text-step="1"]').click();
  const told = page.locator('[role=status]', { hasText: 'Cỡ chữ 112 %' });
  assert.equal(await told.count(), 1);
  await page.locator('[data-text-step="0"]').click();
  await page.locator('#q').pressSequentially('nghị');
  await page.locator('[role=status]', { hasText: /\d+ gợi ý/ }).waitFor();
}

// 2.2.2: figures that change by themselves can be held still.
async function holdsStill(page) {
  const is_stream = (request) => request.url().includes('/su-kien/');
  const begun = page.waitForRequest(is_stream);
  await page.goto('/do-phu/1/1');
  const button = page.locator('[data-live-pause]');
  await begun;
  const ended = page.waitForEvent('requestfailed', is_stream);
  await button.click();
  await ended;
  assert.equal(await button.innerText(), 'Tiếp tục tự cập nhật');
  const again = page.waitForRequest(is_stream);
  await button.click();
  await again;
  assert.equal(await button.innerText(), 'Tạm dừng tự cập nhật');
}

// 2.2.1, 3.3.7: an ended sign-in takes nothing that was typed.
async function keepsWhatWasTyped(page) {
  const typed = 'Về một việc đang viết thì hết phiên đăng nhập';
  await page.goto('/ke-hoach/moi');
  await page.fill('#title', typed);
  await page.context().clearCookies();
  await page.locator('main button').click();
  await page.locator('h1', { hasText: 'Cần đăng nhập' }).waitFor();
  await page.goto('/dang-nhap?ve=/ke-hoach/moi');
  await page.fill('#login', 'stp.chuyenvien');
  await page.fill('#password', 'lan-toa-mau-2021');
  await page.locator('main button').click();
  await page.waitForURL(/ke-hoach\/moi/);
  assert.equal(await page.inputValue('#title'), typed);
  await page.locator('[role=status]', { hasText: 'đã được giữ lại' }).waitFor();
}

// QA12: which fonts draw the 134 letters of Vietnamese beside ASCII, composed as everything is stored and
// decomposed as some devices send them. Three marks, alone on a letter that is none of ours, are in no file.
async function fontsHaveEveryLetter({ open }) {
  const page = await open('/');
  const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
  const vowels = [...'aăâeêioôơuưy'].flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')));
  const small = [...vowels, 'đ'].filter((letter) => letter > '\u007f');
  const letters = [...small, ...small.map((letter) => letter.toUpperCase())];
  assert.equal(new Set(letters).size, 134);
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const drawnBy = async (text, weight) => {
    await page.evaluate(async ([content, fontWeight]) => {
      document.getElementById('chu-thu')?.remove();
      const sample = Object.assign(document.createElement('p'), { id: 'chu-thu', textContent: content });
      sample.style.fontWeight = fontWeight;
      document.querySelector('main').append(sample);
      for (let round = 0; round < 2; ++round) {
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        await document.fonts.ready;
      }
    }, [text, weight]);
    const { root: top } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: top.nodeId, selector: '#chu-thu' });
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    return fonts.map(({ isCustomFont, glyphCount }) => `${isCustomFont ? 'ours' : 'other'} ${glyphCount}`);
  };
  for (const weight of ['400', '600']) {
    assert.deepEqual(await drawnBy([...letters, '₫'].join(''), weight), ['ours 135'], `weight ${weight}`);
    for (const letter of [letters.join('').normalize('NFD'), ...[...'\u0300\u0301\u0303\u0309\u0323'].map((mark) => `q${mark}`)]) {
      assert.match((await drawnBy(letter, weight)).join(), /^ours \d+$/, `weight ${weight}, decomposed: ${letter}`);
    }
    assert.notDeepEqual(await drawnBy('ж', weight), ['ours 1'], 'a letter that the font lacks is noticed');
  }
  await page.context().close();
  return letters.length;
}

// QA6: the pairs of colours, and that a weak one is seen.
async function coloursHold() {
  const contrast = async (...tokens) =>
    promisify(execFile)('node', [join(root, 'web/contrast.mjs'), ...tokens]).then(
      ({ stdout }) => [0, stdout.trim()],
      ({ code, stdout }) => [code, stdout.trim()],
    );
  const [code, said] = await contrast();
  assert.equal(code, 0, said);
  const folder = await mkdtemp(join(tmpdir(), 'lantoa-colours-'));
  try {
    const tokens = await readFile(join(root, 'web/css/tokens.css'), 'utf8');
    const weak = tokens.replace(/--ink-soft: #\w+/, '--ink-soft: #bbbbbb');
    await writeFile(join(folder, 'tokens.css'), weak);
    const [planted, about] = await contrast(join(folder, 'tokens.css'));
    assert.equal(planted, 1, 'a weak colour passes');
    assert.match(about, /--ink-soft on --paper/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return said;
}

export async function run(tools) {
  const colours = await coloursHold();
  const letters = await fontsHaveEveryLetter(tools);
  const sum = { pages: 0, targets: 0, small: 0, roomy: 0, rules: 0, titles: [] };
  const citizen = await tools.open('/');
  for (const path of public_pages) await lookAt(citizen, path, sum);
  await sameOrder(citizen, public_pages);
  const officer = await signIn(await tools.context(), 'stp.chuyenvien');
  for (const path of office_pages) await lookAt(officer, path, sum);
  await sameOrder(officer, office_pages);
  assert.equal(new Set(sum.titles).size, sum.pages, `titles are alike: ${sum.titles.join(' | ')}`); // 2.4.2
  await plantedIsSeen(officer);
  await withoutMotion(tools);
  await scriptsHearNoGesture(officer);
  await holdsStill(officer);
  await tellsWhatHappened(officer);
  await keepsWhatWasTyped(officer);
  await signInByPasting(tools);
  console.log(`      ${colours}; ${letters} letters, composed or not, in 2 weights; ${sum.pages} pages in ${settings.length} settings of text;`);
  console.log(`      ${sum.targets} targets, ${sum.small} under 24 px in a sentence or with room, ${sum.roomy} of 44 px; ${sum.rules} rules for pointer and focus`);
}
