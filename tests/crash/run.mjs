// Kills the server under load, again and again, and asks after each: is every acknowledged action
// in the ledger exactly once, is nothing half done, was no mail sent twice but one that the kill
// cut off (quality requirement QR1). In between it is told to stop in order, which must lose
// nothing at all. What mail servers do to mails is tried in tests/mail.
//
// 20 kills, with LANTOA_LONG=1 3,000; LANTOA_KILLS=N for another number. After each 100 a new ledger
// begins, as the review of one reads it whole. LANTOA_SEED=N repeats a run; one that fails leaves its
// data folder and says where.
import assert from 'node:assert/strict';
import { Suite } from '../kit/report.mjs';
import { folder, must, Server } from '../kit/program.mjs';
import { readExport } from '../kit/export.mjs';
import { reviewMail } from '../kit/outgoing.mjs';
import { Book } from './book.mjs';
import { blobFaults, inspectRemains, inspectRunning, vaultFaults, viewsIn } from './inspect.mjs';
import { Load } from './load.mjs';
import { Random } from './random.mjs';
import { Sink } from './sink.mjs';

const kills = Number(process.env.LANTOA_KILLS ?? (process.env.LANTOA_LONG === '1' ? 3000 : 20));
const seed = Number(process.env.LANTOA_SEED ?? Date.now() % 1_000_000);
const kills_of_a_trial = 100;
const stop_every = 5; // an ordered stop after so many kills
const kill_ms_min = 50;
const kill_ms_max = 800;
const persons = 1500;
const staff = 24;
const views_before_stop = 25;
const mail_ms_max = 60_000;

const seqOf = (head) => Number(head.split(':')[0]);

// Reminders whose attempt behind this fact was interrupted, so that they were sent again. What a
// kill before it interrupted may be told at any time after it.
function interruptedSince(facts, seq) {
  const handed = new Map(); // reminder -> seq of the newest attempt
  const found = [];
  for (const fact of facts) {
    const { reminder, may_have_arrived } = fact.body;
    if (fact.kind === 'oversight.reminder_handed_over') handed.set(reminder, fact.seq);
    if (fact.kind !== 'oversight.reminder_postponed' || !may_have_arrived) continue;
    if (handed.get(reminder) > seq) found.push(reminder);
  }
  return found;
}

class Trial {
  constructor(place, random) {
    this.place = place;
    this.data = `${place}/data`;
    this.random = random;
    this.sink = new Sink(this.random);
    this.starts_ms = [];
    this.mail = {};
    this.after = { kills: 0, stops: 0 };
  }

  async prepare() {
    const sample = ['--persons', `${persons}`, '--days', '2'];
    await must('demo', '--data', this.data, '--load-only', ...sample);
    const { out } = await must('ledger', 'export', '--data', this.data);
    this.facts = readExport(out);
    this.head = (await must('ledger', 'head', '--data', this.data)).out.trim();
    this.book = new Book(this.facts.length);
    this.load = new Load(this.book, this.random);
    this.load.sample_persons = persons;
    this.load.look(this.facts);
    await this.sink.start();
    await this.startServer();
    await this.load.signIn(this.server.url);
    for (let i = 0; i < staff; i += 1) {
      await this.load.invite(this.server.url, this.load.somebody().person);
    }
  }

  async startServer() {
    const listen = ['--listen', '127.0.0.1:0', '--smtp', this.sink.url];
    this.server = await Server.start('serve', '--data', this.data, ...listen);
    this.starts_ms.push(this.server.ms);
  }

  // Load until `end` has ended the server; what it left is looked at before it starts again.
  async interrupt(ms, end, options) {
    const before = this.book.acknowledged().length;
    const working = this.load.run(this.server.url, options);
    await new Promise((resolve) => setTimeout(resolve, ms));
    const ended = await end();
    this.sink.endLife({ killed: ended.signal !== null });
    this.load.halt();
    await working;
    const remains = await inspectRemains(this.data, this.place);
    assert.deepEqual(remains.faults, []);
    const acknowledged = this.book.acknowledged();
    const lost = acknowledged.filter((action) => !remains.keys.has(action.key));
    assert.deepEqual(lost.map((action) => action.mark), [], 'acknowledged and not on the disk');
    this.began_seq = seqOf(remains.head);
    await this.startServer();
    return { ended, remains, acknowledged: acknowledged.length - before };
  }

  // As browsers do after the break: what was not answered is sent again until it is, and one of
  // each form that was answered, too; a form key must give the answer it gave before.
  async sendAgain() {
    const unanswered = this.book.unanswered();
    const forms = new Map();
    for (const action of this.book.acknowledged()) {
      const form = action.path.replace(/\d+/g, '');
      forms.set(form, [...(forms.get(form) ?? []), action]);
    }
    const again = [...forms.values()].map((actions) => this.random.pick(actions));
    for (const action of [...unanswered, ...again]) {
      await this.load.carry(this.server.url, action);
    }
    assert.deepEqual(this.load.faults, []);
    assert.deepEqual(this.book.unanswered().map((action) => action.mark), [], 'never answered');
    return unanswered.length;
  }

  async review(head) {
    const taken_before = this.sink.takings.length;
    const seen = await inspectRunning(this.data, this.place, head);
    this.facts = seen.facts;
    assert.deepEqual(seen.faults, []);
    assert.deepEqual(this.book.differences(this.facts), [], 'ledger against acknowledged actions');
    const mail = reviewMail(this.facts, { ...this.sink, taken_before }, this.book.first_seq);
    assert.deepEqual(mail.found, []);
    this.copies = mail.copies.length;
    this.load.look(this.facts);
    this.load.releaseHeld();
    this.mail = mail.ends;
    return seen.coverage;
  }

  async kill(ms) {
    const done = await this.interrupt(ms, () => this.server.kill(), { readers: true });
    const again = await this.sendAgain();
    await this.review(done.remains.head);
    this.after.kills += 1;
    return `${done.acknowledged} acknowledged, ${again} unanswered, ${this.facts.length} facts`;
  }

  // The views of a server's life are written before it ends, to the last one, and the mail under
  // way is seen through.
  async stop(ms) {
    const views = viewsIn(this.facts, 1);
    const began_seq = this.began_seq ?? seqOf(this.head);
    const visitor = this.load.readers[0];
    this.load.views = { sent: 0, answered: 0 };
    for (let i = 0; i < views_before_stop; i += 1) await this.load.view(this.server.url, visitor);
    assert.equal(this.load.views.answered, views_before_stop);
    let stop_ms = 0;
    const end = async () => {
      const began = Date.now();
      const ended = await this.server.stop();
      stop_ms = Date.now() - began;
      return ended;
    };
    const done = await this.interrupt(ms, end, { readers: false });
    assert.deepEqual(done.ended, { code: 0, signal: null });
    const again = await this.sendAgain();
    await this.review(done.remains.head);
    assert.equal(viewsIn(this.facts, 1) - views, views_before_stop, 'views in the ledger');
    assert.deepEqual(interruptedSince(this.facts, began_seq), [], 'mails that were interrupted');
    this.after.stops += 1;
    return `stopped in ${stop_ms} ms, ${done.acknowledged} acknowledged, ${again} unanswered`;
  }

  // No mail under way any more; then everything once more, on the stopped data.
  async settle() {
    this.sink.delay_ms_max = 0;
    const until = Date.now() + mail_ms_max;
    const busy = () => (this.mail['under way'] ?? 0) + (this.mail.waiting ?? 0);
    do {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await this.review(this.head);
    } while (busy() > 0 && Date.now() < until);
    assert.equal(busy(), 0, `mail stands still: ${JSON.stringify(this.mail)}`);
    assert.deepEqual(await this.server.stop(), { code: 0, signal: null });
    const own = await must('coverage', '--data', this.data);
    assert.equal(own.out, await this.review(this.head), 'coverage from ledger and export');
    assert.deepEqual(await blobFaults(this.data, this.facts), []);
    assert.deepEqual(await vaultFaults(this.data, this.facts), []);
    const opened = this.facts.filter((fact) => fact.kind === 'reach.item_opened');
    const articles = new Set(opened.map((fact) => fact.body.article));
    assert.equal(articles.size, opened.length, 'an article has one item');
  }

  async close() {
    await this.server?.kill();
    await this.sink.stop();
    for (const visitor of this.visitors()) visitor.close();
  }

  visitors() {
    const { planners = [], leader, district, ward, administrator, readers = [] } = this.load ?? {};
    const officers = [...planners, leader, district, ward, administrator].filter((one) => one);
    return [...officers, ...readers, ...(this.load?.staff ?? []).map((one) => one.visitor)];
  }
}

// What all trials together did.
class Sum {
  kills = 0;
  stops = 0;
  acknowledged = 0;
  facts = 0;
  taken = 0;
  copies = 0;
  starts_ms = [];
  reminders = {};

  add(trial) {
    this.kills += trial.after.kills;
    this.stops += trial.after.stops;
    this.acknowledged += trial.book.acknowledged().length;
    this.facts += trial.facts.length;
    this.taken += trial.sink.takings.length;
    this.copies += trial.copies;
    this.starts_ms.push(...trial.starts_ms);
    for (const [end, count] of Object.entries(trial.mail)) {
      this.reminders[end] = (this.reminders[end] ?? 0) + count;
    }
  }

  tell(failures) {
    const starts = this.starts_ms.sort((a, b) => a - b);
    const middle = starts[Math.floor(starts.length / 2)];
    const rate = (3 / this.kills).toPrecision(2);
    console.log(`
actions acknowledged        ${this.acknowledged}
facts in the ledgers        ${this.facts}
mails taken / again         ${this.taken} / ${this.copies}
reminders                   ${JSON.stringify(this.reminders)}
start, middle / longest     ${middle} ms / ${starts.at(-1)} ms
ordered stops               ${this.stops}
${failures} failures in ${this.kills} kills: ${
      failures === 0 ? `rate < 3/${this.kills} = ${rate} at 95 %` : 'see above'
    }
`);
  }
}

async function runTrial(suite, trial, first, count) {
  await suite.check('a demo is loaded, served, signed in to', () => trial.prepare());
  for (let round = first; round < first + count && suite.failed === 0; round += 1) {
    const ms = kill_ms_min + trial.random.below(kill_ms_max - kill_ms_min + 1);
    let told = '';
    await suite.check(`kill ${round} after ${ms} ms`, async () => (told = await trial.kill(ms)));
    if (told) console.log(`      ${told}, start ${trial.starts_ms.at(-1)} ms`);
    if (round % stop_every !== 0 || suite.failed > 0) continue;
    told = '';
    await suite.check(`an ordered stop after ${ms} ms`, async () => (told = await trial.stop(ms)));
    if (told) console.log(`      ${told}`);
  }
  if (suite.failed === 0) {
    await suite.check('in the end mail, coverage, texts and vault agree', () => trial.settle());
  }
  await trial.close();
}

const suite = new Suite();
const random = new Random(seed);
const sum = new Sum();
console.log(`seed ${seed}, ${kills} kills; repeat with LANTOA_SEED=${seed}`);
for (let first = 1; first <= kills && suite.failed === 0; first += kills_of_a_trial) {
  const place = await folder('lantoa-crash-');
  const trial = new Trial(place.path, random);
  await runTrial(suite, trial, first, Math.min(kills_of_a_trial, kills - first + 1));
  if (trial.after.kills > 0) sum.add(trial);
  if (suite.failed === 0) await place.remove();
  else console.log(`The data folder is left at ${place.path}; seed ${seed}`);
}
if (sum.kills > 0) sum.tell(suite.failed);
suite.close();
