// Runs tests/browser/*.scenario.mjs, each against a demonstration of its own: a fresh data directory,
// a free port on 127.0.0.1, and the real Chromium. A scenario exports
//
//   export const name = 'a citizen finds the resolution by its number';
//   export async function run({ url, open, check, shot, … }) { … }     // see kit.mjs
//   export const is_long = true;                  // only with LANTOA_LONG=1
//   export const start = startEmpty;              // another data directory: see demo.mjs
//
// and fails by throwing, by a script error, or by asking another host for anything. At the end the HTML
// of all pages is judged (markup.mjs), and of a whole run whether axe saw every page (judged.mjs).
// Arguments: a filter on file names; --pictures leaves pictures of the pages to look at (pictures.mjs);
// --screenshots renews those in docs/.
import { readdir } from 'node:fs/promises';
import { Kit, launchBrowser } from './kit.mjs';
import { forgetLoaded, startDemo } from './demo.mjs';
import { Judged } from './judged.mjs';
import { faultLines, hasJava, Markup } from './markup.mjs';
import { Pictures } from './pictures.mjs';
import { is_long } from './settings.mjs';

const here = new URL('./', import.meta.url);
const seconds_max = 400;
const lanes = 2; // scenarios at a time; each mostly waits
// The longest begin first, so that no lane is left alone with one of them at the end.
const first = new Set(['axe_campaign', 'portal_pages', 'axe_own'].map((name) => `${name}.scenario.mjs`));

async function withDeadline(promise, seconds) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${seconds} s`)), seconds * 1000);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function runScenario(browser, scenario, options) {
  const demo = await (scenario.start ?? startDemo)();
  const kit = new Kit(browser, demo, options);
  try {
    await withDeadline(scenario.run(kit.tools()), (scenario.seconds_max ?? seconds_max) * (is_long ? 6 : 1));
    kit.assertNothingWentWrong();
  } catch (error) {
    error.message += await kit.whereWeAre();
    throw error;
  } finally {
    await kit.close();
    await demo.stop();
  }
}

async function judgeMarkup(markup) {
  if (!(await hasJava())) {
    console.log('skip  HTML of the pages: there is no java to run the checker');
    return 'skipped';
  }
  const start = Date.now();
  const { pages, answers, lost, faults } = await markup.judge().catch((error) => ({
    pages: 0,
    answers: 0,
    lost: 0,
    faults: [`the checker did not run: ${error.message}`],
  }));
  const read = `${answers} answers${lost > 0 ? ` (${lost} were left before they could be read)` : ''}`;
  const label = `HTML of ${pages} different pages in ${read}, the planted page beside them`;
  if (faults.length === 0) {
    console.log(`ok    ${label}: 0 errors (${Date.now() - start} ms)`);
    return 'passed';
  }
  console.log(`FAIL  ${label}: ${faults.length} faults (${Date.now() - start} ms)\n${faultLines(faults)}`);
  return 'failed';
}

// After a whole run only: a scenario alone sees its own pages. What it sees, a long one sees in every setting.
async function everyPageWasJudged(judged, is_whole) {
  const missing = [...(is_whole ? await judged.missing() : []), ...judged.unreached()];
  if (missing.length > 0) console.log(`FAIL  pages that axe was never asked about:\n  ${missing.join('\n  ')}`);
  return missing.length === 0;
}

async function main() {
  const screenshots = process.argv.includes('--screenshots');
  const filter = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '';
  const files = (await readdir(here))
    .filter((file) => file.endsWith('.scenario.mjs') && file.includes(filter))
    .sort((a, b) => first.has(b) - first.has(a) || (a < b ? -1 : 1));
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  const markup = new Markup();
  const judged = new Judged();
  const pictures = new Pictures(process.argv.includes('--pictures'));
  const browser = files.length > 0 ? await launchBrowser() : null;
  const runOne = async (file) => {
    const start = Date.now();
    let label = file;
    try {
      const scenario = await import(new URL(file, here));
      label = `${file}: ${scenario.name}`;
      if (scenario.is_long && !is_long) return;
      await runScenario(browser, scenario, { screenshots, markup, pictures, judged });
      passed += 1;
      console.log(`ok    ${label} (${Date.now() - start} ms)`);
    } catch (error) {
      failed += 1;
      console.log(`FAIL  ${label} (${Date.now() - start} ms)\n${error.stack ?? error}`);
    }
  };
  const lane = async () => {
    for (let file = files.shift(); file; file = files.shift()) await runOne(file);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  await browser?.close();
  await forgetLoaded();
  const verdict = await judgeMarkup(markup);
  if (verdict === 'skipped') skipped += 1;
  else if (verdict === 'passed') passed += 1;
  else failed += 1;
  if (!(await everyPageWasJudged(judged, filter === ''))) failed += 1;
  console.log(judged.told());
  console.log(pictures.told());
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main();
