// The settings of a reader in which a long run (LANTOA_LONG=1) has every page judged: three widths, light,
// dark and forced colours. What a page is in is asked of the page itself, so that a setting which did not
// take effect counts as never reached.
import assert from 'node:assert/strict';
import { overlay } from './access.mjs';
import { inLanguage } from './spoken.mjs';

export const is_long = process.env.LANTOA_LONG === '1';

const height = 740; // px
const widths = [320, 768, 1280]; // px; the smallest is a desk at 400 %
const looks = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
};

export const every_setting = Object.keys(looks).flatMap((look) => widths.map((width) => `${width} ${look}`));

// Runs in the browser: the setting's name, as above.
export function settingHere() {
  const is = (query) => matchMedia(query).matches;
  const look = is('(forced-colors: active)') ? 'forced' : is('(prefers-color-scheme: dark)') ? 'dark' : 'light';
  return `${innerWidth} ${look}`;
}

const mediaOf = (page) =>
  page.evaluate(() => {
    const is = (query) => matchMedia(query).matches;
    return {
      colorScheme: is('(prefers-color-scheme: dark)') ? 'dark' : 'light',
      forcedColors: is('(forced-colors: active)') ? 'active' : 'none',
      reducedMotion: is('(prefers-reduced-motion: reduce)') ? 'reduce' : 'no-preference',
    };
  });

const drawn = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

// `judge` in each setting, without a new loading, which would lose what was typed. Colours that fade
// from one to the other would be judged half-way, so nothing moves; afterwards all is as before.
export async function inEverySetting(page, judge) {
  const before = { viewport: page.viewportSize(), media: await mediaOf(page) };
  for (const look of Object.values(looks)) {
    await page.emulateMedia({ ...look, reducedMotion: 'reduce' });
    for (const width of widths) {
      await page.setViewportSize({ width, height });
      await drawn(page);
      await judge();
    }
  }
  await page.emulateMedia(before.media);
  await page.setViewportSize(before.viewport);
  await drawn(page);
}

// `judge` the same address in English, in which words alone are others: at one width, in light. In a context
// of its own with the same cookies (`contextOf`: Kit.context), so that nothing typed or kept there is touched;
// not where the address alone does not lead to it.
export async function inEnglish(page, contextOf, judge) {
  const { origin, pathname } = new URL(page.url());
  const context = await contextOf({ viewport: { width: widths[0], height }, ...looks.light, reducedMotion: 'reduce' });
  try {
    await context.addCookies(await page.context().cookies());
    await inLanguage(context, origin, 'en');
    const other = await context.newPage();
    const answer = await other.goto(page.url()).catch((error) => {
      if (/Download is starting|ERR_ABORTED/.test(error.message)) return null; // a file is no page
      throw error;
    });
    if (answer?.ok() && new URL(other.url()).pathname === pathname) await judge(other);
  } finally {
    await context.close();
  }
}

// Runs in the browser: what tells this page and its state from every other. Secrets of forms change
// with each loading and say nothing.
export function stateHere() {
  const html = document.documentElement.outerHTML.replace(/ (value|nonce)="[^"]*"/g, '');
  return `${location.pathname} ${document.documentElement.lang} ${html}`;
}

// A weak pair of colours that shows in one look alone is found in that one and in no other.
const weak_in = {
  light: '@media (prefers-color-scheme: light) and (forced-colors: none) { h1 { color: #ccc !important } }',
  dark: '@media (prefers-color-scheme: dark) { h1 { color: #333 !important } }',
  forced: '@media (forced-colors: active) { h1 { forced-color-adjust: none; color: #ccc !important } }',
};

export async function assertWeakColoursFound(page, check) {
  for (const [planted_in, css] of Object.entries(weak_in)) {
    const seen = new Set();
    await page.evaluate(overlay, css);
    await inEverySetting(page, async () => {
      const setting = await page.evaluate(settingHere);
      const fault = await check(page, ['color-contrast']).then(() => '', ({ message }) => message);
      if (fault.includes('color-contrast')) seen.add(setting);
    });
    await page.evaluate(overlay, '');
    const expected = every_setting.filter((setting) => setting.endsWith(planted_in));
    assert.deepEqual([...seen].sort(), expected.sort(), `weak colours in ${planted_in} alone`);
  }
}
