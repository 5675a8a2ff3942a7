// The golden ledger of every release, read and written by this program.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { must, root, Server, sqlite } from '../kit/program.mjs';
import { figuresOf } from '../golden/figures.mjs';

export async function checkGolden(suite, place) {
  const entries = await readdir(`${root}tests/golden`, { withFileTypes: true });
  const versions = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  for (const version of versions) {
    await suite.check(`golden ${version}: the same figures, and it is written on`, async () => {
      const from = `${root}tests/golden/${version}`;
      const data = `${place}/golden-${version}`;
      await mkdir(data);
      await sqlite(`${data}/ledger.sqlite3`, await readFile(`${from}/ledger.sql`, 'utf8'));
      for (const key of ['vault.key', 'checkpoint.key']) {
        await writeFile(`${data}/${key}`, await readFile(`${from}/${key}`), { mode: 0o600 });
      }
      await putContents(data, JSON.parse(await readFile(`${from}/contents.json`, 'utf8')));
      const kept = JSON.parse(await readFile(`${from}/figures.json`, 'utf8'));
      assert.deepEqual(await figuresOf(data), kept);
      const server = await Server.start('serve', '--data', data, '--listen', '127.0.0.1:0');
      const seq = Number(kept.head.split(':')[0]);
      try {
        await writtenOn(server, seq);
      } finally {
        assert.deepEqual(await server.stop(), { code: 0, signal: null });
      }
      await must('ledger', 'verify', '--data', data, '--head', kept.head);
    });
  }
}

async function putContents(data, contents) {
  for (const content of contents) {
    const bytes = typeof content === 'string' ? content : Buffer.from(content.base64, 'base64');
    const address = createHash('sha256').update(bytes).digest('hex');
    const folder = `${data}/blobs/${address.slice(0, 2)}/${address.slice(2, 4)}`;
    await mkdir(folder, { recursive: true });
    await writeFile(`${folder}/${address}`, bytes);
  }
}

// The day is turned as soon as it is served.
async function writtenOn(server, seq) {
  const until = Date.now() + 10_000;
  while (Date.now() < until) {
    const health = await (await fetch(`${server.url}/healthz`)).json();
    assert.equal(health.writing, true);
    if (health.ledger > seq) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.fail('nothing was written');
}
