// A mail server that lives in the test, so that it survives the kills and knows what it accepted.
// A message counts as accepted once its last line is here, whether or not the sender lives to hear
// so: a real server would deliver it.
import { createServer } from 'node:net';

const refusals_permille = 15;

export class Sink {
  constructor(random) {
    this.random = random;
    this.accepted = new Map(); // Message-ID -> how often
    this.delay_ms_max = 25;
    this.sockets = new Set();
  }

  async start() {
    this.server = createServer((socket) => this.talk(socket));
    await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `smtp://127.0.0.1:${this.server.address().port}`;
  }

  async stop() {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  talk(socket) {
    this.sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => this.sockets.delete(socket));
    let text = '';
    let in_message = false;
    const say = (line) => socket.writable && socket.write(`${line}\r\n`);
    say('220 sink');
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1');
      for (;;) {
        const end = text.indexOf(in_message ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const part = text.slice(0, end);
        text = text.slice(end + (in_message ? 5 : 2));
        if (in_message) {
          in_message = false;
          this.take(part, say);
        } else {
          in_message = /^DATA/i.test(part);
          this.answer(part, say, socket);
        }
      }
    });
  }

  answer(command, say, socket) {
    if (/^QUIT/i.test(command)) {
      say('221 bye');
      socket.end();
    } else {
      say(/^DATA/i.test(command) ? '354 go on' : '250 ok');
    }
  }

  take(message, say) {
    const id = /^Message-ID: *<([^>]+)>/im.exec(message)?.[1] ?? 'none';
    if (this.random.below(1000) < refusals_permille) {
      say('451 later');
      return;
    }
    this.accepted.set(id, (this.accepted.get(id) ?? 0) + 1);
    setTimeout(() => say('250 taken'), this.random.below(this.delay_ms_max + 1));
  }
}
