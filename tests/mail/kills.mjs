// kill -9 while mails go out through a server that has its moods, again and again; in the end every
// mail that was promised has arrived, and no more copies than kills could make.
import assert from 'node:assert/strict';
import { lostMails, reviewMail } from '../kit/outgoing.mjs';
import { MailServer } from '../kit/mail_server.mjs';
import { formKey } from '../kit/visitor.mjs';
import { Office, pause, until } from './office.mjs';

const officers = 4;
const speed = 300; // five minutes are a second
const kill_ms_max = 250; // after the first mail of a life
const think_ms_max = 25;
const begin_ms_max = 20_000;
const settle_ms_max = 60_000;
const smtp_seconds = 20; // no hanging here

export class Kills {
  constructor(random, rounds) {
    Object.assign(this, { random, rounds, kills: 0, unanswered: [], is_calm: false });
    this.server = new MailServer((step) => this.mood(step));
    this.begun = 0; // the life of which the server saw a mail
  }

  async prepare(from, data) {
    await this.server.start();
    this.office = await Office.copy(from, data, this.server, smtp_seconds);
    this.queue = this.office.open();
    this.at_a_time = Math.max(officers, Math.floor(this.queue.length / (this.rounds + 2)));
    await this.office.start(speed);
    await this.office.signIn(officers);
  }

  // In a hundred conversations some go wrong; the goodbye of a killed sender is never heard.
  mood(step) {
    if (step === 'MAIL') this.begun = this.server.life;
    if (this.is_calm) return null;
    const n = this.random.below(100);
    if (step === 'RCPT') return n < 3 ? { say: '450 greylisted' } : null;
    if (step === 'text') return n < 1 ? { reset: true } : null;
    if (step !== '.') return null;
    if (n < 3) return { reset: true, take: true };
    if (n < 5) return { reset: true };
    if (n < 8) return { say: '451 later' };
    return { after_ms: this.random.below(think_ms_max + 1) };
  }

  // Urgings until the office is gone; what was not answered is sent again by the same officer with
  // its key, as a browser would.
  async work(actions) {
    for (const [i, { about, key, visitor }] of actions.entries()) {
      const answer = await this.office.urge(about, key, visitor);
      if (answer?.status === 303) continue;
      assert.ok(!answer || answer.status === 503, `urging was answered ${answer?.status}`);
      this.unanswered.push(...actions.slice(i));
      return;
    }
  }

  async urge(count) {
    const { visitors } = this.office;
    const fresh = this.queue.splice(0, count).map((about, i) => {
      return { about, key: formKey(), visitor: visitors[i % visitors.length] };
    });
    const actions = [...this.unanswered.splice(0), ...fresh];
    await Promise.all(
      visitors.map((one) => this.work(actions.filter(({ visitor }) => visitor === one))),
    );
  }

  async kill() {
    const { life } = this.server;
    const working = this.urge(this.at_a_time);
    await until('a mail of this life', begin_ms_max, () => this.begun === life);
    const ms = this.random.below(kill_ms_max);
    await pause(ms);
    await this.office.program.kill();
    this.server.endLife({ killed: true });
    this.kills += 1;
    await working;
    await this.office.start(speed);
    return `${ms} ms after its first mail, ${await this.review()}`;
  }

  async review() {
    const taken_before = this.server.takings.length;
    const facts = await this.office.look();
    const seen = reviewMail(facts, { ...this.server, taken_before }, this.office.first_seq);
    assert.deepEqual(seen.found, []);
    Object.assign(this, seen);
    return `${this.server.takings.length} taken, ${JSON.stringify(seen.ends)}`;
  }

  isBusy() {
    const { waiting = 0, postponed = 0 } = this.ends;
    return waiting + postponed + (this.ends['under way'] ?? 0) > 0;
  }

  // The server is well, and everybody has time.
  async settle() {
    this.is_calm = true;
    await this.urge(0);
    assert.deepEqual(this.unanswered, []);
    await until('every mail is seen through', settle_ms_max, async () => {
      await this.review();
      return !this.isBusy();
    });
    assert.deepEqual(await this.office.program.stop(), { code: 0, signal: null });
    const { takings, killed } = this.server;
    await this.review();
    const lost = lostMails(this.office.facts, takings, this.office.first_seq);
    assert.deepEqual(lost, []);
    assert.deepEqual(Object.keys(this.ends), ['Sent']); // every unit of the demo has a mailbox
    // A kill explains one copy: of the mail that was between DATA and its 250, or whose 250 had
    // just been said and was not in the ledger yet.
    const cut = this.server.cuts.filter(({ life }) => killed.has(life)).length;
    const again = this.copies.filter(({ broken }) => !broken);
    const unheard = again.filter(({ told }) => !told).length;
    assert.ok(unheard <= cut, `${unheard} copies and ${cut} kills between DATA and the 250`);
    assert.ok(again.length - unheard <= this.kills - cut, 'copies of mails whose 250 was said');
    assert.equal(this.server.asked_on, 0, 'went on talking although an answer was owed');
    return {
      kills: this.kills,
      cut,
      unheard,
      told: again.length - unheard,
      broken: this.copies.length - again.length,
      promised: this.ends.Sent,
      lost: lost.length,
      taken: takings.length,
    };
  }

  async close() {
    await this.office?.close();
    await this.server.stop();
  }
}
