// The office beside the mail server: a demo of its own, officers who urge, and what ledger and page
// say of the mails. The demo's clock runs as fast as it is told, so that five minutes need not be
// waited for.
import assert from 'node:assert/strict';
import { execute, must, Server } from '../kit/program.mjs';
import { numbers, readExport } from '../kit/export.mjs';
import { remindersOf } from '../kit/outgoing.mjs';
import { formKey, Visitor } from '../kit/visitor.mjs';

const password = 'lan-toa-mau-2021';
const poll_ms = 20;

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Until `look` gives something; throws with `what` when it does not in time.
export async function until(what, ms_max, look) {
  const end = Date.now() + ms_max;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`${what}: not within ${ms_max} ms`);
    await pause(poll_ms);
  }
}

// A demo that is loaded once and copied for each office.
export async function loadDemo(data) {
  await must('demo', '--data', data, '--load-only', '--persons', '700', '--days', '1');
}

export class Office {
  constructor(data, server, smtp_seconds) {
    Object.assign(this, { data, server, smtp_seconds, taken: new Set() });
  }

  static async copy(from, data, server, smtp_seconds) {
    const copied = await execute('cp', ['-a', from, data]);
    assert.equal(copied.code, 0, copied.err);
    const office = new Office(data, server, smtp_seconds);
    await office.look();
    office.first_seq = office.facts.length;
    return office;
  }

  // `speed`: how much faster than ours its clock runs; `more`: further arguments.
  async start(speed, ...more) {
    const mail = ['--smtp', this.server.url, '--smtp-seconds', `${this.smtp_seconds}`];
    const at = ['--listen', '127.0.0.1:0', '--speed', `${speed}`];
    this.program = await Server.start('demo', '--data', this.data, ...at, ...mail, ...more);
  }

  async signIn(count = 1) {
    this.visitors = [];
    for (let i = 0; i < count; i += 1) {
      const visitor = new Visitor();
      const login = i % 2 === 0 ? 'stp.chuyenvien' : 'stp.lanhdao';
      await visitor.signIn(this.program.url, login, password);
      this.visitors.push(visitor);
    }
  }

  async close() {
    for (const visitor of this.visitors ?? []) visitor.close();
    await this.program?.kill();
  }

  // What the ledger says now.
  async look() {
    this.facts = readExport((await must('ledger', 'export', '--data', this.data)).out);
    this.reminders = remindersOf(this.facts);
    return this.facts;
  }

  // Assignments that can be urged: not done, of a unit with a mailbox: [{ assignment, unit, to }].
  open() {
    const boxes = new Map();
    const open = new Map();
    for (const { kind, body } of this.facts) {
      if (kind === 'organisation.unit_opened') boxes.set(body.unit, body.mailbox);
      if (kind === 'plan.assignment_done') open.delete(body.assignment);
      if (kind !== 'plan.assignments_given') continue;
      numbers(body.units).forEach((unit, i) => {
        if (boxes.get(unit)) open.set(body.first + i, { unit, to: boxes.get(unit) });
      });
    }
    return [...open].map(([assignment, one]) => ({ assignment, ...one }));
  }

  // One that nobody was given yet, of a unit that nobody was given either.
  next() {
    const one = this.open().find(({ assignment, to }) => {
      return !this.taken.has(assignment) && !this.taken.has(to);
    });
    assert.ok(one, 'there are not enough units in the demo');
    this.taken.add(one.assignment).add(one.to);
    return one;
  }

  // The answer, or null when none came: then it is not known whether it was recorded.
  async urge({ assignment }, key = formKey(), visitor = this.visitors[0]) {
    try {
      return await visitor.post(this.program.url, `/don-doc/${assignment}`, {}, key);
    } catch (error) {
      if (error instanceof TypeError) throw error;
      return null;
    }
  }

  async urgeNow(one) {
    const answer = await this.urge(one);
    assert.equal(answer?.status, 303, `urging ${one.assignment}`);
    return { ...one, at: Date.now() };
  }

  // The newest reminder about it: [number, how it stands].
  reminderOf({ assignment }) {
    const about = [...this.reminders].filter(([, { assignments }]) => {
      return assignments.length === 1 && assignments[0] === assignment;
    });
    return about.at(-1);
  }

  // What the page says of a reminder.
  async page(reminder) {
    const { status, body } = await this.visitors[0].get(this.program.url, '/don-doc');
    assert.equal(status, 200);
    const row = body.split('<tr>').find((one) => one.includes(`>${reminder}</td>`)) ?? '';
    const text = row.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
    return text.replace(/&[a-z0-9#]+;/g, (one) => entities[one] ?? one);
  }
}
