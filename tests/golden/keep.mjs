// Keeps a data folder as the golden ledger of this version: node tests/golden/keep.mjs FOLDER
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { execute, must, root } from '../kit/program.mjs';
import { figuresOf } from './figures.mjs';

// A text as it is, a picture as { base64 }.
function content(bytes) {
  const text = bytes.toString('utf8');
  return Buffer.from(text).equals(bytes) ? text : { base64: bytes.toString('base64') };
}

async function contentsOf(data) {
  const found = await execute('find', [`${data}/blobs`, '-type', 'f']);
  const files = found.out.trim().split('\n').sort();
  return Promise.all(files.map(async (file) => content(await readFile(file))));
}

const [data] = process.argv.slice(2);
const version = (await must('--version')).out.trim();
const to = `${root}tests/golden/${version}`;
await mkdir(to, { recursive: true });
const dump = await execute('sqlite3', [`${data}/ledger.sqlite3`, '.dump']);
await writeFile(`${to}/ledger.sql`, dump.out);
for (const key of ['vault.key', 'checkpoint.key']) {
  await writeFile(`${to}/${key}`, await readFile(`${data}/${key}`));
}
await writeFile(`${to}/contents.json`, JSON.stringify(await contentsOf(data), null, 1) + '\n');
await writeFile(`${to}/figures.json`, JSON.stringify(await figuresOf(data), null, 1) + '\n');
console.log(`kept in ${to}`);
