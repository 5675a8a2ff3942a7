// The proof of a figure, checked from its written form (docs/proof-format.md) with nothing of the
// program's: SHA-256, Ed25519, and the bytes of the file.
import assert from 'node:assert/strict';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { execute, must, run, Server } from '../kit/program.mjs';
import { readExport } from '../kit/export.mjs';
import { Visitor } from '../kit/visitor.mjs';
import { assertRefused } from './said.mjs';

const password = 'lan-toa-mau-2021';
const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
const node = (left, right) => sha256(Buffer.from([1]), left, right);
const from64 = (text) => {
  const bytes = Buffer.from(text, 'base64');
  assert.equal(bytes.toString('base64'), text, 'base64 in its one form');
  return bytes;
};

function leafOf(line) {
  const fact = JSON.parse(line);
  const integer = (n) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64BE(BigInt(n));
    return bytes;
  };
  const body = line.slice(line.indexOf('"body":') + '"body":'.length, -1);
  const texts = [fact.actor, fact.kind, fact.subject, body].map((text) => Buffer.from(text));
  const parts = texts.flatMap((bytes) => [integer(bytes.length), bytes]);
  return sha256(Buffer.from([0]), integer(fact.seq), integer(Date.parse(fact.at)), ...parts);
}

function signedText(note, key) {
  const gap = note.lastIndexOf('\n\n');
  const text = note.slice(0, gap + 1);
  const [name, id, encoded] = [...key.split('+').slice(0, 2), key.split('+').slice(2).join('+')];
  const raw = from64(encoded);
  assert.equal(raw[0], 1);
  const wanted = sha256(Buffer.from(`${name}\n`), raw).subarray(0, 4);
  assert.equal(wanted.toString('hex'), id);
  const [dash, signer, signature] = note.slice(gap + 2).trimEnd().split('\n')[0].split(' ');
  assert.deepEqual([dash, signer, text.split('\n')[0]], ['—', name, name]);
  const bytes = from64(signature);
  assert.deepEqual(bytes.subarray(0, 4), wanted);
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw.subarray(1)]);
  const open = createPublicKey({ key: der, format: 'der', type: 'spki' });
  assert.ok(verify(null, Buffer.from(text), open, bytes.subarray(4)), 'the signature');
  return text;
}

export function checkByHand(file, key) {
  const lines = file.split('\n');
  assert.deepEqual([lines[0], lines[3], lines[5]], ['lantoa-proof 1', '', '']);
  assert.equal(lines[6], 'c2sp.org/tlog-proof@v1');
  const fact = JSON.parse(lines[4]);
  assert.equal(lines[7], `index ${fact.seq - 1}`);
  const end = lines.indexOf('', 8);
  const text = signedText(lines.slice(end + 1).join('\n'), key);
  const [, size, root] = text.split('\n');
  let [at, last, top] = [fact.seq - 1, Number(size) - 1, leafOf(lines[4])];
  for (const hash of lines.slice(8, end).map(from64)) {
    assert.ok(last > 0, 'the path is too long');
    const right = at % 2 === 1 || at === last;
    top = right ? node(hash, top) : node(top, hash);
    while (right && at % 2 === 0 && at !== 0) [at, last] = [at >> 1, last >> 1];
    [at, last] = [at >> 1, last >> 1];
  }
  assert.equal(last, 0, 'the path is too short');
  assert.equal(top.toString('base64'), root, 'the root');
  return fact;
}

// The commands that the page tells outsiders to type, as it says them, on this note and this key.
async function byThePagesRecipe(place, page, { note, key }) {
  const commands = [...page.matchAll(/<pre[^>]*>([^<]*)<\/pre>/g)]
    .map(([, text]) => text.replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&amp;', '&'))
    .find((text) => text.includes('openssl'));
  const [first, ...rest] = commands.split('\n');
  assert.match(first, /^curl -o diem-ky\.txt /);
  const folder = await mkdtemp(`${place}/recipe-`);
  await writeFile(`${folder}/diem-ky.txt`, note);
  await writeFile(`${folder}/khoa.txt`, key);
  return execute('sh', ['-c', `cd ${folder} && ${rest.join('\n')}`]);
}

// What anybody is given at these addresses.
async function fetchAll(data, paths) {
  const server = await Server.start('serve', '--data', data, '--listen', '127.0.0.1:0');
  const anybody = new Visitor();
  try {
    const all = [];
    for (const path of paths) {
      const { status, body } = await anybody.get(server.url, path);
      assert.equal(status, 200, path);
      all.push(body);
    }
    return all;
  } finally {
    anybody.close();
    await server.stop();
  }
}

// What stands at this address once the ledger is signed up to it.
async function whenSigned(visitor, url, path) {
  let answer = await visitor.get(url, path);
  for (const until = Date.now() + 10_000; answer.status === 503 && Date.now() < until; ) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    answer = await visitor.get(url, path);
  }
  assert.equal(answer.status, 200, answer.body);
  return answer.body;
}

// An officer asks for a day's reports, of which he hands in one, and closes the round; a leader
// publishes it; without account one fetches its proof and its open data.
async function proveRound(data) {
  const server = await Server.start('demo', '--data', data, '--listen', '127.0.0.1:0');
  const [planner, leader, anybody] = [new Visitor(), new Visitor(), new Visitor()];
  const done = async (who, path, fields = {}) => {
    const answer = await who.post(server.url, path, fields);
    assert.equal(answer.status, 303, `${path}: ${answer.body}`);
    return answer.location;
  };
  try {
    await planner.signIn(server.url, 'stp.chuyenvien', password);
    await leader.signIn(server.url, 'stp.lanhdao', password);
    const opened = await done(planner, '/bao-cao/mo', {
      'pham-vi': 1, 'bieu-mau': 'chi-tieu-chung', 'tu-ngay': '12/05/2021', 'den-ngay': '13/05/2021',
      han: '31/12/2021',
    });
    const round = Number(/^\/bao-cao\/(\d+)/.exec(opened)[1]);
    const page = await planner.get(server.url, `/bao-cao/${round}`);
    const unit = /\/don-vi\/(\d+)/.exec(page.body.slice(page.body.indexOf('id="tung-don-vi"')))[1];
    const cells = Object.fromEntries([...Array(14).keys()].map((i) => [`cot-${i + 1}`, 0]));
    await done(planner, `/bao-cao/${round}/don-vi/${unit}`, {
      ban: 0, ...cells, 'cot-14': 1204, 'giai-trinh': 'Đếm tay',
    });
    const address = `/so-lieu-cong-khai/${round}`;
    await done(planner, `/bao-cao/${round}/khoa`);
    assert.equal((await planner.post(server.url, `/bao-cao/${round}/cong-khai`, {})).status, 403);
    assert.equal((await anybody.get(server.url, `${address}/bang-chung`)).status, 404);
    await done(leader, `/bao-cao/${round}/cong-khai`);
    const proof = await whenSigned(anybody, server.url, `${address}/bang-chung`);
    const open = JSON.parse((await anybody.get(server.url, `${address}/tai?dang=json`)).body);
    return { round, proof, open, key: (await anybody.get(server.url, '/so-cai/khoa')).body };
  } finally {
    for (const visitor of [planner, leader, anybody]) visitor.close();
    await server.stop();
  }
}

// Freezes a figure as an officer and fetches, without account, what an outsider needs.
async function proveOnPages(data) {
  const server = await Server.start('demo', '--data', data, '--listen', '127.0.0.1:0');
  const [planner, anybody] = [new Visitor(), new Visitor()];
  try {
    await planner.signIn(server.url, 'stp.chuyenvien', password);
    const answer = await planner.post(server.url, '/so-lieu', { muc: 1, 'don-vi': 1 });
    const figure = Number(/^\/so-lieu\/(\d+)/.exec(answer.location)[1]);
    const path = `/so-lieu/${figure}/bang-chung`;
    const proof = await whenSigned(planner, server.url, path);
    // Made for outsiders: anybody gets it.
    assert.equal((await anybody.get(server.url, path)).body, proof);
    const [key, note] = await Promise.all(
      ['/so-cai/khoa', '/so-cai/diem-ky/moi-nhat'].map((page) => anybody.get(server.url, page)),
    );
    return { figure, proof, key: key.body, note: note.body };
  } finally {
    planner.close();
    anybody.close();
    await server.stop();
  }
}

export async function checkProof(suite, place, original) {
  const data = `${place}/proof`;
  await execute('cp', ['-a', original, data]);
  const [file, key, note] = ['proof.txt', 'key.txt', 'note.txt'].map((n) => `${place}/${n}`);
  let made;
  await suite.check('proof: the page gives one within seconds of freezing', async () => {
    made = await proveOnPages(data);
    await writeFile(file, made.proof);
    await writeFile(key, made.key);
    await writeFile(note, made.note);
  });
  await suite.check('proof: right by hand, by the program, and the same from the folder', async () => {
    const { body } = checkByHand(made.proof, made.key.trimEnd());
    assert.equal(body.figure, made.figure);
    const own = await must('proof', 'make', String(made.figure), '--data', data);
    assert.equal(own.out, made.proof);
    await must('proof', 'make', String(made.figure), '--data', data, '--out', `${place}/own.txt`);
    assert.equal(await readFile(`${place}/own.txt`, 'utf8'), made.proof);
    const grouped = new Intl.NumberFormat('de-DE').format(body.reached);
    for (const given of [key, made.key.trimEnd()]) {
      const { out } = await must('proof', 'check', file, '--key', given);
      assert.match(out, /^Đúng\. Số liệu số/);
      assert.ok(out.includes(`${grouped} trong`), out);
    }
    assert.ok(Buffer.byteLength(made.proof) <= 10 * 1024);
  });
  await suite.check('proof: no name in it and no person, but an account', () => {
    const { actor, body } = checkByHand(made.proof, made.key.trimEnd());
    assert.match(actor, /^account\/\d+$/);
    assert.deepEqual(Object.keys(body).sort(), [
      'audience', 'by_proxy', 'channels', 'day', 'figure', 'item', 'key_officials', 'position',
      'reached', 'unit',
    ]);
    assert.ok(!/person\/|Cán bộ mẫu|Chuyên viên mẫu|@/.test(made.proof.replace('proof@v1', '')));
  });
  await suite.check('proof: what a published round was closed with, by hand and by the program', async () => {
    const { round, proof, open, key: own_key } = await proveRound(data);
    const { seq, kind, body } = checkByHand(proof, own_key.trimEnd());
    assert.deepEqual([kind, body.round, body.submitted], ['statistics.round_closed', round, 1]);
    assert.deepEqual(Object.keys(body).sort(), ['round', 'submitted', 'sums']);
    assert.deepEqual(
      body.sums.map(({ column, amount }) => [column, amount]),
      open.columns.map(({ code, sum }) => [code, sum]),
    );
    assert.equal(body.sums.find(({ column }) => column === '14').amount, 1204);
    assert.deepEqual([open.ledger.fact, open.submitted], [seq, 1]);
    for (const { code, sum } of open.columns) {
      const amounts = open.units.map(({ sums }) => sums.find(({ column }) => column === code).amount);
      assert.equal(amounts.reduce((a, b) => a + b, 0), sum, code);
    }
    const made_here = await must('proof', 'make', '--round', String(round), '--data', data);
    assert.equal(made_here.out, proof);
    const [right, wrong] = [`${place}/round.txt`, `${place}/round-changed.txt`];
    await writeFile(right, proof);
    const { out } = await must('proof', 'check', right, '--key', own_key.trimEnd());
    assert.ok(out.startsWith(`Đúng. Kỳ báo cáo số ${round}: `) && out.includes('cột 14: 1.204'), out);
    const more = proof.replace('"amount":1204', '"amount":2204').replace('1.204', '2.204');
    await writeFile(wrong, more.replace('1,204', '2,204'));
    assertRefused(await run('proof', 'check', wrong, '--key', own_key.trimEnd()), 3);
  });
  await suite.check('proof: a changed one is told by hand and by the program, exit 3', async () => {
    const changes = [
      [/"reached":(\d)/, (_, n) => `"reached":${(Number(n) % 9) + 1}`],
      [/index \d+/, 'index 1'],
      [/account\/(\d+)/, 'account/9$1'],
      [/\nday 2/, '\nday 3'],
    ];
    for (const [from, to] of changes) {
      const changed = made.proof.replace(from, to);
      assert.notEqual(changed, made.proof);
      assert.throws(() => checkByHand(changed, made.key.trimEnd()), String(from));
      await writeFile(`${place}/changed.txt`, changed);
      assertRefused(await run('proof', 'check', `${place}/changed.txt`, '--key', key), 3);
    }
  });
  await suite.check('proof: what is no proof, no key or no figure, exit 2', async () => {
    assertRefused(await run('proof', 'check', key, '--key', key), 2);
    assertRefused(await run('proof', 'check', file, '--key', note), 2);
    assertRefused(await run('proof', 'check', `${place}/none`, '--key', key), 2);
    assertRefused(await run('proof', 'make', '99', '--data', data), 2, { names: ['99'] });
    assertRefused(await run('proof', 'make', '--round', '99', '--data', data), 2, { names: ['99'] });
    for (const which of [[], ['1', '--round', '1']]) {
      assertRefused(await run('proof', 'make', ...which, '--data', data), 2, { names: ['--round'] });
    }
  });
  await suite.check('ledger verify --checkpoint: whole, rewritten, cut, forged', async () => {
    const against = ['--checkpoint', note, '--key', key];
    const { out } = await must('ledger', 'verify', '--data', data, ...against);
    assert.match(out, /^Khớp điểm ký/);
    assertRefused(await run('ledger', 'verify', '--data', original, ...against), 3);
    assertRefused(await run('ledger', 'verify', '--data', data, '--checkpoint', note), 2);
    const forged = `${place}/forged.txt`;
    const other = (digit) => (digit === '0' ? '1' : '0');
    await writeFile(forged, made.note.replace(/(?<=\nchain )./, other));
    const keyed = ['--checkpoint', forged, '--key', key];
    assertRefused(await run('ledger', 'verify', '--data', data, ...keyed), 3, { names: [forged] });
    const size = Number(made.note.split('\n')[1]);
    const chain = /\nchain (\w+)/.exec(made.note)[1];
    await must('ledger', 'verify', '--data', data, '--head', `${size}:${chain}`);
  });
  await suite.check('ledger new-key: the next checkpoint is signed by both', async () => {
    assert.equal((await stat(`${data}/checkpoint.key`)).mode & 0o077, 0);
    await must('ledger', 'new-key', '--data', data);
    assertRefused(await run('ledger', 'new-key', '--data', data), 2, { names: ['checkpoint.key'] });
    const next = await proveOnPages(data);
    assert.notEqual(next.key, made.key);
    checkByHand(next.proof, next.key.trimEnd());
    const { out } = await must('ledger', 'export', '--data', data);
    const all = readExport(out).filter(({ kind }) => kind === 'checkpoint.signed');
    const first = all.findIndex(({ body }) => body.key === next.key.trimEnd());
    assert.ok(first > 0 && all[first].body.former_signature, 'the former key signed it too');
    assert.equal(all[first - 1].body.key, made.key.trimEnd());
    assert.equal(all.filter(({ body }) => body.former_signature).length, 1);
    const no = all[first].body.checkpoint;
    const [list, page, signed, former, present, steps] = await fetchAll(data, [
      '/so-cai/diem-ky', '/so-cai/cach-kiem-tra', `/so-cai/diem-ky/${no}`,
      `/so-cai/khoa/${no - 1}`, `/so-cai/khoa/${no}`,
      `/so-cai/diem-ky/noi-tiep?tu=${made.note.split('\n')[1]}`,
    ]);
    assert.deepEqual([former, present], [made.key, next.key]);
    assert.ok(list.includes(`href="/so-cai/khoa/${no}"`) && list.includes(made.key.trimEnd()));
    // The proof made before the change, with the key that was fetched after it.
    await writeFile(`${place}/former.txt`, former);
    await must('proof', 'check', file, '--key', `${place}/former.txt`);
    assertRefused(await run('proof', 'check', file, '--key', next.key.trimEnd()), 3);
    for (const note of [made.note, signed]) {
      const right = note === signed ? present : former;
      const done = await byThePagesRecipe(place, page, { note, key: right });
      assert.equal(done.code, 0, done.out + done.err);
      const wrong = await byThePagesRecipe(place, page, { note: note.replace('chain ', 'chain 0'), key: right });
      assert.notEqual(wrong.code, 0);
    }
    // From a note kept before the change: as far as the former key goes, then with the new one.
    await writeFile(`${place}/steps.txt`, steps);
    const follow = (from, more, key) =>
      run('proof', 'follow', from, more, '--key', key, '--out', `${place}/reached.txt`);
    await rm(`${place}/reached.txt`, { force: true });
    const halfway = await follow(note, `${place}/steps.txt`, `${place}/former.txt`);
    if (halfway.code !== 0) assertRefused(halfway, 3, { names: ['--out'] });
    const reached = await readFile(`${place}/reached.txt`, 'utf8');
    assert.equal(reached, signed);
    const size = reached.split('\n')[1];
    const [more] = await fetchAll(data, [`/so-cai/diem-ky/noi-tiep?tu=${size}`]);
    await writeFile(`${place}/more.txt`, more);
    assert.equal((await follow(`${place}/reached.txt`, `${place}/more.txt`, next.key.trimEnd())).code, 0);
  });
  await suite.check('ledger new-key: cut off half-way, it is run again', async () => {
    const copy = `${place}/half-changed`;
    await execute('cp', ['-a', data, copy]);
    await rm(`${copy}/checkpoint.key.old`, { force: true });
    await execute('mv', [`${copy}/checkpoint.key`, `${copy}/checkpoint.key.old`]);
    assertRefused(await run('serve', '--data', copy, '--listen', '127.0.0.1:0'), 2);
    await must('ledger', 'new-key', '--data', copy);
    await fetchAll(copy, ['/so-cai/diem-ky']);
  });
  await suite.check('checkpoint.key: missing or open to others, nothing starts', async () => {
    for (const [harm, args] of [['rm', []], ['chmod', ['644']]]) {
      const copy = `${place}/harmed-${harm}`;
      await execute('cp', ['-a', data, copy]);
      await execute(harm, [...args, `${copy}/checkpoint.key`]);
      const done = await run('serve', '--data', copy, '--listen', '127.0.0.1:0');
      assertRefused(done, 2, { names: [`${copy}/checkpoint.key`] });
    }
  });
  await suite.check('checkpoint.key: one from elsewhere does not sign, a new one does', async () => {
    const copy = `${place}/foreign-key`;
    await execute('cp', ['-a', data, copy]);
    await rm(`${copy}/checkpoint.key.old`, { force: true });
    await writeFile(`${copy}/checkpoint.key`, `${'5a'.repeat(32)}\n`, { mode: 0o600 });
    const done = await run('serve', '--data', copy, '--listen', '127.0.0.1:0');
    assertRefused(done, 2, { names: [`${copy}/checkpoint.key`, 'lantoa ledger new-key'] });
    await must('ledger', 'new-key', '--data', copy);
    const [keys] = await fetchAll(copy, ['/so-cai/diem-ky']);
    assert.ok(keys.length > 0);
    await must('ledger', 'verify', '--data', copy);
  });
}
