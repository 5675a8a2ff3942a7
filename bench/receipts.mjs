// QP2: durable receipts in process, distinct facts of the real size, decided, chained, appended and
// synced before the answer, against the bare database given rows of the same bytes in the same
// batches: SQLite with synchronous=FULL, and PostgreSQL with fsync on, which gets all rows of a
// batch in one statement, its fastest way but COPY. The programs verify the chain after each run and
// fail unless it holds as many facts as commands were acknowledged.
import { googleBenchmark } from './kit.mjs';

const batches = [1, 100, 1000];
const stores = [
  { program: 'append_bench', ours: 'engine_receipts', peer: 'raw_sqlite_receipts', name: 'SQLite' },
  {
    program: 'postgres_append_bench',
    ours: 'engine_receipts_postgres',
    peer: 'raw_postgres_at_once',
    name: 'PostgreSQL',
  },
];

function counted(runs) {
  const sum = (key) => runs.reduce((all, run) => all + run[key], 0);
  if (sum('facts') !== sum('acknowledged')) throw new Error('facts are not those acknowledged');
  return sum('facts').toLocaleString('en-US');
}

export async function receipts({ gate, rows }) {
  for (const store of stores) {
    await gate.wait();
    const runs = await googleBenchmark(store.program, { args: ['--benchmark_min_time=0.4'] });
    for (const batch of batches) {
      const ours = runs[`${store.ours}/${batch}`];
      rows.add({
        part: 'receipts',
        what: `durable receipts on ${store.name}, ${batch} to a sync`,
        unit: '/s',
        better: 'more',
        ours: ours.map((run) => run.items_per_second),
        peer: runs[`${store.peer}/${batch}`].map((run) => run.items_per_second),
        peer_name: `raw ${store.name}`,
        bar: '>= 0.5x',
        holds: (ratio) => ratio >= 0.5,
        recount: `chain verified, ${counted(ours)} facts = acknowledged`,
      });
    }
  }
}
