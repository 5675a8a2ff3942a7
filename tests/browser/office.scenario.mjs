// A plan is drafted in all its parts, its tasks made clear by the six points, approved, issued,
// downloaded as a paper and drafted anew; a unit that is late is asked, answers, gets its letter,
// sees it among today's work, and is done with it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { signIn } from './people.mjs';

const units_csv = fileURLToPath(new URL('../../demo/data/units-2021.csv', import.meta.url));

export const name = 'a plan with six clear points is issued on paper; a late unit is asked, answers, gets its letter';
export const seconds_max = 300;

const main = (page) => page.locator('main');
const text = (page) => main(page).innerText();

async function looks({ check, fitsWidth, phone, desktop }, page) {
  for (const size of [phone, desktop]) {
    await page.setViewportSize(size);
    await check(page);
    await fitsWidth(page);
  }
}

async function paper(page, link) {
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).first().click();
  const stream = await (await waiting).createReadStream();
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).subarray(0, 4).toString('latin1');
}

async function draft(tools, page) {
  await page.goto('/ke-hoach/moi');
  await page.fill('#title', 'Về việc phổ biến Luật Thủ đô');
  await page.fill('#grounds', 'Nghị quyết số 97/2019/QH14 ngày 27/11/2019 của Quốc hội');
  await page.getByRole('button', { name: 'Lưu dự thảo' }).click();
  await page.waitForURL(/\/ke-hoach\/\d+\?xong=luu$/);
  const address = new URL(page.url()).pathname;
  for (const [work, units] of [['Triển khai ở quận', 'quan'], ['Phổ biến ở phường', 'phuong']]) {
    await page.fill('#what', work);
    await page.selectOption('#units', units);
    await page.fill('#due', '30/07/2021');
    await page.getByRole('button', { name: 'Thêm nhiệm vụ' }).click();
    await page.waitForURL(/xong=luu$/);
    await page.getByText(work, { exact: true }).first().waitFor();
  }
  assert.match(await text(page), /Thiếu 4 trong 6 rõ: rõ người, rõ thẩm quyền, rõ kết quả, rõ trách nhiệm/);
  assert.match(await text(page), /0 trong 2 nhiệm vụ đủ “6 rõ”/);
  await looks(tools, page);
  return address;
}

async function makeClear(tools, page, address) {
  for (let i = 0; i < 2; i += 1) {
    await page.getByRole('link', { name: /^Sửa/ }).nth(i).click();
    await page.waitForURL(/\/nhiem-vu\/\d+\/sua$/);
    if (i === 0) {
      await page.fill('#due', '31/02/2021');
      await page.getByRole('button', { name: 'Lưu nhiệm vụ' }).click();
      await page.locator('.error-summary').waitFor();
      await looks(tools, page);
      await page.fill('#due', '30/07/2021');
    }
    await page.fill('#nguoi', 'Công chức tư pháp – hộ tịch');
    await page.fill('#trach-nhiem', 'Chủ tịch Ủy ban nhân dân');
    await page.fill('#tham-quyen', 'Sở Tư pháp hướng dẫn');
    await page.fill('#ket-qua', 'Một hội nghị');
    await page.getByRole('button', { name: 'Lưu nhiệm vụ' }).click();
    await page.waitForURL((url) => url.pathname === address && url.search === '?xong=luu');
  }
  assert.match(await text(page), /2 trong 2 nhiệm vụ đủ “6 rõ”/);
  await page.fill('#muc-dich', 'Để mọi người hiểu luật.\n- Đúng nội dung\n- Đúng hạn');
  await page.fill('#noi-nhan', 'Thành ủy: để báo cáo\nCác sở, ban, ngành: để thực hiện');
  await main(page).getByRole('button', { name: 'Lưu dự thảo' }).click();
  await page.waitForURL((url) => url.pathname === address && url.search === '?xong=luu');
  await main(page).getByRole('heading', { name: 'Mục đích, yêu cầu' }).waitFor();
  assert.match(await text(page), /Thành ủy: để báo cáo/);
}

async function issue(tools, planner, leader, address) {
  await leader.goto(address);
  await leader.getByRole('button', { name: 'Phê duyệt' }).click();
  await leader.getByRole('dialog').getByRole('button', { name: 'Phê duyệt' }).click();
  await leader.waitForURL(/xong=duyet/);
  await planner.goto(address);
  await planner.fill('#number', '08/KH-HĐPHPBGDPL');
  await planner.getByRole('button', { name: 'Ban hành và giao việc' }).click();
  await planner.waitForURL(/xong=ban-hanh/);
  assert.match(await text(planner), /Thời gian đã qua/);
  await looks(tools, planner);
  assert.equal(await paper(planner, 'PDF'), '%PDF');
  assert.equal(await paper(planner, 'DOCX'), 'PK\u0003\u0004');
  await planner.fill('#title', 'Về việc phổ biến luật kế tiếp');
  await planner.getByRole('button', { name: 'Soạn dự thảo' }).click();
  await planner.waitForURL((url) => url.pathname !== address && /xong=luu$/.test(url.search));
  assert.match(await text(planner), /2 trong 2 nhiệm vụ đủ “6 rõ”/);
  assert.match(await text(planner), /Chưa ghi căn cứ nào/);
}

// A late ward that nobody has asked yet, and the sign-in of its officer; its name is no other's.
async function lateWard(planner) {
  const codes = new Map();
  for (const line of (await readFile(units_csv, 'utf8')).split('\n')) {
    const found = /^(\d{5}),\d{3},([^,"]+),/.exec(line);
    if (found) codes.set(found[2], codes.has(found[2]) ? null : found[1]);
  }
  await planner.goto('/don-doc');
  const asking = { has: planner.getByRole('link', { name: /^Yêu cầu giải trình/ }) };
  const rows = main(planner).locator('tbody tr').filter(asking);
  for (const row of await rows.all()) {
    const ward = (await row.locator('th').innerText()).trim();
    const code = codes.get(ward);
    if (code && code !== '00046') return { ward, login: `phobien.${code}` };
  }
  throw new Error('no ward is late');
}

// A unit is late: it is asked why, and answers.
async function explain(tools, planner, late, officer) {
  await planner.goto('/don-doc');
  const row = main(planner).locator('tbody tr', { hasText: late }).filter({ has: planner.getByRole('link', { name: /^Yêu cầu giải trình/ }) }).first();
  await row.getByRole('link', { name: /^Yêu cầu giải trình/ }).click();
  await planner.waitForURL(/\/don-doc\/\d+\/giai-trinh$/);
  await planner.fill('#noi-dung', 'Vì sao chưa triển khai?');
  await planner.getByRole('button', { name: 'Gửi yêu cầu' }).click();
  await planner.locator('#han-loi').waitFor();
  await looks(tools, planner);
  await planner.fill('#han', await dayFromNow(planner, 3));
  await planner.getByRole('button', { name: 'Gửi yêu cầu' }).click();
  await planner.waitForURL(/xong=yeu-cau-giai-trinh$/);
  const address = new URL(planner.url()).pathname;
  await officer.goto('/ban-lam-viec');
  await main(officer).getByRole('link', { name: 'Vì sao chưa triển khai?', exact: true }).click();
  await officer.waitForURL(`**${address}`);
  await officer.fill('#tra-loi', 'Cán bộ nghỉ ốm.\nTuần tới làm xong.');
  await looks(tools, officer);
  await officer.getByRole('button', { name: 'Gửi giải trình' }).click();
  await officer.waitForURL(/xong=giai-trinh$/);
  await planner.goto(address);
  assert.match(await text(planner), /Tuần tới làm xong/);
}

// The program's own day stands on every start page; "dd/mm/yyyy" some days later.
async function dayFromNow(page, days) {
  const start = await page.context().newPage();
  await start.goto('/ban-lam-viec');
  const [day, month, year] = (await start.locator('main .over').first().innerText()).split('/').map(Number);
  await start.close();
  const then = new Date(Date.UTC(year, month - 1, day + days));
  return [then.getUTCDate(), then.getUTCMonth() + 1].map((n) => String(n).padStart(2, '0')).join('/') + `/${then.getUTCFullYear()}`;
}

// Then it gets its letter, sees it among today's work, and is done with what it urges.
async function urge(tools, planner, late, officer) {
  await planner.goto('/don-doc');
  const row = main(planner).locator('tbody tr', { hasText: late }).filter({ has: planner.getByRole('link', { name: /^Soạn công văn/ }) }).first();
  await row.getByRole('link', { name: /^Soạn công văn/ }).click();
  await planner.waitForURL(/\/don-doc\/cong-van\/\d+$/);
  const address = new URL(planner.url()).pathname;
  await planner.goto(`${address}?han=31/02/2021`);
  await planner.locator('#han-soan-loi').waitFor();
  assert.equal(await planner.inputValue('#han-soan'), '31/02/2021');
  await planner.goto(address);
  assert.match(await text(planner), /việc quá hạn của/);
  await looks(tools, planner);
  assert.equal(await paper(planner, 'Tải PDF'), '%PDF');
  await planner.fill('#so', 'không số');
  await planner.getByRole('button', { name: 'Ghi công văn' }).click();
  await planner.locator('#so-loi').waitFor();
  await looks(tools, planner);
  await planner.fill('#so', '1092/STP-PBGDPL');
  await planner.getByRole('button', { name: 'Ghi công văn' }).click();
  await planner.waitForURL(/xong=cong-van$/);
  assert.match(await text(planner), /Công văn đã gửi đơn vị này/);
  await planner.goto('/don-doc');
  assert.equal(await main(planner).getByRole('link', { name: '1092/STP-PBGDPL' }).count(), 1);

  const urged = /^Công văn 1092\/STP-PBGDPL đôn đốc/;
  await officer.goto('/ban-lam-viec');
  await looks(tools, officer);
  await main(officer).getByRole('link', { name: urged }).first().click();
  await officer.waitForURL(/\/nhiem-vu/);
  while ((await main(officer).locator('tr', { hasText: 'Quá hạn' }).count()) > 0) {
    const open = main(officer).locator('tr', { hasText: 'Quá hạn' }).first();
    await open.getByRole('button', { name: 'Báo xong' }).click();
    await officer.waitForURL(/xong=hoan-thanh/);
    await officer.goto('/nhiem-vu');
  }
  await officer.goto('/ban-lam-viec');
  assert.equal(await main(officer).getByRole('link', { name: urged }).count(), 0);
}

export async function run(tools) {
  const planner = await signIn(await tools.context(), 'stp.chuyenvien');
  const leader = await signIn(await tools.context(), 'stp.lanhdao');
  const address = await draft(tools, planner);
  await makeClear(tools, planner, address);
  await issue(tools, planner, leader, address);
  const { ward, login } = await lateWard(planner);
  const officer = await signIn(await tools.context(), login);
  await explain(tools, planner, ward, officer);
  await urge(tools, planner, ward, officer);
}
