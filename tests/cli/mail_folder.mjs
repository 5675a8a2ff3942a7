// --mail-returns: a folder that is missing or no Maildir ends serve and demo before they begin.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { run } from '../kit/program.mjs';
import { assertRefused } from './said.mjs';

export async function checkMailFolder(suite, place, data) {
  const folder = `${place}/mailbox`;
  const asked = ['--listen', '127.0.0.1:0', '--mail-returns', folder];
  await suite.check('--mail-returns: demo and serve refuse a folder that is missing', async () => {
    const none = `${place}/no-demo`;
    assertRefused(await run('demo', '--data', none, ...asked), 2, { names: [`${folder}/new`] });
    assert.ok(!existsSync(none), 'nothing was loaded');
    assertRefused(await run('serve', '--data', data, ...asked), 2, { names: [`${folder}/new`] });
  });
  await suite.check('--mail-returns: the part that is missing is named', async () => {
    await mkdir(`${folder}/new`, { recursive: true });
    assertRefused(await run('demo', '--data', data, ...asked), 2, { names: [`${folder}/cur`] });
  });
}
