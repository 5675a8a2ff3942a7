// lantoa ledger verify and serve against a ledger that somebody touched with the sqlite3 shell.
// Each case works on a copy of the demo's folder; the number is the fact that has to be named.
import assert from 'node:assert/strict';
import { execute, must, run, Server, sqlite } from '../kit/program.mjs';
import { nextChain } from '../kit/export.mjs';
import { assertRefused } from './said.mjs';

const k = 1500; // a fact in the middle
const chain_of = (seq) => `(SELECT chain FROM facts WHERE seq = ${seq})`;

const changes = [
  ['a changed body', k, `UPDATE facts SET body = body || ' ' WHERE seq = ${k}`],
  ['a changed actor', k, `UPDATE facts SET actor = 'account/999' WHERE seq = ${k}`],
  ['a changed moment', k, `UPDATE facts SET at = at + 1 WHERE seq = ${k}`],
  ['a changed kind', k, `UPDATE facts SET kind = 'plan.issued' WHERE seq = ${k}`],
  ['a changed subject', k, `UPDATE facts SET subject = 'unit/1' WHERE seq = ${k}`],
  ['a changed chain value', k, `UPDATE facts SET chain = zeroblob(32) WHERE seq = ${k}`],
  ['a chain value cut short', k, `UPDATE facts SET chain = x'00' WHERE seq = ${k}`],
  ['a changed first fact', 1, `UPDATE facts SET at = at - 1 WHERE seq = 1`],
  ['a removed row', k, `DELETE FROM facts WHERE seq = ${k}`],
  ['a removed first row', 1, `DELETE FROM facts WHERE seq = 1`],
  [
    'a removed row with the rest moved up',
    k,
    `DELETE FROM facts WHERE seq = ${k};
     UPDATE facts SET seq = -(seq - 1) WHERE seq > ${k}; UPDATE facts SET seq = -seq WHERE seq < 0`,
  ],
  [
    'two rows swapped',
    k,
    `UPDATE facts SET seq = -1 WHERE seq = ${k}; UPDATE facts SET seq = ${k} WHERE seq = ${k + 1};
     UPDATE facts SET seq = ${k + 1} WHERE seq = -1`,
  ],
  [
    'a forged row in the middle',
    k,
    `UPDATE facts SET seq = -(seq + 1) WHERE seq >= ${k}; UPDATE facts SET seq = -seq WHERE seq < 0;
     INSERT INTO facts SELECT ${k}, at, actor, kind, subject, body, chain FROM facts
       WHERE seq = ${k - 1}`,
  ],
];

async function copyOf(data, to) {
  const done = await execute('cp', ['-a', data, to]);
  assert.equal(done.code, 0, done.err);
  return { data: to, file: `${to}/ledger.sqlite3` };
}

// Every way of opening it says which fact is wrong, and none of them goes on.
async function assertNamed(data, seq) {
  const named = new RegExp(`(?<![0-9])${seq}(?![0-9])`);
  for (const command of [
    ['ledger', 'verify', '--data', data],
    ['serve', '--data', data, '--listen', '127.0.0.1:0'],
    ['demo', '--data', data, '--load-only'],
    ['coverage', '--data', data],
  ]) {
    const done = await run(...command);
    // The demo says what it does; coverage prints what it counted up to there.
    const printing = ['demo', 'coverage'].includes(command[0]);
    const expected = printing ? { ...done, out: '' } : done;
    assertRefused(expected, 3);
    for (const line of done.err.trim().split('\n')) assert.match(line, named, command.join(' '));
  }
}

async function checkTail(suite, place, data, head) {
  const [seq] = head.split(':').map(Number);
  await suite.check('verify: a tail cut off is noticed with --head only', async () => {
    const copy = await copyOf(data, `${place}/tail`);
    await sqlite(copy.file, `DELETE FROM facts WHERE seq > ${seq - 5}`);
    const alone = await run('ledger', 'verify', '--data', copy.data);
    assert.equal(alone.code, 0, alone.err);
    const done = await run('ledger', 'verify', '--data', copy.data, '--head', head);
    assertRefused(done, 3, { names: [String(seq), String(seq - 4)] });
    assert.match(done.err, /phần cuối đã bị cắt[^]*the tail was cut off/);
  });
  await suite.check('verify: a history written anew is noticed with --head only', async () => {
    const copy = await copyOf(data, `${place}/anew`);
    await rewriteFrom(copy.file, k);
    const alone = await run('ledger', 'verify', '--data', copy.data);
    assert.equal(alone.code, 0, alone.err);
    const done = await run('ledger', 'verify', '--data', copy.data, '--head', head);
    assertRefused(done, 3, { names: [String(seq)] });
    assert.match(done.err, /viết lại[^]*rewritten/);
  });
  await suite.check('verify: a ledger that has grown still fits an older head', async () => {
    const text = await sqlite(`${data}/ledger.sqlite3`, `SELECT hex(${chain_of(seq - 100)})`);
    const older = `${seq - 100}:${text.toLowerCase()}`;
    const done = await run('ledger', 'verify', '--data', data, '--head', older);
    assert.equal(done.code, 0, done.err);
  });
  await suite.check('verify: a head that is none is refused', async () => {
    for (const none of ['x', '12', `${seq}:12`, `:${'0'.repeat(64)}`, `-1:${'0'.repeat(64)}`]) {
      assertRefused(await run('ledger', 'verify', '--data', data, `--head=${none}`), 2);
    }
  });
}

// What an insider with the definition of the chain could do: one word changed, all that follows
// computed again.
async function rewriteFrom(file, from) {
  await sqlite(file, `UPDATE facts SET actor = 'account/999' WHERE seq = ${from}`);
  const rows = await sqlite(
    file,
    `.mode json
     SELECT seq, at AS at_ms, actor, kind, subject, body AS bodyText FROM facts
     WHERE seq >= ${from} ORDER BY seq;`,
  );
  let chain = Buffer.from(await sqlite(file, `SELECT hex(${chain_of(from - 1)})`), 'hex');
  const updates = JSON.parse(rows).map((row) => {
    chain = nextChain(chain, row);
    return `UPDATE facts SET chain = x'${chain.toString('hex')}' WHERE seq = ${row.seq};`;
  });
  await sqlite(file, `BEGIN; ${updates.join('\n')} COMMIT;`);
}

export async function checkLedger(suite, place, data) {
  let head = '';
  await suite.check('verify: the loaded ledger is whole, and is what head says', async () => {
    head = (await must('ledger', 'head', '--data', data)).out.trim();
    const done = await must('ledger', 'verify', '--data', data, '--head', head);
    assert.ok(done.out.includes(head), done.out);
    const rows = await sqlite(`${data}/ledger.sqlite3`, 'SELECT count(*), max(seq) FROM facts');
    const seq = head.split(':')[0];
    assert.equal(rows, `${seq}|${seq}`);
  });
  for (const [i, [label, seq, sql]] of changes.entries()) {
    await suite.check(`verify, serve, demo, coverage: ${label} is named`, async () => {
      const copy = await copyOf(data, `${place}/changed-${i}`);
      await sqlite(copy.file, sql);
      await assertNamed(copy.data, seq);
    });
  }
  await suite.check('verify: a forged row at the end is named', async () => {
    const copy = await copyOf(data, `${place}/forged`);
    const next = Number(head.split(':')[0]) + 1;
    const same = 'at, actor, kind, subject, body, chain FROM facts';
    const last = `WHERE seq = ${next - 1}`;
    await sqlite(copy.file, `INSERT INTO facts SELECT ${next}, ${same} ${last}`);
    await assertNamed(copy.data, next);
  });
  await checkTail(suite, place, data, head);
  await suite.check('verify: a file that is no database, and no ledger at all', async () => {
    const copy = await copyOf(data, `${place}/other`);
    await execute('cp', ['/bin/true', copy.file]);
    const done = await run('ledger', 'verify', '--data', copy.data);
    assert.ok([1, 2, 3].includes(done.code), done.err);
    assert.ok(done.err.includes('ledger.sqlite3'));
    for (const command of [['verify'], ['head'], ['export']]) {
      const none = await run('ledger', ...command, '--data', `${place}/nowhere`);
      assertRefused(none, 2, { names: ['nowhere'] });
    }
  });
  await suite.check('serve: a whole ledger is served, stops in order, is unchanged', async () => {
    const copy = await copyOf(data, `${place}/served`);
    const server = await Server.start('serve', '--data', copy.data, '--listen', '127.0.0.1:0');
    try {
      const answer = await fetch(`${server.url}/healthz`);
      assert.equal(answer.status, 200);
      const reading = await run('ledger', 'verify', '--data', copy.data, '--head', head);
      assert.equal(reading.code, 0, 'an auditor may verify while it serves');
      const second = await run('serve', '--data', copy.data, '--listen', '127.0.0.1:0');
      assertRefused(second, 1, { names: ['ledger.sqlite3'] });
    } finally {
      assert.deepEqual(await server.stop(), { code: 0, signal: null });
    }
    assert.equal((await run('ledger', 'verify', '--data', copy.data, '--head', head)).code, 0);
  });
}
