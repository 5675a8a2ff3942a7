// lantoa init: a file of units with faults leaves nothing behind but their list; a good one makes a
// place where the administrator can sign in with what was printed.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { run, Server } from '../kit/program.mjs';
import { Visitor } from '../kit/visitor.mjs';
import { assertRefused } from './said.mjs';

const head = 'code,parent,name,kind,email\n';
const root_row = '01,,Thành phố Mẫu,thành phố trung ương,\n';

// Each fault with the line of the file it has to be told at, and a word of its reason.
const faulty = {
  'unknown parents': [
    head + root_row + '02,77,Quận Hai,Quận,\n03,01,Quận Ba,Quận,\n04,88,Phường Bốn,Phường,\n',
    [[3, '77'], [5, '88']],
  ],
  'a cycle': [
    head + root_row + '02,04,Quận Hai,Quận,\n03,02,Phường Ba,Phường,\n04,03,Xã Bốn,Xã,\n',
    [[3, 'vòng lặp'], [4, 'vòng lặp'], [5, 'vòng lặp']],
  ],
  'a unit above itself': [head + root_row + '02,02,Quận Hai,Quận,\n', [[3, 'vòng lặp']]],
  'repeated codes': [
    head + root_row + '02,01,Quận Hai,Quận,\n02,01,Quận Ba,Quận,\n01,02,Xã Bốn,Xã,\n',
    [[4, 'dòng 3'], [5, 'dòng 2']],
  ],
  'two roots': [head + root_row + '02,,Thành phố Hai,thành phố,\n', [[3, 'gốc']]],
  'everything at once': [
    head + root_row + ',01,,Tỉnh,thư\n02,77,Quận Hai,Quận,\n',
    [[3, 'tên'], [3, 'loại'], [3, 'thư điện tử'], [3, 'mã'], [4, '77']],
  ],
  'rows of another width': [head + root_row + '02,01\n03,01,Quận,Quận,,,\n', [[3, ''], [4, '']]],
};

const latin1 = Buffer.from(`${head}01,,Thành phố Hà Nội,Thành phố,\n`, 'latin1');
// "Thành phố Hà Nội, Quận Đống Đa" as the fonts named .Vn write it.
const tcvn3 = Buffer.from(
  `${head}01,,Th\xb5nh ph\xe8 H\xb5 N\xe9i,Th\xb5nh ph\xe8,\n` +
    '02,01,Qu\xcbn \xa7\xe8ng \xa7a,Qu\xcbn,\n',
  'latin1',
);

const flags = (data, file) => ['init', '--data', data, '--units', file, '--login', 'quan.tri'];

async function checkBadFiles(suite, place) {
  for (const [label, [csv, expected]] of Object.entries(faulty)) {
    await suite.check(`init: ${label}: every bad row with its reason, nothing left`, async () => {
      const file = `${place}/units.csv`;
      await writeFile(file, csv);
      const done = await run(...flags(`${place}/none`, file), '--name', 'Người Quản Trị');
      const said = done.err.trimEnd().split('\n');
      const vietnamese = said.slice(1, said.length / 2);
      assertRefused(done, 2, { lines: 2 * (expected.length + 1) });
      for (const [line, word] of expected) {
        const row = new RegExp(`^dòng ${line}[,:]`);
        const told = vietnamese.some((l) => row.test(l) && l.includes(word));
        assert.ok(told, `line ${line} “${word}”:\n${done.err}`);
      }
      assert.ok(!existsSync(`${place}/none`));
    });
  }
  for (const [label, bytes, name] of [
    ['Latin-1', latin1, 'Windows-125'],
    ['TCVN3', tcvn3, 'TCVN3'],
    ['UTF-16', Buffer.from(`\ufeff${head}${root_row}`, 'utf16le'), 'UTF-16'],
    ['a binary file', Buffer.from('504b0304140000000800', 'hex'), ''],
    ['an empty file', Buffer.alloc(0), ''],
  ]) {
    await suite.check(`init: ${label} is refused by name, nothing left`, async () => {
      const file = `${place}/bytes.csv`;
      await writeFile(file, bytes);
      const done = await run(...flags(`${place}/none`, file), '--name', 'Người Quản Trị');
      assertRefused(done, 2, { names: [name] });
      assert.ok(!existsSync(`${place}/none`));
    });
  }
}

async function checkBadOfficer(suite, place, file) {
  await suite.check('init: a login or name that cannot be leaves nothing behind', async () => {
    const data = `${place}/none`;
    const init = ['init', '--data', data, '--units', file];
    for (const [login, name] of [['', 'Tên'], ['a', 'Tên'], ['a b c', 'Tên'], ['quan.tri', '']]) {
      const done = await run(...init, '--login', login, '--name', name);
      assert.equal(done.code, 2, done.err + done.out);
      assert.ok(!existsSync(data), `“${login}” “${name}” left a folder`);
    }
    assertRefused(await run(...flags(data, `${place}/no.csv`), '--name', 'Tên'), 2);
    assert.ok(!existsSync(data));
  });
}

export async function checkInit(suite, place) {
  await checkBadFiles(suite, place);
  const file = `${place}/good.csv`;
  // With a byte order mark, semicolons and CRLF, the children before their parents.
  const children = '03,02,Phường Ba,Phường,ba@don-vi.example\n02,01,Quận Hai,Quận,\n';
  const rows = `\ufeff${head}${children}${root_row}`;
  await writeFile(file, rows.replaceAll(',', ';').replaceAll('\n', '\r\n'));
  await checkBadOfficer(suite, place, file);
  const data = `${place}/fresh/data`;
  let password = '';
  await suite.check('init: a good file makes a ledger and prints the password', async () => {
    const done = await run(...flags(data, file), '--name', 'Người Quản Trị');
    assert.equal(done.code, 0, done.err);
    password = /password: (\S+)/.exec(done.out)[1];
    assert.ok(password.length >= 20);
    assert.equal((await run('ledger', 'verify', '--data', data)).code, 0);
  });
  await suite.check('init: a second time changes nothing', async () => {
    const before = await run('ledger', 'head', '--data', data);
    assertRefused(await run(...flags(data, file), '--name', 'Khác'), 2, { names: [data] });
    assert.equal((await run('ledger', 'head', '--data', data)).out, before.out);
  });
  await suite.check('init: with a second administrator, who confirms what the first proposes', async () => {
    const two = `${place}/two`;
    const first = [...flags(two, file), '--name', 'Người Một'];
    assertRefused(await run(...first, '--second-login', 'hai'), 2, { names: ['--second-name'] });
    const done = await run(...first, '--second-login', 'hai', '--second-name', 'Người Hai');
    assert.equal(done.code, 0, done.err);
    assert.equal([...done.out.matchAll(/password: \S{20}/g)].length, 2);
    const { out } = await run('ledger', 'export', '--data', two);
    assert.equal(out.match(/"identity.role_granted"/g).length, 2);
  });
  await suite.check('init: serve answers /healthz and lets the administrator in', async () => {
    const server = await Server.start('serve', '--data', data, '--listen', '127.0.0.1:0');
    const visitor = new Visitor();
    try {
      assert.equal((await fetch(`${server.url}/healthz`)).status, 200);
      await assert.rejects(visitor.signIn(server.url, 'quan.tri', `${password}x`));
      const choice = '/tai-khoan/doi-mat-khau';
      await visitor.signIn(server.url, 'quan.tri', password, choice);
      assert.equal((await visitor.get(server.url, '/don-vi')).location, choice);
      const own = { password: 'một câu của riêng tôi', again: 'một câu của riêng tôi' };
      assert.equal((await visitor.post(server.url, choice, own)).status, 303);
      const units = await visitor.get(server.url, '/don-vi');
      assert.match(units.body, /Quận Hai/);
    } finally {
      visitor.close();
      assert.deepEqual(await server.stop(), { code: 0, signal: null });
    }
    assert.ok((await readdir(data)).includes('ledger.sqlite3'));
  });
}
