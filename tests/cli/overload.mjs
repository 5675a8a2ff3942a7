// More than can be served: what is shed says when to come back, nothing breaks off, and the crowd
// before the pages or at the door does not keep the office from its work.
import assert from 'node:assert/strict';
import { execute, must, Server } from '../kit/program.mjs';
import { readExport } from '../kit/export.mjs';
import { Crowd } from '../kit/flood.mjs';
import { Visitor } from '../kit/visitor.mjs';

const password = 'lan-toa-mau-2021';
const readers = 2500; // at once: more than wait for a worker
const at_the_door = 300;
const documents = 40;

const page = (i) => `GET /van-ban?q=${i} HTTP/1.1\r\nHost: mau\r\n\r\n`;

function signIn(i) {
  const body = `login=khong.co.${i}&password=sai`;
  return (
    'POST /dang-nhap HTTP/1.1\r\nHost: mau\r\nContent-Type: application/x-www-form-urlencoded\r\n' +
    `Content-Length: ${body.length}\r\n\r\n${body}`
  );
}

async function write(url, planner, i) {
  const fields = {
    so: `${900 + i}/2021/NĐ-CP`,
    loai: 'Nghị định',
    'co-quan': 'Chính phủ',
    'trich-yeu': `Văn bản trong lúc đông ${i}`,
    'ban-hanh': '01/01/2021',
  };
  const answer = await planner.post(url, '/van-ban/moi', fields);
  assert.equal(answer.status, 303, `document ${i} while crowded`);
}

async function crowded(data) {
  const server = await Server.start('serve', '--data', data, '--listen', '127.0.0.1:0');
  const port = Number(new URL(server.url).port);
  const crowds = [new Crowd(port, page), new Crowd(port, signIn)];
  const planner = new Visitor();
  try {
    await planner.signIn(server.url, 'stp.chuyenvien', password);
    crowds[1].burst(at_the_door);
    for (let i = 0; i < documents; i += 1) {
      if (i % 10 === 0) crowds[0].burst(readers);
      await write(server.url, planner, i);
    }
    for (const crowd of crowds) {
      assert.ok(await crowd.settle(), 'every request is answered');
      assert.equal(crowd.broken, 0, 'connections that broke off');
      assert.equal(crowd.unsaid, 0, '503 that do not say when to come back');
      assert.ok(crowd.count(503) > 0, 'some were shed');
      let answered = 0;
      for (const [status, count] of crowd.answers) {
        assert.ok([200, 422, 503].includes(status), `${count} answers ${status}`);
        answered += count;
      }
      assert.equal(answered, crowd.sent);
    }
    assert.ok(crowds[0].count(200) > 0 && crowds[1].count(422) > 0, 'and some were served');
    assert.equal((await planner.get(server.url, '/van-ban')).status, 200, 'as before');
  } finally {
    for (const crowd of crowds) crowd.close();
    planner.close();
    assert.deepEqual(await server.stop(), { code: 0, signal: null });
  }
}

export async function checkOverload(suite, place, data) {
  await suite.check('overload: shed with Retry-After, and every document is kept once', async () => {
    const copy = `${place}/crowded`;
    await execute('cp', ['-a', data, copy]);
    await crowded(copy);
    const facts = readExport((await must('ledger', 'export', '--data', copy)).out);
    const kept = facts.filter((f) => /^Văn bản trong lúc đông/.test(f.body.title ?? ''));
    assert.equal(kept.length, documents);
    assert.equal(new Set(kept.map((f) => f.body.number)).size, documents);
  });
}
