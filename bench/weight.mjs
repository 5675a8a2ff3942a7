// QP7: what a public page weighs over the wire for somebody who comes for the first time, fonts
// apart (they are kept for a year), and when it can be read on a 3G line: Chromium slowed down to
// 1.6 Mbit/s with 300 ms there and back, nothing cached, the fonts not there yet.
import { folder, must as lantoa } from '../tests/kit/program.mjs';
import { launchBrowser, phone } from '../tests/browser/kit.mjs';
import { Process } from './kit.mjs';
import { articlePath } from './loaded.mjs';

const runs = 5;
const line = {
  offline: false,
  latency: 300,
  downloadThroughput: 200_000,
  uploadThroughput: 96_000,
};
const kilobytes_max = 60;
const readable_ms_max = 1000;

async function visit(browser, url, slow) {
  const context = await browser.newContext({ viewport: phone, locale: 'vi-VN' });
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
  if (slow) await wire.send('Network.emulateNetworkConditions', line);
  const kinds = new Map();
  const seen = { bytes: 0, fonts: 0, requests: 0, foreign: 0 };
  wire.on('Network.responseReceived', ({ requestId, type, response }) => {
    kinds.set(requestId, type);
    if (new URL(response.url).origin !== new URL(url).origin) seen.foreign += 1;
  });
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    seen.requests += 1;
    seen[kinds.get(requestId) === 'Font' ? 'fonts' : 'bytes'] += encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(slow ? 300 : 50);
  Object.assign(
    seen,
    await page.evaluate(() => ({
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
      ready: performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd,
    })),
  );
  await context.close();
  return seen;
}

async function measure(browser, url, name, gate, rows) {
  await gate.wait();
  const first = await visit(browser, url, false);
  if (first.foreign > 0) throw new Error(`${name} asks ${first.foreign} times elsewhere`);
  const fonts = Math.round(first.fonts / 1000);
  rows.add({
    part: 'portal',
    what: `${name}: weight, ${first.requests} requests (fonts: ${fonts} KB)`,
    unit: 'KB',
    better: 'less',
    ours: [first.bytes / 1000],
    bar: `<= ${kilobytes_max} KB`,
    holds: (_, median) => median <= kilobytes_max,
  });
  rows.recount('no other host asked');
  const all = [];
  for (let run = 0; run < runs; run += 1) {
    await gate.wait();
    all.push(await visit(browser, url, true));
  }
  rows.add({
    part: 'portal',
    what: `${name}: can be read and used, 3G (1.6 Mbit/s, 300 ms)`,
    unit: 'ms',
    better: 'less',
    ours: all.map(({ painted, ready }) => Math.max(painted, ready)),
    bar: '<= 1 s',
    holds: (_, median) => median <= readable_ms_max,
  });
}

export async function weight({ gate, rows }) {
  const place = await folder('lantoa-bench-');
  let server = null;
  let browser = null;
  try {
    const data = `${place.path}/demo`;
    await lantoa('demo', '--data', data, '--load-only');
    server = await Process.lantoa(2, 'serve', '--data', data);
    browser = await launchBrowser();
    const article = await articlePath(server.port);
    const pages = {
      'the home page': '/',
      'the article': article,
      'the register': '/van-ban',
      'a campaign': '/chien-dich/1',
      search: '/tim?q=phuong',
    };
    for (const [name, path] of Object.entries(pages)) {
      await measure(browser, `http://127.0.0.1:${server.port}${path}`, name, gate, rows);
    }
  } finally {
    await browser?.close();
    await server?.stop();
    await place.remove();
  }
}
