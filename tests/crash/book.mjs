// What the clients know: every action they sent with its form key, what was answered, and what the
// ledger must therefore hold, exactly once. Facts are compared by marks: one line of text for each
// action that a fact records.
import { numbers } from '../kit/export.mjs';

// "4,7-9" from ascending numbers, as facts write them.
export function ranges(list) {
  const parts = [];
  for (const number of list) {
    const last = parts.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else parts.push([number, number]);
  }
  return parts.map(([a, b]) => (a === b ? `${a}` : `${a}-${b}`)).join(',');
}

const marks = {
  'law.document_registered': (b) => `document ${b.number}`,
  'plan.drafted': (b) => `plan ${b.title}`,
  'plan.task_added': (b) => `task ${b.what}`,
  'plan.approved': (b) => `plan approved ${b.plan}`,
  'plan.issued': (b) => `plan issued ${b.number}`,
  'plan.assignment_done': (b) => `done ${b.assignment}`,
  'content.version_drafted': (b) => `article ${b.title}`,
  'content.version_approved': (b) => `article approved ${b.article}/${b.version}`,
  'oversight.reminder_promised': (b) => `urged ${b.assignments}`,
  // Confirmations that arrived together are one fact; what a clerk entered is his own.
  'reach.receipts_recorded': (b) =>
    (b.by ? [b.persons] : numbers(b.persons)).map((p) => `receipt ${b.item} ${b.channel} ${p}`),
  'reach.receipt_corrected': (b) => `correction ${b.item} ${b.receipt} ${b.person}`,
  'identity.link_issued': (b) => `link ${b.person}`,
  'identity.person_moved': (b) => `moved ${b.person} ${b.unit}`,
};

function count(map, mark, by) {
  map.set(mark, (map.get(mark) ?? 0) + by);
}

export class Book {
  constructor(first_seq) {
    this.first_seq = first_seq; // facts up to here were there before
    this.actions = [];
  }

  write(action) {
    this.actions.push(action);
  }

  acknowledged() {
    return this.actions.filter((action) => action.location !== null);
  }

  unanswered() {
    return this.actions.filter((action) => action.location === null);
  }

  // Every action was answered by now, so that ledger and book must agree exactly: returns what is
  // missing ("-1 plan …"), doubled or invented ("+1 plan …").
  differences(facts) {
    const balance = new Map();
    for (const fact of facts) {
      if (fact.seq <= this.first_seq || fact.actor.startsWith('courier/')) continue;
      const mark = marks[fact.kind]?.(fact.body) ?? [];
      for (const one of [mark].flat()) count(balance, one, 1);
    }
    for (const action of this.actions) count(balance, action.mark, -1);
    return [...balance]
      .filter(([, difference]) => difference !== 0)
      .map(([mark, difference]) => `${difference > 0 ? '+' : ''}${difference} ${mark}`);
  }
}

// What has to come together did: a plan's issue with the assignments of each of its tasks, an
// article with its first version handed in, an approval with its publication.
export function halves(facts) {
  const found = [];
  const tasks = new Map();
  const given = new Map();
  const seen = new Map();
  for (const { kind, body } of facts) {
    if (kind === 'plan.task_added') count(tasks, body.plan, 1);
    if (kind === 'plan.assignments_given') given.set(body.task, numbers(body.units).length);
    if (kind.startsWith('content.')) count(seen, `${kind} ${body.article}`, 1);
  }
  let assignments = 0;
  for (const units of given.values()) assignments += units;
  const last = facts.filter((fact) => fact.kind === 'plan.assignments_given').at(-1)?.body;
  if (last && last.first + given.get(last.task) - 1 !== assignments) {
    found.push('assignment numbers have holes');
  }
  for (const [i, { kind, body }] of facts.entries()) {
    if (kind === 'plan.issued') {
      const wanted = tasks.get(body.plan);
      const next = facts.slice(i + 1, i + 1 + wanted);
      const all = next.every((fact) => fact.kind === 'plan.assignments_given');
      if (!all || next.length !== wanted) found.push(`plan ${body.plan} is half issued`);
    }
    if (kind !== 'content.article_started') continue;
    const has = (what) => seen.get(`content.${what} ${body.article}`) ?? 0;
    if (has('version_drafted') < 1) found.push(`article ${body.article} has no version`);
    if (has('version_approved') !== has('article_published')) {
      found.push(`article ${body.article} is approved and not published`);
    }
  }
  return found;
}
