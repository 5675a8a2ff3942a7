// `./run bench [filter]`: every part whose name contains the filter, then one table.
import { cpus } from 'node:os';
import { Gate, Rows } from './kit.mjs';
import { portal } from './portal.mjs';
import { wordpress } from './wordpress.mjs';
import { weight } from './weight.mjs';
import { lighthouse } from './lighthouse.mjs';
import { search } from './search.mjs';
import { receipts } from './receipts.mjs';
import { confirm } from './confirm.mjs';
import { coverage } from './coverage.mjs';
import { replay } from './replay.mjs';
import { memory } from './memory.mjs';
import { office } from './office.mjs';
import { overload } from './overload.mjs';
import { flood } from './flood.mjs';
import { year } from './year.mjs';

const parts = {
  portal,
  portal_wordpress: wordpress,
  portal_weight: weight,
  portal_lighthouse: lighthouse,
  search,
  receipts,
  confirm,
  coverage,
  replay,
  memory,
  office,
  year,
  overload,
  flood,
};
const filter = process.argv[2] ?? '';
const groups = { ledger: ['receipts', 'confirm', 'replay'] };
const chosen = Object.entries(parts).filter(
  ([name]) => groups[filter]?.includes(name) ?? name.includes(filter),
);
if (chosen.length === 0) {
  const known = [...Object.keys(parts), ...Object.keys(groups)].join(', ');
  console.error(`No part matches '${filter}'; there are ${known}.`);
  process.exit(2);
}

const rows = new Rows();
const gate = new Gate();
const began = Date.now();
const failed = [];
for (const [name, part] of chosen) {
  console.error(`== bench ${name}`);
  try {
    await part({ gate, rows });
  } catch (error) {
    console.error(error.stack ?? error);
    failed.push(name);
  }
}
const day = new Date().toISOString().slice(0, 10);
console.log(`\n${day}, ${cpus().length} cores; every figure is the median (min–max) of its runs\n`);
rows.print();
console.log(`\n${gate.verdict()} Took ${Math.round((Date.now() - began) / 1000)} s.`);
if (failed.length > 0) {
  console.log(`These did not come to their end, the reason stands above: ${failed.join(', ')}.`);
  process.exitCode = 1;
}
