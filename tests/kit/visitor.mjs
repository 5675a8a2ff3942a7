// A visitor with a browser's habits but no browser: keeps its session cookie, takes the form's
// secret from a page, sends forms, does not follow redirects.
import http from 'node:http';
import { randomBytes } from 'node:crypto';

const answer_ms_max = 20_000;

export const formKey = () => randomBytes(18).toString('base64url');

export class Visitor {
  constructor() {
    this.cookie = '';
    this.csrf = '';
    this.agent = new http.Agent({ keepAlive: true, maxSockets: 4 });
  }

  // { status, location, body }; rejects when no whole answer came.
  send(url, method, path, fields) {
    const body = fields ? new URLSearchParams(fields).toString() : '';
    // Named as a browser, so that what it reads counts as a view.
    const headers = { connection: 'keep-alive', 'user-agent': 'Mozilla/5.0 (tests)' };
    if (this.cookie) headers.cookie = this.cookie;
    if (fields) {
      headers['content-type'] = 'application/x-www-form-urlencoded';
      headers['content-length'] = Buffer.byteLength(body);
    }
    return new Promise((resolve, reject) => {
      const request = http.request(url + path, { method, headers, agent: this.agent }, (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('error', reject);
        answer.on('close', () => {
          if (!answer.complete) return reject(new Error('the answer broke off'));
          const set = answer.headers['set-cookie']?.find((one) => one.startsWith('__Host-lantoa='));
          if (set) this.cookie = set.split(';')[0];
          resolve({
            status: answer.statusCode,
            location: answer.headers.location ?? '',
            body: Buffer.concat(parts).toString('utf8'),
          });
        });
      });
      request.setTimeout(answer_ms_max, () => request.destroy(new Error('no answer in time')));
      request.on('error', reject);
      request.end(body);
    });
  }

  get(url, path) {
    return this.send(url, 'GET', path);
  }

  post(url, path, fields, key = formKey()) {
    return this.send(url, 'POST', path, { ...fields, khoa: key, csrf: this.csrf });
  }

  async signIn(url, login, password, start = '/ban-lam-viec') {
    const answer = await this.send(url, 'POST', '/dang-nhap', { login, password });
    if (answer.status !== 303) throw new Error(`${login} cannot sign in: ${answer.status}`);
    await this.takeSecret(url, start);
  }

  async followLink(url, path) {
    const answer = await this.get(url, path);
    if (answer.status !== 303) throw new Error(`${path} does not lead in: ${answer.status}`);
    await this.takeSecret(url, '/cua-toi');
  }

  async takeSecret(url, path) {
    const { status, body } = await this.get(url, path);
    const found = /name="csrf" value="([^"]+)"/.exec(body);
    if (status !== 200 || !found) throw new Error(`${path} shows no form: ${status}`);
    this.csrf = found[1];
  }

  close() {
    this.agent.destroy();
  }
}
