// What a program of a unit does through the API: drafts a plan, records and corrects an activity,
// follows the ledger.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { ask } from '../security/site.mjs';
import { day } from './calls.mjs';
import { base } from './document.mjs';

const event_ms_max = 10_000;
const unit_code = 'STP'; // of the token's owner

// All that is sent, by operation; members that a schema does not know are left out (Document.fill).
const known = {
  'plan.draft': (unit) => ({
    issuer: unit,
    title: `Kế hoạch qua API ${randomUUID().slice(0, 8)}`,
    audience: 'Everybody',
    grounds: [{ number: '97/2019/QH14', type: 'Nghị quyết', issuer: 'Quốc hội' }],
    forms: ['Meetings'],
    sections: [{ part: 'Purpose', text: 'Thử nghiệm.' }],
  }),
  'task.add': () => ({ what: 'Phổ biến tới từng người', code: unit_code, due: day(30) }),
  'activity.log': (unit) => ({
    unit,
    kind: 'truc-tiep',
    on: day(),
    what: `Hội nghị ${randomUUID().slice(0, 8)}`,
    place: 'Hội trường',
    amounts: [{ measure: 'luot-nguoi', amount: 45 }],
    is_other: true,
  }),
  'activity.correct': (before) => ({
    kind: before.record.kind,
    on: before.record.on,
    what: before.record.what,
    place: before.record.place,
    seen_version: before.version,
    reason: 'Đếm lại danh sách ký tên',
    amounts: [{ measure: 'luot-nguoi', amount: 54 }],
  }),
};

export class Way {
  constructor(caller) {
    this.caller = caller;
    this.document = caller.document;
  }

  async begin() {
    const list = this.document.by('unit.list');
    const { units } = await this.caller.read(list, { query: `?code=${unit_code}` });
    assert.equal(units.length, 1, `one unit has the code ${unit_code}`);
    this.unit = units[0].id;
  }

  body(id, about = this.unit) {
    return this.document.fill(this.document.by(id).body, known[id](about));
  }

  async write(id, options, about) {
    return this.caller.write(this.document.by(id), this.body(id, about), options);
  }

  // What stands where a receipt leads to.
  async follow(receipt) {
    assert.match(receipt.location ?? '', new RegExp(`^${base}/`), JSON.stringify(receipt));
    const answer = await ask(this.caller.site, receipt.location, {
      headers: this.caller.headers(),
    });
    assert.equal(answer.status, 200, `${receipt.location}: ${answer.body}`);
    return JSON.parse(answer.body);
  }

  async draft() {
    const operation = this.document.by('plan.draft');
    const body = this.body('plan.draft');
    const answer = await this.caller.post(operation, body);
    assert.equal(answer.status, 201, answer.body);
    const receipt = JSON.parse(answer.body);
    assert.equal(answer.headers.location, receipt.location, 'the header says it, too');
    assert.match(receipt.page, /^\/ke-hoach\/\d+$/);
    assert.equal(receipt.repeated, false);
    assert.ok(receipt.position > 0 && receipt.position <= (await this.caller.head()));
    const found = await this.follow(receipt);
    assert.deepEqual([found.plan.title, found.plan.issuer], [body.title, body.issuer]);
    assert.deepEqual([found.plan.stage, found.sections], ['Draft', body.sections]);
    this.plan = found.plan.id;
  }

  async addTask() {
    const receipt = await this.write('task.add', { numbers: { plan: this.plan } });
    const show = this.document.by('plan.show');
    const { tasks } = await this.caller.read(show, { numbers: { plan: this.plan } });
    const { what, due } = this.body('task.add');
    assert.deepEqual([tasks.length, tasks[0].what, tasks[0].due], [1, what, due]);
    assert.ok(receipt.position > 0);
  }

  async repeat() {
    const operation = this.document.by('plan.draft');
    const body = this.body('plan.draft');
    const key = randomUUID();
    const first = await this.caller.write(operation, body, { key });
    const head = await this.caller.head();
    const second = await this.caller.write(operation, body, { key });
    assert.deepEqual([first.repeated, second.repeated], [false, true]);
    assert.deepEqual([second.page, second.location], [first.page, first.location]);
    const other = await this.caller.post(operation, { ...body, title: `${body.title}!` }, { key });
    const refused = this.document.assertProblem(other, 422, 'the same key for another body');
    assert.equal(refused.field, 'Idempotency-Key');
    assert.deepEqual(await this.caller.factsOfPeople(head), [], 'nothing was written');
  }

  // Sent at once, as by a program that is not patient.
  async repeatAtOnce() {
    const operation = this.document.by('plan.draft');
    const body = this.body('plan.draft');
    const key = randomUUID();
    const head = await this.caller.head();
    const all = await Promise.all(
      Array.from({ length: 6 }, () => this.caller.write(operation, body, { key })),
    );
    assert.equal(all.filter(({ repeated }) => !repeated).length, 1, 'one of them wrote');
    assert.equal((await this.caller.factsOfPeople(head)).length, 1);
  }

  async activity() {
    const receipt = await this.write('activity.log');
    const before = await this.follow(receipt);
    assert.equal(before.record.amounts[0].amount, 45);
    const numbers = { activity: before.id };
    await this.write('activity.correct', { numbers }, before);
    const after = await this.caller.read(this.document.by('activity.show'), { numbers });
    assert.equal(after.record.amounts[0].amount, 54);
    assert.equal(after.version, before.version + 1);
    assert.equal(after.record.what, before.record.what);
    const late = await this.caller.post(
      this.document.by('activity.correct'),
      this.body('activity.correct', before),
      { numbers },
    );
    this.document.assertProblem(late, 409, 'a version that is no longer the last');
  }

  // Many at once: all of them or none.
  async batch() {
    const operation = this.document.by('activity.log_many');
    const activities = [46, 47, 48].map((amount) => ({
      ...this.body('activity.log'),
      amounts: [{ measure: 'luot-nguoi', amount }],
    }));
    const key = randomUUID();
    const { numbers, repeated } = await this.caller.write(operation, { activities }, { key });
    assert.deepEqual([numbers.length, repeated], [3, false]);
    const show = this.document.by('activity.show');
    for (const [i, activity] of numbers.entries()) {
      const { record } = await this.caller.read(show, { numbers: { activity } });
      assert.equal(record.what, activities[i].what, 'in the order sent');
    }
    const again = await this.caller.write(operation, { activities }, { key });
    assert.deepEqual([again.numbers, again.repeated], [numbers, true]);
    await this.badBatch(operation, activities);
  }

  async badBatch(operation, activities) {
    const head = await this.caller.head();
    const [first, second] = activities;
    const twin = { ...first, is_other: false };
    const wrong = [
      [[twin, twin], [2, 'is_other']],
      [[first, { ...second, kind: 'khong-co' }], [2, 'kind']],
      [[first, { ...second, on: '2021-02-31' }], [2, 'on']],
      [[first, second, { ...first, unit: 4_000_000_000 }], [3, 'unit']],
    ];
    for (const [rows, [row, field]] of wrong) {
      const answer = await this.caller.post(operation, { activities: rows });
      const said = this.document.assertProblem(answer, 422, `row ${row}, ${field}`);
      assert.deepEqual(
        said.faults.map((fault) => [fault.row, fault.field]),
        [[row, field]],
      );
    }
    const many = Array.from({ length: 501 }, () => first);
    const answer = await this.caller.post(operation, { activities: many });
    this.document.assertProblem(answer, 413, '501 at once');
    assert.deepEqual(await this.caller.factsOfPeople(head), [], 'nothing was written');
  }

  // What a copy hears, page by page, while others write, is what the list has.
  async mirror() {
    const list = this.document.by('activity.list');
    const copy = new Map();
    let from = 0;
    for (let pages = 0, more = true; more; pages += 1) {
      if (pages === 1) await this.annul();
      const query = `?unit=${this.unit}&changed_after=${from}&limit=2`;
      const { activities, changes } = await this.caller.read(list, { query });
      for (const one of activities) {
        assert.ok(one.position > from && one.position <= changes.up_to, JSON.stringify(changes));
        copy.set(one.id, one);
      }
      ({ up_to: from, more } = changes);
    }
    const truth = new Map();
    for (let next = 0; next !== undefined;) {
      const query = `?unit=${this.unit}&after=${next}`;
      const answer = await this.caller.read(list, { query });
      for (const one of answer.activities) truth.set(one.id, one);
      next = answer.next;
    }
    assert.ok(truth.size > 3);
    const sorted = (all) => [...all.values()].sort((a, b) => a.id - b.id);
    assert.deepEqual(sorted(copy), sorted(truth));
    const refused = await this.caller.get(list, { query: '?changed_after=0&kind=loa' });
    assert.equal(this.document.assertProblem(refused, 422, 'a part of a copy').field, 'kind');
  }

  async feed() {
    const from = Math.max(0, (await this.caller.head()) - 300);
    for (const after of [0, from]) {
      const path = `${base}/facts?after=${after}`;
      const { body, status } = await ask(this.caller.site, path, {
        headers: this.caller.headers(),
      });
      const first = JSON.parse(body.slice(0, body.indexOf('\n')));
      assert.deepEqual([status, first.seq], [200, after + 1]);
    }
    await this.write('plan.draft');
    const facts = await this.caller.facts(from);
    facts.forEach(({ seq }, i) => assert.equal(seq, from + 1 + i));
    assert.equal(facts.at(-1).seq, await this.caller.head());
    assert.ok(facts.some(({ kind }) => kind === 'plan.drafted'));
  }

  async stream() {
    const live = await Events.open(this.caller);
    const { position } = await this.write('plan.draft');
    const seen = await live.until(position);
    assert.equal(JSON.parse(seen.data).seq, position);
    await live.close();
    await this.write('plan.draft'); // while nobody listens
    const again = await Events.open(this.caller, seen.id);
    const last = await this.write('plan.draft');
    await again.until(last.position);
    await again.close();
    const ids = again.events.map(({ id }) => Number(id));
    const wanted = ids.map((_, i) => position + 1 + i);
    assert.deepEqual(ids, wanted, 'it goes on right after the last one seen');
    assert.ok(ids.length >= 2);
  }

  async annul() {
    const receipt = await this.write('activity.log');
    const { id, version } = await this.follow(receipt);
    const body = { seen_version: version, reason: 'Ghi nhầm' };
    const options = { numbers: { activity: id } };
    await this.caller.write(this.document.by('activity.annul'), body, options);
    assert.equal((await this.follow(receipt)).annulled, true);
  }
}

// The stream of facts, as a browser's EventSource would read it.
class Events {
  static async open(caller, last) {
    const events = new Events();
    events.stop = new AbortController();
    const headers = caller.headers({ accept: 'text/event-stream' });
    if (last !== undefined) headers['last-event-id'] = last;
    const url = `${caller.site}${base}/facts/stream`;
    const timer = setTimeout(() => events.stop.abort(), event_ms_max);
    const answer = await fetch(url, { headers, signal: events.stop.signal });
    clearTimeout(timer);
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-type'), /^text\/event-stream/);
    events.events = [];
    events.ended = events.read(answer.body).catch(() => {});
    return events;
  }

  async read(body) {
    const text = new TextDecoder();
    let rest = '';
    for await (const bytes of body) {
      rest += text.decode(bytes, { stream: true });
      const whole = rest.split('\n\n');
      rest = whole.pop();
      for (const frame of whole) this.take(frame);
    }
  }

  take(frame) {
    const event = {};
    for (const line of frame.split('\n')) {
      const [, name, value] = /^(\w*): ?(.*)$/.exec(line) ?? [];
      if (name) event[name] = name in event ? `${event[name]}\n${value}` : value;
    }
    if ('data' in event) this.events.push(event);
  }

  // The event of this position.
  async until(position) {
    const deadline = Date.now() + event_ms_max;
    for (;;) {
      const found = this.events.find(({ id }) => id === String(position));
      if (found) return found;
      const seen = this.events.map(({ id }) => id).join(', ');
      assert.ok(Date.now() < deadline, `no event ${position} in time; there were: ${seen}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async close() {
    this.stop.abort();
    await this.ended;
  }
}
