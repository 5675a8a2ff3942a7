// The disk under the running program: every acknowledged write was synced before it was answered
// (QR3, by a trace of system calls), and a full disk stops writing but not reading until there is
// space again (QR5).
//
// 1,000 traced writes, with LANTOA_LONG=1 10,000. Where tracing is forbidden this fails, unless
// LANTOA_NO_TRACE=1 says that it is known.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createReadStream, mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Suite } from '../kit/report.mjs';
import { execute, folder, must, Server } from '../kit/program.mjs';
import { readExport } from '../kit/export.mjs';
import { formKey, Visitor } from '../kit/visitor.mjs';
import { FullByLimit, FullTmpfs, tmpfsBy } from '../crash/disk_full.mjs';
import { checkLines, OrderCheck, samples } from '../crash/order.mjs';

const writes = process.env.LANTOA_LONG === '1' ? 10_000 : 1_000;
const writers = 6;
const password = 'lan-toa-mau-2021';
const full_ms = 4_000;
const resume_ms_max = 5_000;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Officers who draft plans, and what was said to them.
class Drafting {
  constructor(url, issuer) {
    Object.assign(this, { url, issuer, serial: 0, actions: [], refusals: [], visitors: [] });
  }

  async signIn(count) {
    for (let i = 0; i < count; i += 1) {
      const visitor = new Visitor();
      await visitor.signIn(this.url, 'stp.chuyenvien', password);
      this.visitors.push(visitor);
    }
  }

  async send(visitor, action) {
    const fields = { issuer: this.issuer, title: action.title, grounds: '97/2019/QH14' };
    const answer = await visitor.post(this.url, '/ke-hoach/moi', fields, action.key);
    if (answer.status === 303) Object.assign(action, { location: answer.location, at: Date.now() });
    return answer;
  }

  async draft(visitor, padding = 0) {
    const title = `Kế hoạch đĩa ${(this.serial += 1)} ${'x'.repeat(padding)}`.trim();
    const action = { title, key: formKey(), location: null };
    this.actions.push(action);
    const answer = await this.send(visitor, action);
    if (answer.status !== 303) this.refusals.push(answer);
    return answer;
  }

  // Until told otherwise; the one who is refused waits a little, as people do.
  async work(visitor, goes_on) {
    while (goes_on()) {
      const answer = await this.draft(visitor, 120);
      if (answer.status !== 303) await pause(50);
    }
  }

  close() {
    for (const visitor of this.visitors) visitor.close();
  }
}

async function prepare(data) {
  await must('demo', '--data', data, '--load-only', '--persons', '700', '--days', '1');
  const facts = readExport((await must('ledger', 'export', '--data', data)).out);
  const opened = facts.filter((fact) => fact.kind === 'organisation.unit_opened');
  return opened.find((fact) => fact.body.code === 'HDPH').body.unit;
}

// What the ledger says of the plans: every acknowledged one once, none twice.
async function comparePlans(data, actions) {
  const facts = readExport((await must('ledger', 'export', '--data', data)).out);
  const times = new Map();
  for (const { kind, body } of facts) {
    if (kind === 'plan.drafted') times.set(body.title, (times.get(body.title) ?? 0) + 1);
  }
  const lost = actions.filter((one) => one.location && times.get(one.title) !== 1);
  const doubled = actions.filter((one) => times.get(one.title) > 1);
  assert.deepEqual(lost.map((one) => one.title), [], 'acknowledged and not in the ledger');
  assert.deepEqual(doubled.map((one) => one.title), [], 'in the ledger twice');
}

async function traced(place) {
  const data = `${place}/data`;
  const trace = `${place}/trace`;
  const issuer = await prepare(data);
  const calls = 'trace=pwrite64,fdatasync,fsync,recvfrom,sendto,sendmsg';
  const strace = ['strace', '-D', '-f', '--seccomp-bpf', '-y', '-s', '5000', '-e', calls];
  const tracer = [...strace, '-e', 'signal=none', '-o', trace];
  const server = await Server.startBy(tracer, 'serve', '--data', data, '--listen', '127.0.0.1:0');
  const drafting = new Drafting(server.url, issuer);
  await drafting.signIn(writers);
  await Promise.all(
    drafting.visitors.map((visitor) => drafting.work(visitor, () => drafting.serial < writes)),
  );
  drafting.close();
  assert.deepEqual(await server.stop(), { code: 0, signal: null });
  await pause(300); // the tracer writes its last lines
  const check = new OrderCheck();
  for await (const line of createInterface({ input: createReadStream(trace, 'latin1') })) {
    check.take(line);
  }
  console.log(
    `      ${check.answers} acknowledged writes, ${check.syncs} syncs of the log, ` +
      `${check.line} calls, ${check.violations.length} violations`,
  );
  assert.deepEqual(check.violations, []);
  const acknowledged = drafting.actions.filter((one) => one.location).length;
  assert.ok(acknowledged >= writes, `${acknowledged} of ${writes} were acknowledged`);
  assert.ok(check.answers >= acknowledged, 'the trace lacks answers');
  await comparePlans(data, drafting.actions);
}

async function read(url, visitor, seen, goes_on) {
  while (goes_on()) {
    for (const path of ['/', '/ban-lam-viec', '/ke-hoach/1']) {
      const { status } = await visitor.get(url, path).catch((error) => ({ status: error.message }));
      seen.push([path, status]);
    }
    await pause(20);
  }
}

async function full(disk, data, issuer) {
  const serve = ['serve', '--data', data, '--listen', '127.0.0.1:0'];
  const server = await Server.startBy(disk.before, ...serve);
  disk.pid = server.child.pid;
  const drafting = new Drafting(server.url, issuer);
  await drafting.signIn(writers + 1);
  const [reader, ...others] = drafting.visitors;
  let working = true;
  const seen = [];
  const all = [
    read(server.url, reader, seen, () => working),
    ...others.map((visitor) => drafting.work(visitor, () => working)),
  ];
  await pause(500);
  // Whatever space the program itself gives up is taken, too.
  for (const until = Date.now() + full_ms; Date.now() < until; await pause(100)) await disk.fill();
  const refused = drafting.refusals.length;
  const last_before = drafting.actions.slice(-2 * writers);
  const last = drafting.refusals.at(-1);
  await disk.free();
  const freed = Date.now();
  const sent_before = drafting.actions.length;
  const resumed = () => drafting.actions.slice(sent_before).some((one) => one.location);
  while (!resumed() && Date.now() - freed < 4 * resume_ms_max) await pause(10);
  const resumed_ms = Date.now() - freed;
  await pause(300);
  working = false;
  await Promise.all(all);
  const bad = seen.filter(([, status]) => status !== 200);
  console.log(
    `      with ${disk.name}: ${refused} writes refused, ${seen.length} reads, ${bad.length} of ` +
      `them bad, writing again ${resumed_ms} ms after space was free`,
  );
  const statuses = [...new Set(drafting.refusals.map((one) => one.status))];
  assert.deepEqual(statuses, [503], 'refused with');
  assert.match(last.body, /lang="vi"/);
  assert.match(last.body, /thử lại|gửi lại|ngừng ghi/, 'what to do, in Vietnamese');
  const early = last_before.slice(0, writers).filter((one) => one.at < freed);
  assert.deepEqual(early.map((one) => one.title), [], 'acknowledged although full');
  assert.deepEqual(bad, [], 'reads');
  assert.ok(resumed_ms <= resume_ms_max, `writing resumed after ${resumed_ms} ms`);
  // Whoever was refused sends the same form again and has it once.
  for (const action of drafting.actions.filter((one) => !one.location)) {
    assert.equal((await drafting.send(others[0], action)).status, 303);
  }
  drafting.close();
  assert.deepEqual(await server.stop(), { code: 0, signal: null });
  await comparePlans(data, drafting.actions);
  const verified = await must('ledger', 'verify', '--data', data);
  assert.equal(verified.code, 0);
}

async function fullDisk(suite) {
  const mounted = process.env.LANTOA_FULL_PLACE;
  const place = mounted ? { path: mounted, remove: () => {} } : await folder('lantoa-full-');
  const data = `${place.path}/data`;
  const disk = mounted ? new FullTmpfs(place.path) : new FullByLimit(data);
  await suite.check('a full disk stops writing, not reading, until there is space', async () => {
    await full(disk, data, await prepare(data));
  });
  await place.remove();
}

async function remount(place, how) {
  const remounted = await execute('mount', ['-o', `remount,${how}`, place]);
  assert.equal(remounted.code, 0, remounted.err);
}

// As a disk with errors is mounted again by the system; an empty log may have been left behind.
async function readOnlyDisk(place) {
  const data = `${place}/data`;
  const head = (await must('ledger', 'head', '--data', data)).out;
  const counted = (await must('coverage', '--data', data)).out;
  const log = `${data}/ledger.sqlite3-wal`;
  await writeFile(log, '');
  await remount(place, 'ro');
  await assert.rejects(writeFile(`${place}/x`, 'x'), { code: 'EROFS' });
  assert.equal((await must('ledger', 'head', '--data', data)).out, head);
  assert.equal((await must('coverage', '--data', data)).out, counted);
  await must('ledger', 'verify', '--data', data);
  const server = await Server.start('serve', '--read-only', '--data', data, '--listen', '127.0.0.1:0');
  try {
    assert.equal((await fetch(server.url)).status, 200);
  } finally {
    assert.deepEqual(await server.stop(), { code: 0, signal: null });
  }
}

// Runs this file again in a mount of its own, for the part that fills the disk only.
async function fullDiskInMount(suite) {
  const place = await folder('lantoa-full-');
  const mount = tmpfsBy(place.path);
  if (!mount) {
    await place.remove();
    return fullDisk(suite);
  }
  const [command, ...args] = [...mount, process.execPath, fileURLToPath(import.meta.url)];
  const env = { ...process.env, LANTOA_FULL_PLACE: place.path };
  const done = spawnSync(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const text = done.stdout.toString('utf8');
  const closing = /^(\d+) passed, (\d+) failed$/m.exec(text);
  console.log(text.replace(/^\d+ passed, \d+ failed\n/m, '').trimEnd());
  suite.passed += Number(closing?.[1] ?? 0);
  suite.failed += closing ? Number(closing[2]) : 1;
  await place.remove();
}

const suite = new Suite();
if (process.env.LANTOA_FULL_PLACE) {
  mkdirSync(process.env.LANTOA_FULL_PLACE, { recursive: true });
  await fullDisk(suite);
  await suite.check('a disk mounted for reading only: what reads goes on', () =>
    readOnlyDisk(process.env.LANTOA_FULL_PLACE),
  );
} else {
  for (const [what, lines, violations] of samples) {
    await suite.check(`order of a made-up trace: ${what}`, () => {
      assert.equal(checkLines(lines).violations.length, violations);
    });
  }
  const tracing = await execute('strace', ['-f', '-e', 'trace=none', 'true']).catch(() => null);
  if (tracing?.code !== 0 && process.env.LANTOA_NO_TRACE === '1') {
    suite.skip('acknowledged after the sync', 'LANTOA_NO_TRACE=1: tracing is forbidden here');
  } else {
    const place = await folder('lantoa-order-');
    await suite.check(`${writes} writes are acknowledged after their sync`, () => {
      assert.equal(tracing?.code, 0, `strace is missing or forbidden here: ${tracing?.err}`);
      return traced(place.path);
    });
    await place.remove();
  }
  await fullDiskInMount(suite);
}
suite.close();
