// QS7, QS9 at the border of HTTP: whatever a program sends that no browser would. Each request has
// a connection of its own and is written here byte by byte, since no client would send it. Refused
// means: the status that is expected, the headers that every answer has, nothing of what was sent
// shown again as markup, and that the next visitor is answered.
import { createConnection } from 'node:net';
import { ask, each, Findings, form_type, signIn } from './site.mjs';
import { judge } from './headers.mjs';
import { routes } from './pages.mjs';
import { fill } from './forgery.mjs';

const answer_ms_max = 30_000;
const mark = 'dau-vet-9c1e<b>';
const key = 'aaaaaaaaaaaaaaaaaaaaaaaa';
const head_bytes_over = 20 * 1024;
const target_bytes_over = 13 * 1024;
const body_bytes_over = 9 * 1024 * 1024;
const fields_over = 5_000;

// { status, headers, body }: of the first answer to these bytes; status 0: closed without one.
function sendRaw(site, bytes) {
  const { hostname, port } = new URL(site);
  return new Promise((resolve, reject) => {
    const parts = [];
    const socket = createConnection({ host: hostname, port: Number(port) }, () => {
      socket.write(bytes);
    });
    const done = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(readAnswer(Buffer.concat(parts).toString('latin1')));
    };
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`no answer to ${String(bytes).slice(0, 60)}`));
    }, answer_ms_max);
    socket.on('data', (part) => {
      parts.push(part);
      if (isWhole(Buffer.concat(parts).toString('latin1'))) done();
    });
    // A refusal may close while what is too long is still being sent.
    socket.on('error', done);
    socket.on('close', done);
  });
}

function readAnswer(text) {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return { status: 0, headers: {}, body: '' };
  const [line, ...lines] = text.slice(0, end).split('\r\n');
  const headers = {};
  for (const one of lines) {
    const colon = one.indexOf(':');
    const [name, value] = [one.slice(0, colon).toLowerCase(), one.slice(colon + 1).trim()];
    if (name === 'set-cookie') headers[name] = [...(headers[name] ?? []), value];
    else headers[name] = value;
  }
  return { status: Number(line.split(' ')[1]), headers, body: text.slice(end + 4) };
}

function isWhole(text) {
  const { status, headers, body } = readAnswer(text);
  return status >= 200 && body.length >= Number(headers['content-length'] ?? 0);
}

const host = 'Host: a\r\n';
const get = (target, more = '') => `GET ${target} HTTP/1.1\r\n${host}${more}\r\n`;
const post = (more, body = '') => `POST /dang-nhap HTTP/1.1\r\n${host}${more}\r\n${body}`;

// By kind: what it is, the bytes, the status.
const raw = {
  'twice or against each other': [
    ['two hosts', `GET / HTTP/1.1\r\n${host}Host: b\r\n\r\n`, 400],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['a host with a name before it', 'GET / HTTP/1.1\r\nHost: u@a\r\n\r\n', 400],
    ['two lengths', post('Content-Length: 1\r\nContent-Length: 2\r\n', 'ab'), 400],
    ['the same length twice', post('Content-Length: 2\r\nContent-Length: 2\r\n', 'ab'), 400],
    ['two lengths in one', post('Content-Length: 2, 2\r\n', 'ab'), 400],
    ['a length and pieces', post('Content-Length: 2\r\nTransfer-Encoding: chunked\r\n'), 400],
    ['pieces and a length', post('Transfer-Encoding: chunked\r\nContent-Length: 2\r\n'), 400],
    ['pieces twice', post('Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n'), 400],
    ['pieces packed', post('Transfer-Encoding: gzip, chunked\r\n'), 400],
    ['pieces that are none', post('Transfer-Encoding: xchunked\r\n'), 400],
    ['pieces in HTTP/1.0', 'POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n', 400],
  ],
  'not to be read': [
    ['a signed length', post('Content-Length: +2\r\n', 'ab'), 400],
    ['a length in hex', post('Content-Length: 0x2\r\n', 'ab'), 400],
    ['a length without end', post(`Content-Length: ${'9'.repeat(40)}\r\n`), 400],
    ['a piece of no length', post('Transfer-Encoding: chunked\r\n', 'x\r\n'), 400],
    ['a piece without end', post('Transfer-Encoding: chunked\r\n', `${'F'.repeat(17)}\r\n`), 400],
    ['a folded header', get('/', 'X: 1\r\n 2\r\n'), 400],
    ['a blank before the colon', get('/', 'X : 1\r\n'), 400],
    ['a header without a name', get('/', ': 1\r\n'), 400],
    ['a header without a colon', get('/', 'X\r\n'), 400],
    ['a bare line feed', get('/', 'X: 1\n2\r\n'), 400],
    ['a bare return', get('/', 'X: 1\r2\r\n'), 400],
    ['a zero in a header', get('/', 'X: 1\x002\r\n'), 400],
    ['another protocol', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    ['HTTP/2', `GET / HTTP/2.0\r\n${host}\r\n`, 400],
    ['HTTP/0.9', 'GET /\r\n\r\n', 400],
    ['two blanks', `GET  / HTTP/1.1\r\n${host}\r\n`, 400],
    ['an expectation of its own', get('/', 'Expect: miracles\r\n'), 417],
  ],
  addresses: [
    ['out of the folder', get('/a/../b'), 400],
    ['out of the folder, coded', get('/a/%2e%2e/b'), 400],
    ['a coded slash', get('/a%2fb'), 400],
    ['a coded zero', get('/a%00'), 400],
    ['a coded line feed', get(`/a%0d%0aSet-Cookie:%20${mark}`), 400],
    ['half a code', get('/a%'), 400],
    ['no UTF-8', get('/a%ff'), 400],
    ['a fragment', get('/a#b'), 400],
    ['no path', get('a'), 400],
    ['another scheme', get('ftp://b/'), 400],
    ['a name and password', get('http://u:p@b/'), 400],
    ['a tunnel', 'CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n', 400],
    ['the server itself', `OPTIONS * HTTP/1.1\r\n${host}\r\n`, 400],
  ],
  'too much': [
    ['an address', get(`/${'a'.repeat(target_bytes_over)}`), 414],
    ['a header', get('/', `X: ${'a'.repeat(head_bytes_over)}\r\n`), 431],
    ['many headers', get('/', 'X-A: 1234567890\r\n'.repeat(head_bytes_over / 16)), 431],
    ['cookies', get('/', `Cookie: ${'a=1; '.repeat(head_bytes_over / 5)}\r\n`), 431],
    ['a body that is announced', post(`Content-Length: ${body_bytes_over}\r\n`), 413],
    ['a piece of a body', post('Transfer-Encoding: chunked\r\n', 'FFFFFF0\r\nab'), 413],
    [
      'a piece with a long name',
      post('Transfer-Encoding: chunked\r\n', `1;${'a'.repeat(head_bytes_over)}`),
      431,
    ],
  ],
};

async function lookAtRaw(site, found, spoil) {
  for (const [kind, requests] of Object.entries(raw)) {
    for (const [what, bytes, status] of requests) {
      const answer = await sendRaw(site, Buffer.from(bytes, 'latin1'));
      spoil(answer, kind);
      found.count(kind);
      if (answer.status !== status) found.fault(`${kind}, ${what}: ${answer.status}`);
      if (answer.status < 400) continue;
      judge(found, `${kind}, ${what}`, answer);
      const type = answer.headers['content-type'] ?? '';
      if (!/^text\/(plain|html); charset=utf-8$/.test(type)) found.fault(`${what}: ${type}`);
      if (answer.headers['set-cookie']) found.fault(`${what}: sets a cookie`);
      if (answer.body.includes('<b>')) found.fault(`${what}: shows what was sent`);
    }
  }
}

// No method but GET, HEAD and POST does anything anywhere, and none shows what was sent.
async function lookAtMethods(site, found, all, cookie, spoil) {
  const methods = ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'LOCK', 'get'];
  const paths = [...new Set(all.map(({ pattern }) => fill(pattern)))];
  await each(paths, async (path, i) => {
    const method = methods[i % methods.length];
    const head = `${host}Cookie: ${cookie}\r\nX-A: ${mark}\r\n`;
    const answer = await sendRaw(site, `${method} ${path} HTTP/1.1\r\n${head}\r\n`);
    spoil(answer, 'other methods');
    found.count('other methods');
    if (answer.status !== 405) found.fault(`${method} ${path}: ${answer.status}`);
    if (!answer.headers.allow) found.fault(`${method} ${path}: does not say what it takes`);
    if (answer.body.includes(mark)) found.fault(`${method} ${path} shows what was sent`);
  });
}

// A form that is none: of another type, cut, twice, or too long, by somebody signed in with the
// right token in it wherever there is room for one.
async function lookAtForms(site, found, forms, { cookie, csrf }, spoil) {
  const fields = `khoa=${key}&csrf=${csrf}`;
  const parted = (body) => ['multipart/form-data; boundary=b', body];
  const part = (name, value) =>
    `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const urlencoded = form_type['content-type'];
  const shapes = {
    'of no type': ['', fields, [422]],
    'as text': ['text/plain', fields, [422]],
    'as JSON': ['application/json', JSON.stringify({ khoa: key, csrf }), [422]],
    'as XML': ['text/xml', '<a/>', [422]],
    'in parts without a border': ['multipart/form-data', part('csrf', csrf), [422]],
    'in parts that are cut': [...parted(part('csrf', csrf)), [422]],
    'in parts, one twice': [...parted(`${part('csrf', csrf).repeat(2)}--b--\r\n`), [422]],
    'with its token twice': [urlencoded, `${fields}&csrf=${'0'.repeat(csrf.length)}`, [422]],
    'with the right token last': [
      urlencoded,
      `khoa=${key}&csrf=${'0'.repeat(csrf.length)}&csrf=${csrf}`,
      [422],
    ],
    'with half a code': [urlencoded, `${fields}&a=%`, [422]],
    'with a zero': [urlencoded, `${fields}&a=%00`, [422]],
    'not in UTF-8': [urlencoded, `${fields}&a=%C3%28`, [422]],
    'with too many fields': [
      urlencoded,
      `${fields}&${Array.from({ length: fields_over }, (_, i) => `a${i}=`).join('&')}`,
      [413],
    ],
  };
  const all = forms.flatMap((form) => Object.entries(shapes).map((shape) => [form, shape]));
  await each(all, async ([{ pattern }, [how, [type, body, statuses]]]) => {
    const path = fill(pattern);
    const headers = { cookie, ...(type ? { 'content-type': type } : {}) };
    const answer = await ask(site, path, { method: 'POST', headers, body });
    spoil(answer, 'forms that are none');
    found.count('forms that are none');
    // What this person may not do is refused before the form is read.
    if (![...statuses, 403].includes(answer.status)) {
      found.fault(`${path} ${how}: ${answer.status}`);
    }
    if (answer.headers['set-cookie']) found.fault(`${path} ${how} sets a cookie`);
  });
}

// Origins by the dozen on the forms that anybody may send; each of them keeps the form out.
async function lookAtOrigins(site, found, spoil) {
  const own = 'Origin: http://a\r\n';
  const heads = [
    'Origin: https://khac.example\r\n',
    'Origin: null\r\n',
    'Origin: http://a.khac.example\r\n',
    'Origin: http://khac.example/a\r\n',
    'Origin: http://a:81\r\n',
    'Origin: a\r\n',
    `${own}Origin: https://khac.example\r\n`,
    `Origin: https://khac.example\r\n${own}`,
    `${own}Sec-Fetch-Site: cross-site\r\n`,
    `${own}Sec-Fetch-Site: same-origin\r\nSec-Fetch-Site: cross-site\r\n`,
    'Sec-Fetch-Site: same-site\r\n',
    'Sec-Fetch-Site: none, cross-site\r\n',
  ];
  const body = `khoa=${key}&login=a&password=b`;
  for (const path of ['/dang-nhap', '/bai/1/gop-y', '/bai/1/danh-gia', '/gop-y/xoa']) {
    for (const said of heads) {
      const length = `Content-Length: ${body.length}\r\n`;
      const type = `Content-Type: ${form_type['content-type']}\r\n`;
      const request = `POST ${path} HTTP/1.1\r\n${host}${type}${length}${said}\r\n${body}`;
      const answer = await sendRaw(site, request);
      spoil(answer, 'foreign origins');
      found.count('foreign origins');
      if (answer.status !== 403) found.fault(`${path} ${said.trim()}: ${answer.status}`);
    }
  }
}

// `spoil(answer, kind)`: what a defect would have made of an answer; with one, less is asked.
export async function lookAtRefusals(site, spoil) {
  const found = new Findings();
  const some = (list) => (spoil ? list.slice(0, 16) : list);
  const change = spoil ?? (() => {});
  const all = (await routes()).filter(({ pattern }) => !pattern.startsWith('/su-kien/'));
  const is_form = ({ method, pattern }) => method === 'POST' && !pattern.startsWith('/api/');
  const session = await signIn(site, 'stp.chuyenvien');
  await lookAtRaw(site, found, change);
  await lookAtMethods(site, found, some(all), session.cookie, change);
  await lookAtForms(site, found, some(all.filter(is_form)), session, change);
  await lookAtOrigins(site, found, change);
  const { cookie } = session;
  for (const kind of ['other methods', 'forms that are none', 'foreign origins']) {
    if (!found.counts[kind]) found.fault(`${kind}: none was tried`);
  }
  const still = await ask(site, '/ban-lam-viec', { headers: { cookie } });
  if (still.status !== 200) found.fault('what was refused signed somebody out');
  found.counts['the least score of refusals'] = found.least;
  return found;
}

// No double of the site stands between: it would refuse most of this by itself.
const when = (wanted, change) => (answer, kind) => {
  if (kind === wanted) change(answer);
};
export const refusal_defects = {
  'two lengths are read': when('twice or against each other', (answer) => (answer.status = 200)),
  'its own answers lack the policy': when(
    'too much',
    (answer) => delete answer.headers['content-security-policy'],
  ),
  'what was sent is shown again': when('addresses', (answer) => (answer.body += mark)),
  'another method is answered': when('other methods', (answer) => (answer.status = 200)),
  'a form of another type is read': when('forms that are none', (answer) => {
    if (answer.status === 422) answer.status = 303;
  }),
  'a foreign origin is let in': when('foreign origins', (answer) => (answer.status = 303)),
};
