// Papers and workbooks as offices open them: what the server hands out for a plan, a letter of urging
// and a round of reports is read back by programs that are not ours. With --long LibreOffice opens
// them as well.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Suite } from '../kit/report.mjs';
import { Server, execute, folder } from '../kit/program.mjs';
import { Visitor } from '../kit/visitor.mjs';

const suite = new Suite();
const at = await folder('lantoa-papers-');
const server = await Server.start('demo', '--data', join(at.path, 'data'), '--listen', '127.0.0.1:0');
const officer = new Visitor();

async function fetched(path) {
  const answer = await fetch(server.url + path, { headers: { cookie: officer.cookie } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  assert.equal(answer.status, 200, `${path}: ${bytes.toString('utf8', 0, 300)}`);
  return { bytes, type: answer.headers.get('content-type') };
}

async function tool(command, ...args) {
  const done = await execute(command, args);
  assert.equal(done.code, 0, `${command}: ${done.out}${done.err}`);
  return done.out;
}

// The demonstration goes on: the ledger may be longer by the time the second file is written.
const as_of = /sự kiện số\s+[\d.]+,/g;
const settled = (text) => text.normalize('NFC').replace(as_of, 'sự kiện số N,');
const words = (text) => new Set(settled(text).split(/[\s\f]+/).filter(Boolean));
const missing = (some, all) => [...some].filter((word) => !all.has(word));

// The words of a DOCX's own text and of its foot, paragraph by paragraph.
const take_words = `
import sys, zipfile, re, html
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
for part in ('word/document.xml', 'word/footer1.xml'):
    for p in re.findall(r'<w:p>.*?</w:p>', z.read(part).decode()):
        print(html.unescape(''.join(re.findall(r'<w:t[^>]*>([^<]*)</w:t>', p))))
`;

async function readBack(name, path) {
  const pdf = join(at.path, `${name}.pdf`);
  const docx = join(at.path, `${name}.docx`);
  const joint = path.includes('?') ? '&' : '?';
  const drawn = await fetched(`${path}${joint}dang=pdf`);
  assert.equal(drawn.type, 'application/pdf');
  await writeFile(pdf, drawn.bytes);
  await writeFile(docx, (await fetched(`${path}${joint}dang=docx`)).bytes);
  const said = await tool('qpdf', '--check', pdf);
  assert.match(said, /No syntax or stream encoding errors/);
  assert.match(await tool('pdfinfo', pdf), /Tagged: +yes/);
  const text = await tool('pdftotext', '-enc', 'UTF-8', pdf, '-');
  assert.equal(text, text.normalize('NFC'), 'what can be taken out is composed');
  for (const part of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Nơi nhận:', 'sổ cái Lan Tỏa']) {
    assert.ok(text.includes(part), part);
  }
  const written = words(await tool('python3', '-c', take_words, docx));
  const shown = words(text);
  assert.ok(written.size > 60, `${written.size} words`);
  assert.deepEqual(missing(written, shown), [], 'every word of the DOCX stands in the PDF');
  // A page's number is a field in a DOCX.
  assert.deepEqual(missing(shown, written).filter((word) => !/^\d+$/.test(word)), []);
  return { docx, written };
}

async function office(file, kind) {
  await tool('soffice', '--headless', `-env:UserInstallation=file://${at.path}/office`, '--convert-to', kind, '--outdir', at.path, file);
}

async function addsUp(round) {
  const book = join(at.path, 'so-lieu.xlsx');
  await writeFile(book, (await fetched(`${round}?dang=xlsx`)).bytes);
  await office(book, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false');
  const shown = (await tool('cat', book.replace('.xlsx', '.csv'))).trim().split('\n');
  const total = shown.find((line) => line.startsWith(',Cộng,'));
  const theirs = total.split(',').slice(3).map(Number);
  const csv = (await fetched(`${round}?dang=csv`)).bytes.toString('utf8');
  const sums = theirs.map(() => 0);
  for (const line of csv.trim().split('\r\n').slice(1)) {
    // A name may hold commas, a figure none.
    line.split(',').slice(-sums.length).forEach((figure, i) => (sums[i] += Number(figure)));
  }
  assert.ok(sums.length >= 14 && sums.some((one) => one > 0), total);
  assert.deepEqual(theirs, sums);
}

try {
  await officer.signIn(server.url, 'stp.chuyenvien', 'lan-toa-mau-2021');
  const late = (await officer.get(server.url, '/don-doc')).body;
  const papers = {
    plan: '/ke-hoach/1/van-ban',
    letter: `${/\/don-doc\/cong-van\/\d+/.exec(late)[0]}/van-ban`,
    city: '/don-doc/cong-van/1/van-ban',
    round: '/bao-cao/1',
    amendment: '/ke-hoach/1/sua-doi/1/van-ban',
    narrative: '/bao-cao/1/loi-van',
    estimates: '/bao-cao/5',
  };
  const made = {};
  for (const [name, path] of Object.entries(papers)) {
    await suite.check(`the ${name} says the same as PDF and as DOCX, whole and composed`, async () => {
      made[name] = await readBack(name, path);
    });
  }
  await suite.check('a PDF without anything wrong is told from a damaged one', async () => {
    const damaged = join(at.path, 'damaged.pdf');
    const { bytes } = await fetched(papers.plan);
    await writeFile(damaged, bytes.subarray(0, bytes.length / 2));
    assert.notEqual((await execute('qpdf', ['--check', damaged])).code, 0);
  });
  if (process.env.LANTOA_LONG) {
    for (const [name, { docx, written }] of Object.entries(made)) {
      await suite.check(`LibreOffice reads the ${name} without losing a mark`, async () => {
        await office(docx, 'pdf:writer_pdf_Export');
        const text = await tool('pdftotext', '-enc', 'UTF-8', docx.replace('.docx', '.pdf'), '-');
        // It breaks lines after dashes, which are then taken for a syllable's.
        const bare = (one) => settled(one).replace(/[\s\f-]+/g, '');
        const shown = bare(text);
        assert.deepEqual([...written].filter((word) => !shown.includes(bare(word))), []);
      });
    }
    for (const [what, round] of [['counted', 1], ['estimated', 5]]) {
      await suite.check(`LibreOffice adds the workbook of what is ${what} up to the same sums`, () =>
        addsUp(`/bao-cao/${round}`),
      );
    }
  }
} finally {
  await server.stop();
  officer.close();
  await at.remove();
}
suite.close();
