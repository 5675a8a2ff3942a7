// Officers, staff and readers at work until the server goes away under them. Each officer goes on
// with the next thing his role has to do; what was not answered stays in the book and is sent again
// after the restart, with the same form key, as a browser would.
import { formKey, Visitor } from '../kit/visitor.mjs';
import { pathUp, world } from '../kit/export.mjs';
import { ranges } from './book.mjs';

const password = 'lan-toa-mau-2021';
const must_confirm_max = 10;
const double_click_percent = 12;
const home_codes = ['002', '00046']; // where receipts are entered for others

function vietnamToday() {
  const [year, month, day] = new Date(Date.now() + 7 * 3_600_000).toISOString().split(/[-T]/);
  return { text: `${day}/${month}/${year}`, year };
}

// The server may be gone at any moment; a mistake of the test's own must not pass for that.
function assertBrokenOff(error) {
  if (error instanceof TypeError) throw error;
}

export class Load {
  constructor(book, random) {
    this.book = book;
    this.random = random;
    this.today = vietnamToday();
    this.plans = []; // { no, tasks, stage, busy }
    this.articles = []; // { no, approved, busy }
    this.taken = new Set(); // what an action is under way for, or was done for good
    this.serial = 100; // numbers of documents below ten are written with a zero before
    this.faults = [];
    this.staff = [];
    this.views = { sent: 0, answered: 0 };
    this.must_confirm = 0;
  }

  async signIn(url) {
    const officer = async (login) => {
      const visitor = new Visitor();
      await visitor.signIn(url, login, password);
      return visitor;
    };
    this.planners = [await officer('stp.chuyenvien'), await officer('stp.chuyenvien')];
    this.leader = await officer('stp.lanhdao');
    this.district = await officer('hoankiem.tuphap');
    this.ward = await officer('phuong.01');
    this.administrator = await officer('quantri');
    this.readers = [new Visitor(), new Visitor()];
  }

  // What the clients know of the ledger: they have seen the pages.
  look(facts) {
    this.world = world(facts);
    this.by_code = new Map([...this.world.units].map(([unit, { code }]) => [code, unit]));
    this.open = new Map(); // assignment -> unit
    for (const { kind, body } of facts) {
      if (kind === 'plan.assignment_done') this.open.delete(body.assignment);
      if (kind !== 'plan.assignments_given') continue;
      let next = body.first;
      for (const part of body.units.split(',')) {
        const [first, last] = part.split('-').map(Number);
        for (let unit = first; unit <= (last ?? first); unit += 1) this.open.set(next++, unit);
      }
    }
    this.opened_links = facts.filter((f) => f.kind === 'identity.link_issued').length;
  }

  // A new personal link for somebody, its slip, and the person who follows it.
  async invite(url, person) {
    const action = this.act(this.administrator, {
      path: `/nguoi/${person}/lien-ket`,
      fields: {},
      mark: `link ${person}`,
    });
    if (!(await this.carry(url, action))) throw new Error(`no link for ${person}`);
    const slip = await this.administrator.get(url, `/nguoi/${person}/phieu`);
    const visitor = new Visitor();
    await visitor.followLink(url, /\/n\/[\w-]+/.exec(slip.body)[0]);
    this.staff.push({ person, visitor });
  }

  act(visitor, { path, fields, mark, done }) {
    const action = { visitor, path, fields, mark, done, key: formKey(), location: null };
    this.book.write(action);
    return action;
  }

  // Sends an action; true when it was acknowledged. False: no answer came, and nothing is known.
  async carry(url, action) {
    let answer;
    try {
      answer = await action.visitor.post(url, action.path, action.fields, action.key);
    } catch (error) {
      assertBrokenOff(error);
      return false;
    }
    if (answer.status === 503) return false;
    if (answer.status !== 303) {
      const main = answer.body.replace(/^[^]*<main/, '').replace(/<[^>]*>|\s+/g, ' ');
      this.faults.push(`${action.mark}: answered ${answer.status}: ${main.slice(0, 300)}`);
      return false;
    }
    if (action.location !== null && action.location !== answer.location) {
      this.faults.push(`${action.mark}: ${action.location}, then ${answer.location}`);
    }
    if (action.location === null) {
      action.location = answer.location;
      action.done?.(Number(/\/(\d+)/.exec(answer.location)?.[1]));
    }
    return true;
  }

  async run(url, { readers }) {
    this.halted = false;
    const works = [
      ...this.planners.map((visitor) => this.work(url, visitor, () => this.planning())),
      this.work(url, this.leader, () => this.leading()),
      this.work(url, this.district, () => this.receipts('002')),
      this.work(url, this.ward, () => this.receipts('00046')),
      this.work(url, this.administrator, () => this.administering()),
      ...this.staff.map((one) => this.work(url, one.visitor, () => this.confirming(one.person))),
      ...(readers ? this.readers.map((visitor) => this.read(url, visitor)) : []),
    ];
    await Promise.all(works);
  }

  halt() {
    this.halted = true;
  }

  async work(url, visitor, next) {
    while (!this.halted) {
      const wanted = next();
      if (!wanted) {
        await this.pause(20);
        continue;
      }
      const action = this.act(visitor, wanted);
      const twice = this.random.below(100) < double_click_percent;
      const sent = [this.carry(url, action), ...(twice ? [this.carry(url, action)] : [])];
      if (!(await Promise.all(sent)).includes(true)) return;
      await this.pause(this.random.below(12));
    }
  }

  async read(url, visitor) {
    while (!this.halted) {
      if (!(await this.view(url, visitor))) return;
      await this.pause(this.random.below(10));
    }
  }

  async view(url, visitor) {
    this.views.sent += 1;
    try {
      let answer = await visitor.get(url, this.shown_at ?? '/bai/1');
      if (answer.status === 301) {
        this.shown_at = answer.location;
        answer = await visitor.get(url, this.shown_at);
      }
      if (answer.status === 200) this.views.answered += 1;
      else this.faults.push(`${this.shown_at}: ${answer.status}`);
      return true;
    } catch (error) {
      assertBrokenOff(error);
      return false;
    }
  }

  pause(ms) {
    return new Promise((resolve) => setTimeout(resolve, ms));
  }

  claim(what) {
    if (this.taken.has(what)) return false;
    this.taken.add(what);
    return true;
  }

  planning() {
    const kinds = ['law', 'plan', 'task', 'task', 'issue', 'article', 'urge', 'urge', 'done'];
    return this[this.random.pick(kinds)]();
  }

  leading() {
    return this[this.random.pick(['approvePlan', 'approveArticle', 'urge', 'done'])]();
  }

  administering() {
    return this[this.random.pick(['move', 'link'])]();
  }

  law() {
    const number = `${(this.serial += 1)}/${this.today.year}/NĐ-CP`;
    return {
      path: '/van-ban/moi',
      mark: `document ${number}`,
      fields: {
        so: number,
        loai: 'Nghị định',
        'co-quan': 'Chính phủ',
        'trich-yeu': `Văn bản thử ${number}`,
        'ban-hanh': `01/01/${this.today.year}`,
      },
    };
  }

  plan() {
    if (this.plans.filter((plan) => plan.stage === 'draft').length > 6) return null;
    const title = `Kế hoạch thử ${(this.serial += 1)}`;
    return {
      path: '/ke-hoach/moi',
      mark: `plan ${title}`,
      fields: { issuer: this.by_code.get('HDPH'), title, grounds: '97/2019/QH14' },
      done: (no) => this.plans.push({ no, tasks: 0, stage: 'draft', busy: false }),
    };
  }

  // A plan at this stage that nobody is changing now; whoever gets it must call `done`.
  free(stage, with_tasks) {
    const fits = (plan) => plan.stage === stage && !plan.busy && plan.tasks > 0 === with_tasks;
    const plan = this.plans.find(fits);
    if (plan) plan.busy = true;
    return plan;
  }

  task() {
    const more = this.random.below(3) === 0; // than one task in a plan
    const plan = this.free('draft', false) ?? (more && this.free('draft', true));
    if (!plan) return null;
    const what = `Việc thử ${(this.serial += 1)}`;
    return {
      path: `/ke-hoach/${plan.no}/nhiem-vu`,
      mark: `task ${what}`,
      fields: {
        what,
        units: this.random.pick(['so', 'quan', 'mot']),
        code: '002',
        due: '31/12/2030',
      },
      done: () => {
        plan.tasks += 1;
        plan.busy = false;
      },
    };
  }

  approvePlan() {
    const plan = this.free('draft', true);
    if (!plan) return null;
    return {
      path: `/ke-hoach/${plan.no}/duyet`,
      mark: `plan approved ${plan.no}`,
      fields: { version: plan.tasks + 1 },
      done: () => Object.assign(plan, { stage: 'approved', busy: false }),
    };
  }

  issue() {
    const plan = this.free('approved', true);
    if (!plan) return null;
    const number = `${(this.serial += 1)}/KH-HĐPHPBGDPL`;
    return {
      path: `/ke-hoach/${plan.no}/ban-hanh`,
      mark: `plan issued ${number}`,
      fields: { number, on: this.today.text },
      done: () => Object.assign(plan, { stage: 'issued', busy: false }),
    };
  }

  article() {
    if (this.articles.filter((one) => !one.approved).length > 6) return null;
    const must = this.must_confirm < must_confirm_max && this.random.below(3) === 0;
    if (must) this.must_confirm += 1;
    const title = `Bài thử ${(this.serial += 1)}`;
    return {
      path: '/bai-viet/moi',
      mark: `article ${title}`,
      fields: {
        'don-vi': this.by_code.get('STP'),
        'ke-hoach': 1,
        ...(must ? { 'xac-nhan': '1' } : {}),
        'tieu-de': title,
        sapo: 'Ai cần biết điều gì.',
        'noi-dung': `Nội dung theo Nghị quyết 97/2019/QH14, lần ${this.serial}.`,
        'tac-gia': 'Ban biên tập mẫu',
        'y-1': 'Ý một',
        'y-2': 'Ý hai',
        'y-3': 'Ý ba',
        viec: 'gui-duyet',
      },
      done: (no) => this.articles.push({ no, approved: false, busy: false }),
    };
  }

  approveArticle() {
    const article = this.articles.find((one) => !one.approved && !one.busy);
    if (!article) return null;
    article.busy = true;
    return {
      path: `/bai-viet/${article.no}/duyet`,
      mark: `article approved ${article.no}/1`,
      fields: { ban: 1 },
      done: () => (article.approved = true),
    };
  }

  // Who is urged is not also reported done meanwhile: even numbers are urged, odd ones are done; each
  // once, because a second urging of one day is refused.
  urge() {
    const free = [...this.open.keys()].filter((no) => no % 2 === 0 && !this.taken.has(`a${no}`));
    const assignment = this.random.pick(free);
    if (!assignment) return null;
    this.claim(`a${assignment}`);
    return { path: `/don-doc/${assignment}`, mark: `urged ${assignment}`, fields: {} };
  }

  done() {
    const free = [...this.open.keys()].filter((no) => no % 2 === 1 && !this.taken.has(`a${no}`));
    const assignment = this.random.pick(free);
    if (!assignment) return null;
    this.claim(`a${assignment}`);
    return {
      path: `/nhiem-vu/${assignment}/hoan-thanh`,
      mark: `done ${assignment}`,
      fields: { on: this.today.text },
    };
  }

  // By any channel: whoever was at a meeting is asked for nothing more.
  isReached(person) {
    const items = [...this.world.items.values()];
    return items.some(({ receipts }) => receipts.some((r) => r.persons.includes(person)));
  }

  confirming(person) {
    for (const [item, { version, receipts }] of this.world.items) {
      if (!this.claim(`confirm ${item}/${person}`)) continue;
      if (receipts.some((r) => r.channel === 'Portal' && r.persons.includes(person))) continue;
      return {
        path: `/cua-toi/${item}/xac-nhan`,
        mark: `receipt ${item} Portal ${person}`,
        fields: { understood: '1', version },
      };
    }
    return null;
  }

  // The officer of a unit enters who attended, and now and then takes one of it back.
  receipts(code) {
    const unit = this.by_code.get(code);
    const [item, about] = this.random.pick([...this.world.items]) ?? [];
    if (!item) return null;
    const people = [...this.world.persons]
      .filter(([person, { home }]) => home === unit && !this.taken.has(`at ${item}/${person}`))
      .map(([person]) => person);
    const counts = (r, p) => r.channel === 'Meeting' && !about.corrected.has(`${r.seq}/${p}`);
    const receipt_of = (p) => about.receipts.find((r) => r.persons.includes(p) && counts(r, p));
    const missing = people.filter((person) => !receipt_of(person)).slice(0, 3);
    const person = this.random.pick(people);
    if (missing.length > 0 && this.random.below(3) > 0) {
      for (const one of missing) this.hold(`at ${item}/${one}`);
      return {
        path: `/do-phu/${item}/${unit}/ghi-thay`,
        mark: `receipt ${item} Meeting ${ranges(missing)}`,
        fields: {
          on: this.today.text,
          ...Object.fromEntries(missing.map((one) => [`p${one}`, '1'])),
        },
      };
    }
    const receipt = person && receipt_of(person);
    if (!receipt) return null;
    this.hold(`at ${item}/${person}`);
    return {
      path: `/do-phu/${item}/ghi-nhan/${receipt.seq}/dinh-chinh`,
      mark: `correction ${item} ${receipt.seq} ${person}`,
      fields: { person, reason: `Ghi nhầm ${(this.serial += 1)}` },
    };
  }

  // Until the next look at the ledger.
  hold(what) {
    this.taken.add(what);
    this.held = [...(this.held ?? []), what];
  }

  releaseHeld() {
    for (const what of this.held ?? []) this.taken.delete(what);
    this.held = [];
  }

  // Somebody of the sample whose home is no unit where receipts are entered, and who was left alone
  // so far.
  somebody() {
    const fixed = new Set(home_codes.map((code) => this.by_code.get(code)));
    const people = [...this.world.persons.keys()].slice(0, this.sample_persons);
    for (let tries = 0; tries < 20; tries += 1) {
      const person = this.random.pick(people);
      const home = this.world.persons.get(person).home;
      if (!fixed.has(home) && this.claim(`person ${person}`)) return { person, home };
    }
    return null;
  }

  move() {
    const one = this.somebody();
    if (!one) return null;
    const elsewhere = ([unit, { code }]) =>
      unit !== one.home && !home_codes.includes(code) && pathUp(this.world, unit).length === 3;
    const [unit, { code }] = this.random.pick([...this.world.units].filter(elsewhere));
    return {
      path: `/nguoi/${one.person}/chuyen`,
      mark: `moved ${one.person} ${unit}`,
      fields: { 'don-vi': code },
    };
  }

  link() {
    const one = this.somebody();
    if (!one) return null;
    return { path: `/nguoi/${one.person}/lien-ket`, mark: `link ${one.person}`, fields: {} };
  }
}
