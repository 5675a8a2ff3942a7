// QA19: what Lighthouse says of public pages as somebody with a middling phone on a slow line meets
// them. It is not installed with the tests: ./run puts what lighthouse/package-lock.json names into
// .cache/lighthouse before this part runs.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { folder, must as lantoa, root } from '../tests/kit/program.mjs';
import { launchBrowser } from '../tests/browser/kit.mjs';
import { Process } from './kit.mjs';
import { articlePath, freePort } from './loaded.mjs';

const runs = 3;
const bars = {
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
  performance: 95,
};
const tries_max = 3; // a busy machine now and then loses the trace of a visit
const told_max = 300;

// Search engines are asked to leave these alone, and Lighthouse counts that as a fault of SEO.
const unlisted = 'is-crawlable';
const pagesOf = (article) => [
  { name: 'the home page', path: '/' },
  { name: 'the article', path: article },
  { name: 'the register', path: '/van-ban' },
  { name: 'a campaign', path: '/chien-dich/1' },
  { name: 'search', path: '/tim?q=phuong', is_unlisted: true },
  { name: 'about', path: '/gioi-thieu' },
  { name: 'the accessibility statement', path: '/tro-nang' },
  { name: 'signing in', path: '/dang-nhap', is_unlisted: true },
];

async function installed() {
  const require = createRequire(`${root}.cache/lighthouse/`);
  return (await import(pathToFileURL(require.resolve('lighthouse')))).default;
}

async function report(lighthouse, port, url) {
  const options = { port, logLevel: 'error', onlyCategories: Object.keys(bars) };
  for (let i = 1; ; i += 1) {
    const { lhr } = await lighthouse(url, options);
    for (const warning of lhr.runWarnings) console.error(`   ${url}: ${warning}`);
    if (!lhr.runtimeError) return lhr;
    if (i === tries_max) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  }
}

// Of one visit: what each category got, and its audits that count and are not perfect.
async function visit(lighthouse, port, url) {
  const lhr = await report(lighthouse, port, url);
  const seen = {};
  for (const [id, { score, auditRefs }] of Object.entries(lhr.categories)) {
    const faults = auditRefs
      .filter(({ weight }) => weight > 0)
      .map(({ id: name }) => lhr.audits[name])
      .filter((audit) => audit.score !== null && audit.score < 1);
    seen[id] = { score: Math.round(score * 100), faults };
  }
  return seen;
}

// Each fault once, so that who reads the run knows what to mend.
function tell(visits, category) {
  const told = new Map();
  for (const { faults } of visits.map((seen) => seen[category])) {
    for (const { id, displayValue = '', details } of faults) {
      const where = JSON.stringify(details?.items ?? []).slice(0, told_max);
      told.set(id, `      ${id} ${displayValue} ${where}`);
    }
  }
  for (const line of told.values()) console.error(line);
  return [...told.keys()];
}

function addRows(rows, { name, is_unlisted = false }, visits) {
  for (const [category, bar] of Object.entries(bars)) {
    const open = is_unlisted && category === 'seo';
    const faults = tell(visits, category);
    rows.add({
      part: 'lighthouse',
      what: `${name}: ${category}`,
      better: 'more',
      ours: visits.map((seen) => seen[category].score),
      bar: open ? `all but ${unlisted}` : `>= ${bar}`,
      holds: (_, median) => (open ? faults.every((id) => id === unlisted) : median >= bar),
    });
    if (faults.length > 0) rows.recount(faults.join(', '));
  }
}

export async function lighthouse({ gate, rows }) {
  const judge = await installed();
  const place = await folder('lantoa-bench-');
  let server = null;
  let browser = null;
  try {
    const data = `${place.path}/demo`;
    await lantoa('demo', '--data', data, '--load-only');
    server = await Process.lantoa(2, 'serve', '--data', data);
    const port = await freePort();
    browser = await launchBrowser([`--remote-debugging-port=${port}`]);
    for (const page of pagesOf(await articlePath(server.port))) {
      const visits = [];
      for (let run = 0; run < runs; run += 1) {
        await gate.wait();
        visits.push(await visit(judge, port, `http://127.0.0.1:${server.port}${page.path}`));
      }
      addRows(rows, page, visits);
    }
  } finally {
    await browser?.close();
    await server?.stop();
    await place.remove();
  }
}
