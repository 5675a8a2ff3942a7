// Today's work, and reports of 6,631 units and 1 million activities, in memory against SQL. Before it
// measures, the program compares the sums of every unit with a naive recount
// (src/city/statistics/roll_up_bench.cc); here SQLite adds up the same activities, made by the same
// rule, and must come to the same sum of the country.
import { execute, folder } from '../tests/kit/program.mjs';
import { googleBenchmark, must } from './kit.mjs';

const activities = 1_000_000;
const last_day = 180; // of the period, from 0
const sql_runs = 3;

const load = `
  PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-200000;
  CREATE TABLE activities (kind TEXT, day INTEGER, unit INTEGER, attending INTEGER);
  INSERT INTO activities
    SELECT 'truc-tiep', value * 7 % 365, 632 + value % 6000, 1 + value * 13 % 97
    FROM generate_series(1, ${activities});
  CREATE INDEX of_kind ON activities (kind, day, unit, attending);
  CREATE TABLE units (unit INTEGER PRIMARY KEY, above INTEGER);
  INSERT INTO units SELECT value, CASE WHEN value = 1 THEN NULL WHEN value <= 31 THEN 1
    WHEN value <= 631 THEN 2 + (value - 32) % 30 ELSE 32 + (value - 632) % 600 END
    FROM generate_series(1, 6631);`;

const ask = `
  WITH RECURSIVE leaf AS (
    SELECT unit, count(*) n, sum(attending) a FROM activities
    WHERE kind = 'truc-tiep' AND day <= ${last_day} GROUP BY unit),
  up(unit, n, a) AS (
    SELECT unit, n, a FROM leaf
    UNION ALL SELECT units.above, up.n, up.a FROM up JOIN units USING (unit) WHERE above IS NOT NULL)
  SELECT max(a) || ' ' || count(*) FROM (SELECT unit, sum(n) n, sum(a) a FROM up GROUP BY unit);`;

async function sqlMilliseconds(file) {
  const began = performance.now();
  const done = await execute('sqlite3', [file], { input: `PRAGMA cache_size=-200000;${ask}` });
  if (done.code !== 0) throw new Error(done.err);
  const [attending, units] = done.out.trim().split(' ').map(Number);
  return { ms: performance.now() - began, attending, units };
}

export async function office({ gate, rows }) {
  const place = await folder('lantoa-bench-');
  try {
    await gate.wait();
    const runs = await googleBenchmark('roll_up_bench', { args: ['--benchmark_min_time=0.3'] });
    const file = `${place.path}/activities.sqlite3`;
    await must('sqlite3', ['-bail', file], { input: load });
    const sql = [];
    for (let run = 0; run < sql_runs; run += 1) {
      await gate.wait();
      sql.push(await sqlMilliseconds(file));
      const ours = runs.reports_rolled_up[0].attending;
      if (sql[run].attending !== ours || sql[run].units !== 6631) {
        throw new Error(`SQL adds up ${sql[run].attending}, the reports say ${ours}`);
      }
    }
    const peer = sql.map(({ ms }) => ms);
    const row = (what, name, unit, bar, most, recount, with_peer) =>
      rows.add({
        part: 'office',
        what,
        unit,
        better: 'less',
        ours: runs[name].map((run) => run.cpu_time),
        peer: with_peer && peer,
        peer_name: 'SQLite',
        bar,
        holds: (_, median) => median <= most,
        recount,
      });
    row('reports of 6,631 units added up the tree, 14 columns', 'reports_rolled_up', 'ms', '<= 50 ms', 50,
      'naive recount of each unit', true);
    row('the same from 1 M activities', 'activities_rolled_up', 'ms', '<= 50 ms', 50, 'the same sums', true);
    row("one unit's form filled", 'form_filled', 'µs', '<= 5 ms', 5000, '');
    await gate.wait();
    Object.assign(runs, await googleBenchmark('start_bench', { args: ['--benchmark_min_time=0.3'] }));
    for (const [i, who] of ['the standing agency', 'a district', 'a commune'].entries()) {
      row(`today's work of ${who}, 60,000 assignments`, `start_page/${i}`, 'ms', '<= 5 ms', 5, '');
    }
  } finally {
    await place.remove();
  }
}
