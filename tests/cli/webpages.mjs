// What an activity names as its evidence on the web is looked at by the running program, which asks
// nobody inside but whom its keeper named.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { run, Server } from '../kit/program.mjs';
import { Visitor } from '../kit/visitor.mjs';
import { assertRefused } from './said.mjs';

const password = 'lan-toa-mau-2021';
const seen_ms_max = 20_000;

// A site of our own: what it was asked for, and a page.
async function startSite() {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end('<title>Tin của phường</title><p>Nghị quyết số 97/2019/QH14</p>');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${server.address().port}`;
  return { asked, host, stop: () => new Promise((resolve) => server.close(resolve)) };
}

async function linkAndSee(server, url) {
  const officer = new Visitor();
  await officer.signIn(server.url, 'hoankiem.tuphap', password);
  const list = await officer.get(server.url, '/hoat-dong');
  const activity = /href="(\/hoat-dong\/\d+)"/.exec(list.body)[1];
  const added = await officer.post(server.url, `${activity}/trang-mang`, { 'dia-chi': url });
  assert.equal(added.status, 303, added.body);
  for (const until = Date.now() + seen_ms_max; Date.now() < until; ) {
    const { body } = await officer.get(server.url, `${activity}/trang-mang`);
    if (!body.includes('Chờ xem lần đầu')) return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return assert.fail('it is not looked at');
}

export async function checkWebPages(suite, place, data) {
  const site = await startSite();
  const serve = async (...more) => {
    const listen = ['--listen', '127.0.0.1:0'];
    return Server.start('serve', '--data', data, ...listen, ...more);
  };
  await suite.check('a page inside is not asked for', async () => {
    const server = await serve();
    const page = await linkAndSee(server, `http://${site.host}/mot`);
    assert.match(page, /máy chủ chỉ xem trang công khai/);
    assert.deepEqual(site.asked, []);
    assert.equal((await server.stop()).code, 0);
  });
  await suite.check('a place that is none: what to write, exit 2', async () => {
    const refused = await run('serve', '--data', data, '--look-also', 'trang.noibo:80');
    assertRefused(refused, 2, { names: ['10.1.2.3:8080'] });
  });
  await suite.check('one that is named is looked at', async () => {
    const server = await serve('--look-also', site.host);
    const page = await linkAndSee(server, `http://${site.host}/hai`);
    assert.match(page, /Xem được/);
    assert.match(page, /có nêu văn bản đã phổ biến/);
    // The other one may be due again: it stands on the same site, which is named now.
    assert.ok(site.asked.includes('/hai'), site.asked.join(' '));
    assert.equal((await server.stop()).code, 0);
  });
  await site.stop();
}
