// Every page that a person can open, in every role, in its empty, filled and wrong states: no violation
// of WCAG at either width, no sideways scrolling on a phone, and in English every part in the language
// that its mark says. Two scenarios share the list.
import assert from 'node:assert/strict';
import { targetSizes } from './access.mjs';
import { article as text, personalLinks, signIn } from './people.mjs';
import { assertWeakColoursFound, is_long } from './settings.mjs';
import { assertPlantedFound, assertSpokenInEnglish } from './spoken.mjs';

const article = '/bai/1-ha-noi-thi-diem-chinh-quyen-do-thi-dieu-can-bo-va-nguoi-dan-can-biet';
const csv = (content) => ({ name: 'tep.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });

// Opens a form, fills fields by name, and sends it past the browser's own checks, after `before`.
const send = (path, form, button) => async (page, before) => {
  await page.goto(path);
  await unfold(page);
  for (const [field, value] of Object.entries(form)) {
    const input = page.locator(`main [name="${field}"]`).first();
    if (value instanceof Object) await input.setInputFiles(value);
    else if (value === true) await input.check();
    else await input.fill(value);
  }
  await page.evaluate(() => {
    for (const form of document.querySelectorAll('main form')) form.noValidate = true;
  });
  await before?.();
  await press(page, button);
};

const unfold = (page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) details.open = true;
  });

async function press(page, name) {
  const before = await page.evaluate(() => performance.timeOrigin);
  await page.locator('main').getByRole('button', { name }).first().click();
  const dialog = page.locator('dialog[open]');
  if (await dialog.isVisible()) await dialog.locator('.button').click();
  await page.waitForFunction((origin) => performance.timeOrigin !== origin, before);
  await page.waitForLoadState();
}

const on = (path, button) => async (page) => {
  await page.goto(path);
  await press(page, button);
};

// A file is gone when its answer is loaded again, so it is sent again.
const upload = (path, bytes) => Object.assign(send(path, { tep: csv(bytes) }, 'Xem trước'), { sends_file: true });

const whole_article = {
  'tieu-de': 'Phường sau ngày 01/7/2021', sapo: 'Điều cần biết.', 'tac-gia': 'Ban biên tập mẫu',
  'noi-dung': '## Mục\n\nTheo Nghị quyết 97/2019/QH14 và Nghị định 99/2098/NĐ-CP.\n\n- một\n- hai',
};

// Who opens what, in this order: a path, or a name and how to come to the page.
export const campaign_visits = [
  ['', [
    '/', '/bai', article, '/van-ban', '/van-ban?q=khongcogi', '/van-ban/1', '/van-ban/2', '/dang-nhap',
    '/khong-co-trang-nay', '/bai/999-khong-co', '/n/khong-dung-duoc-lien-ket-nay', '/van-ban/999',
    '/so-cai/diem-ky', '/so-cai/cach-kiem-tra', '/so-lieu-cong-khai', '/so-lieu-cong-khai/1?cot=2', '/so-lieu-cong-khai/9',
    ['sign-in-empty', send('/dang-nhap', {}, 'Đăng nhập')],
    ['sign-in-wrong', send('/dang-nhap', { login: 'ai.do', password: 'sai-mat-khau-roi' }, 'Đăng nhập')],
  ]],
  ['person', [
    '/cua-toi', '/cua-toi/1', '/cua-toi/99', '/ban-lam-viec',
    ['confirm-unticked', send('/cua-toi/1', {}, 'Xác nhận')],
    ['confirmed', send('/cua-toi/1', { understood: true }, 'Xác nhận')],
  ]],
  ['stp.chuyenvien', [
    '/ban-lam-viec', '/ke-hoach', '/ke-hoach/1', '/ke-hoach/2', '/so-sanh/2', '/bai-viet/2/danh-gia', '/ke-hoach/1/nhiem-vu/3', '/ke-hoach/1/nhiem-vu/3?trang=2',
    '/ke-hoach/moi', '/ke-hoach/doc-bai', '/nhiem-vu', '/do-phu', '/do-phu/1/1', '/do-phu/1/1/ghi-nhan',
    '/do-phu/1/1?ngay=2021-02-31', '/do-phu/1/so-sanh?kenh=hop&ngay=2021-02-31', '/do-phu/1/1/ghi-nhan?ngay=2021-02-31', '/hoat-dong?tu-ngay=31/02/2021&den-ngay=x',
    '/bai-viet', '/bai-viet?trang-thai=nhap', '/bai-viet/moi', '/bai-viet/1', '/bai-viet/1/sua', '/bai-viet/1/so-sanh',
    '/hoat-dong/tu-ghi', '/hoat-dong/tu-ghi/tu-xac-nhan', '/hoat-dong/tu-ghi/luot-xem', '/hoat-dong/tu-ghi/thu-nhac', '/hoat-dong?tu-ngay=2021-05-01&den-ngay=2021-05-31',
    '/bai-viet/1/dung-o-dau', '/don-vi', '/hoat-dong', '/hoat-dong/1', '/hoat-dong/ghi?viec=1', '/hoat-dong/1/sua',
    '/bao-cao-vien', '/bao-cao-vien/so', '/bao-cao-vien/so/moi', '/bao-cao-vien/so/1', '/bao-cao-vien/so/1/sua', '/bao-cao-vien/so/1/cho-thoi',
    '/bao-cao-vien/so/12', '/bao-cao-vien/so/12/xoa-ten', '/hoat-dong/1/bao-cao-vien', '/bao-cao-vien/so?q=khongcogi',
    ['speaker-wrong', send('/bao-cao-vien/so/moi', { 'ho-ten': '', ngay: '31/02/2021' }, 'Ghi vào sổ')],
    ['dismissal-wrong', send('/bao-cao-vien/so/1/cho-thoi', { 'quyet-dinh': '' }, 'Ghi miễn nhiệm, cho thôi')],
    '/so-sanh/1', '/so-sanh/1?nhom=qua-it', '/so-sanh/1?thuoc=001', '/ke-hoach/1/nhiem-vu?don-vi=3',
    '/don-vi/nhom', '/don-vi/nhom/1', '/don-vi/nhom/2', '/don-vi/nhom/1/sua', '/don-vi/nhom/1/ket-thuc', '/don-vi/nhom/moi',
    ['group-search', send('/don-vi/nhom/moi', { tim: 'hoan kiem' }, 'Tìm')],
    ['group-wrong', send('/don-vi/nhom/moi', { ten: '', dan: 'không có đơn vị này' }, 'Lập nhóm')],
    ['group-end-wrong', send('/don-vi/nhom/1/ket-thuc', { 'ly-do': '' }, 'Kết thúc nhóm')],
    '/ke-hoach/1/nhac-viec', ['ladder-preview', send('/ke-hoach/1/nhac-viec', { bac: '20, 10, 5, 0', 'lap-lai': '2' }, 'Xem trước')],
    ['ladder-wrong', send('/ke-hoach/1/nhac-viec', { bac: '7, 7, hai', 'lap-lai': '99' }, 'Lưu thang nhắc')],
    '/ke-hoach/1/sua-doi', '/ke-hoach/1/sua-doi/1', ['amendment-wrong', send('/ke-hoach/1/sua-doi/1', { 'ly-do': '' }, 'Lưu và xem tác động')],
    '/ke-hoach/moi?tu-viec=1', '/gia-han', '/nhiem-vu/1', ['extension', extension(true)], ['extension-wrong', extension(true, 'Ghi quyết định')],
    '/huong-dan', '/huong-dan?cua-toi=1', '/huong-dan?q=khongcogi', '/huong-dan/2', '/huong-dan/5', '/don-doc', '/thu-tra-lai', '/don-doc/2/giai-trinh', '/giai-trinh/1', '/giai-trinh/3', '/bao-cao', '/bao-cao/mo', '/bao-cao/1', '/bao-cao/1/don-vi/3', '/bao-cao/1/don-vi/1/cot/1', '/bao-cao/mo?ky=6-thang-dau-nam', '/bao-cao/3', '/bao-cao/3/don-vi/25', '/bao-cao/3/don-vi/25/cot/1', '/bao-cao/4', '/bao-cao/1/loi-van', '/bao-cao/1/loi-van/sua',
    ['narrative-preview', send('/bao-cao/1/loi-van/sua', { 'phan-ket-qua': 'Có {{đã nộp}} đơn vị nộp.' }, 'Xem trước')],
    ['narrative-wrong', send('/bao-cao/1/loi-van/sua', { 'phan-ket-qua': 'Có {{cột 99}} và {{đã nộp' }, 'Ghi lời văn')],
    '/van-ban/moi', '/van-ban/1', '/van-ban/1/toan-van/dua-len', '/lich-lam-viec/ghi', '/cua-toi', '/nguoi',
    ['read-nothing', send('/ke-hoach/doc-bai', {}, 'Đọc')],
    ['read-found', send('/ke-hoach/doc-bai', { tep: csv(text) }, 'Đọc')],
    ['plan-wrong', send('/ke-hoach/moi', { title: '', grounds: 'không phải số' }, 'Lưu dự thảo')],
    ['plan-draft', send('/ke-hoach/moi', { title: 'Về một việc mới', grounds: '' }, 'Lưu dự thảo')],
    ['task-wrong', send('/ke-hoach/3', { what: '', due: '31/02/2021' }, 'Thêm nhiệm vụ')],
    ['task-added', send('/ke-hoach/3', { what: 'Phổ biến', due: '30/07/2021' }, 'Thêm nhiệm vụ')],
    '/ke-hoach/3/nhiem-vu/nhap',
    ['tasks-wrong', upload('/ke-hoach/3/nhiem-vu/nhap', 'việc,đơn vị thực hiện,hạn\n,không có,31/02/2021\n')],
    ['tasks-preview', upload('/ke-hoach/3/nhiem-vu/nhap', 'việc,đơn vị thực hiện,hạn\nHọp dân,mỗi phường,30/07/2021\n')],
    '/ke-hoach/3/nhiem-vu/7/sua', '/so-sanh/3', '/don-doc/cong-van/1', '/don-doc/cong-van/2',
    ['task-changed-wrong', send('/ke-hoach/3/nhiem-vu/7/sua', { what: '', due: '31/02/2021' }, 'Lưu nhiệm vụ')],
    ['guidance-wrong', send('/huong-dan/5', { 'tra-loi': '' }, 'Trả lời')],
    ['join-wrong', send('/huong-dan/5', { 'cung-cau': '99' }, 'Gộp')],
    ['letter-wrong', send('/don-doc/cong-van/1', { so: 'không số' }, 'Ghi công văn')],
    ['register-wrong', send('/van-ban/moi', { so: 'abc', 'ban-hanh': '31/02/2020' }, 'Ghi vào sổ')],
    ['effect-wrong', send('/van-ban/1', { 'hieu-luc': 'mai' }, 'Ghi hiệu lực')],
    ['article-wrong', send('/bai-viet/moi', { 'tieu-de': '' }, 'Lưu nháp')],
    ['article-preview', send('/bai-viet/moi', whole_article, 'Xem trước')],
    ['article-submitted', send('/bai-viet/moi', whole_article, 'Lưu và gửi duyệt')],
    ['withdrawal-wrong', send('/bai-viet/2', {}, 'Gửi đề xuất thu hồi')],
    ['withdrawal', send('/bai-viet/2', { 'giai-thich': 'Dẫn nhầm số văn bản.' }, 'Gửi đề xuất thu hồi')],
    ['urged', on('/don-doc', 'Đôn đốc')],
    '/ma-truy-cap',
    ['token-wrong', send('/ma-truy-cap', { ten: '', han: 'mai' }, 'Tạo mã truy cập')],
    ['token-made', send('/ma-truy-cap', { ten: 'Phần mềm mẫu', 'pham-vi-read': true, current: 'lan-toa-mau-2021' }, 'Tạo mã truy cập')],
    ['tokens', (page) => page.goto('/ma-truy-cap')],
  ]],
  ['stp.lanhdao', [
    '/ban-lam-viec', '/ke-hoach/3', '/bai-viet/2', '/bai-viet/4', '/don-doc',
    '/bao-cao/1',
    ['taken-back-wrong', send('/bao-cao/1', { 'ly-do-rut': '' }, 'Rút khỏi trang công khai')],
    ['plan-approved', on('/ke-hoach/3', 'Phê duyệt')],
    ['article-approved', on('/bai-viet/4', 'Duyệt và đăng')],
    ['withdrawn', on('/bai-viet/2', 'Xác nhận thu hồi')],
  ]],
  ['stp.chuyenvien', [
    '/ke-hoach/3',
    ['issue-wrong', send('/ke-hoach/3', { number: '', on: 'hôm nay' }, 'Ban hành và giao việc')],
    ['issued', send('/ke-hoach/3', { number: '07/KH-HĐPHPBGDPL' }, 'Ban hành và giao việc')],
  ]],
  ['', ['/', '/bai/2-chung-thuc-ban-sao-o-phuong-nhanh-hon-nho-duoc-uy-quyen']],
];

export const own_visits = [
  ['hoankiem.tuphap', ['/ban-lam-viec', '/so-sanh/1', '/nhiem-vu', '/do-phu', '/bai-viet', ward('Quận Hoàn Kiếm')]],
  ['phuong.01', [
    '/ban-lam-viec', '/nhiem-vu', '/ke-hoach', '/bai-viet/moi', '/nguoi',
    ward('Quận Hoàn Kiếm', 'Phường Hàng Buồm'), ward('Quận Hoàn Kiếm', 'Phường Hàng Buồm', 'chua-doc'),
    ward('Quận Hoàn Kiếm', 'Phường Hàng Buồm', 'ghi-nhan'),
    ['assignment', extension(false)], ['asked-wrong', extension(false, 'Gửi đề nghị gia hạn')],
    ['report-wrong', send('/nhiem-vu', { on: 'mai' }, 'Báo xong')],
    ['reported', on('/nhiem-vu', 'Báo xong')],
    '/huong-dan', '/huong-dan/moi', '/huong-dan/moi?ke-hoach=1', '/huong-dan/4',
    ['ask-wrong', send('/huong-dan/moi?ke-hoach=1', { 'noi-dung': '' }, 'Gửi câu hỏi')],
    ['ask-alike', send('/huong-dan/moi?ke-hoach=1', { 'noi-dung': 'Cụm loa của quận phát bản tin truyền thanh thì ghi ở đâu?' }, 'Gửi câu hỏi')],
    '/hoat-dong/nhap', '/hoat-dong/trang-mang', '/hoat-dong/1/trang-mang',
    ['log-wrong', upload('/hoat-dong/nhap', 'ngày,loại,số lượt người dự\n31/02/2021,lạ,4.5\n')],
    ['log-preview', upload('/hoat-dong/nhap', 'ngày,loại,số lượt người dự\n18/05/2021,truc-tiep,45\n')],
  ]],
  ['phobien.001', [
    ['attendance', attendance()], ['attendance-nobody', attendance('Ghi người đã đánh dấu là đã dự')],
  ]],
  ['kiemtra', ['/ban-lam-viec', '/ke-hoach', '/do-phu/1/1/ghi-nhan', '/bai-viet', '/don-doc']],
  ['quantri', [
    '/ban-lam-viec', '/thiet-ke', '/don-vi', '/don-vi/2', '/don-vi/2/dong', '/don-vi/2/mo-lai', '/don-vi/nhap', '/nguoi/chuyen-het?tu=3', '/nguoi', '/nguoi/nhap', '/nguoi/1', '/thu-tra-lai', '/don-vi/3/hop-thu',
    ['mailbox-wrong', send('/don-vi/3/hop-thu', { 'hop-thu': 'a b' }, 'Lưu hộp thư')],
    '/tai-khoan/1', '/tai-khoan/2',
    ['link-issued', on('/nguoi/1', 'Cấp liên kết mới')], '/nguoi/1/phieu',
    ['account-wrong', send('/nguoi/2', { login: 'a b', password: 'ngắn' }, 'Mở tài khoản')],
    ['role-wrong', send('/tai-khoan/2', { 'don-vi': 'khong-co' }, 'Đề nghị')],
    ['role-proposed', send('/tai-khoan/2', { 'don-vi': 'STP' }, 'Đề nghị')],
    ['units-wrong', upload('/don-vi/nhap', 'code,parent,name,kind\nX,khong-co,,Lạ\n01,,Trùng,Sở\n')],
    ['units-latin', upload('/don-vi/nhap', [0x63, 0xe9, 0x0a])],
    ['units-preview', upload('/don-vi/nhap', 'code,parent,name,kind\nSMOI,01,Sở mới,Sở\n')],
    ['people-wrong', upload('/nguoi/nhap', 'name,unit\n,khong-co\nMẫu,STP\n')],
    ['people-preview', upload('/nguoi/nhap', 'name,unit\nCán bộ mẫu,STP\n')],
  ]],
];

// The page of one assignment, from the requests that wait or from the unit's own; perhaps its form, sent
// empty.
function extension(waits, button) {
  return async (page) => {
    await page.goto(waits ? '/gia-han' : '/nhiem-vu');
    await page.locator('main tbody a[href^="/nhiem-vu/"]').first().click();
    await page.waitForURL(/\/nhiem-vu\/\d+$/);
    if (button) await press(page, button);
  };
}

// Who was at the unit's newest meeting, by name; perhaps the form, sent with nobody ticked.
function attendance(button) {
  return async (page) => {
    await page.goto('/hoat-dong?loai=truc-tiep');
    await page.locator('section[aria-labelledby="tung-hoat-dong"] tbody a').first().click();
    await page.locator('main').getByRole('link', { name: 'Ghi người dự theo danh sách' }).click();
    await page.waitForURL(/\/nguoi-du$/);
    if (button) await press(page, button);
  };
}

// Coverage of the first article, down by the names of units, then perhaps one part of the page there.
function ward(...names) {
  const part = /^[a-z-]+$/.test(names.at(-1)) ? names.pop() : '';
  return [`coverage ${names.at(-1)} ${part}`, async (page) => {
    await page.goto('/do-phu/1/1');
    for (const name of names) {
      await page.locator('main').getByRole('link', { name, exact: true }).click();
      await page.locator('h1', { hasText: name }).waitFor();
    }
    if (part) await page.goto(`${new URL(page.url()).pathname}/${part}`);
  }];
}

export async function comeIn(context, who, output) {
  if (who !== '' && who !== 'person') return signIn(context, who);
  const page = await context.newPage();
  if (who === 'person') await page.goto(personalLinks(output())[1]);
  return page;
}

// What axe judges by words and names is the same at both widths of one answer, so it is judged on the
// phone; colours, which take half of axe's time, on the desk; sizes and what scrolls at both. What
// stands around everybody's pages is judged wholly at both, on the first page of each visitor.
const by_width = ['target-size', 'scrollable-region-focusable'];
const by_colour = ['color-contrast', 'link-in-text-block'];

// 1.4.10 also between phone and desk: 640 is a desk at 200 %.
const between = [640, 1024];

async function targetsAreLarge(page, sum) {
  const { faults, ...sizes } = await page.evaluate(targetSizes);
  assert.deepEqual(faults, [], `targets under 24 px at ${page.url()}`);
  sum.pages += 1;
  for (const [key, count] of Object.entries(sizes)) sum[key] += count;
}

export async function look({ context, output, check, checkInEnglish, fitsWidth, keep, phone, desktop }, visits) {
  const sum = { pages: 0, targets: 0, small: 0, roomy: 0 };
  for (const [who, list] of visits) {
    const page = await comeIn(await context({ viewport: phone }), who, output);
    for (const one of list) {
      const whole = is_long || one === list[0];
      if (one instanceof Array) await one[1](page);
      else await page.goto(one);
      await fitsWidth(page);
      await targetsAreLarge(page, sum);
      await check(page, undefined, whole ? [] : by_colour);
      await keep(page, `${who || 'everybody'} ${one instanceof Array ? one[0] : one}`);
      for (const width of between) {
        await page.setViewportSize({ width, height: phone.height });
        await fitsWidth(page);
      }
      await page.setViewportSize(desktop);
      await fitsWidth(page);
      await check(page, whole ? undefined : [...by_colour, ...by_width]);
      await keep(page, `${who || 'everybody'} ${one instanceof Array ? one[0] : one}`);
      await page.setViewportSize(phone);
      await spokenInEnglish(page, one, checkInEnglish);
    }
    await assertPlantedFound(page);
    await page.context().close();
  }
  const { pages, targets, small, roomy } = sum;
  console.log(`      ${pages} pages: ${targets} targets, ${small} under 24 px in a sentence or with room, ${roomy} of 44 px`);
}

// The answer to a form is no address that check() could ask for in English, so it is judged here.
function spokenInEnglish(page, one, checkInEnglish) {
  if (!(one instanceof Array)) return assertSpokenInEnglish(page);
  const again = async (speak) => {
    await speak();
    await page.reload();
  };
  const [, come] = one;
  return assertSpokenInEnglish(page, async (speak) => {
    await (come.sends_file ? come(page, speak) : again(speak));
    await checkInEnglish(page);
  });
}

export async function lookInTheDark({ context, check, phone }) {
  const page = await signIn(await context({ colorScheme: 'dark', viewport: phone }), 'stp.chuyenvien');
  for (const path of ['/', article, '/thiet-ke', '/ban-lam-viec', '/ke-hoach/1', '/do-phu/1/1', '/bai-viet/moi']) {
    await page.goto(path);
    await check(page);
  }
  if (is_long) await assertWeakColoursFound(page, check);
}
