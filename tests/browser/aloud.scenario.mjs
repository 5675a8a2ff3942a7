// Twelve flows of the product, and the tree of units, as a screen reader tells them, compared with the text
// that was read and approved (spoken/*.txt). Where what is heard was changed on purpose:
//
//   LANTOA_APPROVE=1 ./run e2e aloud      then read the difference of spoken/, aloud, before it is kept
//
// On the way no control without a name, none named by its technical id, no level of headings left out.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { addingTasks, approving, coverage, exporting, moderating, planning } from './aloud_office.mjs';
import { commenting, confirming, language, reading, searching, signingIn, unitTree } from './aloud_public.mjs';
import { Hearing } from './aloud.mjs';
import { startDemo } from './demo.mjs';
import { compare } from './told.mjs';

export const name = 'twelve flows and the tree of units are heard as approved';
export const seconds_max = 300;
export const start = () => startDemo(['--speed', '1']); // no day turns meanwhile

// In this order: later ones hear of what earlier ones did.
const flows = {
  'doc-bai': reading, 'tim-kiem': searching, 'gop-y': commenting, 'dang-nhap': signingIn, 'soan-ke-hoach': planning,
  'giao-nhiem-vu': addingTasks, 'phe-duyet': approving, 'xuat-tep': exporting, 'da-biet': confirming, 'do-phu': coverage,
  'duyet-y-kien': moderating, 'doi-ngon-ngu': language, 'cay-don-vi': unitTree,
};

// What is planted has to be found, or the silence about the rest is worth nothing.
async function plantedIsHeard(tools) {
  const page = await tools.open('/dang-nhap');
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  await page.evaluate(() => {
    document.querySelector('label[for=login]').remove();
    const named = Object.assign(document.createElement('button'), { id: 'nut-gui', textContent: 'nut-gui' });
    document.querySelector('main').append(named, document.createElement('h4'));
    document.querySelector('h4').textContent = 'Mức bốn';
  });
  const faults = (await Hearing.of(session, page)).faults();
  for (const wanted of ['no name: textbox', 'its name is its id: button', 'a heading of level 4 after one of 1']) {
    assert.ok(faults.some((fault) => fault.startsWith(wanted)), `${wanted} is not noticed: ${faults.join('\n')}`);
  }
  await page.context().close();
}

export async function run(tools) {
  await plantedIsHeard(tools);
  const faults = [];
  const differing = [];
  let lines = 0;
  for (const [file, flow] of Object.entries(flows)) {
    const context = await tools.context();
    const told = await flow(context, tools);
    await context.close();
    lines += told.lines.length;
    faults.push(...told.faults);
    differing.push(...(await compare(file, told.lines)));
  }
  assert.deepEqual([...new Set(faults)], [], 'faults that one hears');
  const kept = (await readdir(new URL('./spoken/', import.meta.url))).map((file) => file.replace(/\.txt$/, ''));
  assert.deepEqual(kept.sort(), Object.keys(flows).sort(), 'files of flows that there are');
  assert.ok(differing.length === 0, [
    'what is heard differs from the approved text:', ...differing,
    'If this is meant: LANTOA_APPROVE=1 ./run e2e aloud, and read the difference of tests/browser/spoken aloud.',
  ].join('\n'));
  console.log(`      ${Object.keys(flows).length} flows, ${lines} lines as approved`);
}
