// Being told to stop: the signal reaches the thread that waits for it, whenever it comes.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { execute, Server } from '../kit/program.mjs';

const signals = { SIGINT: 2, SIGTERM: 15 };
const rounds = 5;

// Of each thread of a process but its first, the mask of blocked signals. The first waits for them, and
// while it waits the kernel shows them as taken.
async function masks(pid) {
  const all = (await readdir(`/proc/${pid}/task`)).filter((thread) => thread !== `${pid}`);
  return Promise.all(
    all.map(async (thread) => {
      const status = await readFile(`/proc/${pid}/task/${thread}/status`, 'utf8');
      return BigInt(`0x${/^SigBlk:\s*(\w+)$/m.exec(status)[1]}`);
    }),
  );
}

export async function checkStopping(suite, place, data) {
  const copy = `${place}/stopping`;
  await execute('cp', ['-a', data, copy]);
  const start = () => Server.start('serve', '--data', copy, '--listen', '127.0.0.1:0');
  await suite.check('only the thread that waits for it can be told to stop', async () => {
    const server = await start();
    try {
      // A page and a form that fails, so that threads that begin with their work are there as well.
      await fetch(server.url);
      await fetch(`${server.url}/dang-nhap`, { method: 'POST', body: new URLSearchParams() });
      const all = await masks(server.child.pid);
      assert.ok(all.length > 3, `${all.length} threads`);
      for (const [name, number] of Object.entries(signals)) {
        const open = all.filter((mask) => !((mask >> BigInt(number - 1)) & 1n));
        assert.equal(open.length, 0, `${open.length} of ${all.length} threads take ${name}`);
      }
    } finally {
      assert.deepEqual(await server.stop(), { code: 0, signal: null });
    }
  });
  await suite.check('a server that is told to stop at once stops in order', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const server = await start();
      assert.deepEqual(await server.stop(), { code: 0, signal: null });
    }
  });
}
