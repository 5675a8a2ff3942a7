// lantoa ledger export: complete, provable by anybody, sufficient to count coverage, and without a
// word about a person.
import assert from 'node:assert/strict';
import { openSync, closeSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { execute, must, program, run, Server, sqlite } from '../kit/program.mjs';
import { endOfDay, firstBrokenLink, readExport, recount } from '../kit/export.mjs';
import { assertRefused } from './said.mjs';

export async function checkExport(suite, place, data) {
  const { out } = await must('ledger', 'export', '--data', data);
  const file = `${place}/export.ndjson`;
  await writeFile(file, out);
  const facts = readExport(out);

  await suite.check('export: every row of the ledger, as it is stored', async () => {
    const rows = await sqlite(
      `${data}/ledger.sqlite3`,
      `.mode json
       SELECT seq, at, actor, kind, subject, body, lower(hex(chain)) AS chain FROM facts
       ORDER BY seq;`,
    );
    const same = facts.map(({ seq, at, actor, kind, subject, bodyText, chain }) => {
      return { seq, at: Date.parse(at), actor, kind, subject, body: bodyText, chain };
    });
    assert.deepEqual(same, JSON.parse(rows));
  });
  await suite.check('export: the chain computed again gives every value', () => {
    assert.equal(firstBrokenLink(facts), 0);
    const forged = facts.map((fact) => (fact.seq === 700 ? { ...fact, actor: 'x' } : fact));
    assert.equal(firstBrokenLink(forged), 700);
  });
  await suite.check('coverage: from the export as from the ledger, as counted here', async () => {
    const own = await must('coverage', '--data', data);
    const exported = await must('coverage', '--from', file);
    assert.equal(exported.out, own.out);
    const counted = recount(facts);
    assert.equal(counted, own.out);
    assert.match(counted, /"reached":[1-9]/);
  });
  await suite.check('coverage --day: as the ledger stood at the end of any day', async () => {
    for (const day of ['2021-05-10', '2021-05-13', '2021-05-17']) {
      const then = facts.slice(0, endOfDay(facts, day));
      const counted = recount(then);
      for (const source of [['--data', data], ['--from', file]]) {
        assert.equal((await must('coverage', ...source, '--day', day)).out, counted, day);
      }
    }
    const vietnamese = await must('coverage', '--data', data, '--day', '17/05/2021');
    assert.match(vietnamese.out, /"reached":[1-9]/);
    for (const day of ['2099-01-01', '31/02/2021', 'hôm qua']) {
      assertRefused(await run('coverage', '--data', data, '--day', day), 2);
    }
    assertRefused(await run('coverage', '--data', data, '--from', file), 2, { names: ['--from'] });
    assertRefused(await run('coverage'), 2, { names: ['--from'] });
  });
  await suite.check('coverage: a changed or cut export is refused with its line', async () => {
    const lines = out.split('\n');
    const changed = lines[899].replace('"count":', '"count":1');
    assert.notEqual(changed, lines[899]);
    const others = lines.map((line, i) => (i === 899 ? changed : line));
    await writeFile(`${place}/changed.ndjson`, others.join('\n'));
    const touched = await run('coverage', '--from', `${place}/changed.ndjson`);
    assertRefused(touched, 3, { names: ['900'] });
    await writeFile(`${place}/hole.ndjson`, lines.filter((_, i) => i !== 899).join('\n'));
    assertRefused(await run('coverage', '--from', `${place}/hole.ndjson`), 3, { names: ['900'] });
    await writeFile(`${place}/cut.ndjson`, out.slice(0, out.length - 40));
    const cut = await run('coverage', '--from', `${place}/cut.ndjson`);
    assertRefused(cut, 2, { names: [String(facts.length)] });
    for (const [name, bytes] of [['empty', ''], ['text', 'xin chào\n'], ['json', '{}\n']]) {
      await writeFile(`${place}/${name}.ndjson`, bytes);
      assertRefused(await run('coverage', '--from', `${place}/${name}.ndjson`), 2);
    }
    assertRefused(await run('coverage', '--from', place), 2, { names: [place] });
    assertRefused(await run('coverage', '--from', `${place}/none`), 2, { names: ['none'] });
  });
  await suite.check('export: a full disk is a failure, not a short export', async () => {
    for (const command of [['ledger', 'export'], ['coverage']]) {
      const full = openSync('/dev/full', 'w');
      const done = await execute(program, [...command, '--data', data], { stdout: full });
      closeSync(full);
      assertRefused(done, 1);
    }
  });
}

async function filesBelow(path) {
  const out = [];
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inner = `${path}/${entry.name}`;
    if (entry.isDirectory()) out.push(...(await filesBelow(inner)));
    else out.push(inner);
  }
  return out;
}

export async function checkPrivacy(suite, place, data) {
  await suite.check('no name, address, login, password or link in any file', async () => {
    const copy = `${place}/private`;
    await execute('cp', ['-a', data, copy]);
    const server = await Server.start('demo', '--data', copy, '--listen', '127.0.0.1:0');
    let links = [];
    try {
      const until = Date.now() + 10_000;
      while (!server.output().includes('Ctrl+C') && Date.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      links = [...server.output().matchAll(/\/n\/([\w-]+)/g)].map((found) => found[1]);
    } finally {
      await server.stop();
    }
    assert.ok(links.length > 0, 'the demo prints personal links');
    const persons = ['Cán bộ mẫu', 'Cán bộ quận mẫu', 'Cán bộ phường mẫu', 'Chuyên viên mẫu'];
    const accounts = ['@mau.lantoa.example', 'stp.chuyenvien', 'lan-toa-mau-2021', 'argon2'];
    const secrets = [...persons, ...accounts, ...links].map((text) => Buffer.from(text, 'utf8'));
    const files = [...(await filesBelow(data)), ...(await filesBelow(copy))];
    assert.ok(files.some((file) => file.endsWith('ledger.sqlite3')));
    const exported = await run('ledger', 'export', '--data', copy);
    const texts = [['the export', Buffer.from(exported.out)]];
    for (const file of files) texts.push([file, await readFile(file)]);
    for (const [name, bytes] of texts) {
      for (const secret of secrets) assert.ok(!bytes.includes(secret), `“${secret}” in ${name}`);
    }
  });
}
