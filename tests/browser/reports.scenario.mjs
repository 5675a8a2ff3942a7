// The standing agency asks every ward for half a year; a ward finds its form filled from what it
// recorded, is refused a sum that does not add up, hands in, is sent back by its district, hands in
// again and is accepted; the sum of the city opens down to the single meeting; the round is closed,
// and the program counts the same again from the ledger.
import assert from 'node:assert/strict';
import { execute, must as lantoa } from '../kit/program.mjs';
import { signIn } from './people.mjs';

export const name = 'a report is filled from activities, reviewed, added up, opened, closed and recomputed';
export const seconds_max = 300;

const main = (page) => page.locator('main').innerText();

async function looks({ check, fitsWidth, phone, desktop }, page) {
  for (const size of [phone, desktop]) {
    await page.setViewportSize(size);
    await check(page);
    await fitsWidth(page);
  }
}

async function recordMeeting(page) {
  await page.goto('/hoat-dong/ghi');
  await page.locator('#loai-truc-tiep').check();
  await page.locator('#so-truc-tiep-luot-nguoi').fill('77');
  await page.getByRole('button', { name: 'Lưu hoạt động' }).click();
  await page.waitForURL(/\/hoat-dong\/\d+\?xong=luu$/);
  const day = await page.locator('main time').first().innerText();
  return { address: new URL(page.url()).pathname, day };
}

async function ask(tools, page, day) {
  await page.goto('/bao-cao');
  await looks(tools, page);
  await page.getByRole('link', { name: 'Mở kỳ báo cáo' }).click();
  await page.waitForURL('**/bao-cao/mo');
  await page.getByRole('button', { name: 'Mở kỳ báo cáo' }).click();
  await page.locator('.error-summary').waitFor();
  await looks(tools, page);
  await page.getByLabel('14 cột').check();
  await page.fill('#tu-ngay', '01/03/2021');
  await page.fill('#den-ngay', day);
  await page.fill('#han', day);
  await page.getByRole('button', { name: 'Mở kỳ báo cáo' }).click();
  await page.waitForURL(/\/bao-cao\/\d+\?xong=luu$/);
  await looks(tools, page);
  return new URL(page.url()).pathname;
}

async function handIn(tools, page, round) {
  await page.goto('/bao-cao');
  await page.locator('tr', { hasText: '14 cột' }).first().getByText('chưa nộp').click();
  await page.waitForURL(`**${round}/don-vi/*`);
  await looks(tools, page);
  const meetings = Number(await page.inputValue('#cot-1'));
  assert.ok(meetings >= 1, 'known from what was recorded');
  for (const column of [6, 7, 8, 9, 11, 12, 13]) await page.fill(`#cot-${column}`, '0');
  const copies = Number(await page.inputValue('#cot-10'));
  await page.fill('#cot-14', String(copies + 1));
  await page.getByRole('button', { name: 'Nộp báo cáo' }).click();
  await page.locator('#cot-10-loi').waitFor();
  assert.match(await page.locator('#cot-10-loi').innerText(), /phải bằng 11 \+ 12 \+ 13 \+ 14/);
  await looks(tools, page);
  await page.fill('#cot-14', String(copies));
  await page.getByRole('button', { name: 'Nộp báo cáo' }).click();
  await page.waitForURL(/xong=nop-bao-cao$/);
  return { address: new URL(page.url()).pathname, meetings };
}

async function review(tools, page, report) {
  await page.goto(report);
  await looks(tools, page);
  await page.getByText('Trả lại để sửa').click();
  await page.fill('#ly-do', 'Thiếu câu lạc bộ');
  await page.getByRole('button', { name: 'Trả lại', exact: true }).click();
  await page.waitForURL(/xong=tra-lai$/);
}

async function handInAgain(tools, page, report) {
  await page.goto(report);
  assert.match(await main(page), /Thiếu câu lạc bộ/);
  await page.fill('#cot-6', '2');
  await page.getByRole('button', { name: 'Nộp bản thay thế' }).click();
  await page.waitForURL(/xong=nop-bao-cao$/);
  await looks(tools, page);
}

// From the city's sum, by whose clubs there is only one, and by meetings down to the one.
async function openDown(tools, page, round, meeting) {
  await page.goto(round);
  await page.locator('tr', { hasText: 'số câu lạc bộ' }).locator('a.figure').click();
  await page.waitForURL(/\/cot\/6$/);
  assert.match(await main(page), /: 2 câu lạc bộ/);
  await looks(tools, page);
  for (const place of ['Quận Hoàn Kiếm', 'Phường Hàng Buồm']) {
    await page.locator('tr', { hasText: place }).locator('a.figure').click();
  }
  await page.goto(page.url().replace('/cot/6', '/cot/1'));
  await looks(tools, page);
  await page.locator(`a[href="${meeting}"]`).click();
  assert.match(await main(page), /77 lượt người/);
}

// Read by another library: the value we show beside each formula is the sum of the cells above it.
const add_up = `
import io, re, sys, zipfile
sheet = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())).read('xl/worksheets/sheet1.xml').decode()
cells = {name: (formula, value) for name, formula, value in
         re.findall(r'<c r="([A-Z]+[0-9]+)"[^>]*>(?:<f>([^<]*)</f>)?<v>([^<]*)</v>', sheet)}
sums = 0
for name, (formula, value) in cells.items():
    if not formula: continue
    column, first, last = re.fullmatch(r'SUM\\(([A-Z]+)([0-9]+):[A-Z]+([0-9]+)\\)', formula).groups()
    shown = sum(int(float(cells.get(column + str(row), (0, 0))[1])) for row in range(int(first), int(last) + 1))
    assert shown == int(float(value)), (name, formula, value, shown)
    sums += 1
print(sums)
`;

async function opensAsAWorkbook(page, round) {
  const base64 = await page.evaluate(async (path) => {
    const answer = await fetch(path);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
  }, `${round}?dang=xlsx`);
  const done = await execute('python3', ['-c', add_up], { input: Buffer.from(base64, 'base64') });
  assert.equal(done.code, 0, done.err);
  assert.equal(done.out.trim(), '14', 'every column has its sum');
}

async function close(tools, page, round) {
  await page.goto(round);
  await page.getByRole('button', { name: 'Khóa kỳ báo cáo' }).click();
  await page.locator('dialog').getByRole('button', { name: 'Khóa kỳ báo cáo' }).click();
  await page.waitForURL(/xong=khoa-bao-cao$/);
  assert.match(await main(page), /Đã khóa lúc/);
  await looks(tools, page);
  const { out } = await lantoa('report', 'recompute', '--data', tools.data);
  const lines = out.trimEnd().split('\n').map((line) => JSON.parse(line));
  const line = lines.find((one) => one.round === Number(round.split('/').at(-1)));
  assert.equal(line.same, true);
  assert.equal(line.recomputed.submitted, 1);
  assert.equal(line.recomputed.sums['6'], 2);
}

export async function run(tools) {
  const ward = await signIn(await tools.context({ viewport: tools.phone }), 'phuong.01', '/ban-lam-viec');
  const meeting = await recordMeeting(ward);
  const planner = await signIn(await tools.context(), 'stp.chuyenvien', '/ban-lam-viec');
  const round = await ask(tools, planner, meeting.day);
  const { address } = await handIn(tools, ward, round);
  const district = await signIn(await tools.context(), 'hoankiem.tuphap', '/ban-lam-viec');
  await review(tools, district, address);
  await handInAgain(tools, ward, address);
  await district.goto(address);
  await district.getByRole('button', { name: 'Tiếp nhận báo cáo' }).click();
  await district.waitForURL(/xong=nhan-bao-cao$/);
  await openDown(tools, planner, round, meeting.address);
  const file = await planner.evaluate(async (path) => (await fetch(path)).text(), `${round}?dang=csv`);
  assert.match(file, /Phường Hàng Buồm,đã tiếp nhận/);
  await opensAsAWorkbook(planner, round);
  await close(tools, planner, round);
}
