// Pictures of pages, left in .cache/screenshots for somebody to look at: a layout that is broken breaks
// no rule. Nothing compares them, and they take a tenth of the suite's time, so only ./run e2e takes
// them. Each name is of who looks, the width, and the address.
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../.cache/screenshots/', import.meta.url));
const name_characters_max = 100;
const height_px_max = 6000; // of a page that has hundreds of rows the beginning says it

export class Pictures {
  constructor(wanted) {
    this.wanted = wanted;
    this.taken = new Map(); // how often, by name: a page may be visited again in another state
    this.spent_ms = 0;
    if (!wanted) return;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  async keep(page, name) {
    if (!this.wanted) return;
    const start = Date.now();
    const { width } = page.viewportSize();
    const plain = name.replace(/[^\p{L}\d]+/gu, '-').slice(0, name_characters_max).replace(/-$/, '');
    const key = `${plain}.${width}`;
    const times = (this.taken.get(key) ?? 0) + 1;
    this.taken.set(key, times);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.screenshot({
      path: `${folder}${key}${times > 1 ? `.${times}` : ''}.jpg`,
      type: 'jpeg', // a quarter of the time that PNG takes
      quality: 80,
      animations: 'disabled',
      clip: { x: 0, y: 0, width, height: Math.min(height, height_px_max) },
      fullPage: true,
    });
    this.spent_ms += Date.now() - start;
  }

  told() {
    if (!this.wanted) return 'no pictures of pages: ./run e2e takes them';
    const count = [...this.taken.values()].reduce((sum, times) => sum + times, 0);
    const seconds = Math.round(this.spent_ms / 1000);
    return `${count} pictures of pages, which took ${seconds} s of the lanes: ${folder}`;
  }
}
