// QS16: a header that no cache keys on changes no public page and is shown on none, so nobody can
// put something into a shared cache for others.
import { ask, each, Findings } from './site.mjs';
import { crawl, routeOf, routes } from './pages.mjs';

const mark = 'dau-vet-7f3a';
const of_host = [
  'X-Forwarded-Host',
  'X-Forwarded-Server',
  'X-Forwarded-Proto',
  'X-Forwarded-Scheme',
  'X-Forwarded-Port',
  'X-Forwarded-Prefix',
  'X-Forwarded-Path',
  'X-Forwarded-Uri',
  'X-Forwarded-For',
  'X-Forwarded-Ssl',
  'X-Forwarded-By',
  'X-Forwarded',
  'Forwarded',
  'X-Host',
  'X-HTTP-Host-Override',
  'X-Original-Host',
  'X-Original-URL',
  'X-Rewrite-URL',
  'X-Original-URI',
  'X-Override-URL',
  'X-Proxy-URL',
  'X-Real-IP',
  'X-Client-IP',
  'X-Remote-Addr',
  'X-Remote-IP',
  'X-Originating-IP',
  'True-Client-IP',
  'CF-Connecting-IP',
  'Client-IP',
  'X-Cluster-Client-IP',
  'Fastly-Client-IP',
  'Via',
  'X-Wap-Profile',
  'X-ATT-DeviceId',
  'X-Device',
  'X-UIDH',
  'X-Requested-With',
  'X-HTTP-Method-Override',
  'X-HTTP-Method',
  'X-Method-Override',
  'X-Scheme',
  'X-URL-Scheme',
  'Front-End-Https',
  'Origin',
  'Referer',
  'User-Agent',
  'Accept',
  'Accept-Language',
  'Accept-Charset',
  'DNT',
  'Save-Data',
  'Sec-CH-UA',
  'Sec-CH-UA-Platform',
  'Viewport-Width',
  'Content-Type',
  'X-Csrf-Token',
  'X-Api-Version',
  'X-Debug',
  'Purpose',
  'From',
  'Warning',
];
const values = {
  'x-forwarded-proto': 'https',
  'x-forwarded-scheme': 'http',
  'x-forwarded-port': '4443',
  'x-forwarded-ssl': 'on',
  'front-end-https': 'on',
  'x-scheme': 'http',
  'x-url-scheme': 'http',
  'x-http-method-override': 'POST',
  'x-http-method': 'DELETE',
  'x-method-override': 'PUT',
  forwarded: `host=${mark}.example;proto=https`,
  'x-original-url': `/${mark}`,
  'x-rewrite-url': `/${mark}`,
  'x-original-uri': `/${mark}`,
  'x-override-url': `/${mark}`,
};
export const headers = of_host.slice(0, 60);

const value = (name) => values[name.toLowerCase()] ?? `${mark}.example`;

// What is another at each answer whoever asks: counts of views, secrets of forms, and times.
export function settled(body) {
  return body
    .replace(/[\d.]+( lượt xem|<span class="unseen"> lượt xem)/g, 'N$1')
    .replace(/(data-label="Lượt xem">)[\d.]+/g, '$1')
    .replace(/"ledger":\d+/g, '"ledger":N')
    .replace(/(name="(?:khoa|phieu)" value=")[^"]*/g, '$1')
    .replace(/ data-(salt|challenge|signature)="[^"]*"/g, ' data-$1')
    .replace(/(id="ma-xac-nhan-hint">[^<]*<strong>)[^<]*/g, '$1')
    .replace(/sổ cái<?[^<]*/gi, 'sổ cái');
}

const shown = (answer) => settled(answer.body) + (answer.headers.location ?? '');

export async function lookAtCaches(site, max) {
  const found = new Findings();
  const all = (await routes()).filter(({ method }) => method === 'GET');
  const { pages } = await crawl(site, { max });
  const one_of = new Map();
  for (const [path, { status }] of pages) {
    const type = `${routeOf(all, path)?.pattern} ${status}`;
    if (!one_of.has(type)) one_of.set(type, path);
  }
  found.counts.headers = headers.length;
  found.counts.pages = one_of.size;
  for (const path of one_of.values()) {
    const before = await ask(site, path);
    const still = await ask(site, path);
    if (shown(before) !== shown(still)) {
      found.fault(`${path} is another by itself`);
      continue;
    }
    await each(headers, async (name) => {
      const answer = await ask(site, path, { headers: { [name]: value(name) } });
      found.count('answers');
      const all_of_it = answer.body + JSON.stringify(answer.headers);
      if (all_of_it.includes(mark)) found.fault(`${path} shows ${name}`);
      if (shown(answer) !== shown(before) || answer.status !== before.status) {
        found.fault(`${path} is another with ${name}`);
      }
    });
  }
  return found;
}

export const cache_defects = {
  'links follow X-Forwarded-Host': {
    answer: (got, { headers: sent }) => {
      const host = sent['x-forwarded-host'];
      if (host) got.body = got.body.replace('href="/', `href="http://${host}/`);
    },
  },
  'a page is another for another language of the browser': {
    answer: (got, { headers: sent }) => {
      if (sent['accept-language']) got.body = got.body.replace('lang="vi"', 'lang="en"');
    },
  },
};
