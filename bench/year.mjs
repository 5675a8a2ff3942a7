// The year of a city: 150,000 persons and 250 days of work loaded into an empty folder, then the
// same folder opened again, each until the program listens; and the most that was resident by then.
// The coverage of every unit as on one day must be the same after the openings as before.
import { readFileSync } from 'node:fs';
import { folder, must as lantoa } from '../tests/kit/program.mjs';
import { Process } from './kit.mjs';

const size = ['--persons', '150000', '--days', '250'];
const day = '31/12/2021'; // within the simulated year
const loads = 3;
const opens = 5;
const load_seconds_max = 60;
const open_seconds_max = 1;
const mebibytes_max = 256;

async function start(data, gate, seen) {
  await gate.wait();
  const began = performance.now();
  const server = await Process.lantoa(2, 'demo', '--data', data, ...size);
  seen.seconds.push((performance.now() - began) / 1000);
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  seen.mebibytes.push(Number(/^VmHWM:\s+(\d+) kB/m.exec(status)[1]) / 1024);
  await server.stop();
}

const figures = async (data) => (await lantoa('coverage', '--data', data, '--day', day)).out;

function add(rows, what, seen, seconds_max, memory_max) {
  const most = (limit, unit) => ({
    unit,
    bar: limit && `<= ${limit} ${unit}`,
    holds: limit && ((_, median) => median <= limit),
  });
  const part = 'year';
  rows.add({ part, what, ours: seen.seconds, ...most(seconds_max, 's') });
  rows.add({
    part,
    what: '  peak resident',
    ours: seen.mebibytes,
    ...most(memory_max, 'MiB'),
  });
}

export async function year({ gate, rows }) {
  const place = await folder('lantoa-bench-');
  const none = () => ({ seconds: [], mebibytes: [] });
  try {
    const loaded = none();
    for (let n = 0; n < loads; n += 1) await start(`${place.path}/${n}`, gate, loaded);
    const same = `${place.path}/0`;
    const before = await figures(same);
    const opened = none();
    for (let n = 0; n < opens; n += 1) await start(same, gate, opened);
    if (before === '' || (await figures(same)) !== before) throw new Error('figures changed');
    add(rows, 'load, 150,000 persons, 250 days', loaded, load_seconds_max);
    add(rows, 'open and fold again', opened, open_seconds_max, mebibytes_max);
    const lines = before.trim().split('\n').length.toLocaleString('en-US');
    rows.recount(`${lines} figures the same before and after`);
  } finally {
    await place.remove();
  }
}
