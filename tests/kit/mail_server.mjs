// A mail server that lives in the test, so that it survives the kills and knows what it took. A
// message counts as taken once its last line is here, whether or not the sender lives to hear so: a
// real server would deliver it.
//
//   const server = new MailServer((step, mail) => …);
//   await server.start();  // server.url
//   server.takings: { id, to, text, life, at, told, broken } of each message taken, in order;
//     told: the 250 was said; broken: it was not, because the server was asked to cut it off
//
// What it is asked before each answer, `step`: greeting, EHLO, MAIL, RCPT, DATA, "text" (the first
// bytes of a message), "." (its end), QUIT; `mail`: { to, id, … } as far as known. What it is
// answered: nothing (it is polite), or any of
//   { say: '450 later' }  text, or bytes that are sent as they are
//   { after_ms: 20 }      it thinks so long before it speaks
//   { take: true }        at ".": the message is taken; without it, when 250 is said
//   { silent: true }      it says nothing, and listens
//   { reset: true }       it cuts the connection off
//
// A life is one of the sender's, from start to end; the test says when one is over.
import { createServer } from 'node:net';

const polite = {
  greeting: '220 sink ready',
  EHLO: '250 sink',
  DATA: '354 go on',
  '.': '250 taken',
  QUIT: '221 bye',
};
const header = (text, name) => new RegExp(`^${name}: *(.*)$`, 'im').exec(text)?.[1] ?? '';

class Conversation {
  constructor(server, socket) {
    Object.assign(this, { server, socket, input: '', in_text: false });
    this.was_silent = false; // an answer is owed
    this.mail = {};
    this.under_way = null; // { life, taking }: from DATA to the 250
    socket.on('error', () => {});
    socket.on('close', () => this.closed());
    socket.on('data', (bytes) => this.hear(bytes.toString('latin1')));
    this.act('greeting');
  }

  hear(text) {
    if (this.was_silent) this.server.asked_on += 1;
    this.input += text;
    if (this.in_text && this.act('text', true)) return;
    for (;;) {
      const end = this.input.indexOf(this.in_text ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const part = this.input.slice(0, end);
      this.input = this.input.slice(end + (this.in_text ? 5 : 2));
      if (this.in_text) {
        this.in_text = false;
        this.act('.', false, part);
      } else {
        this.obey(part);
      }
    }
  }

  obey(command) {
    const step = command.slice(0, 4).toUpperCase();
    if (step === 'MAIL') this.mail = { life: this.server.life };
    if (step === 'RCPT') this.mail.to = /<([^>]*)>/.exec(command)?.[1] ?? '';
    this.act(step);
  }

  // true: it did something of its own.
  act(step, only_if_asked = false, text = '') {
    if (step === '.') {
      Object.assign(this.mail, { text, id: header(text, 'Message-ID').slice(1, -1) });
    }
    const wish = this.server.behave(step, this.mail) ?? {};
    if (only_if_asked && !wish.reset) return false;
    const say = wish.say ?? polite[step] ?? '250 ok';
    const is_broken = wish.reset === true || wish.silent === true;
    if (step === '.' && (wish.take ?? (!is_broken && `${say}`.startsWith('250')))) {
      this.take(is_broken);
    }
    if (is_broken) this.under_way = null; // no cut of the sender's
    if (wish.reset) this.socket.resetAndDestroy();
    else if (wish.silent) this.was_silent = true;
    else if (wish.after_ms) setTimeout(() => this.say(step, say), wish.after_ms);
    else this.say(step, say);
    return true;
  }

  take(broken) {
    const { id, to, text, life } = this.mail;
    const taking = { id, to, text, life, at: Date.now(), told: false, broken };
    this.server.takings.push(taking);
    if (this.under_way) this.under_way.taking = taking;
  }

  say(step, what) {
    if (!this.socket.writable) return;
    this.socket.write(typeof what === 'string' ? `${what}\r\n` : what);
    if (step === 'QUIT') this.socket.end();
    if (step === 'DATA' && `${what}`.startsWith('354')) {
      this.in_text = true;
      this.under_way = { life: this.mail.life, taking: null };
    }
    if (step !== '.') return;
    if (this.under_way?.taking) this.under_way.taking.told = true;
    this.under_way = null;
  }

  closed() {
    this.server.conversations.delete(this);
    if (this.under_way) this.server.cuts.push(this.under_way);
    this.under_way = null;
  }
}

export class MailServer {
  constructor(behave = () => null) {
    this.behave = behave;
    this.takings = [];
    this.life = 1;
    this.killed = new Set(); // lives that were cut off
    this.cuts = []; // { life, taking } of senders that were gone between DATA and the 250
    this.asked_on = 0; // times somebody went on talking although an answer was owed
    this.conversations = new Set();
  }

  async start() {
    this.server = createServer((socket) => {
      this.conversations.add(new Conversation(this, socket));
    });
    await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `smtp://127.0.0.1:${this.server.address().port}`;
  }

  async stop() {
    this.hangUp();
    await new Promise((resolve) => this.server.close(resolve));
  }

  hangUp() {
    for (const { socket } of this.conversations) socket.destroy();
  }

  // The sender's life is over: it was killed, or it ended in order.
  endLife({ killed }) {
    if (killed) this.killed.add(this.life);
    this.life += 1;
  }
}
