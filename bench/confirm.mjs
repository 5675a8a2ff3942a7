// QP2 over HTTP: people confirm that they have read, each once, 256 connections; each is answered
// after its confirmation is synced. Sessions are made in the file of sessions, as many sign-ins
// would be. What the ledger's coverage grew by must be what was answered, and its chain whole.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { folder, must as lantoa, sqlite } from '../tests/kit/program.mjs';
import { pathUp, readExport, world } from '../tests/kit/export.mjs';
import { built, cpuSeconds, must, Process } from './kit.mjs';

const persons = 200_000;
const connections = 256;
const seconds = 1.2;
const runs = 3;
const per_run = 64_000; // confirmations prepared for one
const item = 1;

// Everybody who has to know the item and was not reached yet.
function unreached(facts) {
  const w = world(facts);
  const { scope, audience, receipts } = w.items.get(item);
  const reached = new Set(receipts.flatMap((receipt) => receipt.persons));
  return [...w.persons]
    .filter(([person, { home, key }]) => {
      if (home === 0 || reached.has(person)) return false;
      return (audience !== 'KeyOfficials' || key) && pathUp(w, home).includes(scope);
    })
    .map(([person]) => person);
}

const base64url = (bytes) => bytes.toString('base64url');

function request(port, token) {
  const csrf = base64url(createHmac('sha256', token).update('lantoa form token').digest());
  const body = `khoa=${base64url(randomBytes(18))}&csrf=${csrf}&version=1&understood=1`;
  return [
    `POST /cua-toi/${item}/xac-nhan HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Cookie: __Host-lantoa=${token}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n');
}

// Signs these persons in and writes a confirmation of each.
async function prepare(data, file, port, some, position) {
  const now = Date.now();
  const rows = [];
  const requests = [];
  for (const person of some) {
    const token = base64url(randomBytes(32));
    const hash = createHash('sha256').update(token).digest('hex');
    rows.push(`(x'${hash}','person/${person}',${now},${now},${position})`);
    const text = request(port, token);
    requests.push(`${Buffer.byteLength(text)}\n${text}`);
  }
  for (let i = 0; i < rows.length; i += 500) {
    const values = rows.slice(i, i + 500).join(',');
    rows[i] = `INSERT INTO open_sessions (hash, subject, started, seen, position) VALUES ${values};`;
  }
  const inserts = rows.filter((row) => row.startsWith('INSERT'));
  await sqlite(`${data}/sessions.sqlite3`, `BEGIN;${inserts.join('')}COMMIT;`);
  await writeFile(file, requests.join(''));
}

async function reachedNow(data) {
  const { out } = await lantoa('coverage', '--data', data);
  const lines = out.trim().split('\n').map(JSON.parse);
  return lines.find((line) => line.item === item && line.unit === 1).reached;
}

export async function confirm({ gate, rows }) {
  const place = await folder('lantoa-bench-');
  const data = `${place.path}/data`;
  const file = `${place.path}/requests`;
  try {
    await lantoa('demo', '--data', data, '--load-only', '--persons', `${persons}`, '--days', '1');
    const facts = readExport((await lantoa('ledger', 'export', '--data', data)).out);
    const waiting = unreached(facts);
    const before = await reachedNow(data);
    let answered = 0;
    const measured = [];
    for (let run = 0; run < runs; run += 1) {
      const server = await Process.lantoa(2, 'serve', '--data', data);
      try {
        await prepare(data, file, server.port, waiting.splice(0, per_run), facts.length);
        await gate.wait();
        const cpu = cpuSeconds(server.pid);
        const args = ['127.0.0.1', `${server.port}`, `@${file}`, `${connections}`, `${seconds}`];
        const result = JSON.parse(await must(built('bench_load'), [...args, '1']));
        result.server_us = ((cpuSeconds(server.pid) - cpu) / result.answered) * 1e6;
        answered += result.answered;
        measured.push(result);
      } finally {
        await server.stop();
        await rm(file, { force: true });
      }
    }
    await lantoa('ledger', 'verify', '--data', data);
    const grown = (await reachedNow(data)) - before;
    if (grown !== answered) throw new Error(`${answered} answered, coverage grew by ${grown}`);
    const recount = `chain verified, coverage grew by ${grown.toLocaleString('en-US')} = answered`;
    rows.add({
      part: 'confirm',
      what: `confirmations over HTTP, ${connections} connections`,
      unit: '/s',
      better: 'more',
      ours: measured.map((run) => run.per_second),
      bar: '>= 20,000/s',
      holds: (_, median) => median >= 20_000,
      recount,
    });
    rows.add({
      part: 'confirm',
      what: 'the same, p99',
      unit: 'ms',
      better: 'less',
      ours: measured.map((run) => run.p99_ms),
      bar: '<= 25 ms',
      holds: (_, median) => median <= 25,
      recount,
    });
    rows.add({
      part: 'confirm',
      what: 'the same, processor of the server for one',
      unit: 'us',
      better: 'less',
      ours: measured.map((run) => run.server_us),
      recount,
    });
  } finally {
    await place.remove();
  }
}
