// QS8: nothing that was typed runs. Each payload goes through every field whose page shows it
// again, and through articles and comments onto every page and feed that carries them. Two judges:
// the browser's own parser (an element, attribute or address that no page of ours has), and the
// browser itself with the content security policy switched off (nothing may call __x).
import { formKey } from '../kit/visitor.mjs';
import { ask, each, Findings, hidden, post } from './site.mjs';
import { Office } from './office.mjs';
import { payloads } from './payloads.mjs';
import * as comments from './comments.mjs';

const long = process.env.LANTOA_LONG === '1';
const run_every = long ? 1 : 10; // of the answers are run, all are parsed
const frames_at_once = 8;
const settle_ms = 30;

// By name: what shows a text again at once.
function mirrors(site, office) {
  const by = { cookie: office.planner.cookie };
  const article = (text) => ({ 'tieu-de': text, sapo: text, 'noi-dung': text, 'tac-gia': text });
  return {
    search: (text) => ask(site, `/tim?q=${encodeURIComponent(text)}`),
    'an address': (text) => ask(site, `/bai/${encodeURIComponent(text).replace(/%2F/gi, '/')}`),
    'signing in': (text) => post(site, '/dang-nhap', { login: text, password: '', ve: `/${text}` }),
    'a comment': (text) =>
      comments.send(site, 1, {
        'ho-ten': text,
        'dien-thoai': text,
        'tieu-de': text,
        'noi-dung': text,
        khoa: formKey(),
      }),
    'a draft': (text) => office.post('/bai-viet/moi', { ...article(text), 'don-vi': 'x' }),
    'a preview': (text) =>
      post(site, '/bai-viet/xem-truoc', { ...article(text), csrf: office.planner.csrf }, by),
    'a unit': (text) => office.upload('/don-vi/nhap/xem-truoc', unitsFile(text), office.keeper),
  };
}

const cell = (text) => `"${text.replaceAll('"', '""').replaceAll('\n', ' ')}"`;
const unitsFile = (text) =>
  `code,parent,name,kind\n9999,01,${cell(text)},Phường\n${cell(text)},01,a,b\n`;

// In the browser: what of a page is not of ours. Kept by hand, so that a new element is a decision.
function strangers(pages) {
  const tags = new Set(
    (
      'html head meta title link script body a abbr header nav main footer section article ' +
      'aside div span p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd strong em small code pre blockquote ' +
      'hr br b i s del sup sub q mark table thead tbody tr th td caption colgroup col form label ' +
      'input textarea select option optgroup button fieldset legend details summary time dialog ' +
      'output progress svg rect circle path g line text desc figure figcaption style'
    ).split(' '),
  );
  const hosts = '127[.]0[.]0[.]1|([\\w-]+[.])*(chinhphu|vbpl|(phapluat|hanoi)[.]gov)[.]vn';
  const good = new RegExp(`^(/(?!/)|#|[?]|mailto:|https?://(${hosts})[:/])`);
  const own = (address) => good.test(address);
  return pages.map((html) => {
    const wrong = [];
    for (const element of new DOMParser()
      .parseFromString(html, 'text/html')
      .querySelectorAll('*')) {
      const tag = element.localName;
      if (!tags.has(tag)) wrong.push(`<${tag}>`);
      if (tag === 'style' && !html.includes('<style>\n    :root')) wrong.push('<style>');
      if (tag === 'meta' && /refresh/i.test(element.httpEquiv)) wrong.push('a refresh');
      const is_script = tag === 'script' && element.type !== 'application/ld+json';
      if (is_script && !/^\/s\//.test(element.getAttribute('src') ?? '')) wrong.push('a script');
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name) || name === 'style' || name === 'srcdoc') wrong.push(name);
        const leads = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data'].includes(name);
        if (leads && value && !own(value)) wrong.push(`${name}=${value}`);
      }
    }
    return wrong;
  });
}

// In the browser: each page in a frame of its own, with its scripts; what called __x.
async function runFrames({ pages, settle_ms: wait }) {
  globalThis.__ran = [];
  await Promise.all(
    pages.map(async (html) => {
      const frame = document.createElement('iframe');
      await new Promise((resolve) => {
        frame.onload = resolve;
        frame.srcdoc = html;
        document.body.append(frame);
        setTimeout(resolve, 2000);
      });
      await new Promise((resolve) => setTimeout(resolve, wait));
      frame.remove();
    }),
  );
  return globalThis.__ran;
}

export class Judge {
  static async of(browser, site) {
    const judge = new Judge();
    judge.context = await browser.newContext({ bypassCSP: true, baseURL: site });
    await judge.context.addInitScript(() => {
      globalThis.__ran ??= [];
      globalThis.__x = (number) => {
        try {
          top.__ran.push(number);
        } catch {}
      };
    });
    await judge.context.route('**/*', (route) => {
      const url = new URL(route.request().url());
      if (url.origin === site && (url.pathname.startsWith('/s/') || url.pathname === '/healthz')) {
        return route.continue();
      }
      return route.abort();
    });
    judge.page = await judge.context.newPage();
    await judge.page.goto('/healthz');
    return judge;
  }

  async parse(found, what, pages) {
    const all = await this.page.evaluate(strangers, pages);
    found.count('answers parsed', pages.length);
    all.forEach((wrong, i) => {
      if (wrong.length > 0) found.fault(`${what} ${i}: ${wrong.slice(0, 3).join(' ')}`);
    });
  }

  async run(found, what, pages) {
    for (let i = 0; i < pages.length; i += frames_at_once) {
      const some = pages.slice(i, i + frames_at_once);
      const ran = await this.page.evaluate(runFrames, { pages: some, settle_ms });
      found.count('answers run', some.length);
      for (const number of ran) found.fault(`${what}: payload ${number} ran`);
    }
  }

  close() {
    return this.context.close();
  }
}

const batch = 100;
const articles_few = 8;

// In the short run every fifth, so that of each vector and of each way out some are there; which of
// the answers are run differs from field to field.
const chosen = long
  ? payloads
  : payloads.filter(({ number }) => (number + Math.floor(number / 40)) % 5 === 0);

export const mirror =
  (browser, most = chosen.length) =>
  async (site) => {
    const found = new Findings();
    const office = await Office.of(site);
    const judge = await Judge.of(browser, site);
    found.counts.payloads = most;
    try {
      for (const [k, [what, show]] of Object.entries(mirrors(site, office)).entries()) {
        found.count('fields or forms');
        for (let from = 0; from < most; from += batch) {
          const some = chosen.slice(from, Math.min(from + batch, most));
          const pages = [];
          await each(some, async ({ text }, i) => {
            const { status, body, headers } = await show(text);
            if (status === 429 || status >= 500) found.fault(`${what}: ${status} for ${text}`);
            const html = /html/.test(headers['content-type'] ?? '');
            if (!html && headers['x-content-type-options'] !== 'nosniff')
              found.fault(`${what}: ${status}`);
            pages[i] = html ? body : '';
          });
          await judge.parse(found, what, pages);
          await judge.run(
            found,
            what,
            pages.filter((_, i) => (from + i + k) % run_every === 0),
          );
        }
      }
    } finally {
      await judge.close();
    }
    return found;
  };

const whole = (text) => text.replace(/[\f\u2028]/g, ' ');

// Articles with all payloads, released; comments with all payloads, those published that may be.
// `before`: how many comments there are already.
export async function store(site, found, before, step = 50) {
  const office = await Office.of(site);
  const articles = [];
  const write = async (some) => {
    const [first] = some;
    // From group to group another place, so that titles, which stand in attributes too, try every
    // way out.
    const title = some[Math.floor(first.number / step) % some.length];
    const no = await office.write({
      title: whole(title.text).slice(0, 190),
      lead: some
        .map(({ text }) => whole(text))
        .join(' ')
        .slice(0, 790),
      body: some.map(({ text }) => whole(text)).join('\n\n'),
      author: whole(first.text).slice(0, 95),
    });
    if (typeof no === 'number') {
      articles.push(await office.release(no));
      found.count('payloads in articles', some.length);
    } else if (some.length > 1) {
      const half = Math.ceil(some.length / 2);
      await write(some.slice(0, half));
      await write(some.slice(half));
    } else {
      found.count('payloads that no article may hold');
    }
  };
  for (let i = 0; i < payloads.length; i += step) await write(payloads.slice(i, i + step));
  found.counts.articles = articles.length;
  await comment(site, office, articles, found, before);
  return { office, articles };
}

async function comment(site, office, articles, found, before) {
  const step = 25;
  const texts = [];
  for (let i = 0; i < payloads.length; i += step) {
    const some = payloads.slice(i, i + step).map(({ text }) => whole(text));
    texts.push({
      name: some[0].slice(0, 75),
      title: some[1].slice(0, 145),
      text: some.join('\n').slice(0, 2950),
    });
  }
  const forms = [];
  for (const [i] of texts.entries())
    forms.push(await comments.fetchForm(site, articles[i % articles.length]));
  await comments.pause(comments.form_age_ms);
  for (const [i, text] of texts.entries()) {
    const answer = await comments.send(site, forms[i].article, comments.filled(forms[i], text));
    found.count(comments.isReceived(answer) ? 'comments with them' : 'comments refused');
  }
  const last = before + found.counts['comments with them'];
  for (let no = before + 1; no <= last; no += 1) {
    const page = await office.get(`/y-kien/${no}`);
    const fields = { ban: hidden(page.body, 'ban') };
    const answer = await office.post(`/y-kien/${no}/dang`, fields);
    if (answer.status === 303) found.count('of them published');
  }
}

// Every page that shows what was stored.
export async function pagesWith({ office, articles }, site) {
  const open = [
    '/',
    '/bai',
    '/tim?q=script',
    '/tim?q=onerror',
    '/sitemap.xml',
    '/so-do',
    `/co-quan/${office.unit}`,
  ];
  const paths = [
    ...open,
    ...articles.flatMap((no) => [`/bai/${no}`, `/bai/${no}/luu`, `/bai/${no}/y-kien`]),
  ];
  const out = [];
  for (const path of paths) {
    let answer = await ask(site, path);
    if (answer.headers.location) answer = await ask(site, answer.headers.location);
    out.push([path, answer]);
  }
  for (const path of [
    '/bai-viet',
    '/y-kien',
    '/y-kien?hang=nghi-ngo',
    '/y-kien?hang=da-dang',
    '/ban-lam-viec',
  ]) {
    out.push([path, await office.get(path)]);
  }
  for (const no of articles) out.push([`/bai-viet/${no}`, await office.get(`/bai-viet/${no}`)]);
  for (const no of articles)
    out.push([`/bai-viet/${no}/sua`, await office.get(`/bai-viet/${no}/sua`)]);
  return out;
}

// With a limit only of the last articles.
export const stored = (browser, what) => async (site, max) => {
  const found = new Findings();
  const judge = await Judge.of(browser, site);
  try {
    const articles = max ? what.articles.slice(-articles_few) : what.articles;
    const pages = await pagesWith({ ...what, articles }, site);
    const html = pages.filter(([, { headers }]) => /html/.test(headers['content-type'] ?? ''));
    for (const [path, { status, body }] of html) {
      if (status !== 200) found.fault(`${path}: ${status}`);
      await judge.parse(found, path, [body]);
      await judge.run(found, path, [body]);
    }
    await feeds(found, judge, site);
  } finally {
    await judge.close();
  }
  return found;
};

async function feeds(found, judge, site) {
  const { body } = await ask(site, '/tin/feed.json');
  const entries = JSON.parse(body).items.map(({ content_html }) => content_html);
  await judge.parse(found, 'an entry of a feed', entries);
  await judge.run(found, 'an entry of a feed', entries);
  for (const format of ['rss.xml', 'atom.xml']) {
    const xml = (await ask(site, `/tin/${format}`)).body;
    const broken = await judge.page.evaluate(
      (text) =>
        new DOMParser().parseFromString(text, 'text/xml').querySelector('parsererror')?.textContent,
      xml,
    );
    found.count('feeds read');
    if (broken) found.fault(`${format}: ${broken.slice(0, 100)}`);
  }
}

const raw = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');

export const script_defects = {
  'a text is put on a page as it is': {
    answer: (got) => {
      if (/html/.test(got.headers['content-type'] ?? '')) got.body = raw(got.body);
    },
  },
  'quotes of an attribute are not escaped': {
    answer: (got) => {
      if (/html/.test(got.headers['content-type'] ?? ''))
        got.body = got.body.replaceAll('&quot;', '"');
    },
  },
};
