// Every page that the public can open, taken from the table of routes: at three widths, in light, dark
// and forced colours, in both languages, no violation of WCAG, nothing sideways, no other host, no
// phrase in another language than its mark says; and all of it without JavaScript, and on paper.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { lowLinks } from './access.mjs';
import { inLanguage, wronglySpoken } from './spoken.mjs';

export const name = 'every public page holds at every width, in every colour, in both languages';
export const seconds_max = 900; // a guard against hanging, on a busy machine too

const widths = [320, 768, 1280];
const narrow = widths[0];
const wide = widths.at(-1);

// What axe judges depends on the language by its words and names, on the width by what is folded away,
// on the look by its colours alone. So a whole judgement is made once a language and once more on a
// desk; a look only has its colours judged. Forced colours are the reader's own pairs, which
// web/contrast.mjs holds the style sheets to.
const colours = ['color-contrast', 'link-in-text-block'];
const visits = [
  { language: 'vi', look: { colorScheme: 'light' }, judged: [[narrow], [wide]], kept: [1280, 360] },
  { language: 'en', look: { colorScheme: 'light' }, judged: [[narrow]] },
  { language: 'vi', look: { colorScheme: 'dark' }, judged: [[wide, colours]] },
  { language: 'en', look: { colorScheme: 'light', forcedColors: 'active' }, judged: [] },
];

// What stands for a segment of a route, from what the sitemap names and the feeds say; a route with
// another segment needs its line here.
const segments = {
  article: (all) => behind(all, '/bai/'),
  document: (all) => behind(all, '/van-ban/'),
  plan: () => '1', // that of the city; a district's own has no coverage
  unit: (all) => behind(all, '/co-quan/'),
  checkpoint: () => '1',
  image: () => '1',
  figure: () => '1',
  round: () => '1',
  format: () => 'atom.xml',
  lang: () => 'vi',
  provision: () => 'dieu-4',
  code: () => 'khong-co-ma-nay',
  token: () => 'khong-dung-duoc-lien-ket-nay',
};

// States of pages that a route alone does not tell.
const more = [
  '/van-ban/3/toan-van', '/van-ban/3/toan-van/dieu-4', '/van-ban?q=khongcogi', '/tim?q=ha+noi',
  '/tim?q=nghij+quyeet', '/khong-co-trang-nay', '/bai/999', '/co-quan/1', '/co-quan/cay?ten=hang+bu', '/co-quan/cay?ten=khongcogi',
];

function behind(all, prefix) {
  const found = all.find((path) => path.startsWith(prefix));
  assert.ok(found, `the sitemap names something at ${prefix}`);
  return found.slice(prefix.length);
}

function publicRoutes() {
  const golden = fileURLToPath(new URL('../../src/app/routes.golden', import.meta.url));
  const routes = [...readFileSync(golden, 'utf8').matchAll(/^GET +(\S+) +Public$/gm)];
  assert.ok(routes.length > 30, 'the table of routes is read');
  return routes.map(([, route]) => route);
}

// Addresses of pages; what is a file, a feed or leads elsewhere only has to answer.
async function publicPages(url) {
  const map = await (await fetch(`${url}/sitemap.xml`)).text();
  const all = [...map.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => new URL(address).pathname);
  const pages = [];
  for (const route of publicRoutes()) {
    const path = route.replace(/\{(\w+)\}/g, (_, segment) => {
      assert.ok(segments[segment], `say what stands for {${segment}} of ${route}`);
      return segments[segment](all);
    });
    const answer = await fetch(url + path, { redirect: 'manual' });
    await answer.arrayBuffer();
    assert.ok(answer.status < 500, `${path} answers ${answer.status}`);
    const is_page = answer.headers.get('content-type')?.startsWith('text/html');
    const is_file = answer.headers.has('content-disposition');
    if (is_page && !is_file && (answer.status < 300 || answer.status >= 400)) pages.push(path);
  }
  return [...pages, ...more];
}

// Text with Vietnamese letters that no lang="vi" of a template stands above, on a page in another
// language: what was only found by its letters (vi-VN) could be a label left behind. The site's own
// name stays as it is, and so do numbers of documents.
function strayVietnamese() {
  const letters = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;
  const names = /Lan Tỏa|Hà Nội|\S*\/[\p{L}\d/-]+/gu;
  const stray = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode.textContent.normalize('NFC').replace(names, '');
    const lang = walk.currentNode.parentElement.closest('[lang]').lang;
    if (lang !== 'vi' && letters.test(text)) stray.push(`nobody marked “${text.trim()}”`);
  }
  return stray;
}

const links = { alone: 0, spoken: 0 };

async function lookAt({ check, fitsWidth, keep }, page, path, { language, judged, kept = [] }) {
  await page.goto(path);
  assert.equal(await page.locator('html').getAttribute('lang'), language);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 740 });
    await fitsWidth(page);
    for (const [at, rules] of judged) if (at === width) await check(page, rules);
  }
  for (const width of kept) {
    await page.setViewportSize({ width, height: 740 });
    await keep(page, `everybody ${path}`);
  }
  await page.setViewportSize({ width: narrow, height: 740 });
  const low = await page.evaluate(lowLinks);
  assert.deepEqual(low.faults, [], `links of ${path} under 44 px`);
  for (const kind of ['alone', 'spoken']) links[kind] += low[kind];
  const faults = [...(await page.evaluate(strayVietnamese)), ...(await page.evaluate(wronglySpoken))];
  return faults.map((fault) => `${path}: ${fault}`);
}

async function lookEverywhere(tools, pages) {
  for (const visit of visits) {
    const visitor = await tools.context({ ...visit.look, viewport: { width: narrow, height: 740 } });
    await inLanguage(visitor, tools.url, visit.language);
    const page = await visitor.newPage();
    const stray = [];
    for (const path of pages) stray.push(...(await lookAt(tools, page, path, visit)));
    assert.deepEqual(stray, [], 'language of parts');
    await visitor.close();
  }
}

// One column, nothing that only a screen can use, and behind each link where it leads.
async function printed({ context }, article) {
  const page = await (await context()).newPage();
  for (const path of [article, '/chien-dich/1', '/quyen-rieng-tu', '/van-ban']) {
    await page.goto(path);
    await page.emulateMedia({ media: 'print' });
    const faults = await page.evaluate(() => {
      const out = [];
      const shown = (element) => element.getClientRects().length > 0;
      for (const element of document.querySelectorAll('.columns, .office-body')) {
        if (getComputedStyle(element).display !== 'block') out.push(`${element.className} has columns`);
      }
      for (const element of document.querySelectorAll('nav, button, form, .beside, .site-foot')) {
        if (shown(element)) out.push(`${element.outerHTML.slice(0, 60)} is printed`);
      }
      const links = [...document.querySelectorAll('main a[href]')].filter(shown);
      for (const link of links) {
        const target = getComputedStyle(link, '::after').content;
        if (!target.includes(link.getAttribute('href'))) out.push(`${link.textContent} leads to ${target}`);
      }
      return { out, links: links.length };
    });
    assert.deepEqual(faults.out, [], path);
    assert.ok(faults.links > 0, `${path} prints links`);
    assert.ok(await page.locator('.print-foot').isVisible());
    await page.emulateMedia({ media: 'screen' });
  }
}

async function readWithoutScript({ context }, pages) {
  const visitor = await context({ javaScriptEnabled: false });
  const page = await visitor.newPage();
  for (const path of pages) {
    await page.goto(path);
    assert.equal(await page.locator('h1:visible').count(), 1, `${path} has one visible title`);
    const alone = page.locator('xpath=//main//button[not(ancestor::form)]').locator('visible=true');
    assert.equal(await alone.count(), 0, `${path} offers nothing that needs JavaScript`);
  }
  await page.goto('/');
  await page.locator('main').getByRole('link', { name: /^Kế hoạch 06/ }).first().click();
  await page.locator('h2', { hasText: 'Đã tới được ai' }).waitFor();
  await page.locator('main').getByRole('link', { name: 'Sở Tư pháp' }).first().click();
  await page.locator('h1', { hasText: 'Sở Tư pháp' }).waitFor();
  await page.locator('.posts a').first().click();
  await page.locator('article h1').waitFor();
}

// The saved file is opened from the disk with the network off.
async function readOffline({ context }, article) {
  const visitor = await context({ acceptDownloads: true, javaScriptEnabled: false });
  const page = await visitor.newPage();
  await page.goto(article);
  const title = await page.locator('article h1').innerText();
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Lưu' }).click();
  const file = await (await waiting).path();
  const text = await readFile(file, 'utf8');
  const reader = await (await context({ offline: true })).newPage();
  await reader.setContent(text);
  assert.equal(await reader.locator('h1').innerText(), title);
  assert.ok((await reader.locator('main').innerText()).length > 200);
}

export async function run(tools) {
  const pages = await publicPages(tools.url);
  const article = pages.find((path) => /^\/bai\/\d+-[^/]+$/.test(path));
  await lookEverywhere(tools, pages);
  console.log(`      ${pages.length} pages ${visits.length} times on a phone: ${links.alone} links that stand alone, all 44 px high; ${links.spoken} among words`);
  await readWithoutScript(tools, pages);
  await readOffline(tools, article);
  await printed(tools, article);
}
