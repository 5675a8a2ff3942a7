// lantoa read: the real article and the real legal texts where they are at hand, and files that are
// neither.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run } from '../kit/program.mjs';
import { assertRefused } from './said.mjs';

const article = join(root, '../shared/data/article-2021-05-13.txt');

const law = join(root, '../shared/data/law');

const council = 'Hội đồng Phối hợp phổ biến, giáo dục pháp luật thành phố Hà Nội';
const documents = [
  ['06/KH-HĐPHPBGDPL', 'Kế hoạch', council, '2021-05-12'],
  ['97/2019/QH14', 'Nghị quyết', 'Quốc hội', '2019-11-27'],
  ['32/2021/NĐ-CP', 'Nghị định', 'Chính phủ', '2021-03-29'],
];
const furniture = ['Các bài', 'Viết bình luận', 'Họ tên', 'Số điện thoại', 'Mã xác nhận', 'HNP'];

function offsetsOf(bytes, text) {
  const wanted = Buffer.from(text, 'utf8');
  const out = [];
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) out.push(at);
  return out;
}

async function checkArticle(suite) {
  if (!existsSync(article)) {
    suite.skip('read: the real article', `${article} is not here`);
    return;
  }
  const bytes = await readFile(article);
  const done = await run('read', article);
  let found;
  await suite.check('read: the article is JSON', () => {
    assert.equal(done.code, 0, done.err);
    found = JSON.parse(done.out);
    assert.equal(found.kind, 'article');
  });
  await suite.check('read: exactly the documents it cites', () => {
    assert.deepEqual(
      found.documents.map((d) => [d.number, d.type, d.issuer, d.date]),
      documents,
    );
    assert.deepEqual(found.plan, { number: documents[0][0], issuer: council, date: '2021-05-12' });
  });
  await suite.check('read: every mention stands where the bytes have it', () => {
    for (const document of found.documents) {
      const length = Buffer.byteLength(document.number);
      assert.deepEqual(
        document.mentions.map((m) => [m.offset, m.length]),
        offsetsOf(bytes, document.number).map((offset) => [offset, length]),
        document.number,
      );
    }
  });
  await suite.check('read: title, moment, author, no furniture', () => {
    assert.equal(found.title, bytes.toString('utf8').split(' (10:32')[0]);
    assert.equal(found.published_at, '2021-05-13T10:32+07:00');
    assert.equal(found.author, 'Minh Châu');
    for (const word of furniture) assert.ok(!done.out.includes(word), word);
  });
  await suite.check('read: each class of body has its duties, and nine forms are named', () => {
    const classes = new Set(found.duties.map((duty) => duty.who.class));
    for (const one of ['standing_agency', 'departments', 'district_councils']) assert.ok(classes.has(one), one);
    assert.ok(found.forms.length >= 9);
    for (const duty of found.duties) {
      const at = bytes.subarray(duty.who.offset, duty.who.offset + duty.who.length);
      assert.equal(at.toString('utf8'), duty.who.text);
    }
  });
  await suite.check('read: the damaged line is reported with its place', () => {
    assert.equal(found.damaged.length, 1);
    const [{ line, offset, text }] = found.damaged;
    assert.ok(bytes.subarray(offset).toString('utf8').startsWith(text));
    assert.equal(bytes.subarray(0, offset).toString('utf8').split('\n').length, line);
    assert.match(text, /L\?y/);
  });
}

// What a person counts in a legal text: paragraphs that open with "Điều 3." or "12.", up to the
// signature, where numbers begin anew under each article.
function countedIn(source) {
  const text = source.toString('utf8').normalize('NFC').replaceAll('\u00a0', ' ');
  const opening = (pattern) => [...text.matchAll(pattern)].map((found) => found[1]);
  return {
    articles: opening(/^[ *]*Điều (\d+)\./gm),
    clauses: opening(/^[ *]*(\d+)\\?\. ?/gm),
  };
}

// The table kept by hand (src/viet/legal_golden.txt): by file its own line, citations, addresses.
async function readGolden() {
  const out = new Map();
  let file;
  for (const line of (await readFile(join(root, 'src/viet/legal_golden.txt'), 'utf8')).split('\n')) {
    const [, key, rest] = line.match(/^(own|grounds|cited|named) (.*)$/) ?? [];
    if (line.startsWith('[')) {
      file = { cited: [], named: [] };
      out.set(line.slice(1, -1), file);
    } else if (key === 'own' || key === 'grounds') {
      file[key] = rest;
    } else if (key === 'cited') {
      file.cited.push(rest.split(' '));
    } else if (key === 'named') {
      const [, before, first, last] = rest.match(/^(.*-)(\d+)\.\.(\d+)$/) ?? [];
      if (!before) file.named.push(rest);
      for (let i = Number(first); i <= Number(last); i++) file.named.push(before + i);
    }
  }
  return out;
}

// What a person who uses the printed JSON gets, against the table.
function assertAsInTable(found, golden) {
  const own = [found.number, found.date ?? '-', found.issuer, found.place];
  assert.equal(own.join(' | '), golden.own);
  assert.equal(String(found.grounds.length), golden.grounds);
  assert.deepEqual(found.provisions.map((p) => p.address).sort(), [...golden.named].sort());
  const mentions = found.documents.flatMap((d) => d.mentions.map((m) => [m.offset, d.number]));
  mentions.sort(([a], [b]) => a - b);
  assert.deepEqual(
    mentions.map(([, number]) => number),
    golden.cited.map(([number]) => number),
  );
  for (const { number, date } of found.documents) {
    const dates = golden.cited.filter(([cited, day]) => cited === number && day !== '-');
    assert.equal(date ?? '-', dates[0]?.[1] ?? '-', number);
  }
}

async function checkLegalTexts(suite) {
  if (!existsSync(law)) {
    suite.skip('read: the real legal texts', `${law} is not here`);
    return;
  }
  const golden = await readGolden();
  for (const name of await readdir(law)) {
    const bytes = await readFile(join(law, name));
    const done = await run('read', join(law, name));
    await suite.check(`read: ${name} is a legal text, provision by provision`, () => {
      assert.equal(done.code, 0, done.err);
      const found = JSON.parse(done.out);
      assert.equal(found.kind, 'legal_text');
      assert.equal(found.number.replace('/', '_').replace('/', '_'), name.replace('.md', ''));
      const of = (level) => found.provisions.filter((p) => p.address.match(level));
      const counted = countedIn(bytes);
      const last = (p) => p.address.split('-').at(-1);
      assert.deepEqual(of(/dieu-\d+$/).map(last), counted.articles);
      assert.deepEqual(of(/khoan-\d+$/).map(last), counted.clauses);
      assert.equal(new Set(found.provisions.map((p) => p.address)).size, found.provisions.length);
      for (const { offset, length, label } of found.provisions) {
        const own = bytes.subarray(offset, offset + length).toString('utf8').normalize('NFC');
        assert.ok(!label || own.replaceAll('\\', '').startsWith(label), `${offset}: ${own}`);
      }
    });
    await suite.check(`read: ${name} as the table kept by hand has it`, () =>
      assertAsInTable(JSON.parse(done.out), golden.get(name)),
    );
  }
}

const plan_html = `<!DOCTYPE html><nav>Trang chủ</nav><h1>Kế hoạch chợ</h1>
<p>Sở Mẫu có trách nhiệm phát tờ gấp trước ngày 5/6/2024.</p><p>Đội Xung kích có trách nhiệm canh chợ.</p>`;
const plan_markdown = '# Kế hoạch chợ\n\n**Sở** Mẫu có trách nhiệm phát tờ gấp trước ngày 5/6/2024\\.\n\nĐội Xung kích có trách nhiệm canh chợ.\n';

// The same plan as a page and as converted Markdown: who has to do what, and what fits nothing.
async function checkPlan(suite, place) {
  for (const [name, bytes] of [['plan.html', plan_html], ['plan.md', plan_markdown]]) {
    await writeFile(`${place}/${name}`, bytes);
    const done = await run('read', `${place}/${name}`);
    await suite.check(`read: duties, forms and deadlines of ${name}`, () => {
      assert.equal(done.code, 0, done.err);
      const found = JSON.parse(done.out);
      assert.deepEqual(
        found.duties.map((d) => [d.who.class, d.who.name, d.deadline.last_day, d.confidence]),
        [['named', 'Sở Mẫu', '2024-06-04', 'high']],
      );
      assert.deepEqual(found.unmatched.map((d) => d.who.name), ['Đội Xung kích']);
      assert.deepEqual(found.forms.map((f) => f.form), ['printed_matter']);
      assert.equal(found.deadlines.length, 1);
    });
  }
}

async function checkPlanItself(suite, place) {
  const path = `${place}/ke-hoach.txt`;
  await writeFile(path, 'UBND TỈNH MẪU\n\nSố: 5/KH-UBND\n\nKẾ HOẠCH\n\nVề ngày hội đọc luật\n\nCăn cứ Luật số 1.\n');
  const done = await run('read', path);
  await suite.check('read: a plan itself by its own title and number', () => {
    assert.equal(done.code, 0, done.err);
    const found = JSON.parse(done.out);
    assert.equal(found.title, 'Về ngày hội đọc luật');
    assert.equal(found.number, '05/KH-UBND');
    assert.equal(found.cut, false);
  });
}

async function checkOwnLegalText(suite, place) {
  const path = `${place}/tre.md`;
  await writeFile(path, 'Số: 5/NQ-HĐND\n\nNGHỊ QUYẾT\n\nVề tre\n\nĐiều 1. Tre\n\n1\\. Già.\n');
  const done = await run('read', path);
  await suite.check('read: a legal text of our own', () => {
    assert.equal(done.code, 0, done.err);
    const found = JSON.parse(done.out);
    assert.equal(found.kind, 'legal_text');
    assert.deepEqual(
      found.provisions.map((p) => [p.address, p.label, p.heading]),
      [
        ['dieu-1', 'Điều 1.', 'Tre'],
        ['dieu-1.khoan-1', '1.', null],
      ],
    );
  });
}

export async function checkReading(suite, place) {
  await checkArticle(suite);
  await checkLegalTexts(suite);
  await checkOwnLegalText(suite, place);
  await checkPlanItself(suite, place);
  await checkPlan(suite, place);
  const file = async (name, bytes) => {
    await writeFile(`${place}/${name}`, bytes);
    return `${place}/${name}`;
  };
  const cases = [
    ['an empty file', await file('empty.txt', ''), []],
    ['blank lines', await file('blank.txt', '\n \n\t\n'), []],
    ['a binary file', await file('binary', randomBytes(1_000_000)), []],
    ['a picture', await file('picture.png', Buffer.from('89504e470d0a1a0a0000000d', 'hex')), []],
    ['an old Word file', await file('old.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')), ['.doc']],
    ['a broken Word file', await file('broken.docx', Buffer.from('504b0304ffff', 'hex')), ['Word']],
    ['50 MB', await file('large.txt', Buffer.alloc(50_000_000, 'a')), ['large.txt', '8 MiB']],
    ['a missing file', `${place}/missing.txt`, ['missing.txt']],
    ['a folder', place, [place]],
    ['a device', '/dev/null', ['/dev/null']],
  ];
  for (const [label, path, names] of cases) {
    await suite.check(`read: ${label} is refused in one sentence`, async () =>
      assertRefused(await run('read', path), 2, { names }),
    );
  }
}
