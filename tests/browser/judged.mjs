// What axe was asked about in a whole run: every page that the table of routes offers, or the run fails;
// and what axe could not decide by itself, each kind of it looked at by eye once and named here.
import { routeOf, routes } from '../security/pages.mjs';

// Rules that axe leaves out unless asked, being young: names that hold what is written on a control
// (2.5.3), no lock to one orientation (1.3.4), headings and captions that are such (1.3.1).
export const asked_too = ['label-content-name-mismatch', 'css-orientation-lock', 'td-has-header', 'p-as-heading', 'table-fake-caption'];

// [rule, what axe says of it, where it stands]; why it holds all the same. All colours are pairs of tokens,
// which web/contrast.mjs judges in every set.
const looked_at = [
  // Names on the map, each with a rim of paper; a table's head that stays while axe scrolls what is below.
  ['color-contrast', /is overlapped by another element/, /^/],
  // A state that breaks over two lines of its cell; suggestions on their own ground above the page.
  ['color-contrast', /partially overlaps other elements/, /\.state|^#goi-y-/],
  // The ✕ behind a filter's words, in their colour, which it does not need.
  ['color-contrast', /only non-text characters/, /span/],
  // The ring or the mark of a step or state is drawn beside the words, not below them.
  ['color-contrast', /due to a pseudo element/, /^/],
  // One letter: “A” is the beginning of its name.
  ['label-content-name-mismatch', /Unable to determine/, /data-text-step="0"/],
  // The sentence below the title of a page, larger than the text and no title itself.
  ['p-as-heading', /Unable to determine/, /^\.must$/],
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
    this.paths = new Set();
    this.times = 0;
    this.undecided = 0;
  }

  // Faults: what axe could not decide and nobody has looked at.
  add(url, incomplete) {
    this.paths.add(new URL(url).pathname);
    this.times += 1;
    this.undecided += incomplete.length;
    return incomplete.filter(({ rule, why, where }) =>
      !looked_at.some(([id, said, place]) => id === rule && said.test(why) && place.test(where)));
  }

  // Pages of the office that no scenario had judged: patterns of routes.
  async missing() {
    const pages = (await routes()).filter(isOfficePage);
    const judged = new Set([...this.paths].map((path) => routeOf(pages, path)?.pattern));
    return pages.map(({ pattern }) => pattern).filter((pattern) => !judged.has(pattern));
  }

  told() {
    const kinds = `${this.undecided} places it could not decide, of ${looked_at.length} kinds that were looked at`;
    return `axe judged ${this.paths.size} addresses ${this.times} times: no violation; ${kinds}`;
  }
}
