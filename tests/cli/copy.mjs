// `lantoa ledger copy` from a folder into another (tests/cluster copies to a database and back): the
// same facts, vault, contents and keys, and what has the copy can be served and signed on.
import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { must, run, Server } from '../kit/program.mjs';

export async function checkCopy(suite, place, data) {
  const copy = `${place}/copied`;
  await suite.check('ledger copy: the other folder holds the same, with its keys', async () => {
    await must('ledger', 'copy', '--from', data, '--to', copy);
    for (const what of [['ledger', 'head'], ['ledger', 'export'], ['coverage']]) {
      const [own, other] = [
        await must(...what, '--data', data),
        await must(...what, '--data', copy),
      ];
      assert.ok(own.out.length > 0);
      assert.equal(other.out, own.out, what.join(' '));
    }
    await must('ledger', 'verify', '--data', copy);
    for (const key of ['vault.key', 'checkpoint.key']) {
      assert.deepEqual(await readFile(`${copy}/${key}`), await readFile(`${data}/${key}`), key);
      assert.equal((await stat(`${copy}/${key}`)).mode & 0o777, 0o600, key);
    }
  });
  await suite.check('ledger copy: what was copied is served', async () => {
    const server = await Server.start('serve', '--data', copy, '--listen', '127.0.0.1:0');
    try {
      const answer = await fetch(`${server.url}/healthz`);
      assert.equal((await answer.json()).writing, true);
    } finally {
      await server.stop();
    }
  });
  await suite.check('ledger copy: a folder with something in it, or without a ledger', async () => {
    const again = await run('ledger', 'copy', '--from', data, '--to', copy);
    assert.equal(again.code, 2);
    assert.ok(again.err.includes('copied'), again.err);
    const none = await run('ledger', 'copy', '--from', `${place}/nowhere`, '--to', `${place}/n`);
    assert.equal(none.code, 2);
    assert.ok(none.err.includes('nowhere'), none.err);
  });
}
