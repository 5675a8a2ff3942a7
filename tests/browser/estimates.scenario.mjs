// The half-year is asked for while June still runs: a link fills the days in, a ward says what it
// counted to the end of May and what it expects of June, is refused a column without an estimate
// and hands in; both figures stand apart on every page, are closed, recomputed and published.
import assert from 'node:assert/strict';
import { must as lantoa } from '../kit/program.mjs';
import { signIn } from './people.mjs';

export const name = 'a half-year is reported with June estimated, closed, recomputed and published';
export const seconds_max = 300;

const columns = [...Array(14).keys()].map((i) => i + 1);
const main = (page) => page.locator('main').innerText();

async function looks({ check, fitsWidth, phone, desktop }, page) {
  for (const size of [phone, desktop]) {
    await page.setViewportSize(size);
    await check(page);
    await fitsWidth(page);
  }
}

async function ask(tools, page) {
  await page.goto('/bao-cao/mo');
  await page.getByRole('link', { name: 'ước tháng 6' }).click();
  await page.waitForURL('**/bao-cao/mo?ky=6-thang-dau-nam');
  assert.equal(await page.inputValue('#den-ngay'), '30/06/2021');
  assert.equal(await page.inputValue('#thuc-te-den'), '31/05/2021');
  await looks(tools, page);
  await page.getByLabel('bộ chỉ tiêu chung').check();
  await page.fill('#thuc-te-den', '30/06/2021');
  await page.fill('#han', '05/07/2021');
  await page.getByRole('button', { name: 'Mở kỳ báo cáo' }).click();
  await page.locator('#thuc-te-den-loi').waitFor();
  await looks(tools, page);
  await page.fill('#thuc-te-den', '31/05/2021');
  await page.getByRole('button', { name: 'Mở kỳ báo cáo' }).click();
  await page.waitForURL(/\/bao-cao\/\d+\?xong=luu$/);
  return new URL(page.url()).pathname;
}

async function handIn(tools, page, round) {
  await page.goto('/bao-cao');
  const row = page.locator('tr', { hasText: '6 tháng đầu năm 2021, số ước' }).first();
  await row.getByText('chưa nộp').click();
  await page.waitForURL(`**${round}/don-vi/*`);
  for (const column of columns) {
    if ((await page.inputValue(`#cot-${column}`)) === '') await page.fill(`#cot-${column}`, '0');
    if (column !== 3) await page.fill(`#uoc-${column}`, column === 1 ? '2' : '0');
  }
  await page.getByRole('button', { name: 'Nộp báo cáo' }).click();
  await page.locator('#uoc-3-loi').waitFor();
  assert.match(await page.locator('#uoc-3-loi').innerText(), /Số ước của cột 3/);
  assert.equal(await page.inputValue('#uoc-1'), '2', 'what was typed stays');
  await looks(tools, page);
  await page.fill('#uoc-3', '0');
  const actual = Number(await page.inputValue('#cot-1'));
  await page.getByRole('button', { name: 'Nộp báo cáo' }).click();
  await page.waitForURL(/xong=nop-bao-cao$/);
  return { address: new URL(page.url()).pathname, actual };
}

async function close(tools, page, round, actual) {
  await page.goto(round);
  assert.match(await main(page), /Số thực tế đến hết 31\/05\/2021; số ước từ 01\/06\/2021/);
  await looks(tools, page);
  await page.locator('a[href$="/cot/1"]').first().click();
  await page.waitForURL(/\/cot\/1$/);
  assert.match(await main(page), new RegExp(`: 2; cộng, có số ước: ${actual + 2}`));
  await looks(tools, page);
  await page.goto(round);
  await page.getByRole('button', { name: 'Khóa kỳ báo cáo' }).click();
  await page.locator('dialog').getByRole('button', { name: 'Khóa kỳ báo cáo' }).click();
  await page.waitForURL(/xong=khoa-bao-cao$/);
  const { out } = await lantoa('report', 'recompute', '--data', tools.data);
  const lines = out.trimEnd().split('\n').map((line) => JSON.parse(line));
  const line = lines.find((one) => one.round === Number(round.split('/').at(-1)));
  assert.equal(line.same, true);
  assert.equal(line.recomputed.sums['1'], actual);
  assert.equal(line.recomputed.estimates['1'], 2);
}

async function publish(tools, page, round) {
  await page.goto(round);
  await page.getByRole('button', { name: 'Công khai số liệu' }).click();
  await page.locator('dialog').getByRole('button', { name: 'Công khai số liệu' }).click();
  await page.waitForURL(/xong=cong-khai$/);
  await page.getByRole('link', { name: 'xem trang công khai' }).click();
  await page.waitForURL('**/so-lieu-cong-khai/*');
  assert.match(await main(page), /Số ước là phần đơn vị dự tính/);
  await looks(tools, page);
}

export async function run(tools) {
  const planner = await signIn(await tools.context(), 'stp.chuyenvien', '/ban-lam-viec');
  const round = await ask(tools, planner);
  const ward = await signIn(await tools.context({ viewport: tools.phone }), 'phuong.01', '/ban-lam-viec');
  const { address, actual } = await handIn(tools, ward, round);
  await ward.goto(`${address}?ban=1`);
  assert.match(await main(ward), /Cộng, có số ước/);
  await looks(tools, ward);
  const district = await signIn(await tools.context(), 'hoankiem.tuphap', '/ban-lam-viec');
  await district.goto(address);
  await district.getByRole('button', { name: 'Tiếp nhận báo cáo' }).click();
  await district.waitForURL(/xong=nhan-bao-cao$/);
  await close(tools, planner, round, actual);
  await publish(tools, await signIn(await tools.context(), 'stp.lanhdao', '/ban-lam-viec'), round);
}
