// QP8: what a city of 150,000 and a year of work takes in memory: proportional set size, right
// after the load and after a restart. The coverage of every unit as on one day, before and after,
// must be equal figure by figure.
import { folder, must as lantoa } from '../tests/kit/program.mjs';
import { Process, proportionalMebibytes, sleep } from './kit.mjs';

const size = ['--persons', '150000', '--days', '250'];
const day = '31/12/2021'; // within the simulated year
const mebibytes_max = 256;
const settle_ms = 500;
const restarts = 3;

async function look(data) {
  const server = await Process.lantoa(2, 'demo', '--data', data, ...size);
  await sleep(settle_ms);
  const mebibytes = proportionalMebibytes(server.pid);
  await server.stop();
  return mebibytes;
}

const figures = async (data) => (await lantoa('coverage', '--data', data, '--day', day)).out;

export async function memory({ gate, rows }) {
  const place = await folder('lantoa-bench-');
  try {
    await gate.wait();
    const data = `${place.path}/demo`;
    const loaded = [await look(data)];
    const before = await figures(data);
    const restarted = [];
    for (let i = 0; i < restarts; i += 1) restarted.push(await look(data));
    const add = (what, ours) =>
      rows.add({
        part: 'memory',
        what: `proportional, 150,000 persons, 250 days, ${what}`,
        unit: 'MiB',
        ours,
        bar: `<= ${mebibytes_max} MiB`,
        holds: (_, median) => median <= mebibytes_max,
      });
    add('after the load', loaded);
    add('after a restart', restarted);
    const after = await figures(data);
    const lines = after.trim().split('\n');
    if (!lines.some((line) => JSON.parse(line).reached > 0)) throw new Error(`none reached on ${day}`);
    if (after !== before) throw new Error('the figures of coverage changed over restarts');
    rows.recount(`${lines.length.toLocaleString('en-US')} figures the same before and after`);
  } finally {
    await place.remove();
  }
}
