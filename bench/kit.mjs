// What every part of the benchmark shares: programs started and ended by their own process id, the
// noise gate, and rows that keep every run.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { execute, program } from '../tests/kit/program.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const start_ms_max = 300_000; // a year of a city is loaded first
const gate_lost_max = 6; // percent of a core
const gate_wait_ms = 400;
const gate_tries = 3;
const ticks_per_second = 100; // of /proc/PID/stat on Linux

export const built = (name) => join(root, 'build/release', name);

// Runs to its end and must succeed; what it printed.
export async function must(command, args, options) {
  const done = await execute(command, args, options);
  if (done.code === 0) return done.out;
  const line = [command, ...args].join(' ');
  throw new Error(`${line} ended with ${done.code ?? done.signal}\n${done.err}`);
}

// One core: the first, so that the client has the others to itself.
const pinned = (cores, command, args) =>
  cores === 1 ? ['taskset', ['-c', '0', command, ...args]] : [command, args];

const living = new Set();
process.on('exit', () => living.forEach((child) => child.kill('SIGTERM')));

// A server on so many cores, ended by its process id, at the latest when the benchmark ends.
export class Process {
  constructor(cores, command, args) {
    this.child = spawn(...pinned(cores, command, args), { stdio: ['ignore', 'pipe', 'ignore'] });
    this.pid = this.child.pid;
    this.said = '';
    this.child.stdout.on('data', (bytes) => (this.said += bytes));
    living.add(this.child);
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
    this.ended.then(() => living.delete(this.child));
  }

  // `lantoa …` once it has said where it listens.
  static async lantoa(cores, ...args) {
    const started = new Process(cores, program, [...args, '--listen', '127.0.0.1:0']);
    const address = /http:\/\/127\.0\.0\.1:([1-9][0-9]*)/;
    await until('lantoa listens', () => address.test(started.said), start_ms_max);
    started.port = Number(address.exec(started.said)[1]);
    return started;
  }

  async stop() {
    this.child.kill('SIGTERM');
    await this.ended;
  }
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function until(what, check, ms_max = 20_000) {
  const end = Date.now() + ms_max;
  while (Date.now() < end) {
    if (await check()) return;
    await sleep(10);
  }
  throw new Error(`${what}: not within ${ms_max} ms`);
}

// Seconds of processor that a process with its threads and its children have used.
export function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  const own = (Number(fields[11]) + Number(fields[12])) / ticks_per_second;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
  return children.filter(Boolean).reduce((sum, child) => sum + cpuSeconds(child), own);
}

// What would be free without this process: shared pages count by their share.
export function proportionalMebibytes(pid) {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)[1]) / 1024;
}

// Waits for a moment in which the neighbours leave the machine alone, but not for ever; every
// probe is kept, so that the table can say what the machine lost.
export class Gate {
  constructor() {
    this.lost = [];
    this.noisy_runs = 0;
  }

  async wait() {
    for (let i = 1; ; i += 1) {
      const probe = (await must(built('bench_spin'), [])).trim().split('\n').map(Number);
      const worst = Math.max(...probe);
      if (worst <= gate_lost_max || i === gate_tries) {
        this.lost.push(worst);
        if (worst > gate_lost_max) this.noisy_runs += 1;
        return;
      }
      await sleep(gate_wait_ms);
    }
  }

  verdict() {
    if (this.lost.length === 0) return 'No run was made.';
    const all = summary(this.lost);
    return (
      `Before a run the machine lost ${round(all.median)} % of a core (${round(all.min)} to ` +
      `${round(all.max)}); ${this.noisy_runs} of ${this.lost.length} runs began above ` +
      `${gate_lost_max} %.`
    );
  }
}

export function summary(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)], min: sorted[0], max: sorted.at(-1) };
}

const round = (value) =>
  Math.abs(value) >= 100
    ? Math.round(value).toLocaleString('en-US')
    : `${Number(value.toPrecision(3))}`;

const cell = (values, unit) => {
  if (!values?.length) return '';
  const { median, min, max } = summary(values);
  const tail = values.length > 1 ? ` (${round(min)}–${round(max)})` : '';
  return `${round(median)}${unit ? ` ${unit}` : ''}${tail}`;
};

// rows.add({ part, what, unit, ours: [..], peer: [..], peer_name, better: 'more' | 'less',
//            bar: '>= 1.0x', holds: (ratio, median) => …, recount: 'views = answers' })
export class Rows {
  constructor() {
    this.rows = [];
  }

  add(row) {
    const ratio = row.peer?.length ? this.ratio(row) : undefined;
    const met = row.holds ? row.holds(ratio, summary(row.ours).median) : undefined;
    this.rows.push({ ...row, ratio, met });
    console.error(`   ${row.what}: ${cell(row.ours, row.unit)} ${ratio ? `${round(ratio)}x` : ''}`);
  }

  // Of the medians; above 1 is better than the peer.
  ratio({ ours, peer, better }) {
    const [own, other] = [summary(ours).median, summary(peer).median];
    return better === 'less' ? other / own : own / other;
  }

  // What the row before, and those beside it, were checked against in the end.
  recount(text) {
    this.rows.at(-1).recount = text;
  }

  print() {
    const head = ['part', 'what', 'ours', 'peer', 'ratio', 'bar', '', 'recount'];
    const lines = this.rows.map((row) => [
      row.part,
      row.what,
      cell(row.ours, row.unit),
      row.peer?.length ? `${cell(row.peer, row.unit)} ${row.peer_name}` : '',
      row.ratio ? `${round(row.ratio)}x` : '',
      row.bar ?? '',
      row.met === undefined ? '' : row.met ? 'met' : 'BELOW',
      row.recount ?? '',
    ]);
    const widths = head.map((_, i) => Math.max(...[head, ...lines].map((line) => line[i].length)));
    const show = (line) => `| ${line.map((text, i) => text.padEnd(widths[i])).join(' | ')} |`;
    console.log(show(head));
    console.log(`|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`);
    for (const line of lines) console.log(show(line));
  }
}

// Medians of Google Benchmark's repetitions by name: { 'append/100': [per second, …] }.
export async function googleBenchmark(program, { repetitions = 5, args = [], ms_max } = {}) {
  const all_args = [
    '--benchmark_format=json',
    `--benchmark_repetitions=${repetitions}`,
    '--benchmark_enable_random_interleaving=true',
    ...args,
  ];
  const out = await must(built(program), all_args, { ms_max });
  const runs = JSON.parse(out).benchmarks;
  const failed = runs.find((run) => run.error_occurred);
  if (failed) throw new Error(`${program} ${failed.name}: ${failed.error_message}`);
  const all = {};
  for (const run of runs) {
    if (run.run_type !== 'iteration') continue;
    (all[run.run_name.replace(/\/(real_time|iterations:\d+)/g, '')] ??= []).push(run);
  }
  return all;
}
