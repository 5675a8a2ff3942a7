// Forms that were filled in wrong, and pages with nothing on them. Each kind of form that people of the axe
// lists can send is sent empty, past the browser's own checks, and the answer with its faults is judged; then
// filters that match nothing. A long run alone does it: the short one sees those of the lists.
import assert from 'node:assert/strict';
import { routeOf, routes } from '../security/pages.mjs';
import { campaign_visits, comeIn, own_visits } from './axe.mjs';
import { is_long as runs } from './settings.mjs';
import { assertSpokenInEnglish } from './spoken.mjs';

export const name = 'forms sent empty and lists of nothing are accessible';
export const is_long = true;
export const seconds_max = 600;

const answer_ms_max = 30_000; // on a busy machine
const kept_ms = 4000; // what a script keeps leads nowhere, however long one waits
const faults_min = 45; // kinds of forms whose faults are seen; fewer: the sample data no longer leads to them

// What is no list of faults, and why; any other such form fails.
const expected = {
  '/y-kien/{comment}/tu-choi': 'accepted', // one of the reasons is chosen, the rest may be empty
  '/don-vi/{unit}/hop-thu': 'accepted', // nothing: the unit has no mailbox any more
  '/hoat-dong/ghi': 'kept', // its script sends it and tells the faults on the page it is on
};

// Pages with forms that the lists do not show by their address alone.
const more = {
  '': ['/bai/1/danh-gia'], // comments have their own scenario: their form waits for its puzzle
  'stp.chuyenvien': ['/y-kien', '/y-kien?hang=da-dang', '/cau-hoi', '/van-ban/3', '/so-lieu/moi', '/bai-viet/2', '/tai-khoan/doi-mat-khau'],
};

const nothing = {
  '': ['/bai?trang=99', '/bao-cao-vien?q=khongcogi', '/tim?q=khongcogi', '/gop-y/0123456789ABCDEF', '/lich-lam-viec?nam=2035'],
  'hoankiem.tuphap': ['/don-doc', '/gia-han', '/huong-dan?q=khongcogi', '/bai-viet?trang-thai=nhap'],
  'stp.chuyenvien': [
    '/bao-cao-vien/so?q=khongcogi', '/hoat-dong?tu-ngay=2031-05-01&den-ngay=2031-05-31', '/y-kien?hang=nghi-ngo',
    '/hoat-dong/tu-ghi/luot-xem?tu-ngay=2031-05-01&den-ngay=2031-05-31', '/nguoi', '/bai-viet/2/danh-gia',
  ],
};

const addresses = (visits, who) =>
  visits.filter(([visitor]) => visitor === who).flatMap(([, list]) => list.filter((one) => typeof one === 'string'));

// By what a person has to fill in; where each leads, in the order of the page.
const formsHere = (page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) details.open = true;
    const fields = 'input:not([type=hidden]):not([type=submit]), textarea, select';
    return [...document.querySelectorAll('main form')].map((form) =>
      form.method === 'post' && form.querySelector(fields) && form.checkVisibility() ? new URL(form.action).pathname : '');
  });

// 'faults'; 'accepted'; 'kept': no other page came; or the status of a fault of ours.
async function sendEmpty(page, at, wait_ms) {
  const before = await page.evaluate(() => performance.timeOrigin);
  const form = page.locator('main form').nth(at);
  await form.evaluate((element) => {
    element.noValidate = true;
    for (const field of element.querySelectorAll('textarea, input')) {
      if (['checkbox', 'radio'].includes(field.type)) field.checked = false;
      else if (field.type !== 'hidden') field.value = '';
    }
  });
  // A search or a preview within the form is sent elsewhere.
  await form.locator('button:visible:not([formaction], [type=button])').first().click();
  const dialog = page.locator('dialog[open]');
  if (await dialog.isVisible()) await dialog.locator('.button').click();
  const is_answered = page.waitForFunction((origin) => performance.timeOrigin !== origin, before, { timeout: wait_ms });
  if (!(await is_answered.then(() => true, () => false))) return 'kept';
  await page.waitForLoadState();
  const status = await page.evaluate(() => performance.getEntriesByType('navigation')[0].responseStatus);
  if (status >= 500) return `${status}`;
  return status >= 400 ? 'faults' : 'accepted';
}

export async function run({ context, output, check, checkInEnglish, phone, allowRefusal }) {
  assert.ok(runs);
  const posts = (await routes()).filter(({ method }) => method === 'POST');
  const tried = new Map();
  const other = [];
  const visitors = new Set([...campaign_visits, ...own_visits].map(([who]) => who));
  for (const who of visitors) {
    const page = await comeIn(await context({ viewport: phone }), who, output);
    const paths = [...(more[who] ?? []), ...addresses(campaign_visits, who), ...addresses(own_visits, who)];
    for (const path of new Set(paths)) {
      await page.goto(path);
      const forms = await formsHere(page);
      for (const [at, action] of forms.entries()) {
        const kind = action && routeOf(posts, action)?.pattern;
        if (!kind || tried.has(kind)) continue;
        allowRefusal(action);
        await page.goto(path);
        if ((await formsHere(page)).join() !== forms.join()) continue; // what was sent before changed the page
        const outcome = await sendEmpty(page, at, expected[kind] === 'kept' ? kept_ms : answer_ms_max);
        tried.set(kind, outcome);
        if (outcome !== (expected[kind] ?? 'faults')) other.push(`${outcome}: ${kind} at ${path}`);
        if (outcome !== 'faults') continue;
        await check(page);
        await assertSpokenInEnglish(page, async (speak) => {
          await speak();
          await page.reload(); // it is sent once more, and refused again
          await checkInEnglish(page);
        });
      }
    }
    for (const path of nothing[who] ?? []) {
      await page.goto(path);
      await check(page);
    }
    await page.context().close();
  }
  const faulty = [...tried.values()].filter((outcome) => outcome === 'faults').length;
  console.log(`      ${faulty} kinds of forms sent empty show their faults; ${tried.size - faulty} are no faults when empty`);
  assert.deepEqual(other, [], 'forms sent empty that were answered otherwise than this scenario says');
  const unmet = Object.keys(expected).filter((kind) => !tried.has(kind));
  assert.deepEqual(unmet, [], 'forms that are said to be accepted and were never met');
  assert.ok(faulty >= faults_min, `${faulty} kinds of forms`);
}
