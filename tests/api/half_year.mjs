// The half-yearly report of a whole city, as a program of its standing agency brings it about: every
// unit's report is filled from its activities and handed in, one is corrected, the sums go up the tree,
// the round is closed, one figure is opened down to a meeting, the table is taken out. What was frozen
// is counted once more from the data folder when the server has ended.
import assert from 'node:assert/strict';
import { must } from '../kit/program.mjs';
import { ask } from '../security/site.mjs';
import { day } from './calls.mjs';

const form = 'chi-tieu-chung';
const units_min = 600; // districts, departments and wards of 2021
const spent = '14'; // the one column that no activity counts
const meetings = '1';
const attended = '2';
const attendance = [45, 31, 120];

// The last half-year that is over.
function period() {
  const year = Number(day().slice(0, 4));
  return day().slice(5) > '06-30'
    ? { from: `${year}-01-01`, to: `${year}-06-30` }
    : { from: `${year - 1}-07-01`, to: `${year - 1}-12-31` };
}

const amountOf = (cells, column) => cells.find((one) => one.column === column).amount;
const plain = (cells) => cells.map(({ column, amount }) => ({ column, amount }));

export class HalfYear {
  // `cookie`: of somebody signed in who may see the same.
  constructor(caller, cookie) {
    Object.assign(this, { caller, cookie });
    this.by = (id) => caller.document.by(id);
  }

  // Three meetings of three units, the first of which the report is opened down to.
  async meet(units) {
    this.activities = [];
    for (const [i, people] of attendance.entries()) {
      const body = {
        unit: units[i],
        kind: 'truc-tiep',
        on: period().to,
        what: `Hội nghị phổ biến số ${i + 1}`,
        amounts: [{ measure: 'luot-nguoi', amount: people }],
      };
      this.activities.push((await this.caller.write(this.by('activity.log'), body)).page);
    }
  }

  async open() {
    const root = (await this.caller.read(this.by('unit.list'))).units[0].id;
    const body = { form, scope: root, ...period(), due: day(5) };
    const { location } = await this.caller.write(this.by('round.open'), body);
    this.round = Number(location.split('/').pop());
    this.numbers = { round: this.round };
    this.units = await this.asked();
    assert.ok(this.units.length >= units_min, `${this.units.length} units are asked`);
    await this.meet(this.units.slice(-attendance.length).map(({ unit }) => unit));
    assert.ok(this.units.every(({ standing }) => standing === 'Missing'));
  }

  // On every page.
  async asked() {
    const out = [];
    for (let page = 1, pages = 1; page <= pages; ++page) {
      const some = await this.look(`?page=${page}`);
      pages = some.paging.pages;
      out.push(...some.units);
    }
    return out;
  }

  look(query = '') {
    return this.caller.read(this.by('round.show'), { numbers: this.numbers, query });
  }

  async handIn() {
    this.cells = new Map();
    for (const { unit } of this.units) {
      const numbers = { ...this.numbers, unit };
      const { counted } = await this.caller.read(this.by('report.show'), { numbers });
      const cells = counted.map((one) => ({ column: one.column, amount: one.counted ?? unit }));
      await this.caller.write(this.by('report.submit'), { seen_version: 0, cells }, { numbers });
      this.cells.set(unit, cells);
    }
    const { asked, counted } = await this.look();
    assert.deepEqual([asked, counted], [this.units.length, this.units.length]);
  }

  // The unit finds a meeting that nobody had recorded.
  async correct() {
    const { unit } = this.units[0];
    const numbers = { ...this.numbers, unit };
    const cells = this.cells.get(unit).map((one) => ({ ...one }));
    cells.find((one) => one.column === meetings).amount += 1;
    const submit = this.by('report.submit');
    const silent = await this.caller.post(submit, { seen_version: 1, cells }, { numbers });
    assert.equal(silent.status, 422, 'it has to say why it differs from its activities');
    const note = 'Một buổi chưa ghi trong sổ theo dõi';
    await this.caller.write(submit, { seen_version: 1, cells, note }, { numbers });
    this.cells.set(unit, cells);
    const { versions } = await this.caller.read(this.by('report.show'), { numbers });
    assert.deepEqual(versions.map(({ version }) => version), [1, 2]);
  }

  // By hand from what each unit handed in, for the city and for one district.
  async rollUp() {
    const byHand = (units) =>
      [...this.cells.get(units[0])].map(({ column }) => ({
        column,
        amount: units.reduce((sum, unit) => sum + amountOf(this.cells.get(unit), column), 0),
      }));
    this.sums = byHand(this.units.map(({ unit }) => unit));
    assert.deepEqual(plain((await this.look()).sums), this.sums);
    assert.equal(amountOf(this.sums, attended), attendance.reduce((a, b) => a + b, 0));
    assert.ok(amountOf(this.sums, spent) > 0);
    const last = this.units.at(-1).unit;
    const { parent } = await this.caller.read(this.by('unit.show'), { numbers: { unit: last } });
    const below = await this.look(`?unit=${parent}`);
    assert.deepEqual(plain(below.sums), byHand(below.units.map(({ unit }) => unit)));
    assert.equal(below.frozen, undefined);
  }

  async close() {
    await this.caller.write(this.by('round.close'), {}, { numbers: this.numbers });
    const { frozen, round } = await this.look();
    assert.deepEqual(plain(frozen), this.sums);
    assert.ok(round.closed_at > 0);
    const numbers = { ...this.numbers, unit: this.units[1].unit };
    const body = { seen_version: 1, cells: this.cells.get(this.units[1].unit), note: 'Sau khi khóa' };
    const late = await this.caller.post(this.by('report.submit'), body, { numbers });
    assert.equal(late.status, 409, 'nothing more is handed in');
  }

  // As a person does it in the office.
  async openDown() {
    const unit = this.units.at(-1).unit;
    const page = await this.page(`/bao-cao/${this.round}/don-vi/${unit}/cot/${attended}`);
    assert.match(page.body, new RegExp(`href="${this.activities.at(-1)}"`));
    const meeting = await this.page(this.activities.at(-1));
    assert.match(meeting.body, /Hội nghị phổ biến số 3/);
  }

  // In words, once its writer has seen what its figures are worth.
  async tell() {
    const of = { numbers: this.numbers };
    const before = await this.caller.read(this.by('narrative.show'), of);
    assert.equal(before.version, 0);
    const text = `Có {{cột ${attended}}} lượt người của {{đã nộp}} đơn vị.`;
    const body = { seen_version: 0, sections: [{ part: 'ket-qua', text }], seen: [] };
    const write = this.by('narrative.write');
    assert.equal((await this.caller.post(write, body, of)).status, 409, 'figures nobody has seen');
    await this.caller.write(write, { ...body, seen: before.available }, of);
    const { version, closed, figures } = await this.caller.read(this.by('narrative.show'), of);
    assert.equal(version, 1);
    assert.ok(closed && figures.length === 2 && figures.every(({ differs }) => !differs));
  }

  async takeOut() {
    const { body } = await this.page(`/bao-cao/${this.round}?dang=csv`);
    const rows = body.trimEnd().split(/\r?\n/).slice(1);
    assert.equal(rows.length, this.units.length);
    const amounts = rows.map((row) => row.split(',').slice(-this.sums.length).map(Number));
    for (const [i, { column, amount }] of this.sums.entries()) {
      const sum = amounts.reduce((all, row) => all + row[i], 0);
      assert.equal(sum, amount, `column ${column} of the table`);
    }
    const xlsx = await this.page(`/bao-cao/${this.round}?dang=xlsx`);
    assert.equal(xlsx.status, 200);
  }

  // A district's year so far: what is only expected stands apart from what was counted.
  async estimate() {
    const last = this.units.at(-1).unit;
    const { parent } = await this.caller.read(this.by('unit.show'), { numbers: { unit: last } });
    const days = { from: period().from, to: day(20), counted_to: day(-1) };
    const { location } = await this.caller.write(this.by('round.open'), {
      form, scope: parent, ...days, due: day(5),
    });
    this.estimates = Number(location.split('/').pop());
    const numbers = { round: this.estimates, unit: last };
    const { counted } = await this.caller.read(this.by('report.show'), { numbers });
    const actual = counted.map((one) => ({ column: one.column, amount: one.counted ?? 1 }));
    const submit = this.by('report.submit');
    const silent = await this.caller.post(submit, { seen_version: 0, cells: actual }, { numbers });
    assert.equal(silent.status, 422, 'every column is estimated');
    const cells = actual.map((one) => ({ ...one, estimate: 3 }));
    await this.caller.write(submit, { seen_version: 0, cells }, { numbers });
    const round = { numbers: { round: this.estimates } };
    await this.caller.write(this.by('round.close'), {}, round);
    const look = await this.caller.read(this.by('round.show'), round);
    assert.equal(look.round.counted_to, days.counted_to);
    for (const sums of [look.sums, look.frozen]) {
      assert.deepEqual(sums, cells, 'one report is all of it');
    }
  }

  async page(path) {
    const answer = await ask(this.caller.site, path, { headers: { cookie: this.cookie } });
    assert.equal(answer.status, 200, path);
    return answer;
  }

  // Once the server has ended.
  async countAgain(data) {
    const { out } = await must('report', 'recompute', '--data', data);
    const lines = out.trimEnd().split('\n').map(JSON.parse);
    const line = lines.find(({ round }) => round === this.round);
    assert.ok(line.same, 'counted once more it is the same');
    for (const said of [line.frozen, line.recomputed]) {
      const sums = Object.fromEntries(this.sums.map(({ column, amount }) => [column, amount]));
      assert.deepEqual(said.sums, sums);
      assert.equal(said.submitted, this.units.length);
    }
    const estimated = lines.find(({ round }) => round === this.estimates);
    assert.ok(estimated.same, 'and so are estimates');
    const said = Object.values(estimated.recomputed.estimates);
    assert.deepEqual(said, this.sums.map(() => 3));
  }
}
