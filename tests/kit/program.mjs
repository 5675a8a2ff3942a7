// The program under test: run to its end, or started as a server and ended by its own process id.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const program = process.env.LANTOA_PROGRAM ?? join(root, 'build/release/lantoa');
const run_ms_max = 120_000;
const start_ms_max = 60_000;
const stop_ms_max = 45_000;

// { code, signal, out, err, ms }; `out` is text, or bytes with { bytes: true }.
export function execute(command, args, options = {}) {
  const { input, stdout = 'pipe', bytes = false, ms_max = run_ms_max } = options;
  return new Promise((resolve, reject) => {
    const start = Date.now();
    const child = spawn(command, args, { cwd: root, stdio: ['pipe', stdout, 'pipe'] });
    const out = [];
    const err = [];
    child.stdout?.on('data', (part) => out.push(part));
    child.stderr.on('data', (part) => err.push(part));
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
    const timer = setTimeout(() => child.kill('SIGKILL'), ms_max);
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      const all = Buffer.concat(out);
      resolve({
        code,
        signal,
        out: bytes ? all : all.toString('utf8'),
        err: Buffer.concat(err).toString('utf8'),
        ms: Date.now() - start,
      });
    });
  });
}

export const run = (...args) => execute(program, args);

// As run(), for what has to succeed before anything can be checked.
export async function must(...args) {
  const done = await run(...args);
  if (done.code === 0) return done;
  throw new Error(`lantoa ${args.join(' ')} ended with ${done.code ?? done.signal}\n${done.err}`);
}

export async function sqlite(file, sql) {
  const done = await execute('sqlite3', ['-bail', file], { input: sql });
  if (done.code === 0) return done.out.trim();
  throw new Error(`sqlite3 ${file}: ${done.err}`);
}

// A folder of this run's own, removed by the function that comes with it.
export async function folder(prefix) {
  const path = await mkdtemp(join(tmpdir(), prefix));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

// A server that has said where it listens: { url, child, ended, output(), ms }.
export class Server {
  constructor(child) {
    this.child = child;
    this.text = '';
    this.ended = new Promise((resolve) => {
      child.once('close', (code, signal) => resolve({ code, signal }));
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes) => (this.text += bytes));
    }
  }

  static start(...args) {
    return Server.startBy([], ...args);
  }

  // `before` is a command that becomes the program, such as a tracer that steps aside.
  static async startBy(before, ...args) {
    const began = Date.now();
    const [command, ...rest] = [...before, program, ...args];
    const child = spawn(command, rest, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const server = new Server(child);
    let gone = false;
    server.ended.then(() => (gone = true));
    while (!server.url) {
      const said = /http:\/\/127\.0\.0\.1:[1-9][0-9]*/.exec(server.text);
      if (said) server.url = said[0];
      if (gone || Date.now() - began > start_ms_max) {
        await server.kill();
        throw new Error(`lantoa ${args.join(' ')} did not start\n${server.text}`);
      }
      if (!server.url) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    server.ms = Date.now() - began;
    return server;
  }

  output() {
    return this.text;
  }

  async kill() {
    this.child.kill('SIGKILL');
    return this.ended;
  }

  // Told to stop as an init system would; the exit code tells whether it did so in order.
  async stop() {
    this.child.kill('SIGTERM');
    const hard = setTimeout(() => this.child.kill('SIGKILL'), stop_ms_max);
    const ended = await this.ended;
    clearTimeout(hard);
    return ended;
  }
}
