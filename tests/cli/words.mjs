// What is said when the command line itself is wrong, and that a wrong one harms nothing.
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { run } from '../kit/program.mjs';
import { assertRefused } from './said.mjs';

const wrong_lines = [
  [],
  ['nothing'],
  ['serve'],
  ['serve', '--data'],
  ['ledger'],
  ['ledger', 'erase'],
  ['read'],
  ['read', 'a', 'b'],
  ['demo', '--data', 'x', '--persons', '3'],
  ['demo', '--data', 'x', '--days', 'many'],
  ['demo', '--data', 'x', '--unknown'],
];

const wrong_addresses = [
  '127.0.0.1',
  ':8080',
  '127.0.0.1:',
  '127.0.0.1:99999',
  '127.0.0.1:-1',
  '127.0.0.1:80a',
  '300.1.1.1:0',
  'localhost:0',
];

async function withTakenPort(body) {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await body(server.address().port);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

export async function checkWords(suite, place, data) {
  await suite.check('unknown commands, options and values: a sentence, exit 2', async () => {
    for (const line of wrong_lines) {
      const done = await run(...line);
      assert.equal(done.code, 2, `${line.join(' ')}: ${done.err}${done.out}`);
      assert.match(done.err, /^Lệnh viết chưa đúng; .*--help\.\n\S+ /, line.join(' '));
      assert.equal(done.out, '');
    }
    assert.ok(!existsSync('x'));
  });
  await suite.check('--help and --version answer on standard output', async () => {
    for (const line of [['--help'], ['demo', '--help'], ['ledger', 'verify', '--help']]) {
      const done = await run(...line);
      assert.equal(done.code, 0);
      assert.match(done.out, /\S/);
      assert.equal(done.err, '');
    }
    assert.match((await run('--version')).out, /^\d+\.\d+\.\d+\n$/);
  });
  await suite.check('--listen that is no address: said before anything is loaded', async () => {
    for (const listen of wrong_addresses) {
      const fresh = `${place}/never`;
      for (const line of [['serve', '--data', data], ['demo', '--data', fresh]]) {
        assertRefused(await run(...line, `--listen=${listen}`), 2, { names: ['127.0.0.1:8080'] });
      }
      assert.ok(!existsSync(fresh) && !existsSync(`${fresh}.loading`));
    }
  });
  await suite.check('a port in use: the address is named, exit 1', () =>
    withTakenPort(async (port) => {
      const done = await run('serve', '--data', data, '--listen', `127.0.0.1:${port}`);
      assertRefused(done, 1, { names: [`127.0.0.1:${port}`] });
    }),
  );
  await suite.check('demo leaves a folder with other files in it alone', async () => {
    const folder = `${place}/documents`;
    await mkdir(folder);
    await writeFile(`${folder}/thesis.txt`, 'work of years');
    const done = await run('demo', '--data', folder, '--load-only', '--persons', '700');
    assertRefused({ ...done, out: '' }, 2, { names: [folder] });
    assert.equal(await readFile(`${folder}/thesis.txt`, 'utf8'), 'work of years');
  });
  await suite.check('no ledger: what to run instead', async () => {
    for (const line of [['serve'], ['coverage']]) {
      const done = await run(...line, '--data', `${place}/nowhere`);
      assertRefused(done, 2, { names: ['nowhere', 'lantoa init'] });
    }
    assertRefused(await run('coverage'), 2, { names: ['--data', '--from'] });
    assert.ok(!existsSync(`${place}/nowhere`));
  });
}
