// QS12: behind a proxy each visitor has the limits of his own network, and nobody gets others by
// what he writes into his request. This suite is the proxy that is trusted, on 127.0.0.1: it appends
// whom it was asked by to what a visitor says of himself.
import { execute } from '../kit/program.mjs';
import * as comments from './comments.mjs';
import { ask, each, Findings } from './site.mjs';

const calls_of_network_max = 300; // without a token, in an hour (city/api_door.h)
const comments_of_network_max = 20; // in an hour (city/comment)
const more = 24; // of a network whose limit is reached

export const trusting = ['--behind-proxy', '127.0.0.1'];

// Each is another network, of addresses that nobody has (RFC 2544, RFC 3849).
let networks = 0;
function freshNetwork() {
  networks += 1;
  const number = networks;
  return {
    v4: (i) => `198.18.${number}.${(i % 250) + 1}`,
    v6: (i) => `2001:db8:${number}:1::${(i + 1).toString(16)}`,
  };
}
const claimed = (i) => `198.51.${i % 250}.9`;

// What a visitor may write, and how a proxy may write him: header lines of one request.
const ways = [
  (from) => ({ 'x-forwarded-for': from }),
  (from, i) => ({ 'x-forwarded-for': `${claimed(i)}, ${from}` }),
  (from, i) => ({ 'x-forwarded-for': [claimed(i), from] }),
  (from, i) => ({ 'x-forwarded-for': `${claimed(i)},, ${from}, ` }),
  (from, i) => ({ 'x-forwarded-for': `${claimed(i)}, 127.0.0.1, ${from}, 127.0.0.1` }),
  (from) => ({ 'x-forwarded-for': `unknown, ${from}` }),
  (from, i) => ({ 'x-forwarded-for': from, forwarded: `for=${claimed(i)}` }),
  (from, i) => ({ 'x-forwarded-for': from, 'x-real-ip': claimed(i), 'client-ip': claimed(i) }),
];
const ways_v4 = [
  ...ways,
  (from) => ({ 'x-forwarded-for': `::ffff:${from}` }),
  (from, i) => ({ 'x-forwarded-for': `${from}:${1024 + i}` }),
];
const ways_v6 = [...ways, (from, i) => ({ 'x-forwarded-for': `[${from}]:${1024 + i}` })];

const call = async (site, headers) => (await ask(site, '/api/v1/plans', { headers })).status;

async function callOften(site, found, what, headersOf) {
  const expect = async (i, status) => {
    const got = await call(site, headersOf(i));
    found.count(what);
    if (got !== status) found.fault(`${what}: ${got} in place of ${status} at the ${i + 1}th`);
  };
  await each(Array.from({ length: calls_of_network_max }), (_, i) => expect(i, 401));
  await each(Array.from({ length: more }), (_, i) => expect(calls_of_network_max + i, 429));
}

// Calls without a token cost nothing, so these are counted to their limit in every look.
export async function lookAtCalls(site) {
  const found = new Findings();
  const [one, other] = [freshNetwork(), freshNetwork()];
  await callOften(site, found, 'calls of one network', (i) =>
    ways_v4[i % ways_v4.length](one.v4(i), i),
  );
  await callOften(site, found, 'calls of one network of IPv6', (i) =>
    ways_v6[i % ways_v6.length](one.v6(i), i),
  );
  for (const from of [other.v4(0), other.v6(0)]) {
    const got = await call(site, { 'x-forwarded-for': from });
    if (got !== 401) found.fault(`another network is told ${got}`);
  }
  return found;
}

export const proxy_defects = {
  'the proxy names nobody': {
    request: ({ headers }) => delete headers['x-forwarded-for'],
  },
  'what the visitor wrote is believed': {
    request: ({ headers }) => {
      headers['x-forwarded-for'] = headers['x-forwarded-for'].split(',')[0];
    },
  },
  'everybody is one network': {
    request: ({ headers }) => {
      headers['x-forwarded-for'] = '198.19.255.1';
    },
  },
};

// `site` is asked from an address that is no proxy.
export async function lookAtStranger(site) {
  const found = new Findings();
  await callOften(site, found, 'calls of somebody who names others', (i) =>
    ways[i % ways.length](claimed(i), i),
  );
  return found;
}

// Addresses that are looked for afterwards: nothing is to be kept of them.
export const senders = { one: '198.18.251.77', other: '198.18.252.78' };

// Two visitors send comments; the first one more than may come from his network. How many were
// received is `received` of what is returned.
export async function lookAtComments(site) {
  const found = new Findings();
  const forms = [];
  for (let i = 0; i < comments_of_network_max + ways.length + 1; i += 1) {
    forms.push(await comments.fetchForm(site, 1));
  }
  await comments.pause(comments.form_age_ms);
  const send = async (i, headers) => {
    const fields = comments.filled(forms[i], { text: `Xin hỏi lịch sinh hoạt của tổ, lần ${i}.` });
    found.count('comments sent');
    return comments.send(site, 1, fields, headers);
  };
  found.received = 0;
  const expectReceived = (answer, whose) => {
    if (comments.isReceived(answer)) found.received += 1;
    else found.fault(`${whose}: ${answer.status}`);
  };
  const mine = Array.from({ length: comments_of_network_max });
  await each(mine, async (_, i) => {
    expectReceived(await send(i, { 'x-forwarded-for': senders.one }), 'one within his limit');
  });
  for (const [k, way] of ways.entries()) {
    const answer = await send(comments_of_network_max + k, way(senders.one, k));
    if (answer.status !== 429) found.fault(`one over his limit, way ${k}: ${answer.status}`);
  }
  const last = await send(forms.length - 1, { 'x-forwarded-for': senders.other });
  expectReceived(last, 'another one');
  return found;
}

// Files of the data folder that hold an address of a visitor.
export async function filesWith(data, address) {
  const { code, out } = await execute('grep', ['-rlaF', '--', address, data]);
  if (code > 1) throw new Error(`grep in ${data} ended with ${code}`);
  return out.split('\n').filter((line) => line !== '');
}
