// QP5: 100,000 articles searched, in process, against SQLite's FTS5 and PostgreSQL's text search
// with the same texts and the same queries of two words: how many articles have both, and the twenty
// best (ours: the ten of a page, with the text around the words and all facets counted); dense are
// those that a tenth of all articles answers. All three must find the same number.
// Then other kinds of queries, how fast everything is indexed, and how much memory that takes.
import { readFile } from 'node:fs/promises';
import { execute, folder } from '../tests/kit/program.mjs';
import { Postgres } from '../tests/kit/postgres.mjs';
import { googleBenchmark } from './kit.mjs';

const articles = Number(process.env.LANTOA_ARTICLES ?? 100_000);
const asked = 40; // of the dense queries and of the others, by the peers
const page = 20;

// The tool takes its own commands at the beginning of a line only.
async function sqlite(file, text) {
  const input = text.replace(/^ +/gm, '');
  const done = await execute('sqlite3', ['-bail', file], { input });
  if (done.code !== 0) throw new Error(done.err);
  return done.out;
}

// Milliseconds of each query by the tool's own clock: `real` after each statement.
async function askFts5(place, queries) {
  const file = `${place}/fts5.sqlite3`;
  await sqlite(
    file,
    `PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;
    CREATE VIRTUAL TABLE texts USING fts5(text, tokenize = 'unicode61');
    CREATE TABLE raw (number INTEGER PRIMARY KEY, text TEXT);
    .mode tabs
    .import ${place}/texts.tsv raw
    INSERT INTO texts (rowid, text) SELECT number, text FROM raw;
    INSERT INTO texts (texts) VALUES ('optimize');
    DROP TABLE raw;`,
  );
  const match = (words) =>
    `'${words
      .split(' ')
      .map((word) => `"${word}"`)
      .join(' ')}'`;
  const statements = queries.map(
    ({ words }) => `
    .timer off
    SELECT 'total', count(*) FROM texts WHERE texts MATCH ${match(words)};
    .timer on
    SELECT count(*) FROM texts WHERE texts MATCH ${match(words)};
    SELECT rowid FROM texts WHERE texts MATCH ${match(words)} ORDER BY rank LIMIT ${page};`,
  );
  const out = await sqlite(file, `PRAGMA cache_size=-400000;\n${statements.join('\n')}`);
  const times = [...out.matchAll(/Run Time: real ([\d.]+)/g)].map(([, s]) => Number(s) * 1000);
  const totals = [...out.matchAll(/^total\|(\d+)/gm)].map(([, total]) => Number(total));
  return { totals, ms: queries.map((_, i) => times[2 * i] + times[2 * i + 1]) };
}

async function askPostgres(place, queries) {
  const server = await Postgres.make(place);
  try {
    const psql = (text) => server.sql(text, 'postgres');
    await psql('CREATE TABLE texts (number int PRIMARY KEY, text text, words tsvector)');
    const rows = (await readFile(`${place}/texts.tsv`, 'utf8')).trimEnd();
    await psql(`COPY texts (number, text) FROM stdin;\n${rows}\n\\.\n`);
    await psql(`UPDATE texts SET words = to_tsvector('simple', text);
      CREATE INDEX ON texts USING gin (words); VACUUM ANALYZE texts`);
    const ms = [];
    const totals = [];
    for (const { words } of queries) {
      const query = `plainto_tsquery('simple', '${words}')`;
      const out = await psql(`
        SELECT count(*) FROM texts WHERE words @@ ${query};
        \\timing on
        SELECT count(*) AS n FROM texts WHERE words @@ ${query};
        SELECT number FROM texts WHERE words @@ ${query}
          ORDER BY ts_rank(words, ${query}) DESC LIMIT ${page};`);
      totals.push(Number(out.split('\n')[0]));
      const times = [...out.matchAll(/Time: ([\d.]+) ms/g)].map(([, one]) => Number(one));
      ms.push(times[0] + times[1]);
    }
    return { totals, ms };
  } finally {
    server.child.kill('SIGINT');
    await server.ended;
  }
}

function checkSame(queries, name, totals) {
  queries.forEach(({ words, total }, i) => {
    if (totals[i] !== total)
      throw new Error(`“${words}”: ${name} finds ${totals[i]}, ours ${total}`);
  });
}

const bars = {
  'words/1': ['one word', 'p50 <= 5 ms', 5],
  'words/2': ['two words', 'p50 <= 5 ms', 5],
  'words/4': ['four words', 'p50 <= 5 ms', 5],
  number: ['a number, selective', 'p50 <= 1 ms', 1],
  phrase: ['a phrase', undefined, Infinity],
};

const row = { part: 'search', unit: 'ms', better: 'less' };

function addRuns(rows, runs) {
  for (const [name, [what, bar, most]] of Object.entries(bars)) {
    const own = (key) => runs[name].map((run) => run[key]);
    const held = bar ? { bar, holds: (_, median) => median <= most } : {};
    rows.add({
      ...row,
      what: `${what}: p50, ${articles.toLocaleString('en-US')} articles`,
      ours: own('p50_ms'),
      ...held,
    });
    rows.add({
      ...row,
      what: '  p99',
      ours: own('p99_ms'),
      bar: '<= 10 ms',
      holds: (_, median) => median <= 10,
    });
  }
}

// The median of the same queries, each with what everybody took for it.
function addPeers(rows, queries, peers) {
  for (const dense of [true, false]) {
    const chosen = queries.map((query) => query.dense === dense);
    const of = (ms) => ms.filter((_, i) => chosen[i]);
    for (const [peer_name, { ms }] of Object.entries(peers)) {
      rows.add({
        ...row,
        what: dense ? 'two words of many articles' : 'two words, others',
        ours: of(queries.map((query) => query.ms)),
        peer: of(ms),
        peer_name,
        ...(dense ? { bar: '>= 10x', holds: (ratio) => ratio >= 10 } : {}),
      });
      rows.recount('the same numbers found');
    }
  }
}

function addFilling(rows, rates, mib) {
  rows.add({
    part: 'search',
    what: 'indexing, by tenths',
    unit: '/s',
    better: 'more',
    ours: rates,
    bar: '>= 1,500/s',
    holds: (_, median) => median >= 1500,
  });
  rows.add({ part: 'search', what: 'memory of the index', unit: 'MiB', better: 'less', ours: mib });
}

function readQueries(lines) {
  const all = lines.map((line) => {
    const [words, total, ms] = line.split('\t');
    return { words, total: Number(total), ms: Number(ms), dense: Number(total) >= articles / 10 };
  });
  const some = (dense) => all.filter((query) => query.dense === dense).slice(0, asked);
  return [...some(true), ...some(false)];
}

export async function search({ gate, rows }) {
  const place = await folder('lantoa-bench-');
  try {
    await gate.wait();
    const runs = await googleBenchmark('search_bench', {
      repetitions: 3,
      args: ['--benchmark_min_time=0.3', String(articles), place.path],
      ms_max: 900_000,
    });
    const written = async (name) =>
      (await readFile(`${place.path}/${name}.tsv`, 'utf8')).trimEnd().split('\n');
    const queries = readQueries(await written('queries'));
    await gate.wait();
    const fts5 = await askFts5(place.path, queries);
    checkSame(queries, 'FTS5', fts5.totals);
    await gate.wait();
    const postgres = await askPostgres(place.path, queries);
    checkSame(queries, 'PostgreSQL', postgres.totals);
    addRuns(rows, runs);
    addPeers(rows, queries, { FTS5: fts5, PostgreSQL: postgres });
    addFilling(rows, (await written('rates')).map(Number), (await written('memory')).map(Number));
  } finally {
    await place.remove();
  }
}
