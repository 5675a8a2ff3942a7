// An export read by somebody else's program: the chain recomputed from its definition in
// src/platform/ledger/fact.h, and coverage counted from the facts alone in the plainest way, so
// that it shares no idea with the counters it is compared with.
import { createHash } from 'node:crypto';

// { seq, at, actor, kind, subject, body, bodyText, chain } of every line.
export function readExport(ndjson) {
  return ndjson
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const fact = JSON.parse(line);
      const from = line.indexOf(',"body":') + ',"body":'.length;
      fact.bodyText = line.slice(from, line.lastIndexOf(',"chain":"'));
      return fact;
    });
}

function integer(value) {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
}

export function nextChain(previous, { seq, at_ms, actor, kind, subject, bodyText }) {
  const hash = createHash('sha256').update(previous).update(integer(seq)).update(integer(at_ms));
  for (const text of [actor, kind, subject, bodyText]) {
    const bytes = Buffer.from(text, 'utf8');
    hash.update(integer(bytes.length)).update(bytes);
  }
  return hash.digest();
}

// The seq of the first fact whose chain value is not what it should be; 0 when all are right.
export function firstBrokenLink(facts) {
  let chain = Buffer.alloc(32);
  for (const fact of facts) {
    chain = nextChain(chain, { ...fact, at_ms: Date.parse(fact.at) });
    if (chain.toString('hex') !== fact.chain) return fact.seq;
  }
  return 0;
}

// "1001-1050,1055" as numbers.
export function numbers(text) {
  if (text === '') return [];
  return text.split(',').flatMap((part) => {
    const [first, last] = part.split('-').map(Number);
    return Array.from({ length: (last ?? first) - first + 1 }, (_, i) => first + i);
  });
}

// The seq of the last fact of `day` ("2021-06-15"), the one before the next day was turned.
export function endOfDay(facts, day) {
  const next = facts.find(({ kind, body }) => kind === 'calendar.day_turned' && body.date > day);
  return next ? next.seq - 1 : facts.length;
}

// What the facts say: the tree, who is where, which items there are and who was reached by what.
export function world(facts) {
  const w = { units: new Map(), persons: new Map(), items: new Map() };
  const on = {
    'organisation.unit_opened': (b) => w.units.set(b.unit, { code: b.code, parent: b.parent }),
    'identity.person_registered': (b) =>
      w.persons.set(b.person, { home: b.unit, key: b.key_official }),
    'identity.persons_registered': (b) => {
      const key = new Set(numbers(b.key_officials));
      for (let p = b.first; p < b.first + b.count; p += 1) {
        w.persons.set(p, { home: b.unit, key: key.has(p) });
      }
    },
    'identity.person_moved': (b) => (w.persons.get(b.person).home = b.unit),
    'identity.person_left': (b) => (w.persons.get(b.person).home = 0),
    'reach.item_opened': (b) => w.items.set(b.item, { ...b, receipts: [], corrected: new Set() }),
    'reach.receipts_recorded': (b, fact) =>
      w.items.get(b.item).receipts.push({
        seq: fact.seq,
        channel: b.channel,
        persons: numbers(b.persons),
      }),
    'reach.receipt_corrected': (b) =>
      w.items.get(b.item).corrected.add(`${b.receipt}/${b.person}`),
  };
  for (const fact of facts) on[fact.kind]?.(fact.body, fact);
  return w;
}

export function pathUp(w, unit) {
  const path = [];
  for (let at = unit; at; at = w.units.get(at).parent) path.push(at);
  return path;
}

// The lines of `lantoa coverage`: for every item and unit the distinct persons at home there or
// below who have to know, and those of them with a receipt that was not corrected.
export function recount(facts) {
  const w = world(facts);
  const lines = [];
  for (const [item, about] of w.items) {
    const reached = new Set();
    for (const { seq, persons } of about.receipts) {
      for (const p of persons) if (!about.corrected.has(`${seq}/${p}`)) reached.add(p);
    }
    const audience = new Map();
    const knowing = new Map();
    for (const [person, { home, key }] of w.persons) {
      if (!home || (about.audience === 'KeyOfficials' && !key)) continue;
      const path = pathUp(w, home);
      if (!path.includes(about.scope)) continue;
      for (const unit of path) {
        audience.set(unit, (audience.get(unit) ?? 0) + 1);
        if (reached.has(person)) knowing.set(unit, (knowing.get(unit) ?? 0) + 1);
      }
    }
    for (const [unit, { code }] of w.units) {
      const counts = { audience: audience.get(unit) ?? 0, reached: knowing.get(unit) ?? 0 };
      lines.push(JSON.stringify({ item, unit, code, ...counts }));
    }
  }
  return lines.length > 0 ? lines.join('\n') + '\n' : '';
}
