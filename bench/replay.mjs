// QP4: a start. Replay of 10 million receipts written as sets and of those written one by one,
// against SQLite reading the same rows; and the demo, from its start to the first 200 of /healthz.
import http from 'node:http';
import { folder, must as lantoa } from '../tests/kit/program.mjs';
import { built, must, Process, until } from './kit.mjs';

const runs = 3;
const starts = 5;
const ledgers = [
  { what: 'replay, 10 M receipts in sets of 400', receipts: 10_000_000, of_a_set: 400 },
  { what: 'replay, 300,000 receipts one by one', receipts: 300_000, of_a_set: 1 },
];

const answers = (port) =>
  new Promise((resolve) => {
    const where = { host: '127.0.0.1', port, path: '/healthz', agent: false };
    const request = http.get(where, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    request.on('error', () => resolve(false));
  });

async function ledger({ what, receipts, of_a_set }, gate, rows) {
  const place = await folder('lantoa-bench-');
  try {
    await gate.wait();
    const args = [`${place.path}/data`, `${receipts}`, `${of_a_set}`, `${runs}`];
    const result = JSON.parse(await must(built('replay_bench'), args));
    const rate = (seconds) => seconds.map((one) => result.receipts / one / 1e6);
    rows.add({
      part: 'replay',
      what,
      unit: 'M/s',
      better: 'more',
      ours: rate(result.ours_s),
      peer: rate(result.peer_s),
      peer_name: 'SQLite reading',
      bar: of_a_set > 1 ? '>= 1 M/s' : undefined,
      holds: of_a_set > 1 ? (_, median) => median >= 1 : undefined,
      recount: 'chain whole, figures = receipts',
    });
  } finally {
    await place.remove();
  }
}

async function demo(gate, rows) {
  const place = await folder('lantoa-bench-');
  try {
    const data = `${place.path}/demo`;
    await lantoa('demo', '--data', data, '--load-only');
    const ours = [];
    for (let start = 0; start < starts; start += 1) {
      await gate.wait();
      const began = performance.now();
      const server = await Process.lantoa(2, 'demo', '--data', data);
      await until('/healthz', () => answers(server.port));
      ours.push(performance.now() - began);
      await server.stop();
    }
    rows.add({
      part: 'replay',
      what: 'the demo, from start to /healthz 200',
      unit: 'ms',
      ours,
      bar: '<= 1 s',
      holds: (_, median) => median <= 1000,
    });
  } finally {
    await place.remove();
  }
}

export async function replay({ gate, rows }) {
  for (const one of ledgers) await ledger(one, gate, rows);
  await demo(gate, rows);
}
