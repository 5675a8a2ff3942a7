// The vault's key: whatever is wrong with its file, nothing starts and the file is named.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { chmod, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { execute, run } from '../kit/program.mjs';
import { assertRefused } from './said.mjs';

export async function checkKeyFile(suite, place, data) {
  const key = await readFile(`${data}/vault.key`);
  const damage = {
    missing: (file) => rm(file),
    'of other content': (file) => writeFile(file, 'khóa\n'),
    empty: (file) => writeFile(file, ''),
    'cut short': (file) => writeFile(file, key.subarray(0, 40)),
    'the key of another store': (file) => writeFile(file, `${randomBytes(32).toString('hex')}\n`),
    'readable by others (mode 644)': (file) => chmod(file, 0o644),
    'readable by the group (mode 640)': (file) => chmod(file, 0o640),
    'a link to a readable copy': async (file) => {
      await writeFile(`${place}/copied.key`, key, { mode: 0o644 });
      await rm(file);
      await symlink(`${place}/copied.key`, file);
    },
  };
  let number = 0;
  for (const [label, harm] of Object.entries(damage)) {
    await suite.check(`key file ${label}: serve and demo refuse and name it`, async () => {
      const copy = `${place}/key-${(number += 1)}`;
      await execute('cp', ['-a', data, copy]);
      const before = await readFile(`${copy}/ledger.sqlite3`);
      await harm(`${copy}/vault.key`);
      for (const command of [['serve'], ['demo']]) {
        const done = await run(...command, '--data', copy, '--listen', '127.0.0.1:0');
        assertRefused(done, 2, { names: [`${copy}/vault.key`] });
      }
      assert.deepEqual(await readFile(`${copy}/ledger.sqlite3`), before);
      const there = await stat(`${copy}/vault.key`).catch(() => null);
      assert.equal(there === null, label === 'missing', 'no new key is made');
    });
  }
  await suite.check('the data folder and what lies in it are for this user only', async () => {
    const files = ['/vault.key', '/checkpoint.key', '/ledger.sqlite3', '/sessions.sqlite3'];
    for (const name of ['', ...files, '/blobs']) {
      const { mode } = await stat(data + name);
      assert.equal(mode & 0o077, 0, `${data}${name} has mode ${(mode & 0o777).toString(8)}`);
    }
  });
}
