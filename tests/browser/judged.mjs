// What axe was asked about in a whole run: every page that the table of routes offers, or the run fails;
// and what axe could not decide by itself, each kind of it looked at by eye once and named here.
import { createHash } from 'node:crypto';
import { routeOf, routes } from '../security/pages.mjs';
import { every_setting, is_long } from './settings.mjs';

// Rules that axe leaves out unless asked, being young: names that hold what is written on a control
// (2.5.3), no lock to one orientation (1.3.4), headings and captions that are such (1.3.1).
export const asked_too = ['label-content-name-mismatch', 'css-orientation-lock', 'td-has-header', 'p-as-heading', 'table-fake-caption'];

// [rule, what axe says of it, where it stands]; why it holds all the same. All colours are pairs of tokens,
// which web/contrast.mjs judges in every set.
const looked_at = [
  // Names and shares on the map, each with a rim of paper.
  ['color-contrast', /is overlapped by another element/, / in \.map-figure$/],
  // A table's head that stays while axe scrolls what is below; a cell that the table's own scroller cuts off
  // until one scrolls.
  ['color-contrast', /is overlapped by another element|partially obscured by another element/, / in \.table-wrap$/],
  // What is still below the act at the thumb, which has a ground of its own and is scrolled clear of.
  ['color-contrast', /is overlapped by another element|has no value; test color contrast/, / beside \.thumb$/],
  // What suggestions lie on while one types; they have a ground of their own, too, and go with Esc.
  ['color-contrast', /is overlapped by another element/, / beside \.suggestions$/],
  // A state that breaks over two lines of its cell; suggestions on their own ground above the page.
  ['color-contrast', /partially overlaps other elements/, /\.state|^#goi-y-/],
  // The act at the thumb stays while the page scrolls below it; it has a ground of its own.
  ['color-contrast', /partially overlaps other elements/, /^\.thumb > \.button/],
  // One letter or figure in a cell, in the colours of the cells beside it.
  ['color-contrast', /content is too short/, /^/],
  // The ✕ behind a filter's words, in their colour, which it does not need.
  ['color-contrast', /only non-text characters/, /span/],
  // The ring or the mark of a step or state is drawn beside the words, not below them.
  ['color-contrast', /due to a pseudo element/, /^/],
  // One letter: “A” is the beginning of its name.
  ['label-content-name-mismatch', /Unable to determine/, /data-text-step="0"/],
  // The sentence below the title of a page, larger than the text and no title itself.
  ['p-as-heading', /Unable to determine/, /^\.must\b/],
];

// What the table offers and is no page: files, papers, pictures, streams.
const no_page = [
  /^\/api\//, /\.(csv|xml|json|ics|txt|yaml)$/, /\/anh\/\{photo\}(\/nho)?$/, /\/van-ban$/, /\/ban-ky\/\{n\}$/, /\/nguon$/,
  /^\/so-lieu\/\{figure\}\/xuat$/, /^\/su-kien\//, /\/toan-van\/ban\/\{edition\}$/,
];

// Public pages are taken from the table by portal_pages.scenario.mjs itself.
const isOfficePage = ({ method, pattern, right }) =>
  method === 'GET' && right !== 'Public' && !no_page.some((kind) => kind.test(pattern));

export class Judged {
  constructor() {
    this.settings = new Map(); // by path: those in which all rules were asked
    this.english = new Set(); // paths judged by all rules in English
    this.states = new Set();
    this.times = 0;
    this.undecided = looked_at.map(() => 0);
  }

  // Whether this state of a page, as it tells itself, is a new one.
  begin(state) {
    const key = createHash('sha256').update(state).digest('hex');
    if (this.states.has(key)) return false;
    this.states.add(key);
    return true;
  }

  // Faults: what axe could not decide and nobody has looked at. `setting`: '' unless it judged by all rules.
  add(url, incomplete, setting, language) {
    const { pathname } = new URL(url);
    if (!this.settings.has(pathname)) this.settings.set(pathname, new Set());
    if (setting) this.settings.get(pathname).add(setting);
    if (setting && language === 'en') this.english.add(pathname);
    this.times += 1;
    return incomplete.filter(({ rule, why, where }) => {
      const kind = looked_at.findIndex(([id, said, place]) => id === rule && said.test(why) && place.test(where));
      if (kind >= 0) this.undecided[kind] += 1;
      return kind < 0;
    });
  }

  // Public pages are judged in both languages by portal_pages.scenario.mjs itself.
  async isOffice(url) {
    this.pages ??= (await routes()).filter(({ method }) => method === 'GET');
    const route = routeOf(this.pages, new URL(url).pathname);
    return route !== undefined && isOfficePage(route);
  }

  // Pages of the office that no scenario had judged, a long run in English too: patterns of routes.
  async missing() {
    const pages = (await routes()).filter(isOfficePage);
    const patternsOf = (paths) => new Set([...paths].map((path) => routeOf(pages, path)?.pattern));
    const judged = patternsOf(this.settings.keys());
    const english = patternsOf(this.english);
    const unread = pages.filter(({ pattern }) => is_long && judged.has(pattern) && !english.has(pattern));
    return [
      ...pages.map(({ pattern }) => pattern).filter((pattern) => !judged.has(pattern)),
      ...unread.map(({ pattern }) => `${pattern} in English`),
    ];
  }

  // Of a long run: which addresses were not judged wholly in which setting.
  unreached() {
    if (!is_long) return [];
    return [...this.settings].flatMap(([path, reached]) =>
      every_setting.filter((setting) => !reached.has(setting)).map((setting) => `${path} ${setting}`));
  }

  told() {
    const sum = this.undecided.reduce((a, b) => a + b, 0);
    const kinds = `${sum} places it could not decide, of ${looked_at.length} kinds that were looked at`;
    const lines = [`axe judged ${this.settings.size} addresses ${this.times} times: no violation; ${kinds}`];
    if (!is_long) return lines[0];
    lines.push(`  ${this.states.size} states of pages, each by all rules in ${every_setting.length} settings: ${every_setting.join(', ')}`);
    lines.push(`  ${this.english.size} addresses by all rules in English, those of the office at one width in light`);
    const told = looked_at.map(([rule, said, place], i) => `  ${this.undecided[i]} x ${rule}: ${said.source} at ${place.source}`);
    return [...lines, ...told].join('\n');
  }
}
