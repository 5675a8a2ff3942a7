// What the API refuses, and that nothing of it is written.
import assert from 'node:assert/strict';
import { ask } from '../security/site.mjs';
import { base } from './document.mjs';

const wrong_token = `lt_${'A'.repeat(43)}`;
const unknown_member = 'khong_co_thanh_phan_nay';

export async function checkUnknownCallers(caller, { revoked, cookie }) {
  const { document } = caller;
  const nobody = caller.with(undefined);
  const as = {
    'without a token': [nobody, {}],
    'with a wrong token': [caller.with(wrong_token), {}],
    'with a revoked token': [caller.with(revoked), {}],
    'with half a token': [caller.with(caller.token.slice(0, -1)), {}],
    'with another scheme': [nobody, { authorization: `Basic ${caller.token}` }],
    'with a session': [nobody, { cookie }],
  };
  for (const operation of document.guarded) {
    for (const [how, [who, headers]] of Object.entries(as)) {
      const answer = await who.call(operation, { headers });
      document.assertProblem(answer, 401, `${operation.id} ${how}`);
      assert.match(answer.headers['www-authenticate'] ?? '', /^Bearer\b/, operation.id);
    }
  }
  assert.ok(document.guarded.length >= 30, `${document.guarded.length} operations were tried`);
}

// `tokens`: by scope, one that has this scope only.
export async function checkScopes(caller, tokens) {
  const { document } = caller;
  let refused = 0;
  for (const operation of document.guarded) {
    assert.ok(tokens[operation.scope], `${operation.id}: a scope ${operation.scope}`);
    for (const [scope, token] of Object.entries(tokens)) {
      if (scope === operation.scope) continue;
      const answer = await caller.with(token).call(operation);
      document.assertProblem(answer, 403, `${operation.id} with ${scope} only`);
      refused += 1;
    }
  }
  assert.equal(refused, document.guarded.length * (Object.keys(tokens).length - 1));
}

const fieldsOf = (problem) =>
  [problem.field, ...problem.faults.map(({ field }) => field)].filter(Boolean);

async function checkPost(caller, operation) {
  const { document } = caller;
  const { id } = operation;
  const refused = async (status, what, body, options) =>
    document.assertProblem(await caller.post(operation, body, options), status, `${id} ${what}`);

  await refused(415, 'of a wrong type', 'a=1', { type: 'application/x-www-form-urlencoded' });
  await refused(415, 'of no type', '{}', { type: '' });
  const keyless = await refused(422, 'without a key', operation.body ? {} : undefined, { key: '' });
  assert.ok(fieldsOf(keyless).includes('Idempotency-Key'), `${id}: ${fieldsOf(keyless)}`);
  const odd = await refused(422, 'with an odd key', operation.body ? {} : undefined, {
    key: 'a b',
  });
  assert.ok(fieldsOf(odd).includes('Idempotency-Key'), `${id}: ${fieldsOf(odd)}`);
  if (!operation.body) return;

  for (const body of ['', '{', '{"a":1,}', '[]', '"a"', 'null', '\u0000', '['.repeat(40)]) {
    await refused(422, `with ${body}`, body);
  }
  const extra = await refused(422, 'with an unknown member', { [unknown_member]: 1 });
  assert.ok(fieldsOf(extra).includes(unknown_member), `${id}: ${fieldsOf(extra)}`);
  const required = document.resolved(operation.body).required ?? [];
  if (required.length === 0) return;
  const fields = fieldsOf(await refused(422, 'with nothing', {}));
  const unsaid = required.filter((name) => !fields.includes(name));
  assert.deepEqual(unsaid, [], `${id} names every member that is missing`);
}

export async function checkPosts(caller) {
  const head = await caller.head();
  const { posts } = caller.document;
  assert.ok(posts.length >= 10, `${posts.length} POSTs`);
  for (const operation of posts) await checkPost(caller, operation);
  assert.deepEqual(await caller.factsOfPeople(head), [], 'nothing was written');
}

const lanes = 8;
const calls_tried_max = 3000;
const wait_s_max = 60;

const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

// A program in a loop is told when to call again; what it reads and other tokens are not concerned.
export async function checkLimits(caller, other) {
  const { document } = caller;
  const draft = document.by('plan.draft');
  let sent = 0;
  let refused;
  const lane = async () => {
    while (!refused && sent < calls_tried_max) {
      sent += 1;
      const answer = await caller.post(draft, {});
      if (answer.status === 429) refused = answer;
      else document.assertProblem(answer, 422, 'an empty plan');
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  assert.ok(refused, `${sent} writes were let in`);
  assert.ok(sent > 1000, `1,000 at once are promised, ${sent} were sent`);
  const said = document.assertProblem(refused, 429, 'one write too many');
  assert.equal(said.code, 'too_often');
  const wait_s = Number(refused.headers['retry-after']);
  assert.ok(Number.isInteger(wait_s) && wait_s >= 1 && wait_s <= wait_s_max, `${wait_s} s`);
  await caller.read(document.by('unit.list'));
  document.assertProblem(await other.post(draft, {}), 422, 'by another token');
  await pause(wait_s);
  document.assertProblem(await caller.post(draft, {}), 422, 'after the wait');
}

export async function checkStreams(caller) {
  const { document } = caller;
  const url = caller.site + caller.path(document.by('fact.follow'));
  const open = [];
  const tries_max = 20;
  try {
    for (;;) {
      const stop = new AbortController();
      const answer = await fetch(url, { headers: caller.headers(), signal: stop.signal });
      if (answer.status !== 200) {
        const headers = Object.fromEntries(answer.headers);
        const refused = { status: answer.status, headers, body: await answer.text() };
        document.assertProblem(refused, 429, `after ${open.length} streams`);
        assert.ok(Number(headers['retry-after']) >= 1);
        break;
      }
      open.push(stop);
      assert.ok(open.length < tries_max, `${open.length} streams of one token`);
    }
  } finally {
    for (const stop of open) stop.abort();
  }
  assert.equal(open.length, 5, 'as many as the documents promise a token');
}

// Methods that the document names for each address.
function methodsByPath(document) {
  const out = new Map();
  for (const { path, method } of document.operations) {
    out.set(path, [...(out.get(path) ?? []), method]);
  }
  return out;
}

export async function checkAddresses(caller) {
  const { document, site } = caller;
  const headers = caller.headers();
  for (const path of ['', '/', '/khong-co', '/plans/1/khong-co', '/plans/']) {
    const answer = await ask(site, base + path, { headers });
    document.assertProblem(answer, 404, `${base}${path}`);
    const head = await ask(site, base + path, { method: 'HEAD', headers });
    assert.deepEqual([head.status, head.body], [404, ''], `HEAD ${base}${path}`);
    assert.equal(head.headers['content-type'], answer.headers['content-type']);
  }
  for (const [path, methods] of methodsByPath(document)) {
    const address = path.replace(/\{\w+\}/g, '1');
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      if (methods.includes(method)) continue;
      const answer = await ask(site, address, { method, headers });
      document.assertProblem(answer, 405, `${method} ${address}`);
      const allowed = (answer.headers.allow ?? '').split(/ *, */);
      const named = allowed.filter((one) => !['HEAD', 'OPTIONS'].includes(one));
      assert.deepEqual(named.sort(), [...methods].sort(), `${address}: what Allow says`);
    }
  }
}

export async function checkHead(caller) {
  for (const operation of caller.document.json_gets.filter(({ path }) => !path.includes('{'))) {
    const headers = caller.headers();
    const answer = await ask(caller.site, caller.path(operation), { method: 'HEAD', headers });
    assert.deepEqual([answer.status, answer.body], [200, ''], `HEAD ${operation.path}`);
  }
}

const vietnamese_letters = /[ăâđêôơưạ-ỹ]/iu;

export async function checkLanguages(caller) {
  const { document } = caller;
  const draft = document.by('plan.draft');
  const refusals = [
    (headers) => caller.with(undefined).call(draft, { headers }),
    (headers) => caller.post(draft, {}, { headers }),
    (headers) => caller.post(draft, '{', { headers }),
    (headers) => ask(caller.site, `${base}/khong-co`, { headers }),
  ];
  for (const refusal of refusals) {
    const said = async (language) => {
      const answer = await refusal(language ? { 'accept-language': language } : {});
      const problem = JSON.parse(answer.body);
      return [problem.detail, ...problem.faults.map(({ text }) => text)];
    };
    for (const language of [undefined, 'vi', 'vi-VN,en;q=0.5', 'fr']) {
      for (const text of await said(language)) assert.match(text, vietnamese_letters, language);
    }
    for (const language of ['en', 'en-US,en;q=0.9']) {
      for (const text of await said(language)) assert.doesNotMatch(text, vietnamese_letters);
    }
  }
}
