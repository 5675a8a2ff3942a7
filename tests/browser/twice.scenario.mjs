// A form sent twice, by a double click or by a request sent again, makes one fact.
import assert from 'node:assert/strict';
import { signIn } from './people.mjs';

export const name = 'a form sent twice makes one fact';
export const seconds_max = 300;

const rows = (page, words) => page.locator('tbody tr', { hasText: words }).count();

// The form of the page as it stands, sent three times at once and once more afterwards.
const sendAgainAndAgain = (page) =>
  page.evaluate(async () => {
    const form = document.querySelector('main form');
    const send = async () => {
      const body = new URLSearchParams(new FormData(form));
      const response = await fetch(form.getAttribute('action'), { method: 'POST', body });
      return new URL(response.url).pathname;
    };
    const answers = await Promise.all([send(), send(), send()]);
    return [...answers, await send()];
  });

export async function run({ context }) {
  const planner = await signIn(await context(), 'stp.chuyenvien', '/ke-hoach/moi');
  await planner.fill('#title', 'Về một việc gửi hai lần');
  const answers = await sendAgainAndAgain(planner);
  assert.deepEqual([...new Set(answers)], ['/ke-hoach/3'], 'each sending gets the same answer');
  await planner.goto('/ke-hoach');
  assert.equal(await rows(planner, 'Về một việc gửi hai lần'), 1);

  await planner.goto('/ke-hoach/3');
  await planner.fill('#what', 'Việc bấm hai lần');
  await planner.fill('#due', '30/07/2021');
  await planner.getByRole('button', { name: 'Thêm nhiệm vụ' }).dblclick();
  await planner.waitForURL(/xong=luu/);
  assert.equal(await planner.inputValue('#what'), '', 'what was sent well is not kept');
  await planner.goto('/ke-hoach/3');
  assert.equal(await rows(planner, 'Việc bấm hai lần'), 1);

  const without = await context({ javaScriptEnabled: false });
  const plain = await signIn(without, 'stp.chuyenvien', '/ke-hoach/3');
  await plain.fill('#what', 'Việc bấm hai lần, không có script');
  await plain.fill('#due', '30/07/2021');
  await plain.getByRole('button', { name: 'Thêm nhiệm vụ' }).dblclick({ noWaitAfter: true });
  await plain.locator('tbody tr', { hasText: 'không có script' }).first().waitFor();
  await plain.goto('/ke-hoach/3');
  assert.equal(await rows(plain, 'Việc bấm hai lần, không có script'), 1);
}
