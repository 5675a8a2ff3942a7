// QP3: coverage of 6,631 units and 10 million persons, in memory against SQL. Before it measures, the
// program compares each unit's counters, the figures of one channel and the unreached of one unit
// with a naive recount (src/city/reach/item_bench.cc); here SQLite counts the same persons, chosen
// by the same rule, and must come to the same sum of both channels.
import { execute, folder } from '../tests/kit/program.mjs';
import { googleBenchmark, must } from './kit.mjs';

const persons_of_commune = 1667;
const persons = 6000 * persons_of_commune;
const sql_runs = 3;

// One row a person reached, by home and person: what a hand-written reporting query would want.
const load = `
  PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-200000;
  CREATE TABLE receipts (unit INTEGER, person INTEGER, channel INTEGER,
    PRIMARY KEY (unit, person, channel)) WITHOUT ROWID;
  INSERT INTO receipts
    SELECT 632 + (n.value - 1) / ${persons_of_commune}, n.value, c.channel
    FROM generate_series(1, ${persons}) n, (SELECT 1 channel, 7919 factor UNION SELECT 2, 104729) c
    WHERE n.value * c.factor % 1000 < 392;
  CREATE TABLE units (unit INTEGER PRIMARY KEY, above INTEGER);
  INSERT INTO units SELECT value, CASE WHEN value = 1 THEN NULL WHEN value <= 31 THEN 1
    WHEN value <= 631 THEN 2 + (value - 32) % 30 ELSE 32 + (value - 632) % 600 END
    FROM generate_series(1, 6631);`;

// Distinct persons of each commune, then sums up the tree.
const ask = `
  WITH RECURSIVE leaf AS (
    SELECT unit, count(*) n FROM (SELECT DISTINCT unit, person FROM receipts) GROUP BY unit),
  up(unit, n) AS (
    SELECT unit, n FROM leaf
    UNION ALL SELECT units.above, up.n FROM up JOIN units USING (unit) WHERE above IS NOT NULL)
  SELECT max(n) || ' ' || count(*) FROM (SELECT unit, sum(n) n FROM up GROUP BY unit);`;

async function sqlMilliseconds(file) {
  const began = performance.now();
  const done = await execute('sqlite3', [file], { input: `PRAGMA cache_size=-200000;${ask}` });
  if (done.code !== 0) throw new Error(done.err);
  const [reached, units] = done.out.trim().split(' ').map(Number);
  return { ms: performance.now() - began, reached, units };
}

export async function coverage({ gate, rows }) {
  const place = await folder('lantoa-bench-');
  try {
    await gate.wait();
    const runs = await googleBenchmark('item_bench', { args: ['--benchmark_min_time=0.1'] });
    const file = `${place.path}/receipts.sqlite3`;
    await must('sqlite3', ['-bail', file], { input: load });
    const sql = [];
    for (let run = 0; run < sql_runs; run += 1) {
      await gate.wait();
      sql.push(await sqlMilliseconds(file));
      const ours = runs.counters_read[0].reached;
      if (sql[run].reached !== ours || sql[run].units !== 6631) {
        throw new Error(`SQL counts ${sql[run].reached}, the counters say ${ours}`);
      }
    }
    add(rows, runs, sql.map((one) => one.ms * 1e6));
  } finally {
    await place.remove();
  }
}

function add(rows, runs, sql_ns) {
  const naive = 'naive recount of each unit';
  const nanoseconds = { ns: 1, us: 1e3, ms: 1e6 };
  const time = (name) => runs[name].map((run) => run.cpu_time * nanoseconds[run.time_unit]);
  const row = (what, ours, unit, per, bar_ns, bar, recount, peer) =>
    rows.add({
      part: 'coverage',
      what,
      unit,
      better: 'less',
      ours: ours.map((ns) => ns / per),
      peer: peer && sql_ns.map((ns) => ns / per),
      peer_name: 'SQLite',
      bar,
      holds: (_, median) => median * per <= bar_ns,
      recount,
    });
  const read = time('counters_read');
  row('counters of 6,631 units read, 10 M persons', read, 'µs', 1e3, 10e3, '<= 10 µs', `${naive}, SQL's sum`, true);
  const recounted = time('channels_recounted');
  row('any channels recounted, 6,631 units', recounted, 'ms', 1e6, 1e6, '<= 1 ms', naive, true);
  const updates = runs.update.map((run) => 1e9 / run.items_per_second);
  row('one receipt, in sets of 1,000', updates, 'ns', 1, 100, '<= 100 ns', 'reached = receipts');
  row("figures of a province's page", time('page_data'), 'µs', 1e3, 5e6, '<= 5 ms', '');
  row('the unreached of one unit', time('unreached_of_unit'), 'µs', 1e3, 50e3, '<= 50 µs', 'naive list');
}
