// Starts the program's demonstration for one scenario and ends it again, by its process id. The sample
// data is loaded once for all scenarios; each works on a copy.
import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = process.env.LANTOA_PROGRAM ?? join(root, 'build/release/lantoa');
const start_ms_max = 60_000;

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    return response.ok;
  } catch {
    return false;
  }
}

function end(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    const hard = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('exit', () => {
      clearTimeout(hard);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

let loaded = null; // the folder with the data as it is after loading

async function load() {
  const folder = await mkdtemp(join(tmpdir(), 'lantoa-browser-'));
  const data = join(folder, 'data');
  await promisify(execFile)(program, ['demo', '--data', data, '--load-only'], { cwd: root });
  return { folder, data };
}

export async function forgetLoaded() {
  if (loaded) await rm((await loaded).folder, { recursive: true, force: true });
  loaded = null;
}

// { url, data, output(), stop() }; output() is all the program has printed, the sign-ins among it.
// `more`: arguments of the program.
export async function startDemo(more = []) {
  const data = await mkdtemp(join(tmpdir(), 'lantoa-browser-'));
  loaded ??= load();
  await cp((await loaded).data, data, { recursive: true });
  return start('demo', data, '', more);
}

// A new ledger in which nothing happened yet: two units and two administrators, quantri and haitri, whose
// first passwords output() tells.
export async function startEmpty() {
  const data = await mkdtemp(join(tmpdir(), 'lantoa-browser-'));
  const units = join(data, 'units.csv');
  await writeFile(units, 'code,parent,name,kind\nTP,,Thành phố mẫu,thành phố\nSTP,TP,Sở Tư pháp,Sở\n');
  const people = ['--login', 'quantri', '--name', 'Quản trị mẫu', '--second-login', 'haitri', '--second-name', 'Người thứ hai'];
  const { stdout } = await promisify(execFile)(program, ['init', '--data', data, '--units', units, ...people]);
  return start('serve', data, stdout);
}

async function start(command, data, said_before = '', more = []) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(program, [command, '--data', data, '--listen', `127.0.0.1:${port}`, ...more], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = said_before;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes) => (output += bytes));
  }
  let failure = null;
  child.once('error', (error) => (failure = error));
  const stop = async () => {
    await end(child);
    await rm(data, { recursive: true, force: true });
  };
  const deadline = Date.now() + start_ms_max;
  while (!(await answers(url))) {
    if (failure || child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
      if (!failure) await stop();
      throw new Error(`${program} did not start: ${failure?.message ?? ''}\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url, data, output: () => output, stop };
}
