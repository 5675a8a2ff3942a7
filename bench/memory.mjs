// QP8: what a city of 150,000 and a year of work takes in memory: proportional set size, right
// after the load and after a restart. The figures of the coverage command before and after must be equal.
import { readFileSync } from 'node:fs';
import { folder, must as lantoa } from '../tests/kit/program.mjs';
import { Process, sleep } from './kit.mjs';

const size = ['--persons', '150000', '--days', '250'];
const mebibytes_max = 256;
const settle_ms = 500;
const restarts = 3;

function mebibytes(pid, name) {
  const found = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(
    readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'),
  );
  return Number(found[1]) / 1024;
}

async function look(data, memory) {
  const server = await Process.lantoa(2, 'demo', '--data', data, ...size);
  await sleep(settle_ms);
  memory.pss.push(mebibytes(server.pid, 'Pss'));
  memory.rss.push(mebibytes(server.pid, 'Rss'));
  await server.stop();
  return memory;
}

const none = () => ({ pss: [], rss: [] });

export async function memory({ gate, rows }) {
  const place = await folder('lantoa-bench-');
  try {
    await gate.wait();
    const data = `${place.path}/demo`;
    const loaded = await look(data, none());
    const before = (await lantoa('coverage', '--data', data)).out;
    const restarted = none();
    for (let i = 0; i < restarts; i += 1) await look(data, restarted);
    const add = (what, one) =>
      rows.add({
        part: 'memory',
        what,
        unit: 'MiB',
        ours: one.pss,
        bar: `<= ${mebibytes_max} MiB`,
        holds: (_, median) => median <= mebibytes_max,
        recount: `resident ${Math.round(one.rss[0])} MiB`,
      });
    add('150,000 persons, 250 days, after the load', loaded);
    add('the same, after a restart', restarted);
    const items = (text) => text.trim().split('\n').length;
    const after = (await lantoa('coverage', '--data', data)).out;
    if (items(after) !== items(before)) throw new Error('coverage lost rows over restarts');
    rows.recount(`${items(after).toLocaleString('en-US')} figures before and after`);
  } finally {
    await place.remove();
  }
}
