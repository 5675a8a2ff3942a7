// Backups made while people work, restored, and compared with what the ledger was at that fact; what
// was erased later stays erased; a changed bit anywhere in a backup is noticed.
import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { execute, must, run, Server, sqlite } from '../kit/program.mjs';
import { readExport } from '../kit/export.mjs';
import { Visitor } from '../kit/visitor.mjs';
import { Book } from '../crash/book.mjs';
import { blobFaults, vaultFaults } from '../crash/inspect.mjs';
import { Load } from '../crash/load.mjs';
import { Random } from '../crash/random.mjs';
import { assertRefused } from './said.mjs';

const password = 'lan-toa-mau-2021';
const seed = Number(process.env.LANTOA_SEED ?? Date.now() % 1_000_000);
const flips = process.env.LANTOA_LONG === '1' ? 1000 : 200;
const backups_under_load = 3;
const load_ms = 600; // before each of them

const headOf = async (data) => (await must('ledger', 'head', '--data', data)).out.trim();
const key = (data) => ['--key', `${data}/vault.key`];

async function filesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((one) => one.isFile()).map((one) => join(one.parentPath ?? one.path, one.name));
}

// What a backup or a restore was making and did not put in place.
const leftIn = async (folder) => (await readdir(folder)).filter((name) => name.includes('.making'));

// The coverage of the first facts of an export.
async function coverageUpTo(place, lines, seq) {
  const file = `${place}/up-to.ndjson`;
  await writeFile(file, lines.slice(0, seq).join('\n') + '\n');
  return (await must('coverage', '--from', file)).out;
}

async function backupUnderLoad(place, data) {
  const made = [];
  const first = await headOf(data);
  const facts = readExport((await must('ledger', 'export', '--data', data)).out);
  const load = new Load(new Book(facts.length), new Random(seed));
  load.sample_persons = 700;
  load.look(facts);
  const server = await Server.start('serve', '--data', data, '--listen', '127.0.0.1:0');
  try {
    await load.signIn(server.url);
    const working = load.run(server.url, { readers: true });
    for (let i = 0; i < backups_under_load; i += 1) {
      await load.pause(load_ms);
      const to = `${place}/backup-${i}`;
      await must('backup', '--data', data, '--to', to);
      made.push({ to, head: JSON.parse(await readFile(`${to}/manifest.json`, 'utf8')).head });
    }
    load.halt();
    await working;
    assert.deepEqual(load.faults, []);
  } finally {
    for (const one of [...load.planners, load.leader, load.district, load.ward]) one.close();
    for (const one of [load.administrator, ...load.readers]) one.close();
    assert.deepEqual(await server.stop(), { code: 0, signal: null });
  }
  assert.notEqual(made.at(-1).head, first, 'the ledger grew meanwhile');
  return made;
}

async function checkRestored(place, data, { to, head }, i) {
  const restored = `${place}/restored-${i}`;
  await must('restore', '--from', to, '--to', restored, ...key(data));
  assert.equal(await headOf(restored), head);
  await must('ledger', 'verify', '--data', restored, '--head', head);
  await must('ledger', 'verify', '--data', data, '--head', head);
  const { out } = await must('ledger', 'export', '--data', data);
  const lines = out.split('\n');
  const seq = Number(head.split(':')[0]);
  const own = await must('ledger', 'export', '--data', restored);
  assert.equal(own.out, lines.slice(0, seq).join('\n') + '\n');
  const counted = await must('coverage', '--data', restored);
  assert.equal(counted.out, await coverageUpTo(place, lines, seq));
  const facts = readExport(own.out);
  assert.deepEqual(await blobFaults(restored, facts), []);
  assert.deepEqual(await vaultFaults(restored, facts), []);
  for (const file of await filesBelow(restored)) {
    assert.equal((await stat(file)).mode & 0o777, 0o600, file);
  }
  assert.ok(!existsSync(`${restored}/manifest.json`) && (await leftIn(place)).length === 0);
  return restored;
}

const checkpointsOf = (text) =>
  readExport(text)
    .filter(({ kind }) => kind === 'checkpoint.signed')
    .map(({ body }) => body);

const erasedIn = (data) =>
  sqlite(`${data}/ledger.sqlite3`, 'SELECT id FROM vault WHERE length(wrapped_key) = 0 ORDER BY id');

// What was erased in one ledger and can be read in another.
async function readableAgain(data, restored) {
  const sql = 'SELECT id FROM vault WHERE length(wrapped_key) > 0';
  const readable = new Set((await sqlite(`${restored}/ledger.sqlite3`, sql)).split('\n'));
  return (await erasedIn(data)).split('\n').filter((id) => readable.has(id));
}

// The administrator closes an account and lets somebody with a link leave.
async function eraseSome(data) {
  const facts = readExport((await must('ledger', 'export', '--data', data)).out);
  const { person } = facts.find((fact) => fact.kind === 'identity.link_issued').body;
  const { account } = facts.findLast((fact) => fact.kind === 'identity.account_opened').body;
  const server = await Server.start('serve', '--data', data, '--listen', '127.0.0.1:0');
  const administrator = new Visitor();
  try {
    await administrator.signIn(server.url, 'quantri', password);
    for (const path of [`/nguoi/${person}/roi`, `/tai-khoan/${account}/dong`]) {
      const answer = await administrator.post(server.url, path, {});
      assert.equal(answer.status, 303, answer.body);
    }
  } finally {
    administrator.close();
    await server.stop();
  }
  return [`link/${person}`, `account/${account}`];
}

async function checkErasures(place, data, backup) {
  const before = await erasedIn(data);
  const gone = await eraseSome(data);
  const after = await erasedIn(data);
  assert.notEqual(after, before);
  await writeFile(`${place}/later.ndjson`, (await must('ledger', 'export', '--data', data)).out);
  const sources = { folder: data, file: `${data}/ledger.sqlite3`, export: `${place}/later.ndjson` };
  for (const [label, source] of Object.entries(sources)) {
    const to = `${place}/erased-${label}`;
    const from = ['--from', backup.to, '--to', to, '--erasures', source];
    const done = await must('restore', ...from, ...key(data));
    assert.match(done.out, /erased again: [1-9]/);
    assert.deepEqual(await readableAgain(data, to), [], label);
    assert.equal(await headOf(to), backup.head);
    const server = await Server.start('serve', '--data', to, '--listen', '127.0.0.1:0');
    await server.stop();
    const stayed = `SELECT count(*) FROM vault WHERE id IN (${gone.map((id) => `'${id}'`)})
                    AND length(wrapped_key) = 0 AND length(sealed) = 0 AND blind IS NULL`;
    assert.equal(await sqlite(`${to}/ledger.sqlite3`, stayed), String(gone.length));
  }
  const without = await must('restore', '--from', backup.to, '--to', `${place}/unerased`);
  const again = await readableAgain(data, `${place}/unerased`);
  for (const id of gone) assert.ok(again.includes(id), id);
  assert.match(without.out, /--erasures/);
  assert.match(without.out, /put the key file at: .*unerased\/vault\.key/);
  assert.match(without.out, /signing key there too[^]*unerased\/checkpoint\.key/);
}

// A ledger that does not go on from the backup says nothing about what it erased.
async function checkOtherErasures(place, data, backup) {
  const lines = (await must('ledger', 'export', '--data', data)).out.split('\n');
  await writeFile(`${place}/short.ndjson`, lines.slice(0, 20).join('\n') + '\n');
  const from = ['--from', backup.to, '--to', `${place}/other`];
  const short = await run('restore', ...from, '--erasures', `${place}/short.ndjson`);
  assertRefused(short, 2, { names: ['short.ndjson'] });
  assert.ok(!existsSync(`${place}/other`) && (await leftIn(place)).length === 0);
  // One that is damaged further on is used as far as it can be, and said to be.
  const copy = `${place}/damaged-later`;
  await execute('cp', ['-a', data, copy]);
  const seq = Number(backup.head.split(':')[0]) + 1;
  await sqlite(`${copy}/ledger.sqlite3`, `UPDATE facts SET actor = 'x' WHERE seq = ${seq}`);
  const done = await run('restore', ...from, '--erasures', copy);
  assert.equal(done.code, 2, done.err);
  assert.match(done.err, new RegExp(`The ledger is wrong at fact ${seq}`));
  assert.deepEqual(await readableAgain(data, `${place}/other`), []);
  // An export has no vault beside it: what its facts say behind a broken line counts as well.
  const broken = [...lines];
  broken[seq - 1] = broken[seq - 1].slice(0, 40);
  await writeFile(`${place}/broken.ndjson`, broken.join('\n'));
  const to = ['--to', `${place}/behind-broken`, '--erasures', `${place}/broken.ndjson`];
  const read = await run('restore', '--from', backup.to, ...to);
  assert.equal(read.code, 2, read.err);
  assert.deepEqual(await readableAgain(data, `${place}/behind-broken`), []);
}

// The keys that sign: with the backup, or from where they are kept, both of one place.
async function checkSigning(place) {
  const data = `${place}/signing`;
  await must('demo', '--data', data, '--load-only');
  await must('backup', '--data', data, '--to', `${place}/signed`, '--with-key');
  await mkdir(`${place}/kept`);
  await execute('cp', ['-a', `${data}/vault.key`, `${place}/kept/`]);
  const alone = ['--from', `${place}/signed`, '--to', `${place}/signs-on`];
  const { out } = await must('restore', ...alone, '--key', `${place}/kept/vault.key`);
  assert.doesNotMatch(out, /signing key/, 'the backup has it');
  const before = checkpointsOf((await must('ledger', 'export', '--data', data)).out);
  const server = await Server.start('serve', '--data', `${place}/signs-on`, '--listen', '127.0.0.1:0');
  let after = before;
  try {
    const until = Date.now() + 20_000;
    while (after.length === before.length && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const exported = await must('ledger', 'export', '--data', `${place}/signs-on`);
      after = checkpointsOf(exported.out);
    }
  } finally {
    assert.deepEqual(await server.stop(), { code: 0, signal: null });
  }
  assert.ok(before.length > 0 && after.length > before.length, 'it signs on');
  assert.equal(new Set(after.map(({ key }) => key)).size, 1, 'with the same key');
  // A newer pair beside --key replaces the backup's, as a pair.
  await must('ledger', 'new-key', '--data', data);
  const newer = ['--from', `${place}/signed`, '--to', `${place}/newer`, '--key', `${data}/vault.key`];
  await must('restore', ...newer);
  for (const name of ['checkpoint.key', 'checkpoint.key.old']) {
    assert.equal(await readFile(`${place}/newer/${name}`, 'utf8'), await readFile(`${data}/${name}`, 'utf8'));
  }
}

async function checkFlips(place, { to }) {
  const random = new Random(seed);
  const all = await filesBelow(to);
  const sizes = await Promise.all(all.map(async (file) => (await stat(file)).size));
  const small = all.filter((_, i) => sizes[i] < 20_000);
  const missed = [];
  for (let i = 0; i < flips; i += 1) {
    // Half of them in the ledger, which is nearly all there is, the others wherever.
    const file = i % 2 === 0 ? `${to}/ledger.sqlite3` : random.pick(small);
    const bytes = await readFile(file);
    const at = random.below(bytes.length);
    const changed = Buffer.from(bytes);
    changed[at] ^= 1 << random.below(8);
    await writeFile(file, changed);
    const done = await run('restore', '--from', to, '--to', `${place}/flipped`);
    if (done.code !== 3 || existsSync(`${place}/flipped`)) missed.push(`${file} byte ${at}: ${done.err}`);
    await writeFile(file, bytes);
  }
  assert.deepEqual(missed, []);
}

export async function checkBackup(suite, shared_place, original) {
  const place = `${shared_place}/backups`;
  await mkdir(place);
  const data = `${place}/backed-up`;
  await execute('cp', ['-a', original, data]);
  let made = [];
  await suite.check(`backup: under load, ${backups_under_load} times (seed ${seed})`, async () => {
    made = await backupUnderLoad(place, data);
  });
  if (made.length === 0) return;
  for (const [i, backup] of made.entries()) {
    await suite.check(`restore: backup ${i + 1} is the ledger as it was then`, async () => {
      await checkRestored(place, data, backup, i);
    });
  }
  await suite.check('backup: sha256sum agrees, the key goes along only when asked', async () => {
    const sums = await execute('sh', ['-c', `cd ${made[0].to} && sha256sum --quiet -c SHA256SUMS`]);
    assert.equal(sums.code, 0, sums.out + sums.err);
    assert.ok(!existsSync(`${made[0].to}/vault.key`));
    const done = await must('backup', '--data', data, '--to', `${place}/with-key`, '--with-key');
    assert.match(done.out, /with the key/);
    await must('restore', '--from', `${place}/with-key`, '--to', `${place}/from-with-key`);
    const server = await Server.start(
      ...['serve', '--data', `${place}/from-with-key`, '--listen', '127.0.0.1:0'],
    );
    assert.deepEqual(await server.stop(), { code: 0, signal: null });
  });
  await suite.check('restore: the keys of checkpoints sign on, and stay a pair', () =>
    checkSigning(place),
  );
  await suite.check('backup: two to one place do not disturb each other', async () => {
    const to = `${place}/twice`;
    const both = ['backup', '--data', data, '--to', to];
    const done = await Promise.all([run(...both), run(...both)]);
    assert.ok(done.some(({ code }) => code === 0), done.map(({ err }) => err).join('\n'));
    await must('restore', '--from', to, '--to', `${place}/from-twice`);
    assert.deepEqual(await leftIn(place), []);
  });
  await suite.check('backup and restore: never into a folder that is there', async () => {
    assertRefused(await run('backup', '--data', data, '--to', data), 2, { names: [data] });
    const onto = await run('restore', '--from', made[0].to, '--to', data);
    assertRefused(onto, 2, { names: [data] });
    const nowhere = await run('backup', '--data', `${place}/nowhere`, '--to', `${place}/n`);
    assertRefused(nowhere, 2, { names: ['nowhere'] });
    const none = await run('restore', '--from', place, '--to', `${place}/n`);
    assertRefused(none, 2, { names: ['SHA256SUMS'] });
    assert.ok(!existsSync(`${place}/n`) && (await leftIn(place)).length === 0);
  });
  await suite.check('restore: a wrong key is refused', async () => {
    await writeFile(`${place}/wrong.key`, `${'ab'.repeat(32)}\n`);
    await chmod(`${place}/wrong.key`, 0o600);
    const from = ['--from', made[0].to, '--to', `${place}/n`];
    const done = await run('restore', ...from, '--key', `${place}/wrong.key`);
    assertRefused(done, 2, { names: ['wrong.key'] });
  });
  await suite.check('backup: a damaged ledger is named and not backed up', async () => {
    const copy = `${place}/damaged-source`;
    await execute('cp', ['-a', data, copy]);
    await sqlite(`${copy}/ledger.sqlite3`, "UPDATE facts SET actor = 'x' WHERE seq = 700");
    assertRefused(await run('backup', '--data', copy, '--to', `${place}/n`), 3, { names: ['700'] });
    assert.ok(!existsSync(`${place}/n`));
  });
  await suite.check('backup: a damaged content is left out and named, the rest is there', async () => {
    const copy = `${place}/damaged-blob`;
    await execute('cp', ['-a', data, copy]);
    const [blob] = await filesBelow(`${copy}/blobs`);
    await writeFile(blob, 'something else');
    const done = await run('backup', '--data', copy, '--to', `${place}/without-blob`);
    assert.equal(done.code, 3);
    assert.ok(done.err.includes(blob));
    await must('restore', '--from', `${place}/without-blob`, '--to', `${place}/n`);
  });
  await suite.check('restore: erasures after the backup are made again', () =>
    checkErasures(place, data, made[0]),
  );
  await suite.check('restore: a ledger that does not go on from the backup is refused', () =>
    checkOtherErasures(place, data, made[0]),
  );
  await suite.check(`restore: ${flips} of ${flips} changed bits are noticed`, () =>
    checkFlips(place, made[0]),
  );
}
