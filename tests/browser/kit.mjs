// What a scenario works with. Every page opened here is watched: an uncaught script error, an error on
// the console (a broken content security policy among them), a missing part, or a request to another
// host makes the scenario fail at its end, whatever else it checked.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { asked_too } from './judged.mjs';
import { inEnglish, inEverySetting, is_long, settingHere, stateHere } from './settings.mjs';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../../', import.meta.url));
const wait_ms_max = 15_000;
const axe_tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let source = null;
const axe = () => (source ??= readFile(require.resolve('axe-core/axe.min.js'), 'utf8'));

const languageHere = () => document.documentElement.lang;

export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 800 };

export function launchBrowser(more_args = []) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more_args,
    ],
  });
}

export class Kit {
  constructor(browser, demo, { screenshots, markup, pictures, judged }) {
    this.browser = browser;
    this.demo = demo;
    this.screenshots = screenshots;
    this.markup = markup;
    this.pictures = pictures;
    this.judged = judged;
    this.contexts = [];
    this.faults = [];
    this.refusals = []; // paths of forms that a script sends and that are to be refused (409, 422)
    this.allowed = new Set(); // paths where a refusal may be seen: a page that is left hides it
  }

  tools() {
    return {
      assert,
      browser: this.browser,
      url: this.demo.url,
      output: this.demo.output, // what the program printed: addresses and sign-ins
      data: this.demo.data, // its folder; mails lie in mail/
      phone,
      desktop,
      open: (path, options) => this.open(path, options),
      context: (options) => this.context(options),
      check: (page, rules, without) => this.check(page, rules, without),
      checkInEnglish: (page) => this.checkInEnglish(page),
      shot: (page, path) => this.shot(page, path),
      keep: (page, name) => this.pictures.keep(page, name),
      fitsWidth: (page) => this.fitsWidth(page),
      expectRefusal: (path) => this.refusals.push(path), // once
      allowRefusal: (path) => this.allowed.add(path),
    };
  }

  // A separate visitor: own cookies. Options are Playwright's, { javaScriptEnabled: false } among them.
  async context(options = {}) {
    const context = await this.browser.newContext({
      baseURL: this.demo.url,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      viewport: desktop,
      ...options,
    });
    context.setDefaultTimeout(wait_ms_max);
    context.on('page', (page) => this.watch(page));
    this.contexts.push(context);
    return context;
  }

  // A new visitor's page at a path: open('/', { viewport: phone }).
  async open(path = '/', options = {}) {
    const context = await this.context(options);
    const page = await context.newPage();
    await page.goto(path);
    return page;
  }

  watch(page) {
    const fault = (text) => this.faults.push(`${page.url()}: ${text}`);
    page.on('pageerror', (error) => fault(`script error: ${error.message}`));
    page.on('console', (message) => {
      // A failed load is judged below, where it is known whether it was the page itself.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        fault(`console: ${message.text()}`);
      }
    });
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== this.demo.url) {
        fault(`asks another host: ${request.url()}`);
      }
    });
    page.on('response', (response) => {
      if (response.request().resourceType() === 'document') this.markup.add(response);
      if (response.status() >= 400 && response.request().resourceType() !== 'document') {
        const path = new URL(response.url()).pathname;
        const expected = this.refusals.indexOf(path);
        const refused = [409, 422].includes(response.status());
        if (refused && expected >= 0) this.refusals.splice(expected, 1);
        else if (!refused || !this.allowed.has(path)) fault(`${response.status()} for ${response.url()}`);
      }
    });
  }

  // axe: no violation of WCAG 2.2 A and AA on the page as it is now. Injected by the debugger, which
  // the page's content security policy does not bind, so the policy stays on.
  // With `rules` only these of them: what else they judge was judged before on the same page. Those in
  // `without` are judged at another width of the same page. A long run judges the whole in every setting.
  async check(page, rules, without = []) {
    await this.checkHere(page, rules, without);
    if (!is_long || rules || without.length > 0) return;
    if (!this.judged.begin(await page.evaluate(stateHere))) return;
    await inEverySetting(page, async () => {
      await this.fitsWidth(page);
      await this.checkHere(page);
    });
    if ((await page.evaluate(languageHere)) !== 'en' && (await this.judged.isOffice(page.url()))) {
      await inEnglish(page, (options) => this.context(options), (other) => this.checkInEnglish(other));
    }
  }

  // A page that is in English now, as it is, once for each of its states: of a long run alone.
  async checkInEnglish(page) {
    if (!is_long) return;
    assert.equal(await page.evaluate(languageHere), 'en', `${page.url()} is in English`);
    if (!this.judged.begin(await page.evaluate(stateHere))) return;
    await this.fitsWidth(page);
    await this.checkHere(page);
  }

  async checkHere(page, rules, without = []) {
    if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await axe());
    const only = rules ? { type: 'rule', values: rules } : { type: 'tag', values: axe_tags };
    const switched = Object.fromEntries([
      ...asked_too.map((rule) => [rule, { enabled: true }]),
      ...without.map((rule) => [rule, { enabled: false }]),
    ]);
    const { violations, incomplete } = await page.evaluate(async ([runOnly, rules]) => {
      const result = await globalThis.axe.run(document, {
        runOnly,
        rules,
        resultTypes: ['violations', 'incomplete'],
        elementRef: true,
      });
      // What may lie over it, by which judged.mjs tells one place from another.
      const around = (element) => {
        const place = ['.map-figure', '.table-wrap'].find((wanted) => element?.closest(wanted));
        if (place) return ` in ${place}`;
        const over = ['.suggestions', '.thumb'].find((wanted) => document.querySelector(wanted)?.checkVisibility());
        return over ? ` beside ${over}` : '';
      };
      const places = (found) => found.flatMap(({ id, nodes }) => nodes.map((node) => ({ rule: id, node })));
      return {
        violations: result.violations.map((v) => ({
          id: v.id,
          help: v.help,
          where: v.nodes.slice(0, 5).map((node) => `${node.target.join(' ')}: ${node.failureSummary}`),
        })),
        incomplete: places(result.incomplete).map(({ rule, node }) => ({
          rule,
          why: [...node.any, ...node.all, ...node.none].map(({ message }) => message).join('; '),
          where: node.target.join(' ') + around(node.element),
        })),
      };
    }, [only, switched]);
    const text = violations.map((v) => `  ${v.id}: ${v.help}\n    ${v.where.join('\n    ')}`);
    const setting = await page.evaluate(settingHere);
    const language = await page.evaluate(languageHere);
    const where = `${page.url()}, ${setting} ${language}`;
    assert.equal(violations.length, 0, `axe at ${where}:\n${text.join('\n')}`);
    const is_whole = !rules && without.length === 0;
    const open = this.judged.add(page.url(), incomplete, is_whole ? setting : '', language);
    assert.deepEqual(open, [], `axe cannot decide at ${where}; look, and see judged.mjs`);
  }

  // No horizontal scrolling: what is wider than the window is a fault of the layout.
  async fitsWidth(page) {
    const { content, window } = await page.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      window: document.documentElement.clientWidth,
    }));
    assert.ok(content <= window, `${page.url()} is ${content} px wide in a window of ${window} px`);
  }

  // Renews a picture of the documentation, only when asked: shot(page, 'docs/screenshot.png').
  async shot(page, path) {
    if (this.screenshots) await page.screenshot({ path: root + path, animations: 'disabled' });
  }

  assertNothingWentWrong() {
    assert.equal(this.faults.length, 0, `pages complained:\n  ${this.faults.join('\n  ')}`);
    assert.deepEqual(this.refusals, [], 'refusals that did not come');
  }

  async whereWeAre() {
    const lines = [];
    for (const context of this.contexts) {
      for (const page of context.pages()) {
        const title = await page.title().catch(() => '');
        lines.push(`\n  on ${page.url()} “${title}”`);
      }
    }
    return lines.join('');
  }

  async close() {
    await this.markup.allRead(); // a closed page's answer can no longer be asked for
    for (const context of this.contexts) await context.close().catch(() => {});
  }
}
