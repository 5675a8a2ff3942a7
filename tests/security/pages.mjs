// Which pages there are: every public one, found as a robot finds them, and one example at least of
// every public route of the table of routes.
import { readFile } from 'node:fs/promises';
import { ask } from './site.mjs';

const table = new URL('../../src/app/routes.golden', import.meta.url);
const pages_max = 5000;

// { method, pattern, right } of each.
export async function routes() {
  const lines = (await readFile(table, 'utf8')).split('\n').filter(Boolean);
  return lines.map((line) => {
    const [method, pattern, right] = line.trim().split(/\s+/);
    return { method, pattern, right };
  });
}

const as_path = (pattern) =>
  new RegExp(`^${pattern.replace(/[.]/g, '\\.').replace(/\{[a-z]+\}/g, '[^/]+')}$`);

// The most particular one: without placeholders before with.
export function routeOf(all, path) {
  const plain = path.split(/[?#]/)[0];
  const fits = all.filter(({ pattern }) => as_path(pattern).test(plain));
  fits.sort((a, b) => a.pattern.split('{').length - b.pattern.split('{').length);
  return fits[0];
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
export const unescape = (text) =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name]);

// Every address that markup names, whatever names it.
export function addressesIn(markup) {
  const found = [];
  const named =
    /\s(href|src|action|formaction|poster|data|srcset|cite)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi;
  for (const [, name, value] of markup.matchAll(named)) {
    const whole = unescape(value.replace(/^["']|["']$/g, '')).trim();
    if (name.toLowerCase() !== 'srcset') found.push(whole);
    else for (const one of whole.split(',')) found.push(one.trim().split(/\s+/)[0]);
  }
  for (const [, value] of markup.matchAll(/http-equiv=["']?refresh["']?[^>]*url=([^"'>]+)/gi)) {
    found.push(unescape(value));
  }
  return found;
}

// Where no link of another page leads; the numbers are of the sample data.
const unlinked = [
  '/healthz',
  '/robots.txt',
  '/sitemap.xml',
  '/tim?q=phuong',
  '/tim/goi-y?q=phuong',
  '/ngon-ngu/en',
  '/n/khong-co-ma-nao-nhu-the-nay',
  '/gop-y/da-nhan?phieu=1',
  '/gop-y/0123456789ABCDEF',
  '/bai/1/y-kien',
  '/bai/1/danh-gia/cam-on',
  '/hoat-dong/ngoai-tuyen.js',
  '/so-lieu/1/bang-chung',
  '/so-cai/diem-ky/1',
  '/so-cai/diem-ky/moi-nhat',
  '/so-cai/diem-ky/noi-tiep?tu=1',
  '/so-cai/khoa/1',
];

// Errors are pages too: [path, method].
export const errors = [
  ['/khong-co-trang-nay', 'GET'],
  ['/bai/999999', 'GET'],
  ['/van-ban/999999', 'GET'],
  ['/ke-hoach', 'GET'], // to sign in
  ['/bai', 'PUT'],
  ['/bai/1', 'DELETE'],
  ['/dang-nhap', 'POST'],
  ['/bai/1/gop-y', 'POST'],
  ['/nguoi', 'POST'],
  ['/s/khong-co.css', 'GET'],
];

// By path: the answer. `own` are the origins that are the site itself.
export async function crawl(site, { headers = {}, max = pages_max } = {}) {
  const seen = new Map();
  const waiting = ['/', ...unlinked];
  const known = new Set(waiting);
  const own = new Set([site]);
  while (waiting.length > 0) {
    const batch = waiting.splice(0, 8);
    const answers = await Promise.all(batch.map((path) => ask(site, path, { headers })));
    for (const [i, answer] of answers.entries()) {
      seen.set(batch[i], answer);
      const canonical = /<link rel="canonical" href="([^"]+)"/.exec(answer.body)?.[1];
      if (canonical && batch[i] === '/') own.add(new URL(canonical).origin);
      const type = answer.headers['content-type'] ?? '';
      if (!/html|xml/.test(type)) continue;
      const places = [...answer.body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, at]) =>
        unescape(at),
      );
      for (const address of [...addressesIn(answer.body), ...places]) {
        const url =
          URL.canParse?.(address, site + batch[i]) === false
            ? null
            : parse(address, site, batch[i]);
        if (!url || !own.has(url.origin)) continue;
        const path = url.pathname + url.search;
        if (known.has(path) || path.startsWith('/ngon-ngu/') || known.size >= max) continue;
        known.add(path);
        waiting.push(path);
      }
    }
  }
  return { pages: seen, own };
}

function parse(address, site, path) {
  try {
    return new URL(address, site + path);
  } catch {
    return null;
  }
}

// The public routes that none of these paths is an example of.
export async function notVisited(paths) {
  const all = (await routes()).filter(({ method }) => method === 'GET');
  const met = new Set([...paths].map((path) => routeOf(all, path)?.pattern));
  return all.filter(({ right, pattern }) => right === 'Public' && !met.has(pattern));
}
