// QS12, 6.5: somebody asks for challenges, the form under an article with its token and its puzzle,
// on many connections as fast as they come. Readers of other pages go on at their own pace and are
// to notice little of it: the p99 of their answers beside the flood, and alone. They are alone a
// second time too, so that it is seen what the machine itself makes of such a figure.
import { folder, must as lantoa } from '../tests/kit/program.mjs';
import { Crowd } from '../tests/kit/flood.mjs';
import { built, must, Process, sleep } from './kit.mjs';
import { articlePath } from './loaded.mjs';

const times = 9;
const round_s = 4;
const ahead_s = 0.5; // the flood has begun before anybody is looked at
const connections = 64;
const times_max = 1.2;
const readings = [
  { what: 'the article', per_second: 150, path: (article) => article },
  { what: 'search', per_second: 50, path: () => '/tim?q=dat+dai' },
];

const asking = (path) => () =>
  `GET ${path} HTTP/1.1\r\nHost: lantoa\r\nAccept-Encoding: gzip\r\n\r\n`;

const percentile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

// Readers of every kind at once, each kind at its pace; the p50 and p99 of each.
async function read(port, article) {
  const crowds = readings.map(({ path }) => new Crowd(port, asking(path(article))));
  await Promise.all(
    crowds.map((crowd, i) =>
      crowd.flood({ per_second: readings[i].per_second, seconds: round_s }),
    ),
  );
  const seen = [];
  for (const crowd of crowds) {
    await crowd.settle();
    const good = crowd.count(200);
    if (good !== crowd.sent || crowd.held_back > 0) {
      throw new Error(`${good} of ${crowd.sent + crowd.held_back} readers were answered`);
    }
    seen.push({ p50: percentile(crowd.good_ms, 0.5), p99: percentile(crowd.good_ms, 0.99) });
    crowd.close();
  }
  return seen;
}

// The client of the flood gives way to that of the readers, with which it shares a core: what it
// would take from them there is not the server's doing.
async function flooded(port, article, work) {
  const seconds = `${round_s + 2 * ahead_s}`;
  const args = ['127.0.0.1', `${port}`, `${article}/gop-y`, `${connections}`, seconds, '1'];
  const command = ['-n', '19', 'taskset', '-c', '1', built('bench_load'), ...args];
  const after = async () => {
    await sleep(ahead_s * 1000);
    return work();
  };
  // Together: the one that fails first is not to leave the other without anybody who listens.
  const [said, seen] = await Promise.all([must('nice', command), after()]);
  const { per_second } = JSON.parse(said);
  if (!(per_second > 0)) throw new Error(`it was no flood: ${said}`);
  return { seen, per_second };
}

const onCore = (cores) => must('taskset', ['-acp', cores, `${process.pid}`]);

function add(rows, alone, beside, again) {
  for (const [i, { what, per_second }] of readings.entries()) {
    const of = (rounds, key) => rounds.map((round) => round[i][key]);
    for (const key of ['p50', 'p99']) {
      rows.add({
        part: 'flood',
        what: `${what}, ${per_second} a second, ${key} beside the flood`,
        unit: 'ms',
        better: 'less',
        ours: of(beside, key),
        peer: of(alone, key),
        peer_name: 'alone',
      });
    }
    const timesAlone = (rounds) => of(rounds, 'p99').map((ms, time) => ms / alone[time][i].p99);
    rows.add({
      part: 'flood',
      what: `${what}, p99 beside the flood, times that alone`,
      unit: 'x',
      ours: timesAlone(beside),
      bar: `<= ${times_max} x`,
      holds: (_, median) => median <= times_max,
    });
    rows.add({
      part: 'flood',
      what: '  alone once more, times that alone: what is noise',
      unit: 'x',
      ours: timesAlone(again),
    });
  }
}

export async function flood({ gate, rows }) {
  const place = await folder('lantoa-bench-');
  const before = (await must('taskset', ['-cp', `${process.pid}`])).split(': ').at(-1).trim();
  const alone = [];
  const again = [];
  const beside = [];
  const rates = [];
  try {
    const data = `${place.path}/demo`;
    await lantoa('demo', '--data', data, '--load-only', '--persons', '700', '--days', '3');
    const server = await Process.lantoa(1, 'serve', '--data', data);
    await onCore('1');
    const article = await articlePath(server.port);
    const form = /^\/bai\/\d+/.exec(article)[0];
    await read(server.port, article); // everything is warm
    for (let time = 0; time < times; time += 1) {
      const rounds = [
        async () => alone.push(await read(server.port, article)),
        async () => {
          const done = await flooded(server.port, form, () => read(server.port, article));
          beside.push(done.seen);
          rates.push(done.per_second);
        },
        async () => again.push(await read(server.port, article)),
      ];
      if (time % 2 === 1) rounds.reverse();
      for (const round of rounds) {
        await gate.wait();
        await round();
      }
    }
    await server.stop();
  } finally {
    await onCore(before);
    await place.remove();
  }
  rows.add({
    part: 'flood',
    what: `forms with a challenge, ${connections} connections, a core, beside readers`,
    unit: '/s',
    ours: rates,
  });
  add(rows, alone, beside, again);
  rows.recount('every reader was answered with 200');
}
