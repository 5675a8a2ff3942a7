// QP2: durable receipts in process, distinct facts of the real size, decided, chained, appended and
// synced before the answer, against raw SQLite inserting the same bytes at the same batch and
// synchronous=FULL. src/platform/ledger/sqlite/append_bench.cc verifies the chain after each run
// and fails unless it holds as many facts as commands were acknowledged.
import { googleBenchmark } from './kit.mjs';

const batches = [1, 100, 1000];

function counted(runs) {
  const sum = (key) => runs.reduce((all, run) => all + run[key], 0);
  if (sum('facts') !== sum('acknowledged')) throw new Error('facts are not those acknowledged');
  return sum('facts').toLocaleString('en-US');
}

export async function receipts({ gate, rows }) {
  await gate.wait();
  const runs = await googleBenchmark('append_bench', { args: ['--benchmark_min_time=0.4'] });
  for (const batch of batches) {
    const ours = runs[`engine_receipts/${batch}`];
    rows.add({
      part: 'receipts',
      what: `durable receipts, ${batch} to a sync`,
      unit: '/s',
      better: 'more',
      ours: ours.map((run) => run.items_per_second),
      peer: runs[`raw_sqlite_receipts/${batch}`].map((run) => run.items_per_second),
      peer_name: 'raw SQLite',
      bar: '>= 0.5x',
      holds: (ratio) => ratio >= 0.5,
      recount: `chain verified, ${counted(ours)} facts = acknowledged`,
    });
  }
}
