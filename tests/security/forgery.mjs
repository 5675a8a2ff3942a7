// QS9 over the wire: every form of the table of routes, sent by somebody signed in, but without its
// token, with another session's, from another site, by GET. src/app/privilege_test.cc does the same
// within the process with whole forms that would do their work; here it is what a browser sends,
// and that the ledger has not grown.
import { ask, Findings, post, signIn } from './site.mjs';
import { routes } from './pages.mjs';

export const fill = (pattern) =>
  pattern
    .replace(/\{unit\}/g, '3')
    .replace(/\{format\}/g, 'rss.xml')
    .replace(/\{[a-z]+\}/g, '1');

const key = 'aaaaaaaaaaaaaaaaaaaaaaaa';

function forged(cookie, csrf, other, site) {
  const own = { cookie };
  return {
    'without a token': [{ khoa: key }, own],
    'with an empty token': [{ khoa: key, csrf: '' }, own],
    "with another session's token": [{ khoa: key, csrf: other }, own],
    'from another site': [
      { khoa: key, csrf },
      { ...own, 'sec-fetch-site': 'cross-site' },
    ],
    'from a site of the same domain': [
      { khoa: key, csrf },
      { ...own, 'sec-fetch-site': 'same-site' },
    ],
    'from a foreign origin': [
      { khoa: key, csrf },
      { ...own, origin: 'https://khac.example' },
    ],
    'from an origin like ours': [
      { khoa: key, csrf },
      { ...own, origin: `${site}.khac.example` },
    ],
    'from a hidden origin': [
      { khoa: key, csrf },
      { ...own, origin: 'null' },
    ],
  };
}

// Right without a session: these have no token, the origin alone protects them.
const origin_only = ['/dang-nhap', '/bai/{article}/gop-y', '/gop-y/xoa'];

export async function lookAtForgery(site) {
  const found = new Findings();
  // Programs come by a token that no browser sends by itself: tests/api tries those.
  const is_form = ({ method, pattern }) => method === 'POST' && !pattern.startsWith('/api/');
  const forms = (await routes()).filter(is_form);
  found.counts.forms = forms.length;
  for (const login of ['stp.chuyenvien', 'quantri']) {
    const { cookie, csrf } = await signIn(site, login);
    const other = (await signIn(site, login)).csrf;
    for (const { pattern } of forms) {
      const path = fill(pattern);
      for (const [how, [fields, headers]] of Object.entries(forged(cookie, csrf, other, site))) {
        const answer = await post(site, path, fields, headers);
        found.count('forged');
        // The right is asked for before the token: not allowed is refused, too.
        if (answer.status !== 403) found.fault(`${path} ${how} by ${login}: ${answer.status}`);
      }
    }
    // He is still in: nothing that was forged signed him out.
    const still = await ask(site, '/ban-lam-viec', { headers: { cookie } });
    if (still.status !== 200) found.fault(`${login} was signed out by a forged form`);
  }
  for (const pattern of origin_only) {
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://khac.example' },
    ]) {
      const answer = await post(site, fill(pattern), { login: 'a', password: 'b' }, headers);
      found.count('forged');
      if (answer.status !== 403) found.fault(`${pattern} from outside: ${answer.status}`);
    }
  }
  await byGet(site, found, forms);
  return found;
}

// A form asked for by GET is a page of its own or none, and ends no session.
async function byGet(site, found, forms) {
  const { cookie } = await signIn(site, 'quantri');
  for (const { pattern } of forms) {
    const path = `${fill(pattern)}?khoa=${key}&csrf=${key}`;
    const answer = await ask(site, path, { headers: { cookie } });
    found.count('by GET');
    if (![200, 303, 403, 404, 405].includes(answer.status)) {
      found.fault(`GET ${path}: ${answer.status}`);
    }
    if (answer.headers['set-cookie']) found.fault(`GET ${path} sets a cookie`);
  }
}

export const forgery_defects = {
  'the token is not looked at': {
    answer: (got, { method, headers, body }) => {
      const no_token = !headers.origin && !headers['sec-fetch-site'] && !/csrf=./.test(body ?? '');
      if (method === 'POST' && got.status === 403 && no_token) got.status = 303;
    },
  },
  'the origin is not looked at': {
    request: (sent) => {
      delete sent.headers.origin;
      delete sent.headers['sec-fetch-site'];
    },
  },
};
