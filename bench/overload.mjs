// QR10: a crowd that asks for five times what can be served, at a page that is drawn for each of
// them. It is shed with 503 and Retry-After; what is answered beside is at least four fifths of the
// capacity; when the crowd is gone an answer takes as long as before.
import { folder, must as lantoa } from '../tests/kit/program.mjs';
import { Crowd } from '../tests/kit/flood.mjs';
import { Visitor } from '../tests/kit/visitor.mjs';
import { Process, sleep, summary } from './kit.mjs';

const runs = 3;
const measured_s = 3; // of capacity
const flood_s = 60;
const times = 5;
const readers = 256; // closed loop, for the capacity: the workers are never idle
const usual_factor = 3; // an answer is as before when it takes at most so many times the usual

// All wards compared, drawn anew for an officer each time: some milliseconds of the server.
const pageOf = (cookie) => () =>
  `GET /do-phu/1/so-sanh?loai=phuong HTTP/1.1\r\nHost: lantoa\r\nCookie: ${cookie}\r\n\r\n`;

async function signedIn(port) {
  const officer = new Visitor();
  await officer.signIn(`http://127.0.0.1:${port}`, 'stp.chuyenvien', 'lan-toa-mau-2021');
  officer.close();
  return officer.cookie;
}

// What readers get who ask again when they are answered: how many a second, and how soon.
async function closedLoop(port, page, readers) {
  const crowd = new Crowd(port, page, { lines_max: readers });
  const until = performance.now() + measured_s * 1000;
  crowd.answered = (head, ms) => {
    Crowd.prototype.answered.call(crowd, head, ms);
    if (performance.now() < until) setImmediate(() => crowd.one());
  };
  crowd.burst(readers);
  await sleep(measured_s * 1000);
  await crowd.settle();
  crowd.close();
  return { per_second: crowd.count(200) / measured_s, ms: summary(crowd.good_ms).median };
}

// Milliseconds after the crowd until a lone reader is answered as usual, five times in a row.
async function backToNormal(port, page, usual_ms) {
  const began = performance.now();
  const crowd = new Crowd(port, page, { lines_max: 1 });
  for (let row = 0; row < 5; ) {
    crowd.forget();
    crowd.one();
    await crowd.settle();
    const quick = crowd.count(200) === 1 && crowd.good_ms[0] <= usual_factor * usual_ms;
    row = quick ? row + 1 : 0;
    if (performance.now() - began > 60_000) break;
  }
  crowd.close();
  return performance.now() - began;
}

async function flood(port, page, per_second) {
  const crowd = new Crowd(port, page);
  await crowd.flood({ per_second, seconds: flood_s });
  const good = crowd.count(200) / flood_s;
  const offered = crowd.sent / flood_s;
  const shed = crowd.count(503);
  if (crowd.unsaid > 0 || crowd.broken > 0) {
    throw new Error(`${crowd.unsaid} shed without Retry-After, ${crowd.broken} broke off`);
  }
  crowd.close();
  return { good, offered, shed };
}

export async function overload({ gate, rows }) {
  const place = await folder('lantoa-bench-');
  const seen = { capacity: [], goodput: [], back: [], offered: [], shed: [] };
  try {
    const data = `${place.path}/demo`;
    await lantoa('demo', '--data', data, '--load-only', '--persons', '700', '--days', '3');
    const server = await Process.lantoa(1, 'serve', '--data', data);
    const { port } = server;
    const page = pageOf(await signedIn(port));
    for (let run = 0; run < runs; run += 1) {
      await gate.wait();
      const { ms: usual_ms } = await closedLoop(port, page, 1);
      const { per_second } = await closedLoop(port, page, readers);
      const done = await flood(port, page, times * per_second);
      seen.back.push((await backToNormal(port, page, usual_ms)) / 1000);
      seen.capacity.push(per_second);
      seen.goodput.push((100 * done.good) / per_second);
      seen.offered.push(done.offered / per_second);
      seen.shed.push(done.shed);
    }
    await server.stop();
  } finally {
    await place.remove();
  }
  const add = (row) => rows.add({ part: 'overload', ...row });
  add({ what: 'wards compared, drawn for each reader, 256 readers, a core', unit: '/s', ours: seen.capacity });
  add({ what: 'asked for by the crowd, times the capacity', unit: 'x', ours: seen.offered });
  add({
    what: 'answered with 200 meanwhile, of the capacity',
    unit: '%',
    ours: seen.goodput,
    bar: '>= 80 %',
    holds: (_, median) => median >= 80,
  });
  add({
    what: 'until a reader is answered as before',
    unit: 's',
    ours: seen.back,
    bar: '<= 5 s',
    holds: (_, median) => median <= 5,
  });
  const shed = seen.shed.reduce((sum, one) => sum + one, 0);
  rows.recount(`${shed.toLocaleString('en-US')} shed, each with Retry-After; none broke off`);
}
