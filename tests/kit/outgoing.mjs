// The ledger's reminders against what the mail server took: every mail at least once, a second time
// only after the sender was cut off from the first, the same to the last letter. Pure, so that it
// can be shown to notice (tests/mail/samples.mjs).
import { numbers } from './export.mjs';

const pause_ms = 5 * 60 * 1000;
const attempts_max = 48;

// A Message-ID begins with its reminder's number; the tag behind it nobody but the program can make.
export const reminderIn = (id) => Number(/^nhac-viec-(\d+)\.[0-9a-f]{24}@/.exec(id)?.[1]);
const remindersIn = (takings) => new Set(takings.map(({ id }) => reminderIn(id)));

// reminder -> { seq, unit, assignments, attempts: [seq], postponed: [fact], ends: [body] }
export function remindersOf(facts) {
  const reminders = new Map();
  for (const { kind, body, seq, at } of facts) {
    if (!kind.startsWith('oversight.reminder_')) continue;
    if (kind.endsWith('promised')) {
      const { unit, assignments } = body;
      const one = { seq, unit, assignments: numbers(assignments) };
      reminders.set(body.reminder, { ...one, attempts: [], postponed: [], ends: [] });
      continue;
    }
    const one = reminders.get(body.reminder);
    if (kind.endsWith('handed_over')) one.attempts.push(seq);
    if (kind.endsWith('postponed')) one.postponed.push({ ...body, seq, at });
    if (kind.endsWith('ended')) one.ends.push(body);
  }
  return reminders;
}

const isNow = (postponed) => postponed.not_before === postponed.at;

// How it stands: an end, or waiting (also to be sent again at once), under way, postponed.
export function standing({ attempts, postponed, ends }) {
  if (ends.length > 0) return ends[0].end;
  if (attempts.length > postponed.length) return 'under way';
  return postponed.length === 0 || isNow(postponed.at(-1)) ? 'waiting' : 'postponed';
}

function* faultsOfLedger(facts, reminders) {
  const at = new Map(facts.map((fact) => [fact.seq, fact.at]));
  for (const [no, { attempts, postponed, ends }] of reminders) {
    const name = `reminder ${no}`;
    if (ends.length > 1) yield `${name} ended ${ends.length} times`;
    if (attempts.length > postponed.length + 1) yield `${name} was handed over without cause`;
    if (attempts.length > attempts_max) yield `${name} was tried ${attempts.length} times`;
    for (const one of postponed) {
      const ms = Date.parse(one.not_before) - Date.parse(one.at);
      const interrupted = one.may_have_arrived === true && one.why === '';
      if (ms !== (interrupted ? 0 : pause_ms)) yield `${name} is postponed by ${ms} ms`;
      const again = attempts.find((seq) => seq > one.seq);
      if (again && at.get(again) < one.not_before) yield `${name} was sent again too early`;
    }
  }
}

// assignment -> seq
function doneIn(facts) {
  const done = facts.filter(({ kind }) => kind === 'plan.assignment_done');
  return new Map(done.map(({ body, seq }) => [body.assignment, seq]));
}

// To whom nothing was left to do: whole mails that were handed over after the last of it was done.
function* needless(reminders, done) {
  for (const [no, { assignments, attempts }] of reminders) {
    const last = Math.max(...assignments.map((one) => done.get(one) ?? Infinity));
    if (attempts.some((seq) => seq > last)) yield `reminder ${no} went to a unit that was done`;
  }
}

// In one line where the sender broke it, and without the office's address, which a test gives a new
// port at each start.
const plain = (text) => text.replaceAll('=\r\n', '').replace(/127\.0\.0\.1:\d+/g, 'here');

// A second copy has its cause: the server broke the first one off, or the sender was killed in that
// life, which explains one mail only. It says the same unless some of it was done meanwhile.
function* copyFaults({ takings, killed }, copies, mayDiffer) {
  const last = new Map();
  const ids = new Map();
  const explained = new Set();
  for (const taking of takings) {
    const id = ids.get(reminderIn(taking.id)) ?? taking.id;
    if (id !== taking.id) yield `${taking.id} and ${id} are of one reminder`;
    ids.set(reminderIn(taking.id), id);
    const before = last.get(taking.id);
    last.set(taking.id, taking);
    if (!before) continue;
    copies.push(before);
    const is_same = plain(before.text) === plain(taking.text);
    if (!is_same && !mayDiffer(taking.id)) yield `${taking.id} came again with another text`;
    if (before.to !== taking.to) yield `${taking.id} went to ${before.to}, then to ${taking.to}`;
    if (before.broken) continue;
    if (!killed.has(before.life)) yield `${taking.id} came twice and nothing was cut off`;
    else if (explained.has(before.life)) yield `${taking.id} is a second copy of one kill`;
    explained.add(before.life);
  }
}

// `taken_before`: how many were taken when the facts were read; `first_seq`: reminders before it
// went elsewhere. `ends`: how those after it stand; `copies`: takings that were followed by another
// of the same mail; `found`: faults.
export function reviewMail(facts, { takings, taken_before, killed }, first_seq = 0) {
  const reminders = remindersOf(facts);
  const done = doneIn(facts);
  const mayDiffer = (id) => {
    return reminders.get(reminderIn(id))?.assignments.some((one) => done.has(one)) ?? false;
  };
  const copies = [];
  const found = [
    ...faultsOfLedger(facts, reminders),
    ...needless(reminders, done),
    ...copyFaults({ takings, killed }, copies, mayDiffer),
  ];
  const ends = {};
  const taken = remindersIn(takings);
  for (const [no, one] of reminders) {
    if (one.seq <= first_seq) continue;
    const end = standing(one);
    ends[end] = (ends[end] ?? 0) + 1;
    if (end === 'Sent' && !taken.has(no)) {
      found.push(`reminder ${no} ended Sent and never arrived`);
    }
  }
  for (const { id } of takings.slice(0, taken_before)) {
    const one = reminders.get(reminderIn(id));
    if (!one || one.attempts.length === 0) found.push(`${id} was sent before the ledger said so`);
    // What arrived by an attempt that was cut off may still be refused, or not needed, later.
    const end = one?.ends[0]?.end ?? 'Sent';
    if (end === 'NoMailbox' || (end !== 'Sent' && one.postponed.length === 0)) {
      found.push(`${id} arrived and ended ${end}`);
    }
  }
  return { found, ends, copies };
}

// Once nothing is under way any more: the mails after `first_seq` that nobody took.
export function lostMails(facts, takings, first_seq = 0) {
  const taken = remindersIn(takings);
  const excused = ['NoMailbox', 'NotNeeded', 'Refused', 'MailboxReturns'];
  return [...remindersOf(facts)]
    .filter(([no, { seq }]) => seq > first_seq && !taken.has(no))
    .filter(([, { ends }]) => !excused.includes(ends[0]?.end))
    .map(([no, one]) => `reminder ${no} was promised, never arrived and is ${standing(one)}`);
}
