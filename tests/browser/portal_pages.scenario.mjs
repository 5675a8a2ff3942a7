// Every page that the public can open, at three widths, in light, dark and forced colours, in both
// languages: no violation of WCAG, nothing sideways, no other host; and all of it without JavaScript.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

export const name = 'every public page holds at every width, in every colour, in both languages';
export const seconds_max = 900;

const widths = [320, 768, 1280];
const looks = [
  { colorScheme: 'light' },
  { colorScheme: 'dark' },
  { colorScheme: 'light', forcedColors: 'active' },
];

// What the site map leads to, and the pages behind it that it does not name one by one.
async function publicPages(url) {
  const map = await (await fetch(`${url}/sitemap.xml`)).text();
  const all = [...map.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => new URL(address).pathname);
  const first = (prefix, most) => all.filter((path) => path.startsWith(prefix)).slice(0, most);
  return [
    '/', '/bai', '/van-ban', '/van-ban?q=khongcogi', '/chien-dich', '/co-quan', '/gioi-thieu',
    '/lien-he', '/quyen-rieng-tu', '/tro-nang', '/so-do', '/so-cai/diem-ky', '/so-cai/cach-kiem-tra',
    '/dang-nhap', '/khong-co-trang-nay', '/bai/999', '/co-quan/1', '/van-ban/1/bai', '/van-ban/1',
    ...first('/bai/', 1), ...first('/chien-dich/', 1), ...first('/co-quan/', 1),
  ];
}

async function inLanguage(context, url, language) {
  await context.addCookies([{ name: 'lantoa-ngon-ngu', value: language, url }]);
}

async function lookEverywhere({ context, url, check, fitsWidth }, pages) {
  for (const look of looks) {
    for (const language of ['vi', 'en']) {
      const visitor = await context({ ...look, viewport: { width: widths[0], height: 740 } });
      await inLanguage(visitor, url, language);
      const page = await visitor.newPage();
      for (const path of pages) {
        await page.goto(path);
        assert.equal(await page.locator('html').getAttribute('lang'), language);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 740 });
          await fitsWidth(page);
          await check(page);
        }
        await page.setViewportSize({ width: widths[0], height: 740 });
      }
      await visitor.close();
    }
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
  await page.locator('main').getByRole('link', { name: /^Kế hoạch/ }).first().click();
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
  await lookEverywhere(tools, pages);
  await readWithoutScript(tools, pages);
  await readOffline(tools, pages.find((path) => /^\/bai\/\d+-/.test(path)));
}
