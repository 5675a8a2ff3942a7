// Looks at a data folder: as a kill left it (a copy, so that nothing heals the original before the
// program does), and as the running program has it.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execute, must, run, sqlite } from '../kit/program.mjs';
import { readExport, recount } from '../kit/export.mjs';
import { halves } from './book.mjs';

// The files as they lie on the disk: { head: "SEQ:CHAIN", keys, faults }.
export async function inspectRemains(data, place) {
  const copy = `${place}/remains`;
  const name = 'ledger.sqlite3';
  await execute('rm', ['-rf', copy]);
  await execute('mkdir', [copy]);
  const files = [name, `${name}-wal`, 'sessions.sqlite3', 'sessions.sqlite3-wal']
    .map((file) => join(data, file))
    .filter(existsSync);
  await execute('cp', ['-a', ...files, copy]);
  const faults = [];
  for (const file of [name, 'sessions.sqlite3']) {
    const said = await sqlite(`${copy}/${file}`, 'PRAGMA integrity_check');
    if (said !== 'ok') faults.push(`${file}: ${said}`);
  }
  const head = await sqlite(
    `${copy}/${name}`,
    "SELECT seq || ':' || lower(hex(chain)) FROM facts ORDER BY seq DESC LIMIT 1",
  );
  const keys = await sqlite(`${copy}/${name}`, 'SELECT key FROM answers');
  return { head, keys: new Set(keys.split('\n').map((key) => key.split('/').at(-1))), faults };
}

// Verified against a head seen before, exported, counted here and by the program.
export async function inspectRunning(data, place, head) {
  const faults = [];
  const verified = await run('ledger', 'verify', '--data', data, '--head', head);
  if (verified.code !== 0) faults.push(`verify: ${verified.err}`);
  const { out } = await must('ledger', 'export', '--data', data);
  const facts = readExport(out);
  const file = `${place}/export.ndjson`;
  await writeFile(file, out);
  const counted = await must('coverage', '--from', file);
  if (counted.out !== recount(facts)) faults.push('coverage differs from the count of receipts');
  faults.push(...halves(facts));
  return { facts, faults, coverage: counted.out };
}

// Every text that a fact names lies among the blobs and is what its address says.
export async function blobFaults(data, facts) {
  const found = [];
  for (const { kind, body } of facts) {
    if (kind !== 'content.version_drafted') continue;
    const { text } = body;
    const file = join(data, 'blobs', text.slice(0, 2), text.slice(2, 4), text);
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (hash !== text) found.push(`the text of article ${body.article} is not in ${file}`);
  }
  return found;
}

// What is kept beside the facts came with them: reasons of corrections, tokens of links, accounts.
export async function vaultFaults(data, facts) {
  const ids = new Set((await sqlite(`${data}/ledger.sqlite3`, 'SELECT id FROM vault')).split('\n'));
  const wanted = {
    'reach.receipt_corrected': (b) => `correction/${b.receipt}/${b.person}`,
    'identity.link_issued': (b) => `link/${b.person}`,
    'identity.account_opened': (b) => `account/${b.account}`,
    'identity.person_registered': (b) => `person/${b.person}`,
    'identity.persons_registered': (b) =>
      Array.from({ length: b.count }, (_, i) => `person/${b.first + i}`),
  };
  const missing = facts.flatMap(({ kind, body }) => wanted[kind]?.(body) ?? []);
  return missing.filter((id) => !ids.has(id)).map((id) => `the vault lacks ${id}`);
}

export function viewsIn(facts, article) {
  let sum = 0;
  for (const { kind, body } of facts) {
    if (kind !== 'portal.views_counted') continue;
    for (const one of body.views) if (one.article === article) sum += one.count;
  }
  return sum;
}
