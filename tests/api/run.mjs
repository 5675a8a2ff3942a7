// The JSON API against its own document: what the document promises is asked of every operation. The
// sample city is served by the real clock, as tests/security does: the demo's goes on writing, and
// whether a refused call wrote anything could not be told.
import assert from 'node:assert/strict';
import { Suite } from '../kit/report.mjs';
import { folder, must, Server } from '../kit/program.mjs';
import { ask } from '../security/site.mjs';
import { Caller, day, Holder, numbersFor, vietnamese } from './calls.mjs';
import { base, checkDocument, checkPromises, checkValidator, Document } from './document.mjs';
import { checkCoverage } from './figures.mjs';
import * as refusals from './refusals.mjs';
import { HalfYear } from './half_year.mjs';
import { Way } from './way.mjs';

const suite = new Suite();
const place = await folder('lantoa-api-');
const data = `${place.path}/data`;
const calm_ms_max = 60_000;
const gets_min = 15;

// The sample's last day is years ago: couriers catch up first.
async function calm(site) {
  const ledger = async () => JSON.parse((await ask(site, '/healthz')).body).ledger;
  const until = Date.now() + calm_ms_max;
  for (let before = -1, now = await ledger(); before !== now && Date.now() < until;) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    [before, now] = [now, await ledger()];
  }
}

async function documentOf(site) {
  const answer = await ask(site, `${base}/openapi.json`);
  assert.equal(answer.status, 200, 'the document is public');
  assert.match(answer.headers['content-type'], /json/);
  return new Document(answer.body);
}

// Every answer of a GET in JSON: { operation, value }.
async function answersOf(caller) {
  const out = [];
  const faults = [];
  for (const operation of caller.document.json_gets) {
    const numbers = await numbersFor(caller, operation);
    const answer = await caller.get(operation, { numbers });
    const path = caller.path(operation, numbers);
    if (answer.status !== 200 || !/^application\/json/.test(answer.headers['content-type'])) {
      faults.push(`${operation.id} ${path}: ${answer.status} ${answer.body.slice(0, 200)}`);
      continue;
    }
    const value = JSON.parse(answer.body);
    const said = caller.document.faults(operation.answer, value);
    if (said) faults.push(`${operation.id} ${path}: ${said}`);
    out.push({ operation, value });
  }
  assert.equal(faults.length, 0, `${faults.length} faults:\n  ${faults.join('\n  ')}`);
  assert.ok(out.length >= gets_min, `only ${out.length} GETs were looked at`);
  return out;
}

// The same answers with a defect put into each.
function checkDoubt(document, answers) {
  let seen = 0;
  const refuses = (operation, value, what) => {
    assert.notEqual(document.faults(operation.answer, value), '', `${operation.id} ${what}`);
    seen += 1;
  };
  for (const { operation, value } of answers.filter((one) => !one.operation.is_public)) {
    const { required = [] } = document.resolved(operation.answer);
    for (const name of required) {
      const { [name]: _, ...less } = value;
      refuses(operation, less, `without ${name}`);
    }
    refuses(operation, { ...value, [required[0] ?? 'x']: { no: 'such thing' } }, 'of a wrong kind');
    refuses(operation, { ...value, more: 1 }, 'with what is not named');
  }
  assert.ok(seen >= 2 * gets_min, `only ${seen} defects`);
}

async function checkRights(site, document) {
  // What a token may is not more than what its owner may.
  const ward = await Holder.signIn(site, 'phuong.01');
  const caller = new Caller(site, document, await ward.makeToken('Phường'));
  const draft = document.by('plan.draft');
  const answer = await caller.post(draft, { issuer: 1, title: 'Kế hoạch của phường' });
  document.assertProblem(answer, 403, 'a ward drafts no plan');
  const facts = await caller.get(document.by('fact.list'));
  document.assertProblem(facts, 403, 'a ward officer does not read the ledger');
}

async function checkPassword(owner) {
  for (const password of ['', 'khong-phai-mat-khau']) {
    const { status, body } = await owner.askForToken('Không được tạo', undefined, password);
    assert.equal(status, 422, password);
    assert.match(body, /href="#current"/);
    assert.doesNotMatch(body, /lt_[A-Za-z0-9_-]{43}/);
  }
  assert.ok(!(await owner.page()).includes('Không được tạo'), 'nothing was made');
}

// What a program was not let in by looks forgotten.
async function checkLastUse(owner, caller) {
  await owner.makeToken('Để quên');
  assert.match(await owner.rowOf('Để quên'), /chưa dùng/);
  const used = await owner.rowOf('Mọi phạm vi');
  assert.ok(used.includes(vietnamese(day())), used);
  const facts = (await caller.facts(0)).filter(({ kind }) => kind === 'identity.token_used');
  const said = facts.map(({ body }) => JSON.stringify(body));
  assert.ok(said.length > 0, 'the ledger says it');
  assert.equal(new Set(said).size, said.length, `once a day for each token: ${said}`);
}

async function checkAll(site) {
  const check = (label, work) => suite.check(label, work);
  const document = await documentOf(site);
  const owner = await Holder.signIn(site, 'stp.chuyenvien');
  await owner.freeze();
  const caller = new Caller(site, document, await owner.makeToken('Mọi phạm vi'));

  await check('the document is OpenAPI 3.1 by the schema of the standard', () =>
    checkDocument(document),
  );
  await check('a document that is not is seen', () => checkValidator(document));
  await check('the document says all that a program has to know', () => checkPromises(document));

  let answers = [];
  await check('every answer is what the document says', async () => {
    answers = await answersOf(caller);
    console.log(`      ${answers.length} GETs`);
  });
  await check('an answer that is not is seen', () => checkDoubt(document, answers));

  const only = {};
  await check('the page makes a token for each scope of the document', async () => {
    const scopes = [...new Set(document.guarded.map(({ scope }) => scope))].sort();
    assert.deepEqual((await owner.scopes()).sort(), scopes);
    for (const scope of scopes) only[scope] = await owner.makeToken(`Chỉ ${scope}`, [scope]);
  });
  await check('nobody comes in without a token that is good', async () => {
    const revoked = await owner.makeToken('Sẽ thu hồi');
    const units = document.by('unit.list');
    assert.equal((await caller.with(revoked).get(units)).status, 200);
    await owner.revoke('Sẽ thu hồi');
    assert.equal((await caller.get(units)).status, 200, 'another token is still good');
    await refusals.checkUnknownCallers(caller, { revoked, cookie: owner.cookie });
  });
  await check('a token opens its scope and no other', () => refusals.checkScopes(caller, only));
  await check('a token may not more than its owner', () => checkRights(site, document));
  await check('what cannot be right is refused, every fault is named, nothing is written', () =>
    refusals.checkPosts(caller),
  );
  await check('other addresses and methods', () => refusals.checkAddresses(caller));
  await check('a token is made with its owner’s password only', () => checkPassword(owner));
  await check('the page and the ledger say that a token is used', () => checkLastUse(owner, caller));
  await check('a token that calls too often is told when to call again', async () => {
    const busy = caller.with(await owner.makeToken('Gọi dày'));
    await refusals.checkLimits(busy, caller);
    await refusals.checkStreams(busy);
  });
  await check('coverage is that of the pages, without small groups', () =>
    checkCoverage(caller, owner.cookie),
  );
  await check('HEAD', () => refusals.checkHead(caller));
  await check('refusals in both languages', () => refusals.checkLanguages(caller));

  const way = new Way(caller);
  await check('the unit of the owner', () => way.begin());
  await check('a plan is drafted and found', () => way.draft());
  await check('a task is added', () => way.addTask());
  await check('a key that is sent again writes once', () => way.repeat());
  await check('a key that is sent at once several times writes once', () => way.repeatAtOnce());
  await check('an activity is recorded and corrected', () => way.activity());
  await check('an activity is annulled', () => way.annul());
  await check('many activities are recorded at once, or none', () => way.batch());
  await check('a copy that asks what has changed misses nothing', () => way.mirror());
  await check('the feed of facts has no gap', () => way.feed());
  await check('the stream of facts goes on where it was left', () => way.stream());

  // By a token of its own: a city's reports come at once, and how often one may call is limited.
  const half_year = new HalfYear(caller.with(await owner.makeToken('Nửa năm')), owner.cookie);
  await check('half a year: reports are asked of the whole city', () => half_year.open());
  await check('every unit hands in what its activities say', () => half_year.handIn());
  await check('one is corrected, and says why', () => half_year.correct());
  await check('the sums go up the tree', () => half_year.rollUp());
  await check('the round is closed and frozen', () => half_year.close());
  await check('a figure opens down to one meeting', () => half_year.openDown());
  await check('the round is told in words', () => half_year.tell());
  await check('the table is taken out', () => half_year.takeOut());
  await check('a district’s estimates stand apart', () => half_year.estimate());
  return half_year;
}

try {
  await must('demo', '--data', data, '--load-only');
  let half_year;
  const server = await Server.start('serve', '--data', data, '--listen', '127.0.0.1:0');
  try {
    await calm(server.url);
    half_year = await checkAll(server.url);
  } catch (error) {
    await suite.check('the suite runs to its end', () => {
      throw error;
    });
  } finally {
    const ended = await server.stop();
    await suite.check('the server ends in order', () =>
      assert.deepEqual(ended, { code: 0, signal: null }, server.output()),
    );
  }
  await suite.check('the half-year is recomputed to the same figures', () =>
    half_year.countAgain(data),
  );
} finally {
  await place.remove();
}
suite.close();
