// A ledger that must not be written to: made by a newer version, or wrong from some fact on. What
// writes refuses and names the place; what reads goes as far as it can; `serve --read-only` shows
// the pages, says up to where, takes no form, and knows who is signed in only where it has folded
// everything: what ends a session might be among the rest.
import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { execute, must, run, Server, sqlite } from '../kit/program.mjs';
import { append } from '../kit/append.mjs';
import { readExport } from '../kit/export.mjs';
import { Visitor } from '../kit/visitor.mjs';
import { assertRefused } from './said.mjs';

const password = 'lan-toa-mau-2021';
const gap = 1500; // a fact in the middle

const day = { kind: 'calendar.day_turned', subject: 'calendar', body: '{"date":"2030-01-01"}' };

// `last`: the fact up to which it is known, given the number of facts before the change.
const cases = [
  {
    label: 'a newer schema',
    whole: true, // every fact can be read
    change: (file) => sqlite(file, "UPDATE meta SET value = 99 WHERE name = 'schema'"),
    last: (facts) => facts,
    named: ['99'],
    reading: 0,
    verify: 0,
  },
  {
    label: 'an unknown kind',
    change: (file) => append(file, [{ kind: 'future.happened', subject: 'x/1', body: '{}' }, day]),
    last: (facts) => facts,
    named: (facts) => [String(facts + 1), 'future.happened'],
    reading: 0,
    verify: 0,
  },
  {
    label: 'an unknown field',
    change: (file) =>
      append(file, [{ ...day, body: '{"date":"2030-01-01","weather":"rain"}' }, day]),
    last: (facts) => facts,
    named: (facts) => [String(facts + 1), 'calendar.day_turned', 'weather'],
    reading: 0,
    verify: 0,
  },
  {
    label: 'an unknown value',
    change: (file) =>
      append(file, [
        {
          kind: 'identity.role_proposed',
          subject: 'account/1',
          body: '{"account":1,"role":"Mayor","unit":1}',
        },
      ]),
    last: (facts) => facts,
    named: (facts) => [String(facts + 1), 'identity.role_proposed', 'Mayor'],
    reading: 0,
    verify: 0,
  },
  {
    label: 'a gap',
    change: (file) => sqlite(file, `DELETE FROM facts WHERE seq = ${gap}`),
    last: () => gap - 1,
    named: [String(gap)],
    reading: 3,
    verify: 3,
  },
  {
    label: 'a broken chain',
    change: (file) => sqlite(file, `UPDATE facts SET body = body || ' ' WHERE seq = ${gap}`),
    last: () => gap - 1,
    named: [String(gap)],
    reading: 3,
    verify: 3,
  },
];

// Every folder, and every file with its sum, but for SQLite's shared index and empty logs.
async function listing(data) {
  const files = "-type f ! -name '*-shm' ! -size 0 -exec sha256sum {} +";
  const script = `find . \\( ${files} \\) -o -type d -print | sort`;
  return (await execute('sh', ['-c', `cd '${data}' && ${script}`])).out;
}

const rowsOf = (file) => sqlite(file, 'SELECT count(*), max(seq) FROM facts');

// Everything that would write: refused, exit 3, the place named, and the way out.
async function assertNotWritten(data, named) {
  const before = await rowsOf(`${data}/ledger.sqlite3`);
  const refused = await run('serve', '--data', data, '--listen', '127.0.0.1:0');
  assertRefused(refused, 3, { names: [...named, 'lantoa serve --read-only'] });
  const demo = await run('demo', '--data', data, '--load-only');
  assertRefused({ ...demo, out: '' }, 3, { names: named });
  assert.equal(await rowsOf(`${data}/ledger.sqlite3`), before);
}

async function assertReadable(data, { facts, one, last }) {
  const exported = await run('ledger', 'export', '--data', data);
  assert.equal(exported.code, one.reading, exported.err);
  const rows = await rowsOf(`${data}/ledger.sqlite3`);
  assert.equal(String(readExport(exported.out).length), rows.split('|')[0], 'all of it exported');
  assert.equal((await run('ledger', 'verify', '--data', data)).code, one.verify);
  const counted = await run('coverage', '--data', data);
  if (last === facts && one.whole) return assert.equal(counted.code, 0);
  assert.equal(counted.code, 3, counted.err);
  assert.match(counted.err, new RegExp(`Counted up to fact ${last}\\.`));
}

// `known`: whoever is signed in stays so. Elsewhere he is led to the page for signing in, which says
// as all pages do that nothing can be done now.
async function assertServed(data, { last, cookie, known }) {
  const before = await listing(data);
  const server = await Server.start('serve', '--data', data, '--listen', '127.0.0.1:0', '--read-only');
  const get = (path) => fetch(server.url + path, { headers: { cookie }, redirect: 'manual' });
  try {
    const desk = await get('/ban-lam-viec');
    assert.equal(desk.status, known ? 200 : 303, 'signed in');
    for (const path of ['/', '/van-ban', '/khong-co', known ? '/ban-lam-viec' : '/dang-nhap']) {
      const body = await (await get(path)).text();
      assert.match(body, new RegExp(`sự kiện số ${last} \\(ngày \\d\\d/\\d\\d/\\d{4}\\)`), path);
    }
    const health = await fetch(`${server.url}/healthz`);
    assert.equal(health.status, 503);
    assert.equal((await health.json()).ledger, last);
    for (const path of ['/van-ban/moi', '/dang-nhap', '/dang-xuat', '/cua-toi/1/xac-nhan']) {
      const answer = await fetch(server.url + path, { method: 'POST', body: '' });
      assert.equal(answer.status, 503, path);
      assert.equal(answer.headers.get('retry-after'), '30');
      assert.match(await answer.text(), /đang mở chỉ để xem; chưa có gì được lưu/);
    }
  } finally {
    assert.deepEqual(await server.stop(), { code: 0, signal: null });
  }
  assert.equal(await listing(data), before, 'nothing was written');
}

// The cookie of an officer who signed in while the ledger was whole.
async function cookieOf(data) {
  const server = await Server.start('serve', '--data', data, '--listen', '127.0.0.1:0');
  const officer = new Visitor();
  try {
    await officer.signIn(server.url, 'stp.chuyenvien', password);
    return officer.cookie;
  } finally {
    officer.close();
    await server.stop();
  }
}

// What facts name beside the ledger: contents and rows of the vault.
async function checkNamed(suite, place, data) {
  await suite.check('verify: a content or a vault row that is gone is named', async () => {
    const copy = `${place}/named`;
    await execute('cp', ['-a', data, copy]);
    const facts = readExport((await must('ledger', 'export', '--data', copy)).out);
    const { seq, body } = facts.find(({ kind }) => kind === 'content.version_drafted');
    const link = facts.find(({ kind }) => kind === 'identity.link_issued');
    const file = `${copy}/blobs/${body.text.slice(0, 2)}/${body.text.slice(2, 4)}/${body.text}`;
    const row = `link/${link.body.person}`;
    await sqlite(`${copy}/ledger.sqlite3`, `DELETE FROM vault WHERE id = '${row}'`);
    await writeFile(file, 'something else');
    const damaged = await run('ledger', 'verify', '--data', copy);
    assertRefused(damaged, 3, { lines: 6, names: [body.text, `${seq} (content.`, row] });
    assert.match(damaged.err, /đã hỏng[^]*is damaged/);
    await rm(file);
    const gone = await run('ledger', 'verify', '--data', copy);
    assertRefused(gone, 3, { lines: 6, names: [body.text, `${seq} (content.`, row] });
    assert.match(gone.err, /không còn[^]*is gone/);
  });
  await suite.check('verify: tells how far it is when asked, else only to a terminal', async () => {
    const { out, err } = await must('ledger', 'verify', '--data', data, '--progress');
    const seq = /(\d+):/.exec(out)[1];
    assert.equal(err, `  ${seq} / ${seq}\n`);
    assert.equal((await must('ledger', 'verify', '--data', data)).err, '');
  });
}

export async function checkDamaged(suite, place, data) {
  const whole = `${place}/signed-in`;
  let cookie = '';
  let facts = 0;
  await suite.check('serve --read-only: a whole ledger, and who is signed in stays so', async () => {
    await execute('cp', ['-a', data, whole]);
    cookie = await cookieOf(whole);
    facts = Number((await must('ledger', 'head', '--data', whole)).out.split(':')[0]);
    await assertServed(whole, { last: facts, cookie, known: true });
    assert.equal(await sqlite(`${whole}/sessions.sqlite3`, 'SELECT count(*) FROM open_sessions'), '1');
  });
  for (const [i, one] of cases.entries()) {
    await suite.check(`${one.label}: nothing writes, what reads goes on, pages say so`, async () => {
      const copy = `${place}/damaged-${i}`;
      await execute('cp', ['-a', whole, copy]);
      await one.change(`${copy}/ledger.sqlite3`);
      const last = one.last(facts);
      await assertNotWritten(copy, typeof one.named === 'function' ? one.named(facts) : one.named);
      await assertReadable(copy, { facts, one, last });
      await assertServed(copy, { last, cookie, known: one.whole === true });
    });
  }
  await suite.check('a damaged file: named, exit 3, for whoever writes or reads', async () => {
    const copy = `${place}/garbage`;
    await execute('cp', ['-a', whole, copy]);
    const size = Number((await execute('stat', ['-c', '%s', `${copy}/ledger.sqlite3`])).out);
    const page = 4096;
    const middle = Math.floor(size / page / 2);
    const noise = ['if=/dev/urandom', `of=${copy}/ledger.sqlite3`, `bs=${page}`, 'conv=notrunc'];
    await execute('dd', [...noise, `seek=${middle - 20}`, 'count=40']);
    for (const line of [['serve', '--listen', '127.0.0.1:0'], ['ledger', 'verify']]) {
      assertRefused(await run(...line, '--data', copy), 3);
    }
    assert.equal((await run('ledger', 'export', '--data', copy)).code, 3);
  });
  await checkNamed(suite, place, data);
}
