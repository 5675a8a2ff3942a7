// lantoa blobs sweep: what no fact names goes once it is old enough, also while the server runs;
// what facts name stays, and the ledger is whole afterwards.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, stat, utimes, writeFile } from 'node:fs/promises';
import { execute, must, run, Server, sqlite } from '../kit/program.mjs';
import { assertRefused } from './said.mjs';

const day_s = 24 * 3600;

const pathOf = (data, address) =>
  `${data}/blobs/${address.slice(0, 2)}/${address.slice(2, 4)}/${address}`;
const isThere = (path) =>
  stat(path).then(
    () => true,
    () => false,
  );

// Bytes as a form that was never sent left them, so many days ago.
async function plant(data, text, days) {
  const address = createHash('sha256').update(text).digest('hex');
  const path = pathOf(data, address);
  await mkdir(path.slice(0, path.lastIndexOf('/')), { recursive: true, mode: 0o700 });
  await writeFile(path, text, { mode: 0o600 });
  const at = Date.now() / 1000 - days * day_s;
  await utimes(path, at, at);
  return path;
}

// Everything that facts name, as old as the planted.
async function age(data, days) {
  const files = ['-type', 'f', '-exec', 'touch', '-d', `${days} days ago`, '{}', '+'];
  const done = await execute('find', [`${data}/blobs`, ...files]);
  assert.equal(done.code, 0, done.err);
}

const sweep = (data, ...more) => ['blobs', 'sweep', '--data', data, ...more];
const amount = (out, what) => Number(new RegExp(`${what}: (\\d+) `).exec(out)?.[1] ?? NaN);

export async function checkSweep(suite, place, from) {
  const data = `${place}/swept`;
  await execute('cp', ['-a', from, data]);
  await age(data, 100);
  const old = await plant(data, 'một tệp không ai nêu', 40);
  const young = await plant(data, 'một biểu mẫu đang mở', 3);

  await suite.check('blobs sweep --dry-run counts and removes nothing', async () => {
    const { out } = await must(...sweep(data, '--dry-run'));
    assert.equal(amount(out, 'would be removed'), 1, out);
    assert.equal(amount(out, 'too young to be looked at'), 1, out);
    const named = amount(out, 'named by facts, kept');
    assert.ok(named > 0 && named === amount(out, 'all') - 2, out);
    assert.ok(await isThere(old));
  });
  await suite.check('blobs sweep beside the server: only what no fact names goes', async () => {
    const server = await Server.start('serve', '--data', data, '--listen', '127.0.0.1:0');
    try {
      const { out } = await must(...sweep(data));
      assert.equal(amount(out, 'removed'), 1, out);
      assert.ok(!(await isThere(old)) && (await isThere(young)));
      assert.equal(amount((await must(...sweep(data))).out, 'removed'), 0);
      assert.equal(amount((await must(...sweep(data, '--older-than', '2'))).out, 'removed'), 1);
      assert.ok(!(await isThere(young)));
      assert.equal((await fetch(`${server.url}/`)).status, 200);
    } finally {
      assert.deepEqual(await server.stop(), { code: 0, signal: null });
    }
    await must('ledger', 'verify', '--data', data);
  });
  await suite.check('blobs sweep: a backup before and after holds what facts name', async () => {
    const spare = await plant(data, 'một tệp nữa', 40);
    await must('backup', '--data', data, '--to', `${place}/swept-backup`);
    assert.ok(await isThere(pathOf(`${place}/swept-backup`, spare.split('/').at(-1))));
    await must(...sweep(data));
    assert.ok(!(await isThere(spare)));
    await must('backup', '--data', data, '--to', `${place}/swept-backup-2`);
  });
  await suite.check('blobs sweep: days and folders that are wrong are refused', async () => {
    for (const days of ['0', '-1', '4000', 'many']) {
      assert.equal((await run(...sweep(data, '--older-than', days))).code, 2, days);
    }
    assertRefused(await run(...sweep(`${place}/none`)), 2);
  });
  await suite.check('blobs sweep of a changed ledger removes nothing and ends with 3', async () => {
    const orphan = await plant(data, 'một tệp sau cùng', 40);
    await sqlite(`${data}/ledger.sqlite3`, "UPDATE facts SET body = body || ' ' WHERE seq = 7");
    assertRefused(await run(...sweep(data)), 3);
    assert.ok(await isThere(orphan));
  });
}
