// QS18, the self-crawl: every public page against the ledger. Links lead to the site itself or to
// the hosts of the list below, kept by hand; the text of an article is, letter for letter, that of
// the version that was approved; and a search robot, or somebody who comes from a search, is shown
// exactly what everybody is shown.
import { Findings } from './site.mjs';
import { addressesIn, crawl, unescape } from './pages.mjs';
import { settled } from './cache.mjs';
import { approvedArticles, factsOf, publicComments } from './records.mjs';

const hosts = ['chinhphu.vn', 'vbpl.vn', 'phapluat.gov.vn', 'hanoi.gov.vn'];

const visitors = {
  'a search robot': {
    'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  },
  'another robot': { 'user-agent': 'Mozilla/5.0 (compatible; coccocbot-web/1.0)' },
  'somebody who searched': { referer: 'https://www.google.com/', 'user-agent': 'Mozilla/5.0' },
};

export function isAllowed(address, base, own) {
  if (/^mailto:/i.test(address)) return /^mailto:(\?|[^@\s]+@)/i.test(address);
  if (/^tel:\+?[\d ]+$/i.test(address)) return true;
  let url;
  try {
    url = new URL(address, base);
  } catch {
    return false;
  }
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return false;
  if (own.has(url.origin)) return true;
  return url.port === '' && hosts.some((h) => url.hostname === h || url.hostname.endsWith(`.${h}`));
}

// The markup that a page carries inside: entries of feeds.
function inside(path, body) {
  if (path.endsWith('.json')) {
    const { items = [] } = JSON.parse(body); // other documents carry no markup
    return items.map(({ content_html, url }) => `${content_html}<a href="${url}">`);
  }
  return /<(rss|feed)[ >]/.test(body) ? [unescape(unescape(body)), ...linksOfFeed(body)] : [];
}

const linksOfFeed = (body) =>
  [...body.matchAll(/<(?:link|guid|id|comments)>([^<]+)</g)].map(([, url]) => `<a href="${url}">`);

const letters = (text) => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');

const shownText = (html) =>
  letters(unescape(html.replace(/<[^>]*>/g, '').replace(/&#x?[0-9a-f]+;/gi, '')));

// A picture of the site's own is shown, its words are not; what a picture of another host says is.
const own_picture = /!\[(?:\\.|[^\]\\])*\]\(\/anh\/\d+\)/g;
// Pictures that stand in a file to be kept, and nothing else that an address can hold.
const picture_within = /^data:image\/(jpeg|png);base64,[A-Za-z0-9+/]+={0,2}$/;

// Markdown without its links' addresses, unless those are shown beside the text because their host
// is not on the list.
function plainText(markdown, base, own) {
  return letters(
    markdown.replace(own_picture, '').replace(/\[([^\]]*)\]\(([^)\s]+)[^)]*\)/g, (_, text, address) =>
      isAllowed(address, base, own) ? text : `${text} ${address}`,
    ),
  );
}

// `begin` is a tag's beginning, whatever attributes follow.
function between(html, begin, end) {
  const at = html.indexOf(begin);
  const from = html.indexOf('>', at) + 1;
  const to = html.indexOf(end, from);
  return at < 0 || from === 0 || to < 0 ? '' : html.slice(from, to);
}

function judgeArticle(found, path, body, approved, own, site) {
  const no = Number(/^\/bai\/(\d+)/.exec(path)[1]);
  const article = approved.get(no);
  if (!article) return found.fault(`${path} is shown and no version of it is published`);
  if (!article.approved) return found.fault(`${path}: nobody approved what is shown`);
  if (article.text.unreadable) return found.fault(`${path}: ${article.text.unreadable}`);
  const { lead, body: markdown, author } = article.text;
  const wanted = letters(lead) + plainText(markdown, site, own) + letters(author);
  const shown = shownText(
    between(body, '<div class="article-body"', '<footer class="article-foot"'),
  );
  if (shown !== wanted) found.fault(`${path}: its text is not the approved one`);
  const head = shownText(between(body, '<h1', '</h1>'));
  if (head !== letters(article.title)) found.fault(`${path}: its title is not the approved one`);
  found.count('texts compared');
}

function judgeComments(found, path, body, comments) {
  const no = Number(/^\/bai\/(\d+)/.exec(path)[1]);
  const shown = [...body.matchAll(/<li id="y-kien-\d+">/g)].length;
  if (shown > (comments.get(no) ?? 0)) found.fault(`${path} shows comments nobody published`);
}

function judgeLinks(found, path, body, own, site) {
  for (const markup of [body, ...inside(path, body)]) {
    for (const address of addressesIn(markup)) {
      found.count('links');
      if (/^\/bai\/\d+\/luu$/.test(path) && picture_within.test(address)) continue;
      let outside = true;
      try {
        outside = !own.has(new URL(address, site + path).origin);
      } catch {}
      if (outside && /^https?:/i.test(address)) found.count('of them to other hosts');
      if (!isAllowed(address, site + path, own)) found.fault(`${path} leads to ${address}`);
    }
  }
}

export const crawler = (data) => async (site, max) => {
  const found = new Findings();
  const facts = await factsOf(data);
  const approved = await approvedArticles(data, facts);
  const comments = publicComments(facts);
  const { pages, own } = await crawl(site, { max });
  for (const [path, { status, body }] of pages) {
    found.count('pages');
    judgeLinks(found, path, body, own, site);
    if (status !== 200 || !/^\/bai\/\d/.test(path)) continue;
    if (/^\/bai\/[^/]+$/.test(path)) judgeArticle(found, path, body, approved, own, site);
    if (/^\/bai\/[^/]+(\/y-kien)?$/.test(path)) judgeComments(found, path, body, comments);
  }
  if (!found.counts['texts compared']) found.fault('no article was found');
  for (const [who, headers] of Object.entries(visitors)) {
    const others = (await crawl(site, { headers, max })).pages;
    for (const [path, { status, body }] of pages) {
      const other = others.get(path);
      found.count('pages seen by others');
      if (other?.status !== status || settled(other.body) !== settled(body)) {
        found.fault(`${path} is another for ${who}`);
      }
    }
    if (others.size !== pages.size)
      found.fault(`${who} finds ${others.size} of ${pages.size} pages`);
  }
  return found;
};

const planted = '<a href="https://nha-cai-mau.example/">cá cược</a>';

export const link_defects = {
  'a link is planted': {
    answer: (got) => (got.body = got.body.replace('</main>', `${planted}</main>`)),
  },
  'a link is planted for robots only': {
    answer: (got, { headers }) => {
      if (!/Googlebot/.test(headers['user-agent'] ?? '')) return;
      got.body = got.body.replace('</main>', '<p>nhà cái mẫu</p></main>');
    },
  },
  'a page is sent on for those who searched': {
    answer: (got, { headers, path }) => {
      if (!headers.referer || path !== '/gioi-thieu') return;
      got.status = 302;
      got.headers.location = 'https://nha-cai-mau.example/';
    },
  },
  'one word of an article is changed': {
    answer: (got, { path }) => {
      if (/^\/bai\/1-/.test(path)) got.body = got.body.replace('không quá hai', 'không quá ba');
    },
  },
  'a feed carries a link': {
    answer: (got, { path }) => {
      if (path !== '/tin/rss.xml') return;
      got.body = got.body.replace('&lt;p&gt;', '&lt;p&gt;&lt;a href="//nha-cai-mau.example"&gt;');
    },
  },
};
