// The HTML of every page that the scenarios were answered, judged by the Nu HTML checker and by
// html-validate: once, at the end, since the first takes longer to start than to judge. A page with
// planted errors for both goes along with them; a checker that does not find its own is worth nothing,
// and then neither is its silence.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { secondMessagesAbout } from './html_validate.mjs';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
const run = promisify(execFile);
const output_bytes_max = 64 << 20;
const shown_max = 20;
const read_ms_max = 3_000;
const lost_share_max = 0.1;

const planted = `<!DOCTYPE html><html lang="vi"><head><title>Cài lỗi</title></head><body>
<p id="hai-lan">Một</p><p id="hai-lan">Hai</p><a href="/">Trang chủ<button>Xem</button></a>
<input name="khong-nhan"></body></html>`;
const planted_file = 'planted.html';
const planted_wanted = [
  /^Duplicate ID “hai-lan”/,
  /“button” must not appear as a descendant/,
  /^input-missing-label: /, // these two by html-validate
  /^no-dup-id: /,
];

// Two answers that differ in nothing but what is new in each are one page: hidden fields of forms, and
// figures in the text (views, the position of the ledger).
function sameness(html) {
  const lasting = html
    .replace(/(<input type="hidden"[^>]* value=")[^"]*/g, '$1')
    .replace(/>[^<]+/g, (text) => text.replace(/\d/g, ''));
  return createHash('sha256').update(lasting).digest('hex');
}

// The browser may never answer for a page that was left at once.
function withinTime(promise) {
  let timer;
  const over = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('not read in time')), read_ms_max);
  });
  return Promise.race([promise, over]).finally(() => clearTimeout(timer));
}

export class Markup {
  constructor() {
    this.pages = new Map(); // by sameness: { html, address }
    this.answers = 0;
    this.lost = 0; // left before they could be read
    this.reading = new Set();
  }

  // An answer as it came, before any script touched it. Reading goes on beside the scenario; a page
  // that is left at once may be gone before it is read.
  add(response) {
    if (!response.headers()['content-type']?.startsWith('text/html')) return;
    if (response.status() >= 300 && response.status() < 400) return;
    const read = withinTime(response.text())
      .then(
        (html) => this.keep(html, new URL(response.url()).pathname),
        () => (this.lost += 1),
      )
      .finally(() => this.reading.delete(read));
    this.reading.add(read);
  }

  keep(html, address) {
    this.answers += 1;
    const key = sameness(html);
    if (!this.pages.has(key)) this.pages.set(key, { html, address });
  }

  allRead() {
    return Promise.all(this.reading);
  }

  // What the checker objects to, and how much it was shown: { pages, answers, lost, faults }.
  async judge() {
    await this.allRead();
    const folder = await mkdtemp(join(tmpdir(), 'lantoa-markup-'));
    try {
      const pages = [...this.pages.values()];
      const files = pages.map(({ html }, i) => ({ url: `${i}.html`, html }));
      files.push({ url: planted_file, html: planted });
      await Promise.all(files.map(({ url, html }) => writeFile(join(folder, url), html)));
      const messages = await Promise.all([messagesAbout(folder), secondMessagesAbout(files)]);
      const faults = this.sorted(messages.flat(), pages);
      if (pages.length === 0) faults.push('no page was read, so none was judged');
      if (this.lost > (this.answers + this.lost) * lost_share_max) {
        faults.push(`${this.lost} answers could not be read beside ${this.answers}`);
      }
      return { pages: pages.length, answers: this.answers, lost: this.lost, faults };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  sorted(messages, pages) {
    const about_planted = messages.filter(({ url }) => url.endsWith(planted_file));
    const faults = planted_wanted
      .filter((wanted) => !about_planted.some(({ message }) => wanted.test(message)))
      .map((wanted) => `the planted error was not found: ${wanted}`);
    const others = new Map(); // the same fault of many pages is told once
    for (const { url, message, extract = '' } of messages) {
      if (url.endsWith(planted_file)) continue;
      const { address } = pages[Number(/(\d+)\.html$/.exec(url)[1])];
      const where = others.get(message) ?? { address, extract, count: 0 };
      others.set(message, { ...where, count: where.count + 1 });
    }
    for (const [message, { address, extract, count }] of others) {
      faults.push(`${message}\n    on ${address}${count > 1 ? ` and ${count - 1} more` : ''}: ${extract.trim()}`);
    }
    return faults;
  }
}

async function messagesAbout(folder) {
  // The schemas are deep; the long compilation of a server buys nothing in a run of seconds.
  const virtual_machine = ['-Xss4m', '-XX:TieredStopAtLevel=1', '-jar', jar];
  const checker = ['--format', 'json', '--stdout', '--exit-zero-always', folder];
  const { stdout } = await run('java', [...virtual_machine, ...checker], { maxBuffer: output_bytes_max });
  return JSON.parse(stdout).messages.filter(({ type }) => type !== 'info');
}

export async function hasJava() {
  return run('java', ['-version']).then(() => true, () => false);
}

export const faultLines = (faults) =>
  faults.slice(0, shown_max).map((fault) => `  ${fault}`).join('\n');
