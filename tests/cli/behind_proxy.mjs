// --behind-proxy: what is no address of a proxy ends serve and demo before they begin.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { execute, run, Server } from '../kit/program.mjs';
import { assertRefused } from './said.mjs';

// What is given, and what is said of it in both languages.
const refused = [
  ['proxy.noibo', '“proxy.noibo”'],
  ['10.0.0.5:80', '“10.0.0.5:80”'],
  ['10.0.0.0/33', '“10.0.0.0/33”'],
  ['10.0.0.5,,::1', '“”'],
  ['10.0.0.5,10.1.2.3/16', '10.1.0.0/16'],
  ['0.0.0.0/0', '“0.0.0.0/0”'],
];

export async function checkBehindProxy(suite, place, data) {
  const listen = ['--listen', '127.0.0.1:0'];
  await suite.check('--behind-proxy: serve and demo refuse what is no proxy', async () => {
    const none = `${place}/no-proxy`;
    for (const [given, said] of refused) {
      const names = ['--behind-proxy', said];
      const asked = [...listen, `--behind-proxy=${given}`];
      assertRefused(await run('serve', '--data', data, ...asked), 2, { names });
      assertRefused(await run('demo', '--data', none, ...asked), 2, { names });
      assert.ok(!existsSync(none), 'nothing was loaded');
    }
  });
  await suite.check('--behind-proxy: lists of both kinds, once or often', async () => {
    const copy = `${place}/proxied`;
    await execute('cp', ['-a', data, copy]);
    const proxies = ['--behind-proxy', '10.0.0.5,10.1.0.0/16', '--behind-proxy', 'fd00::/8'];
    const server = await Server.start('serve', '--data', copy, ...proxies, ...listen);
    assert.equal((await fetch(`${server.url}/healthz`)).status, 200);
    assert.deepEqual(await server.stop(), { code: 0, signal: null }, server.output());
  });
}
