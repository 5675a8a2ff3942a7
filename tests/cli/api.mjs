// The commands that ask a server: made from the table of the JSON API, with a token in a file.
import assert from 'node:assert/strict';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { execute, program, run, Server } from '../kit/program.mjs';
import { readExport } from '../kit/export.mjs';
import { Visitor } from '../kit/visitor.mjs';
import { assertRefused } from './said.mjs';

const officer = 'phuong.01';
const password = 'lan-toa-mau-2021';
const tokens_page = '/ma-truy-cap';
const nobody_there = 'http://127.0.0.1:1';
const exit = { machine: 1, input: 2 };

// As somebody makes one on the page, good for everything that is offered until the day proposed.
async function makeToken(url) {
  const visitor = new Visitor();
  try {
    await visitor.signIn(url, officer, password, tokens_page);
    const { body } = await visitor.get(url, tokens_page);
    const han = /<input[^>]* name="han"[^>]* value="([^"]+)"/.exec(body)[1];
    const fields = { ten: 'Kịch bản mẫu', han, current: password };
    const boxes = [...body.matchAll(/<input type="checkbox"[^>]* name="([^"]+)"/g)];
    assert.ok(boxes.length > 0, 'scopes to choose');
    for (const [, name] of boxes) fields[name] = '1';
    const made = await visitor.post(url, tokens_page, fields);
    const secret = /lt_[A-Za-z0-9_-]{43}/.exec(made.body)?.[0];
    assert.ok(secret, `${made.status}: no token is shown`);
    return secret;
  } finally {
    visitor.close();
  }
}

// What a shell would set; nothing of the one that runs this suite.
function commands(settings, input) {
  const set = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  const clean = ['-u', 'LANTOA_SERVER', '-u', 'LANTOA_TOKEN_FILE', ...set, program];
  return (...args) => execute('env', [...clean, ...args], { input });
}

async function answered(call, ...args) {
  const done = await call(...args);
  assert.equal(done.code, 0, `${args.join(' ')}: ${done.err}`);
  assert.equal(done.err, '');
  assert.match(done.out, /^\{\n {2}"/, 'indented');
  assert.ok(done.out.endsWith('\n}\n'));
  return JSON.parse(done.out);
}

// Of the server's own sentences there is one language.
async function assertSaid(call, args, words) {
  const done = await call(...args);
  assert.equal(done.code, exit.input, done.err);
  assert.equal(done.out, '');
  assert.match(done.err, words);
  return done.err;
}

async function checkReading(suite, call) {
  await suite.check('plan list, plan show: what the API answers, indented', async () => {
    const list = await answered(call, 'plan', 'list');
    const plan = list.plans.find(({ id }) => id === 1);
    assert.ok(plan?.title);
    assert.equal((await answered(call, 'plan', 'show', '1')).plan.title, plan.title);
    assert.equal((await answered(call, 'plan', 'list', '--page', '1')).paging.page, 1);
    const [unit] = (await answered(call, 'unit', 'list', '--parent=1')).units;
    assert.equal(unit.parent, 1);
    const own = await answered(call, 'assignment', 'list', '--state', 'open');
    assert.ok(Array.isArray(own.assignments));
  });
  await suite.check('what the server refuses: said in the language asked for, exit 2', async () => {
    const said = await assertSaid(call, ['plan', 'show', '999'], /^[^\n]+\n$/);
    assert.match(said.normalize('NFD'), /[\u0300-\u036f]/);
    const english = await assertSaid(call, ['plan', 'show', '999', '--english'], /^[^\n]+\n$/);
    assert.notEqual(english, said);
  });
  await suite.check('what cannot be sent is refused here, exit 2', async () => {
    for (const [line, names] of [
      [['plan', 'list', '--page', 'x'], ['--page']],
      [['assignment', 'list', '--state', 'tired'], ['--state', 'late']],
      [['plan', 'show', 'x'], ['x']],
      [['activity', 'log', '--on', '31/02/2021'], ['--on']],
      [['activity', 'log', '--unit', '1', '--key', 'a b'], ['--key']],
      [['activity', 'log', '--body', '/nowhere.json'], ['/nowhere.json']],
    ]) {
      assertRefused(await call(...line), exit.input, { names });
    }
    for (const rest of [[], ['burn'], ['show'], ['list', '--x', '1']]) {
      const line = ['plan', ...rest];
      const done = await call(...line);
      assert.equal(done.code, exit.input);
      assert.match(done.err, /^Lệnh viết chưa đúng; /, line.join(' '));
    }
  });
}

async function checkTokens(suite, url, file, secret) {
  const without = commands({ LANTOA_SERVER: url });
  await suite.check('a token comes from a file that nobody else reads, exit 2', async () => {
    const names = ['/ma-truy-cap', 'LANTOA_TOKEN_FILE'];
    assertRefused(await without('plan', 'list'), exit.input, { names });
    const open = `${file}.open`;
    await writeFile(open, `${secret}\n`);
    await chmod(open, 0o640);
    const named = await without('plan', 'list', '--token-file', open);
    assertRefused(named, exit.input, { names: [open, 'chmod 600'] });
    await chmod(open, 0o600);
    await answered(without, 'plan', 'list', '--token-file', open);
    await writeFile(open, 'mật khẩu của tôi\n');
    const other = await without('plan', 'list', '--token-file', open);
    assertRefused(other, exit.input, { names: [open, 'lt_'] });
    assert.ok(!other.err.includes('của tôi'));
    await writeFile(open, `lt_${'A'.repeat(43)}\n`);
    await assertSaid(without, ['plan', 'list', '--token-file', open], /^[^\n]+\n$/);
  });
  await suite.check('a token is not sent unencrypted to another machine, exit 2', async () => {
    const far = 'http://phobien.example';
    const done = await without('plan', 'list', '--token-file', file, '--server', far);
    assertRefused(done, exit.input, { names: [far, 'https://'] });
  });
  await suite.check('no server: its address is named, exit 1; after a POST its key', async () => {
    const away = commands({ LANTOA_SERVER: nobody_there, LANTOA_TOKEN_FILE: file });
    assertRefused(await away('plan', 'list'), exit.machine, { names: [nobody_there] });
    const posted = await away('activity', 'log', '--unit', '1', '--key', 'khoa-7');
    assert.equal(posted.code, exit.machine);
    assert.equal(posted.err.match(/--key khoa-7\b/g)?.length, 2, posted.err);
    assert.match((await away('activity', 'log')).err, /--key [0-9a-f]{32}\b/);
  });
}

// An activity of the officer's own unit, on the day its plan was issued.
async function activityOf(call) {
  const [own] = (await answered(call, 'assignment', 'list')).assignments;
  assert.ok(own, `${officer} has something to do`);
  const { plan } = await answered(call, 'plan', 'show', `${own.plan}`);
  const amounts = [{ measure: 'luot-nguoi', amount: 45 }];
  return { unit: own.unit, kind: 'truc-tiep', on: plan.issued, amounts, is_other: true };
}

async function checkWriting(suite, call, place) {
  const file = `${place}/activity.json`;
  await suite.check('activity log: the same key twice is recorded once', async () => {
    await writeFile(file, JSON.stringify(await activityOf(call)));
    const line = ['activity', 'log', '--body', file, '--what', 'Ghi bằng kịch bản', '--key', 'mot'];
    const first = await answered(call, ...line);
    assert.equal(first.repeated, false);
    const again = await answered(call, ...line);
    const { position, ...rest } = first;
    assert.ok(position > 0);
    assert.deepEqual(again, { ...rest, repeated: true });
    const no = /^\/hoat-dong\/(\d+)$/.exec(first.page)[1];
    const { record } = await answered(call, 'activity', 'show', no);
    assert.equal(record.what, 'Ghi bằng kịch bản');
    assert.deepEqual(record.amounts, [{ measure: 'luot-nguoi', amount: 45 }]);
    await assertSaid(call, ['activity', 'log', '--body', file, '--key', 'mot'], /Idempotency-Key/);
  });
  await suite.check('activity log: the body from the input, without a key', async () => {
    const input = await readFile(file);
    const done = await call.with(input)('activity', 'log', '--body', '-');
    assert.equal(done.code, 0, done.err);
    assert.equal(JSON.parse(done.out).repeated, false);
  });
  await suite.check('activity log: what is missing is named by its member, exit 2', async () => {
    const said = await assertSaid(call, ['activity', 'log', '--unit', '1'], /^kind: /m);
    assert.match(said, /^amounts: /m);
  });
}

// Many at once, a line each.
async function checkLines(suite, call, place) {
  const file = `${place}/activities.ndjson`;
  const lineOf = (activity, amount) =>
    JSON.stringify({ ...activity, what: 'Từ tệp', amounts: [{ measure: 'luot-nguoi', amount }] });
  await suite.check('activity log --file: each line is recorded, again none twice', async () => {
    const activity = await activityOf(call);
    await writeFile(file, `${lineOf(activity, 401)}\n\n${lineOf(activity, 402)}\n`);
    const line = ['activity', 'log', '--file', file, '--place', 'Nhà văn hóa'];
    const first = await answered(call, ...line);
    assert.deepEqual([first.recorded, first.repeated, first.numbers.length], [2, 0, 2]);
    const again = await answered(call, ...line);
    assert.deepEqual(again, { recorded: 0, repeated: 2, numbers: first.numbers });
    const { record } = await answered(call, 'activity', 'show', `${first.numbers[1]}`);
    assert.equal(record.place, 'Nhà văn hóa', 'options hold for every line');
    assert.equal(record.amounts[0].amount, 402);
  });
  await suite.check('activity log --file: a fault names its line, all or nothing', async () => {
    const activity = await activityOf(call);
    const wrong = lineOf({ ...activity, kind: 'khong-co' }, 404);
    await writeFile(file, `${lineOf(activity, 403)}\n\n${wrong}\n`);
    await assertSaid(call, ['activity', 'log', '--file', file], /^dòng 3, kind: /m);
    await writeFile(file, `${lineOf(activity, 403)}\n{\n`);
    const broken = await call('activity', 'log', '--file', file);
    assertRefused(broken, exit.input, { names: ['2'], lines: 4 });
    const both = await call('activity', 'log', '--file', file, '--body', file);
    assertRefused(both, exit.input, { names: ['--file', '--body'] });
    const list = await answered(call, 'activity', 'list', '--changed-after', '0');
    const ours = list.activities.filter(({ record }) => record.what === 'Từ tệp');
    const amounts = ours.map(({ record }) => record.amounts[0].amount);
    assert.deepEqual(amounts, [401, 402], 'all of a file or nothing');
    assert.ok(list.changes.up_to > 0);
  });
}

async function checkHelp(suite) {
  await suite.check('--help lists the groups; that of a command names its address', async () => {
    const { out } = await run('--help');
    const groups = ['unit', 'plan', 'task', 'assignment', 'activity', 'round', 'report', 'figure'];
    for (const group of groups) {
      assert.match(out, new RegExp(`^ +${group} .*\\S`, 'm'));
    }
    assert.match((await run('plan', 'show', '--help')).out, /GET \/api\/v1\/plans\/\{plan\}/);
    assert.match((await run('activity', 'log', '--help')).out, /--is-other/);
    assert.match((await run('activity', 'log', '--help')).out, /--file/);
    assert.doesNotMatch((await run('plan', 'draft', '--help')).out, /--file/);
    assert.match((await run('report', '--help')).out, /^ +recompute /m);
    assert.match((await run('report', '--help')).out, /^ +submit /m);
    assert.match((await run('report-form', '--help')).out, /^ +list /m);
  });
}

export async function checkApi(suite, place, original) {
  await checkHelp(suite);
  const data = `${place}/asked`;
  await execute('cp', ['-a', original, data]);
  const server = await Server.start('demo', '--data', data, '--listen', '127.0.0.1:0');
  const file = `${place}/token`;
  try {
    const secret = await makeToken(server.url);
    await writeFile(file, `${secret}\n`, { mode: 0o600 });
    const settings = { LANTOA_SERVER: `${server.url}/`, LANTOA_TOKEN_FILE: file };
    const call = Object.assign(commands(settings), { with: (input) => commands(settings, input) });
    await checkReading(suite, call);
    await checkTokens(suite, server.url, file, secret);
    await checkWriting(suite, call, place);
    await checkLines(suite, call, place);
  } finally {
    await server.stop();
  }
  await suite.check('the token stands in no fact', async () => {
    const { out } = await run('ledger', 'export', '--data', data);
    const secret = (await readFile(file, 'utf8')).trim();
    assert.ok(!out.includes(secret));
    const logged = readExport(out).filter(({ body }) => body.record?.what === 'Ghi bằng kịch bản');
    assert.equal(logged.length, 1);
  });
}
