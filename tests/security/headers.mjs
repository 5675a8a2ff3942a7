// QS7: what Mozilla's HTTP Observatory and Google's CSP evaluator would say of every type of page,
// errors included, as readers reach it by TLS. The Observatory's scoring table for what can be seen
// in an answer; what is no header, such as the certificate, is the keeper's.
import { createRequire } from 'node:module';
import { ask, Findings, signIn } from './site.mjs';
import { crawl, errors, notVisited, routeOf, routes } from './pages.mjs';

const require = createRequire(import.meta.url);
const { CspEvaluator } = require('csp_evaluator/dist/evaluator.js');
const { CspParser } = require('csp_evaluator/dist/parser.js');
const { Severity } = require('csp_evaluator/dist/finding.js');

const score_min = 130;
// What pages of other sites may show: published pictures, for readers of feeds. The bonus for
// keeping them is what those lack.
const is_picture = (route) => /^\/anh\/\{image\}/.test(route);
const picture_score_min = 120;
const half_a_year_s = 15_768_000;
const bonus_from = 90; // bonuses count where the rest is this good

function directives(policy) {
  return new Map(
    policy
      .split(';')
      .map((one) => one.trim().split(/\s+/))
      .filter(([name]) => name)
      .map(([name, ...values]) => [name.toLowerCase(), values]),
  );
}

function ofPolicy(policy) {
  if (!policy) return -25;
  const all = directives(policy);
  const of = (name) => all.get(name) ?? all.get('default-src') ?? ['*'];
  const scripts = of('script-src');
  const broad = ['*', 'http:', 'https:', 'data:', "'unsafe-inline'"];
  if (scripts.some((one) => broad.includes(one))) return -20;
  if (of('object-src').some((one) => ['*', 'http:', 'https:', 'data:'].includes(one))) return -20;
  if (scripts.includes("'unsafe-eval'")) return -10;
  if (of('style-src').includes("'unsafe-inline'")) return 0;
  return all.get('default-src')?.join() === "'none'" ? 10 : 5;
}

const strict = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin'];

function ofFrames(headers) {
  const ancestors = directives(headers['content-security-policy'] ?? '').get('frame-ancestors');
  if (ancestors) return 5;
  return /^(deny|sameorigin)$/i.test(headers['x-frame-options'] ?? '') ? 0 : -20;
}

function ofTls(headers) {
  const age = /max-age=(\d+)/.exec(headers['strict-transport-security'] ?? '')?.[1];
  if (!age) return -20;
  return Number(age) >= half_a_year_s ? 0 : -10;
}

function ofCookies(headers) {
  const cookies = headers['set-cookie'] ?? [];
  const lacks = (word) => cookies.some((one) => !new RegExp(`; ?${word}`, 'i').test(one));
  if (cookies.length === 0) return 0;
  if (lacks('Secure')) return -20;
  if (lacks('HttpOnly')) return -30;
  return lacks('SameSite=(Lax|Strict)') ? 0 : 5;
}

export function observatory({ headers, body }) {
  const marks = {
    policy: ofPolicy(headers['content-security-policy']),
    frames: ofFrames(headers),
    tls: ofTls(headers),
    cookies: ofCookies(headers),
    sniffing: headers['x-content-type-options'] === 'nosniff' ? 0 : -5,
    referrer: strict.includes(headers['referrer-policy']) ? 5 : -5,
    sharing: headers['access-control-allow-origin'] === '*' ? -50 : 0,
    resources: headers['cross-origin-resource-policy'] === 'same-origin' ? 10 : 0,
    foreign_scripts: /<script[^>]+src="(https?:)?\/\//i.test(body) ? -50 : 0,
  };
  const all = Object.values(marks);
  const lost = all.filter((mark) => mark < 0).reduce((sum, mark) => sum + mark, 100);
  const gained = all.filter((mark) => mark > 0).reduce((sum, mark) => sum + mark, 0);
  return { score: lost >= bonus_from ? lost + gained : lost, marks };
}

export function gravest(policy) {
  const found = new CspEvaluator(new CspParser(policy).csp).evaluate();
  return found.filter(({ severity }) => severity <= Severity.HIGH).map((one) => one.description);
}

export function judge(found, name, answer) {
  const { score, marks } = observatory(answer);
  const is_shown_elsewhere = is_picture(name) && answer.status < 400;
  const policy = answer.headers['cross-origin-resource-policy'];
  found.count('answers');
  if (is_shown_elsewhere) found.count('of them pictures for other sites');
  else found.least = Math.min(found.least ?? Infinity, score);
  if (score < (is_shown_elsewhere ? picture_score_min : score_min)) {
    found.fault(`${name}: ${score} ${JSON.stringify(marks)}`);
  }
  if (policy !== (is_shown_elsewhere ? 'cross-origin' : 'same-origin')) {
    found.fault(`${name}: its resource policy is ${policy}`);
  }
  for (const why of gravest(answer.headers['content-security-policy'] ?? '')) {
    found.fault(`${name}: the policy: ${why}`);
  }
  // The letter of the bar: an error is a page like others.
  if (answer.status >= 400) found.count('of them errors');
}

// One page of each public route, one of each that needs signing in, the errors, a built-in file.
export async function lookAtHeaders(site, max) {
  const found = new Findings();
  const all = (await routes()).filter(({ method }) => method === 'GET');
  const { pages } = await crawl(site, { max });
  const missing = max ? [] : await notVisited(pages.keys());
  for (const { pattern } of missing) found.fault(`${pattern}: not visited`);
  const types = new Set();
  for (const [path, answer] of pages) {
    const type = `${routeOf(all, path)?.pattern ?? path} ${answer.status}`;
    if (!types.has(type)) judge(found, type, answer);
    types.add(type);
  }
  for (const [size, path] of Object.entries({ '': '/anh/1', '/nho': '/anh/1/nho' })) {
    const picture = await ask(site, path);
    judge(found, `/anh/{image}${size} ${picture.status}`, picture);
    if (picture.status !== 200) found.fault(`${path}: the sample has no published picture`);
  }
  const { cookie } = await signIn(site, 'stp.chuyenvien');
  for (const { pattern, right } of all) {
    if (right === 'Public' || pattern.startsWith('/su-kien/')) continue; // a stream has no end
    const path = pattern.replace(/\{unit\}/g, '3').replace(/\{[a-z]+\}/g, '1');
    const answer = await ask(site, path, { headers: { cookie } });
    judge(found, `${pattern} ${answer.status}`, answer);
    if (!/no-store/.test(answer.headers['cache-control'] ?? '')) {
      found.fault(`${pattern}: may be kept by a cache (QS16)`);
    }
  }
  for (const [path, method] of errors) {
    judge(found, `${method} ${path}`, await ask(site, path, { method }));
  }
  found.counts['the least score of pages'] = found.least;
  return found;
}

const without = (name) => ({ answer: (got) => delete got.headers[name] });

export const header_defects = {
  'an error page lacks the policy': {
    answer: (got) => got.status === 404 && delete got.headers['content-security-policy'],
  },
  'TLS is not insisted on': without('strict-transport-security'),
  'other origins may take what is shown': without('cross-origin-resource-policy'),
  'readers of feeds cannot show pictures': {
    answer: (got) => {
      if (got.headers['cross-origin-resource-policy'] === 'cross-origin') {
        got.headers['cross-origin-resource-policy'] = 'same-origin';
      }
    },
  },
  'pages of other sites may show any page': {
    answer: (got) => (got.headers['cross-origin-resource-policy'] = 'cross-origin'),
  },
  'inline scripts are let in': {
    answer: (got) => {
      const policy = got.headers['content-security-policy'] ?? '';
      const open = policy.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'");
      got.headers['content-security-policy'] = open;
    },
  },
  'a page of the office may be cached': {
    answer: (got) =>
      got.headers['cache-control'] === 'no-store' && delete got.headers['cache-control'],
  },
};
