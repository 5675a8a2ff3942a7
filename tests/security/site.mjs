// How the checks speak to the site, and the site with a defect put into it: a check that does not
// see the defect proves nothing.
import assert from 'node:assert/strict';
import { createServer, request as httpRequest, Agent } from 'node:http';

const answer_ms_max = 30_000;
const agent = new Agent({ keepAlive: true, maxSockets: 8 });

// As it came: { status, headers (lower case; what repeats as an array), body }. Not followed.
export function ask(site, path, { method = 'GET', headers = {}, body } = {}) {
  const { hostname, port } = new URL(site);
  const sent = { ...headers };
  if (body !== undefined) sent['content-length'] = Buffer.byteLength(body);
  return new Promise((resolve, reject) => {
    const options = { hostname, port, path, method, headers: sent, agent };
    const request = httpRequest(options, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        resolve({ status: answer.statusCode, headers: answer.headers, body: text });
      });
    });
    request.setTimeout(answer_ms_max, () => request.destroy(new Error(`no answer: ${path}`)));
    request.on('error', reject);
    request.end(body);
  });
}

export const form_type = { 'content-type': 'application/x-www-form-urlencoded' };

export function post(site, path, fields, headers = {}) {
  const body = new URLSearchParams(fields).toString();
  return ask(site, path, { method: 'POST', headers: { ...form_type, ...headers }, body });
}

export function hidden(html, name) {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}

// So many at a time, in order of their beginning.
export async function each(list, work, at_once = 8) {
  let next = 0;
  const lane = async () => {
    while (next < list.length) {
      const i = next;
      next += 1;
      await work(list[i], i);
    }
  };
  await Promise.all(Array.from({ length: at_once }, lane));
}

// { cookie, csrf }: somebody signed in.
export async function signIn(site, login, password = 'lan-toa-mau-2021') {
  const answer = await post(site, '/dang-nhap', { login, password });
  assert.equal(answer.status, 303, `${login} signs in`);
  const cookie = answer.headers['set-cookie'][0].split(';')[0];
  const start = await ask(site, '/ban-lam-viec', { headers: { cookie } });
  return { cookie, csrf: hidden(start.body, 'csrf') };
}

// The site as it would be with a defect: `spoil` changes the request before it goes on, or the
// answer before it comes back.
export class Double {
  static async of(site, { request = () => {}, answer = () => {} }) {
    const double = new Double();
    double.server = createServer((asked, reply) => {
      const parts = [];
      asked.on('data', (part) => parts.push(part));
      asked.on('end', async () => {
        const sent = {
          path: asked.url,
          method: asked.method,
          headers: { ...asked.headers },
          body: parts.length > 0 ? Buffer.concat(parts).toString('utf8') : undefined,
        };
        delete sent.headers['content-length'];
        delete sent.headers['accept-encoding'];
        request(sent);
        try {
          const got = await ask(site, sent.path, sent);
          delete got.headers['transfer-encoding'];
          answer(got, { ...sent, site });
          got.headers['content-length'] = Buffer.byteLength(got.body);
          reply.writeHead(got.status, got.headers);
          reply.end(asked.method === 'HEAD' ? '' : got.body);
        } catch (error) {
          reply.writeHead(599).end(String(error));
        }
      });
    });
    await new Promise((resolve) => double.server.listen(0, '127.0.0.1', resolve));
    double.url = `http://127.0.0.1:${double.server.address().port}`;
    return double;
  }

  close() {
    this.server.closeAllConnections?.();
    return new Promise((resolve) => this.server.close(resolve));
  }
}

// What every check comes down to: what it looked at, and what was wrong.
export class Findings {
  constructor() {
    this.faults = [];
    this.counts = {};
  }

  count(what, by = 1) {
    this.counts[what] = (this.counts[what] ?? 0) + by;
  }

  fault(text) {
    this.faults.push(text);
  }

  toString() {
    const counts = Object.entries(this.counts).map(([what, n]) => `${n} ${what}`);
    return counts.join(', ');
  }

  assertNone() {
    const some = this.faults.slice(0, 12).join('\n  ');
    assert.equal(this.faults.length, 0, `${this.faults.length} faults:\n  ${some}`);
  }
}

// `look(site, pages_max)` gives Findings. On the site itself there must be none; on a double of it
// none either, and with each defect some. Doubles are looked at less far: `few` pages.
const few = 300;

export async function checkAndDoubt(suite, label, site, look, defects) {
  await suite.check(label, async () => {
    const found = await look(site);
    console.log(`      ${found}`);
    found.assertNone();
  });
  await doubt(suite, label, site, look, defects);
}

export async function doubt(suite, label, site, look, defects) {
  const lookAt = async (spoil) => {
    const double = await Double.of(site, spoil);
    try {
      return await look(double.url, few);
    } finally {
      await double.close();
    }
  };
  await suite.check(`${label}: nothing is seen without a defect`, async () => {
    (await lookAt({})).assertNone();
  });
  for (const [what, spoil] of Object.entries(defects)) {
    await suite.check(`${label}: seen when ${what}`, async () => {
      assert.ok((await lookAt(spoil)).faults.length > 0, 'the defect was not seen');
    });
  }
}
