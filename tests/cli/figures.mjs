// Frozen figures: what officers froze on the pages is what the ledger says at that position, by the
// program's recomputation and by a count of this suite's own; a figure that was altered is told.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { execute, must, run, Server } from '../kit/program.mjs';
import { endOfDay, nextChain, readExport, world, pathUp } from '../kit/export.mjs';
import { Visitor } from '../kit/visitor.mjs';
import { assertRefused } from './said.mjs';

const password = 'lan-toa-mau-2021';
const asked = [
  { muc: 1, 'don-vi': 1 },
  { muc: 1, 'don-vi': 1, kenh: 'hop' },
  { muc: 1, 'don-vi': 1, 'doi-tuong': 'chu-chot' },
  { muc: 1, 'don-vi': 1, ngay: '14/05/2021' },
  { muc: 1, 'don-vi': 1, ngay: '2021-05-17', kenh: 'cong' },
];

async function freezeAll(data) {
  const server = await Server.start('demo', '--data', data, '--listen', '127.0.0.1:0');
  const planner = new Visitor();
  try {
    await planner.signIn(server.url, 'stp.chuyenvien', password);
    const made = [];
    for (const fields of asked) {
      const answer = await planner.post(server.url, '/so-lieu', fields);
      assert.equal(answer.status, 303, answer.body);
      made.push(Number(/^\/so-lieu\/(\d+)/.exec(answer.location)[1]));
      const page = await planner.get(server.url, answer.location);
      assert.match(page.body, /Tính lại: khớp/);
      // A day that was not over when its figure was frozen is not called so.
      const when = fields.ngay
        ? /cho hết ngày \d\d\/\d\d\/2021, đếm tới/
        : /cho ngày \d\d\/\d\d\/2021, tính tới lúc chốt, đếm tới/;
      assert.match(page.body, when);
    }
    const csv = await planner.get(server.url, `/so-lieu/${made[0]}/xuat`);
    for (const [fields, status] of [
      [{ muc: 1, 'don-vi': 1, ngay: '01/05/2021' }, 422],
      [{ muc: 1, 'don-vi': 1, ngay: '31/12/2099' }, 422],
      [{ muc: 1, 'don-vi': 1, kenh: 'zalo' }, 422],
      [{ muc: 9, 'don-vi': 1 }, 404],
      [{ muc: 1, 'don-vi': 99999 }, 404],
    ]) {
      const refused = await planner.post(server.url, '/so-lieu', fields);
      assert.equal(refused.status, status, JSON.stringify(fields));
    }
    return { made, csv: csv.body };
  } finally {
    planner.close();
    await server.stop();
  }
}

// Distinct persons, counted from the facts up to the figure's position in the plainest way.
function countByHand(facts, figure) {
  const w = world(facts.slice(0, figure.position));
  const item = w.items.get(figure.item);
  const reached = new Set();
  for (const { seq, channel, persons } of item.receipts) {
    if (figure.channels.length > 0 && !figure.channels.includes(channel)) continue;
    for (const p of persons) if (!item.corrected.has(`${seq}/${p}`)) reached.add(p);
  }
  const counts = { audience: 0, reached: 0 };
  for (const [person, { home, key }] of w.persons) {
    if (!home || (figure.key_officials && !key) || !pathUp(w, home).includes(figure.unit)) continue;
    counts.audience += 1;
    if (reached.has(person)) counts.reached += 1;
  }
  return counts;
}

// The export with one figure's fact changed and every chain value after it made to fit again, as
// somebody who owns the whole ledger could.
function forge(facts, figure) {
  let chain = Buffer.alloc(32);
  return facts
    .map((fact) => {
      const bodyText =
        fact.kind === 'report.figure_frozen' && fact.body.figure === figure
          ? fact.bodyText.replace(/"reached":(\d+)/, (_, n) => `"reached":${Number(n) + 1}`)
          : fact.bodyText;
      chain = nextChain(chain, { ...fact, bodyText, at_ms: Date.parse(fact.at) });
      const { seq, at, actor, kind, subject } = fact;
      const head = JSON.stringify({ seq, at, actor, kind, subject }).slice(0, -1);
      return `${head},"body":${bodyText},"chain":"${chain.toString('hex')}"}`;
    })
    .join('\n');
}

export async function checkFigures(suite, place, original) {
  const data = `${place}/figures`;
  await execute('cp', ['-a', original, data]);
  let made;
  let csv;
  await suite.check('figures are frozen on the pages; wrong ones are refused', async () => {
    ({ made, csv } = await freezeAll(data));
    assert.equal(new Set(made).size, asked.length);
  });
  const { out } = await must('ledger', 'export', '--data', data);
  const facts = readExport(out);
  const file = `${place}/figures.ndjson`;
  await writeFile(file, out);

  await suite.check('report recompute: the same from the ledger, the export and by hand', async () => {
    const own = await must('report', 'recompute', '--data', data);
    assert.equal((await must('report', 'recompute', '--from', file)).out, own.out);
    const lines = own.out.trimEnd().split('\n').map(JSON.parse);
    assert.equal(lines.length, asked.length);
    for (const line of lines) {
      const { body } = facts.find((f) => f.body.figure === line.figure && f.kind.endsWith('frozen'));
      assert.equal(line.same, true);
      assert.deepEqual(line.recomputed, line.frozen);
      const { audience, reached } = countByHand(facts, body);
      assert.deepEqual([line.frozen.audience, line.frozen.reached], [audience, reached]);
      assert.equal(line.position, body.position);
      const past = line.day < facts.at(-1).at.slice(0, 10);
      if (past) assert.equal(body.position, endOfDay(facts, line.day));
    }
    const one = await must('report', 'recompute', '--data', data, '--figure', '2');
    assert.equal(one.out.trimEnd().split('\n').length, 1);
  });
  await suite.check('the table behind a figure holds exactly its persons', async () => {
    const { body } = facts.find((f) => f.kind === 'report.figure_frozen');
    const rows = csv.trimEnd().split('\r\n').slice(1);
    assert.equal(new Set(rows.map((row) => row.split(',')[4])).size, body.reached);
  });
  await suite.check('report recompute: an altered figure is told, exit 3', async () => {
    await writeFile(`${place}/forged.ndjson`, forge(facts, 1));
    const done = await run('report', 'recompute', '--from', `${place}/forged.ndjson`);
    assert.equal(done.code, 3, done.err);
    assert.match(done.out, /"figure":1,.*"same":false/);
    assert.match(done.err, /^1 số liệu đã chốt khác/);
    assertRefused(await run('report', 'recompute', '--from', file, '--figure', '77'), 2, {
      names: ['77'],
    });
  });
}
