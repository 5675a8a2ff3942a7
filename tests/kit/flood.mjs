// A crowd: requests sent at a pace that does not wait for answers, each on a free connection of its
// own, over several addresses of this machine because one address may hold so many connections only.
//
//   const crowd = new Crowd(port, () => 'GET /van-ban HTTP/1.1\r\nHost: x\r\n\r\n');
//   await crowd.flood({ per_second: 5000, seconds: 3 });
//   crowd.answers: Map of status to count; crowd.unsaid: 503 without Retry-After; crowd.broken
import net from 'node:net';

const per_address = 1500;
const tick_ms = 5;

class Line {
  constructor(crowd, local) {
    this.crowd = crowd;
    this.text = '';
    this.missing = 0;
    this.busy = false;
    this.socket = net.connect({ host: '127.0.0.1', port: crowd.port, localAddress: local });
    this.socket.setNoDelay(true);
    this.socket.on('data', (bytes) => this.take(bytes));
    this.socket.on('error', () => this.end());
    this.socket.on('close', () => this.end());
  }

  send(request) {
    this.busy = true;
    this.asked = performance.now();
    this.socket.write(request);
  }

  take(bytes) {
    if (this.missing > 0) {
      this.missing -= bytes.length;
    } else {
      this.text += bytes.toString('latin1');
      const end = this.text.indexOf('\r\n\r\n');
      if (end < 0) return;
      this.head = this.text.slice(0, end);
      const length = Number(/content-length: (\d+)/i.exec(this.head)?.[1] ?? 0);
      this.missing = end + 4 + length - this.text.length;
      this.text = '';
    }
    if (this.missing <= 0 && this.busy) this.answered();
  }

  answered() {
    this.busy = false;
    this.crowd.answered(this.head, performance.now() - this.asked);
    if (/connection: close/i.test(this.head)) this.socket.destroy();
    else this.crowd.idle.push(this);
  }

  end() {
    if (this.gone) return;
    this.gone = true;
    this.crowd.left(this);
  }
}

export class Crowd {
  constructor(port, request, { lines_max = 4500 } = {}) {
    Object.assign(this, { port, request, lines_max });
    this.lines = new Set();
    this.idle = [];
    this.forget();
  }

  forget() {
    this.sent = 0;
    this.answers = new Map();
    this.unsaid = 0;
    this.broken = 0;
    this.held_back = 0; // could not even be sent: every connection was waiting for its answer
    this.good_ms = [];
  }

  count(status) {
    return this.answers.get(status) ?? 0;
  }

  answered(head, ms) {
    const status = Number(head.slice(9, 12));
    this.answers.set(status, this.count(status) + 1);
    if (status === 503 && !/retry-after: \d+/i.test(head)) this.unsaid += 1;
    if (status === 200) this.good_ms.push(ms);
  }

  left(line) {
    this.lines.delete(line);
    if (line.busy) this.broken += 1;
  }

  line() {
    while (this.idle.length > 0) {
      const line = this.idle.pop();
      if (!line.gone && !line.socket.destroyed) return line;
    }
    if (this.lines.size >= this.lines_max) return null;
    const local = `127.0.0.${2 + Math.floor(this.lines.size / per_address)}`;
    const line = new Line(this, local);
    this.lines.add(line);
    return line;
  }

  one() {
    const line = this.line();
    if (!line) {
      this.held_back += 1;
      return;
    }
    this.sent += 1;
    line.send(this.request(this.sent));
  }

  // So many at once.
  burst(requests) {
    for (let i = 0; i < requests; i += 1) this.one();
  }

  async flood({ per_second, seconds }) {
    const began = performance.now();
    let due = 0;
    for (;;) {
      const passed = (performance.now() - began) / 1000;
      if (passed >= seconds) return;
      const wanted = Math.floor(passed * per_second);
      for (; due < wanted; due += 1) this.one();
      await new Promise((resolve) => setTimeout(resolve, tick_ms));
    }
  }

  // Until everything sent was answered or broke off.
  async settle(ms_max = 60_000) {
    const until = performance.now() + ms_max;
    const under_way = () => [...this.lines].some((line) => line.busy);
    while (under_way() && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return !under_way();
  }

  close() {
    for (const line of this.lines) {
      line.busy = false;
      line.socket.destroy();
    }
  }
}
