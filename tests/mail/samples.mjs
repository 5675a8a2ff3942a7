// A small ledger and what a mail server took of it, right and wrong in one point each: the checks
// of tests/kit/outgoing.mjs have to tell them apart.

const idOf = (reminder, tag = '0') => `nhac-viec-${reminder}.${tag.repeat(24)}@lantoa.example`;

const minute = (n) => new Date(Date.UTC(2021, 4, 13, 1, n)).toISOString();

// Reminder 1 goes out at the second attempt, after a 450; 2 is killed over after the server took
// it; 3 is cut off by the server after it took it; 4 is not needed any more; 5 is refused.
function ledger() {
  const facts = [];
  const add = (n, kind, body) => {
    facts.push({ seq: facts.length + 1, at: minute(n), actor: 'courier/mail', kind, body });
  };
  const promised = (reminder) => add(0, 'oversight.reminder_promised', {
    reminder, unit: reminder + 1, assignments: `${reminder}`, on: '2021-05-13',
  });
  const handed = (n, reminder) => add(n, 'oversight.reminder_handed_over', { reminder });
  const again = (n, reminder, pause, why, may) => add(n, 'oversight.reminder_postponed', {
    reminder, not_before: minute(n + pause), why, ...(may ? { may_have_arrived: true } : {}),
  });
  const ended = (n, reminder, end) => {
    add(n, 'oversight.reminder_ended', { reminder, end, why: '' });
  };
  for (let reminder = 1; reminder <= 5; reminder += 1) promised(reminder);
  handed(1, 1);
  again(1, 1, 5, '450 greylisted');
  handed(1, 2);
  again(2, 2, 0, '', true);
  handed(2, 2);
  ended(2, 2, 'Sent');
  handed(2, 3);
  again(2, 3, 5, 'timed out', true);
  add(3, 'plan.assignment_done', { assignment: 4, on: '2021-05-13' });
  ended(3, 4, 'NotNeeded');
  handed(3, 5);
  ended(3, 5, 'Refused');
  handed(6, 1);
  ended(6, 1, 'Sent');
  handed(7, 3);
  ended(7, 3, 'Sent');
  return facts;
}

function book() {
  const take = (reminder, life, { told = true, broken = false } = {}) => ({
    id: idOf(reminder), to: `${reminder}@x.example`, text: `of ${reminder}`, life, told, broken,
  });
  const takings = [
    take(2, 1, { told: false }),
    take(2, 2),
    take(3, 2, { told: false, broken: true }),
    take(1, 2),
    take(3, 2),
  ];
  return { takings, killed: new Set([1]) };
}

const without = (list, index) => list.splice(index, 1);
const fact = (facts, kind, reminder, which = 0) =>
  facts.filter((one) => one.kind.endsWith(kind) && one.body.reminder === reminder)[which];

// [what is wrong, how it is made so, what is said of it (null: nothing)]
const samples = [
  ['nothing', () => {}, null],
  ['a mail is lost', (facts, { takings }) => without(takings, 3), /reminder 1 .*never arrived/],
  ['a mail is never sent', (facts) => {
    facts.push({ ...facts[0], seq: 99, body: { ...facts[0].body, reminder: 6 } });
  }, /reminder 6 was promised, never arrived/],
  ['a copy with another Message-ID', (facts, { takings }) => {
    takings.push({ ...takings[3], id: 'other@lantoa.example' });
  }, /other@lantoa.example was sent before/],
  ['a copy with another tag', (facts, { takings }) => {
    takings.push({ ...takings[3], id: idOf(1, 'f') });
  }, /nhac-viec-1\..* are of one reminder/],
  ['a mail without a tag', (facts, { takings }) => {
    takings[3].id = 'nhac-viec-1@lantoa.example';
  }, /nhac-viec-1@lantoa.example was sent before/],
  ['a copy with the Message-ID of another', (facts, { takings }) => {
    takings.push({ ...takings[3], id: idOf(2) });
  }, /nhac-viec-2\..* another text/],
  ['a copy without a cause', (facts, { takings }) => takings.push({ ...takings[3] }),
    /nhac-viec-1\..* nothing was cut off/],
  ['a copy after an end in order', (facts, { killed }) => killed.clear(),
    /nhac-viec-2\..* nothing was cut off/],
  ['two copies of one kill', (facts, { takings }) => takings.splice(1, 0, { ...takings[0] }),
    /nhac-viec-2\..* second copy of one kill/],
  ['another text', (facts, { takings }) => (takings[1].text += '!'), /another text/],
  ['another address', (facts, { takings }) => (takings[1].to = 'x@y.example'), /then to x@y/],
  ['a mail to who was done', (facts) => {
    facts.push({ ...fact(facts, 'handed_over', 5), seq: 98, body: { reminder: 4 } });
  }, /reminder 4 went to a unit that was done/],
  ['sent and not handed over', (facts) => {
    without(facts, facts.indexOf(fact(facts, 'handed_over', 3, 1)));
    without(facts, facts.indexOf(fact(facts, 'handed_over', 3)));
  }, /nhac-viec-3\..* before the ledger/],
  ['arrived and refused', (facts) => {
    fact(facts, 'ended', 1).body.end = 'Refused';
    without(facts, facts.indexOf(fact(facts, 'postponed', 1)));
  }, /nhac-viec-1\..* arrived and ended Refused/],
  ['another pause', (facts) => (fact(facts, 'postponed', 1).body.not_before = minute(5)),
    /reminder 1 is postponed by 240000 ms/],
  ['sent again too early', (facts) => (fact(facts, 'handed_over', 1, 1).at = minute(4)),
    /reminder 1 was sent again too early/],
  ['handed over twice', (facts) => facts.push({ ...fact(facts, 'handed_over', 5), seq: 97 }),
    /reminder 5 was handed over without cause/],
  ['ended twice', (facts) => facts.push({ ...fact(facts, 'ended', 5), seq: 96 }),
    /reminder 5 ended 2 times/],
];

// What is noticed in each: [name, faults, wanted].
export function judge(review) {
  return samples.map(([name, spoil, wanted]) => {
    const facts = structuredClone(ledger());
    const kept = book();
    spoil(facts, kept);
    return [name, review(facts, { ...kept, taken_before: kept.takings.length }), wanted];
  });
}
