// What an attacker would try against the running program (quality requirements QS4, QS7, QS8, QS9,
// QS12, QS15, QS16, QS18). Each look says what it counted, and is then turned on the site with a
// defect put into it, which it has to see. Tools of others (wapiti, sqlmap, ffuf) are scan.sh, with
// LANTOA_LONG=1 only, as are the full figures. An argument chooses parts by name.
import assert from 'node:assert/strict';
import { Suite } from '../kit/report.mjs';
import { execute, folder, must, root, Server } from '../kit/program.mjs';
import { append } from '../kit/append.mjs';
import { launchBrowser } from '../browser/kit.mjs';
import { ask, checkAndDoubt, doubt, Findings } from './site.mjs';
import { header_defects, lookAtHeaders } from './headers.mjs';
import { lookAtRedirects, redirect_defects } from './redirect.mjs';
import { cache_defects, lookAtCaches } from './cache.mjs';
import { forgery_defects, lookAtForgery } from './forgery.mjs';
import { crawler, link_defects } from './links.mjs';
import { checkParsers } from './parsers.mjs';
import { lookAtRefusals, refusal_defects } from './refusals.mjs';
import { Office } from './office.mjs';
import * as proxy from './proxy.mjs';
import * as scripts from './scripts.mjs';
import * as solver from './solver.mjs';
import * as spam from './spam.mjs';
import { blobPath, factsOf } from './records.mjs';
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';

const filter = process.argv[2] ?? '';
const suite = new Suite();
const place = await folder('lantoa-security-');
const origin = `${place.path}/demo`;
const calm_ms_max = 60_000;
const scan_ms_max = 2 * 3600_000; // more than the limits of scan.sh come to
let copies = 0;

// A server of its own on a copy of the sample data; `change(data)` before it starts.
async function withSite(work, { change = () => {}, args = [] } = {}) {
  const data = `${place.path}/copy-${(copies += 1)}`;
  await execute('cp', ['-a', origin, data]);
  await change(data);
  const server = await Server.start('serve', '--data', data, '--listen', '127.0.0.1:0', ...args);
  try {
    await calm(server.url);
    await work(server.url, data, server);
  } finally {
    assert.deepEqual(await server.stop(), { code: 0, signal: null }, server.output());
  }
  return data;
}

// The sample's last day is years ago: the clock catches up first, and pages change meanwhile.
async function calm(site) {
  const ledger = async () => JSON.parse((await ask(site, '/healthz')).body).ledger;
  const until = Date.now() + calm_ms_max;
  for (let before = -1, now = await ledger(); before !== now && Date.now() < until;) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    [before, now] = [now, await ledger()];
  }
}

async function headers() {
  const args = ['--public-url', 'https://lantoa.example'];
  await withSite(
    (site) => checkAndDoubt(suite, 'QS7 headers', site, lookAtHeaders, header_defects),
    {
      args,
    },
  );
}

async function redirects() {
  await withSite((site) =>
    checkAndDoubt(suite, 'QS15 redirects', site, lookAtRedirects, redirect_defects),
  );
}

async function caches() {
  await withSite((site) => checkAndDoubt(suite, 'QS16 caches', site, lookAtCaches, cache_defects));
}

// What was written into the copy; the sample has facts, and comments, of its own.
async function factsAdded(data) {
  return (await factsOf(data)).slice((await factsOf(origin)).length);
}

async function forgery() {
  const data = await withSite(async (site) => {
    await suite.check('QS9 forged forms', async () => {
      const found = await lookAtForgery(site);
      console.log(`      ${found}`);
      found.assertNone();
    });
  });
  await suite.check('QS9 forged forms left no fact', async () => {
    const added = await factsAdded(data);
    const of_people = added.filter(({ actor }) => !/^courier\//.test(actor));
    assert.deepEqual(of_people, []);
  });
  await withSite((site) => doubt(suite, 'QS9 forged forms', site, lookAtForgery, forgery_defects));
}

// What no browser would send, by TLS as readers reach the site.
async function refusals() {
  const label = 'QS7 what the border refuses';
  const args = ['--public-url', 'https://lantoa.example'];
  const data = await withSite(
    async (site) => {
      await suite.check(label, async () => {
        const found = await lookAtRefusals(site);
        console.log(`      ${found}`);
        found.assertNone();
      });
      for (const [what, spoil] of Object.entries(refusal_defects)) {
        await suite.check(`${label}: seen when ${what}`, async () => {
          assert.ok((await lookAtRefusals(site, spoil)).faults.length > 0, 'it was not seen');
        });
      }
    },
    { args },
  );
  await suite.check(`${label}: nothing of it became a fact`, async () => {
    const of_people = (await factsAdded(data)).filter(({ actor }) => !/^courier\//.test(actor));
    assert.deepEqual(of_people, []);
  });
}

// Somebody who can write into the database puts a version there that nobody approved.
async function plantedInDatabase(data) {
  const text = JSON.stringify({
    title: 'Bài bị thay',
    lead: 'Vào nha-cai-mau.example nhận thưởng.',
    body: '[cá cược](https://nha-cai-mau.example/)',
    author: 'Không ai',
  });
  const address = createHash('sha256').update(text).digest('hex');
  const path = blobPath(data, address);
  await mkdir(path.slice(0, path.lastIndexOf('/')), { recursive: true });
  await writeFile(path, text);
  const version = (await factsOf(data)).filter(
    ({ kind, body }) => kind === 'content.version_drafted' && body.article === 1,
  ).length;
  const drafted = {
    article: 1,
    version: version + 1,
    title: 'Bài bị thay',
    text: address,
    cites: [],
    key_points: [],
  };
  const shown = { article: 1, version: version + 1, slug: 'bai-bi-thay' };
  await append(`${data}/ledger.sqlite3`, [
    { kind: 'content.version_drafted', subject: 'article/1', body: JSON.stringify(drafted) },
    { kind: 'content.article_published', subject: 'article/1', body: JSON.stringify(shown) },
  ]);
}

async function links() {
  await withSite((site, data) =>
    checkAndDoubt(suite, 'QS18 the self-crawl', site, crawler(data), link_defects),
  );
  await suite.check('QS18 the self-crawl: seen when somebody wrote into the database', () =>
    withSite(
      async (site, data) => {
        const began = Date.now();
        const { faults } = await crawler(data)(site);
        assert.ok(
          faults.some((one) => /nobody approved/.test(one)),
          faults.join('\n'),
        );
        assert.ok(Date.now() - began < 60_000, 'within a minute');
      },
      { change: plantedInDatabase },
    ),
  );
}

async function bots() {
  await withSite((site) =>
    checkAndDoubt(suite, 'QS12 programs', site, spam.lookAtBots, spam.spam_defects),
  );
  await withSite((site) =>
    checkAndDoubt(suite, 'QS12 one form, often', site, spam.lookAtRepeats, spam.spam_defects),
  );
}

async function articlesAt(site, count) {
  const office = await Office.of(site);
  const out = [];
  for (let i = 1; i <= count; i += 1) {
    const text = {
      title: `Bài mẫu số ${i}`,
      lead: 'Ai cần biết điều gì.',
      body: 'Nội dung.',
      author: 'Ban biên tập mẫu',
    };
    out.push(await office.release(await office.write(text)));
  }
  return out;
}

async function gambling() {
  const texts = await spam.spamTexts(500);
  let answers = [];
  const data = await withSite(async (site) => {
    const articles = await articlesAt(site, spam.articlesFor(texts.length));
    answers = await spam.sendAll(site, articles, texts);
    await checkAndDoubt(
      suite,
      'QS12, QS18 gambling is on no public page',
      site,
      spam.lookForMark,
      spam.mark_defects,
    );
  });
  await suite.check('QS12 gambling is marked before a person reads it', async () => {
    const found = new Findings();
    spam.judgeSpam(found, await factsAdded(data), answers);
    console.log(`      ${found}`);
    found.assertNone();
  });
  await suite.check('QS12 gambling: seen when it is not marked', async () => {
    const blind = (await factsAdded(data)).map((fact) =>
      fact.kind === 'comment.received' ? { ...fact, body: { ...fact.body, signs: [] } } : fact,
    );
    const found = new Findings();
    spam.judgeSpam(found, blind, answers);
    assert.ok(found.faults.length > 0);
  });
}

async function honest() {
  const rounds = spam.long ? 2 : 1;
  const texts = await spam.honestTexts(spam.long ? 1000 : 150);
  await suite.check('QS12 what people write reaches the queue', async () => {
    const found = new Findings();
    const size = texts.length / rounds;
    for (let round = 0; round < rounds; round += 1) {
      const some = texts.slice(round * size, (round + 1) * size);
      let answers = [];
      const data = await withSite(async (site) => {
        const articles = await articlesAt(site, spam.articlesFor(some.length));
        answers = await spam.sendAll(site, articles, some);
      });
      spam.judgeHonest(found, await factsAdded(data), answers);
    }
    console.log(`      ${found}`);
    found.assertNone();
  });
}

// A real browser that does the work, from a network that is counted.
async function solving() {
  const label = 'QS12 a browser that solves';
  const browser = await launchBrowser();
  const attack = new solver.Attack(browser);
  let seen = {};
  try {
    const data = await withSite(async (site) => {
      const relay = await solver.Relay.of(site);
      if (!relay) return suite.skip(label, 'this machine has no address but its own loop');
      try {
        await suite.check(label, async () => {
          const found = await attack.look(relay.url);
          for (const line of [found, ...attack.lines()]) console.log(`      ${line}`);
          if (spam.long) attack.judgeCost(found);
          found.assertNone();
        });
        seen = await solver.lookAtDoubles(relay.url, attack);
      } finally {
        await relay.close();
      }
    });
    if (Object.keys(seen).length === 0) return;
    for (const [what, found] of Object.entries(seen)) {
      if (what === '') {
        await suite.check(`${label}: nothing is seen without a defect`, () => found.assertNone());
        continue;
      }
      await suite.check(`${label}: seen when ${what}`, () =>
        assert.ok(found.faults.length > 0, 'the defect was not seen'),
      );
    }
    await suite.check(`${label}: the ledger holds what was acknowledged`, async () => {
      const facts = await factsAdded(data);
      const found = new Findings();
      solver.judgeFacts(found, attack, facts);
      found.assertNone();
      const published = new Findings();
      solver.judgeFacts(published, attack, [...facts, { kind: 'comment.published' }]);
      assert.ok(published.faults.length > 0, 'one that is published was not seen');
    });
  } finally {
    await browser.close();
  }
}

// Every visitor comes through a proxy, as in use.
async function proxied() {
  const label = 'QS12 behind a proxy';
  let received = 0;
  const data = await withSite(
    async (site, _, server) => {
      await suite.check(`${label}: each network has its own limit of comments`, async () => {
        const found = await proxy.lookAtComments(site);
        console.log(`      ${found}`);
        found.assertNone();
        received = found.received;
      });
      const { lookAtCalls, proxy_defects } = proxy;
      await checkAndDoubt(suite, `${label}: calls`, site, lookAtCalls, proxy_defects);
      await suite.check(`${label}: the log names no visitor`, () => {
        const said = server.output();
        for (const address of Object.values(proxy.senders)) assert.ok(!said.includes(address));
      });
    },
    { args: proxy.trusting },
  );
  await suite.check(`${label}: what was acknowledged is kept, and nobody's address`, async () => {
    assert.equal(spam.received(await factsAdded(data)).length, received);
    for (const address of Object.values(proxy.senders)) {
      assert.deepEqual(await proxy.filesWith(data, address), []);
      await writeFile(`${data}/planted`, `{"from":"${address}"}`);
      assert.deepEqual(await proxy.filesWith(data, address), [`${data}/planted`], 'it is seen');
    }
  });
  await proxiedByStrangers(label);
}

// Who is no proxy says nothing of others; one that is trusted by mistake would be seen.
async function proxiedByStrangers(label) {
  const what = `${label}: a stranger names nobody`;
  const look = async (trusted, judge) => {
    const args = ['--behind-proxy', trusted];
    await withSite(
      async (site) => {
        const relay = await solver.Relay.of(site);
        if (!relay) return suite.skip(what, 'this machine has no address but its own loop');
        await judge(await proxy.lookAtStranger(relay.url).finally(() => relay.close()));
      },
      { args },
    );
  };
  await look('127.0.0.1', (found) =>
    suite.check(what, () => {
      console.log(`      ${found}`);
      found.assertNone();
    }),
  );
  await look('0.0.0.0/1,128.0.0.0/1', (found) =>
    suite.check(`${what}: seen when everybody is trusted`, () =>
      assert.ok(found.faults.length > 0, 'the defect was not seen'),
    ),
  );
}

// Lines of the log are what they are, whatever was asked for.
function checkLog(said) {
  const lines = said.split('\n').filter((line) => line.startsWith('{') || line.includes('__x('));
  for (const line of lines) assert.doesNotThrow(() => JSON.parse(line), line.slice(0, 200));
  return lines.length;
}

async function typed() {
  const browser = await launchBrowser();
  try {
    await withSite(async (site, data, server) => {
      await suite.check('QS8 nothing shown again runs', async () => {
        const found = await scripts.mirror(browser)(site);
        console.log(`      ${found}`);
        found.assertNone();
      });
      const some = scripts.mirror(browser, 50);
      const defects = scripts.script_defects;
      await doubt(suite, 'QS8 nothing shown again runs', site, some, defects);
      const found = new Findings();
      let what;
      await suite.check('QS8 articles and comments hold every payload', async () => {
        what = await scripts.store(site, found, spam.received(await factsOf(data)).length);
        console.log(`      ${found}`);
        found.assertNone();
      });
      await checkAndDoubt(
        suite,
        'QS8 nothing that is stored runs',
        site,
        scripts.stored(browser, what),
        scripts.script_defects,
      );
      await suite.check('QS8 the log stays a log', () =>
        console.log(`      ${checkLog(server.output())} lines`),
      );
    });
  } finally {
    await browser.close();
  }
}

// 3: nothing was found, but part of it took longer than it may here; its last lines say which.
async function scan() {
  if (!spam.long) {
    return console.log('      scanners (QS6): tests/security/scan.sh, ./run test --long security');
  }
  await suite.check('QS6 scanners find nothing', async () => {
    const args = ['--public-url', 'https://lantoa.example'];
    await withSite(
      async (site, data) => {
        const command = [`${root}tests/security/scan.sh`, site, data];
        const done = await execute('bash', command, { ms_max: scan_ms_max });
        console.log(done.out);
        assert.ok([0, 3].includes(done.code), done.err || done.out.split('\n').at(-2));
      },
      { args },
    );
  });
}

const parts = {
  headers,
  refusals,
  redirects,
  caches,
  forgery,
  links,
  bots,
  gambling,
  honest,
  proxy: proxied,
  solver: solving,
  typed,
  scan,
};
try {
  await must('demo', '--data', origin, '--load-only', '--persons', '700');
  if ('parsers'.includes(filter)) await checkParsers(suite);
  for (const [name, part] of Object.entries(parts)) {
    if (name.includes(filter)) await part();
  }
} catch (error) {
  await suite.check('the suite itself', () => {
    throw error;
  });
} finally {
  await place.remove();
}
suite.close();
