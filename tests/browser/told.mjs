// A flow of the product as it is heard: what one does, where the focus goes, what is announced, what the page
// says. Kept as approved text in spoken/, a file a flow, in which whatever the clock, the port or chance
// makes stands as a ⟨name⟩.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { Hearing } from './aloud.mjs';

const folder = new URL('./spoken/', import.meta.url);
const wait_ms_max = 10_000;
const shown_lines_max = 60;

const masks = [
  [/\d\d:\d\d(?= 18\/06\/2021)/g, '⟨giờ⟩'], // the day on which the sample data ends
  [/\d+[.,]\d{3}(?= (sự kiện|facts))/g, '⟨số⟩'],
  [/((?:sổ cái|Sổ cái|niêm sổ cái|sự kiện số|seal)[^\d]{0,12})\d+\.\d{3}/g, '$1⟨số⟩'],
  [/số [\d.]+(?= trong sổ cái)/g, 'số ⟨số⟩'],
  [/\b[0-9a-f]{16}\b/g, '⟨mã băm⟩'],
  [/\b([0-9a-f]{4} ){3}[0-9a-f]{4}…?/g, '⟨mã băm⟩'],
  [/\b[0-9A-Z]{4}(-[0-9A-Z]{4}){3}\b/g, '⟨mã theo dõi⟩'],
  [/[\d.]+ lượt xem/g, '⟨số⟩ lượt xem'],
  [/\d+(,\d)? %(\]?) cán bộ \([\d.]+ \/ [\d.]+\)/g, '⟨tỷ lệ⟩ %$2 cán bộ (⟨số⟩ / ⟨số⟩)'],
  [/http:\/\/127\.0\.0\.1:\d+/g, '⟨địa chỉ⟩'],
];

// Runs in the page: regions that are there and change, and alerts that come, as a reader announces them.
function listen() {
  const live = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive], output';
  const hear = (region) => {
    const kind = region.matches('[role=alert], [aria-live=assertive]') ? 'cảnh báo' : 'trạng thái';
    const text = region.textContent.replace(/\s+/g, ' ').trim();
    if (text) globalThis.lantoaHeard(`${kind}: ${text}`);
  };
  document.addEventListener('DOMContentLoaded', () =>
    new MutationObserver((records) => {
      const regions = new Set();
      for (const { target, addedNodes } of records) {
        const at = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
        if (at?.closest(live)) regions.add(at.closest(live));
        for (const one of addedNodes) if (one.matches?.('[role=alert]')) regions.add(one);
      }
      for (const region of regions) hear(region);
    }).observe(document, { subtree: true, childList: true, characterData: true }));
}

export class Told {
  // `come`: how one comes to a page in that context.
  static async begin(context, title, come) {
    const told = new Told();
    told.lines = [`# ${title}`];
    told.news = [];
    told.faults = [];
    told.before = new Set();
    told.masks = masks;
    await context.exposeFunction('lantoaHeard', (text) => told.news.push(text));
    await context.addInitScript(listen);
    told.page = await come(context);
    told.session = await context.newCDPSession(told.page);
    await told.session.send('Accessibility.enable');
    return told;
  }

  note(line) {
    const masked = this.masks.reduce((text, [pattern, by]) => text.replace(pattern, by), line);
    this.lines.push(masked);
    return masked;
  }

  hearing = (rows) => Hearing.of(this.session, this.page, rows);

  // What one hears of a page one came to. `all`: with what stands around it; `changed`: of the same page as
  // before only what is new; `rows`: of long lists; `title`: nothing but the title and where the focus is.
  async arrive(how = '') {
    await this.page.waitForLoadState('load');
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    const hearing = await this.hearing(how.rows);
    this.faults.push(...hearing.faults().map((fault) => `${this.page.url()}: ${fault}`));
    this.note(`  trang: ${await this.page.title()}`);
    this.note(`  tiêu điểm: ${hearing.focus()}`);
    const lines = how === 'title' ? [] : hearing.read(how !== 'all' && !how.all);
    const told = how === 'changed' ? lines.filter((line) => !this.before.has(line)) : lines;
    if (how === 'changed') this.note('  (chỉ những gì mới)');
    for (const line of told) this.note(`    ${line}`);
    if (lines.length > 0) this.before = new Set(lines);
  }

  async open(path, how) {
    this.note(`\n▸ mở ${path}`);
    await this.page.goto(path);
    await this.arrive(how);
  }

  // What has the focus now, as one hears it.
  async at(words) {
    this.note(`${words}${await Hearing.focus(this.session, this.page)}`);
  }

  async focus(locator) {
    await locator.focus();
    return Hearing.focus(this.session, this.page);
  }

  // Goes to a control and presses a key on it that leads to another page.
  async follow(locator, how) {
    this.note(`\n▸ Enter trên ${await this.focus(locator)}`);
    this.news = []; // what was announced before is no answer to this
    await this.sent(() => this.page.keyboard.press('Enter'));
    await this.arrive(how);
  }

  async sent(act) {
    const before = await this.page.evaluate(() => performance.timeOrigin);
    await act();
    await this.page.waitForFunction((origin) => performance.timeOrigin !== origin, before);
  }

  async key(key, why = '') {
    this.note(`\n▸ phím ${key}${why && `, ${why}`}`);
    await this.page.keyboard.press(key);
  }

  // Presses a key on a control that stays on the page, and tells the control as it is then.
  async press(locator, key) {
    this.note(`\n▸ ${key} trên ${await this.focus(locator)}`);
    this.news = [];
    await this.page.keyboard.press(key);
    await this.at('  tiêu điểm: ');
  }

  async type(locator, text, shown = text) {
    this.note(`\n▸ gõ “${shown}” vào ${await this.focus(locator)}`);
    this.news = [];
    await locator.fill(text);
  }

  // Waits until something like it was announced.
  async heard(pattern) {
    const deadline = Date.now() + wait_ms_max;
    for (;;) {
      const found = this.news.find((text) => pattern.test(text));
      if (found) {
        this.note(`  nghe thấy ${found}`);
        this.news = [];
        return;
      }
      assert.ok(Date.now() < deadline, `nobody hears ${pattern} on ${this.page.url()}: ${this.news.join(' | ')}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }
}

// What is in one list and not in the other, in order.
function differences(approved, heard) {
  const longest = Array.from({ length: approved.length + 1 }, () => new Uint16Array(heard.length + 1));
  for (let i = approved.length - 1; i >= 0; --i) {
    for (let j = heard.length - 1; j >= 0; --j) {
      longest[i][j] = approved[i] === heard[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  const out = [];
  for (let i = 0, j = 0; i < approved.length || j < heard.length; ) {
    if (approved[i] === heard[j]) [i, j] = [i + 1, j + 1];
    else if (j >= heard.length || (i < approved.length && longest[i + 1][j] >= longest[i][j + 1])) out.push(`${i + 1}- ${approved[i++]}`);
    else out.push(`${j + 1}+ ${heard[j++]}`);
  }
  return out;
}

// Compares with the approved text, or writes it; the differing lines, none when they are the same.
export async function compare(name, lines) {
  const file = new URL(`${name}.txt`, folder);
  const heard = lines.join('\n').split('\n');
  if (process.env.LANTOA_APPROVE === '1') {
    await writeFile(file, `${heard.join('\n')}\n`);
    return [];
  }
  const approved = await readFile(file, 'utf8').catch(() => '');
  const found = differences(approved.trimEnd().split('\n'), heard);
  if (found.length === 0) return [];
  const rest = found.length > shown_lines_max ? [`… and ${found.length - shown_lines_max} more`] : [];
  return [`spoken/${name}.txt (approved -, heard now +):`, ...found.slice(0, shown_lines_max), ...rest];
}
