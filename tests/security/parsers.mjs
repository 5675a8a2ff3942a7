// QS4: which parser is tried by which fuzzer, how many inputs are saved for each, and that those
// built beside the program run them. The hours of fuzzing themselves are ./run fuzz.
import assert from 'node:assert/strict';
import { readFile, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execute, folder, program, root } from '../kit/program.mjs';
import { Findings } from './site.mjs';

// What comes from outside and is read by our own code, and by which fuzzers. Workbooks' and
// documents' zip and XML, pictures and SMTP's own dialogue are read by libraries: tried through our
// code around them. The bar's other parsers (Akoma Ntoso, iCalendar, bulletins, web hooks) are not
// in the product.
const parsers = {
  'HTTP head, chunked bodies, cookies, copies asked for, addresses': ['parse_fuzz'],
  'forms, multipart': ['form_fuzz'],
  'Markdown to HTML, links': ['markdown_fuzz'],
  'HTML of others': ['html_fuzz'],
  'pictures of articles': ['image_fuzz'],
  'search queries, documents meant by number': ['query_fuzz', 'reference_fuzz'],
  'bodies of the JSON API': ['described_fuzz'],
  'tokens of forms, puzzles and their solutions, codes': ['puzzle_fuzz'],
  'days, amounts, keys, ways back typed or in an address': ['typed_fuzz'],
  'old encodings, spoilt letters, composed forms': ['encoding_fuzz'],
  'words of strangers': ['spam_fuzz'],
  "mail servers' answers, letters": ['letter_fuzz'],
  'mails that come back': ['returned_fuzz'],
  "other programs' answers, addresses to ask": ['answer_fuzz'],
  'tables of units and persons': ['csv_fuzz'],
  'documents of Word (zip and XML)': ['docx_fuzz'],
  'workbooks of Excel (zip and XML)': ['xlsx_fuzz'],
  'articles, plans, legal texts, citations, numbers': [
    'plan_text_fuzz',
    'legal_text_fuzz',
    'citations_fuzz',
    'document_number_fuzz',
  ],
  'exports of the ledger': ['ndjson_fuzz'],
  'proofs and signed notes': ['proof_fuzz'],
  'lists of backups': ['sums_fuzz'],
};

async function fuzzersInSource() {
  const all = await readdir(join(root, 'src'), { recursive: true });
  return all
    .filter((file) => file.endsWith('_fuzz.cc'))
    .map((file) => file.replace(/^.*\//, '').slice(0, -3));
}

async function saved(name) {
  const files = await readdir(join(root, 'tests/corpus', name));
  let bytes = 0;
  for (const file of files) bytes += (await stat(join(root, 'tests/corpus', name, file))).size;
  return { inputs: files.length, bytes };
}

// How many inputs its test says it ran; 0 when it is not built here.
async function replayed(name, place) {
  const test = join(dirname(program), `${name}_tests`);
  if (!(await stat(test).catch(() => null))) return 0;
  const report = `${place}/${name}.json`;
  const done = await execute(test, [`--gtest_output=json:${report}`]);
  assert.equal(done.code, 0, `${name}: ${done.out}${done.err}`);
  const suites = JSON.parse(await readFile(report, 'utf8')).testsuites;
  return Number(suites[0].testsuite[0].inputs);
}

export async function lookAtParsers(sources) {
  const found = new Findings();
  const place = await folder('lantoa-parsers-');
  const named = new Set(Object.values(parsers).flat());
  try {
    for (const name of sources) {
      if (!named.has(name)) found.fault(`${name} is in no row of the table`);
    }
    for (const name of named) {
      if (!sources.includes(name)) {
        found.fault(`${name} is not there`);
        continue;
      }
      const { inputs, bytes } = await saved(name);
      if (inputs === 0) found.fault(`${name} has no saved inputs`);
      found.count('fuzzers');
      found.count('saved inputs', inputs);
      found.count('bytes', bytes);
      found.count('inputs replayed here', await replayed(name, place.path));
    }
  } finally {
    await place.remove();
  }
  return found;
}

export async function checkParsers(suite) {
  await suite.check('QS4 every parser has its fuzzer and its saved inputs', async () => {
    const found = await lookAtParsers(await fuzzersInSource());
    console.log(`      ${found}`);
    found.assertNone();
  });
  await suite.check('QS4: seen when a fuzzer is missing or new', async () => {
    const sources = await fuzzersInSource();
    assert.ok((await lookAtParsers(sources.slice(1))).faults.length > 0);
    assert.ok((await lookAtParsers([...sources, 'new_fuzz'])).faults.length > 0);
  });
}
