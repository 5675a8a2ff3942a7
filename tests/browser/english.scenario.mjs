// English is a whole second language: after the switch no label of a page is Vietnamese. Names of
// units, documents and persons and titles of articles stay as they are.
import assert from 'node:assert/strict';
import { personalLinks, signIn } from './people.mjs';
import { assertSpoken } from './spoken.mjs';

export const name = 'in English no label is left in Vietnamese';
export const seconds_max = 300;

const labels = [
  '.skip', 'main button', 'main label', 'thead th', 'caption', 'dt', 'legend', '.hint', '.state', 'summary',
  '.office-nav a', '.foot-links', '.signed-in button', '.search button', '.filters a', '.chips a',
  '.actions a', '.empty', '.notice', '.must', '.seal', '.as-of', '.table-foot', '.error-summary h2',
].join(',');
const vietnamese =
  /[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/i;
// Words that stand in English paths and are no part of a name.
const english = /\b(Home|Coverage|Articles|Plans|Activities|Documents|Units|Full text|Comparison|of|and)\b/;
// Examples to type, names in sentences, and what a Vietnamese document is called everywhere.
const kept = new RegExp(
  [
    'Nghị (quyết|định)( số)?', 'Quốc hội', 'Chính phủ', 'Hà Nội', 'Lan Tỏa', 'NĐ(-CP)?', 'QĐ-UBND', 'HĐPHPBGDPL',
    'Cán bộ mẫu \\d+', '(Báo cáo|Tuyên truyền) viên mẫu \\d+', 'Lãnh đạo mẫu', '(Thành phố|Sở|Phường|Quận|Huyện) \\p{Lu}[\\p{L} ]*', 'Luật Thủ đô( 2024)?',
  ].join('|'),
  'gu',
);

// WCAG 3.1.2 in the path above a page: what has Vietnamese letters is marked, and English is not.
async function assertPathMarked(page) {
  const path = await page.locator('.crumbs li').evaluateAll((all) =>
    all.map((one) => {
      const copy = one.cloneNode(true);
      const marked = [...copy.querySelectorAll('[lang|="vi"]')].map((name) => name.textContent);
      for (const left of copy.querySelectorAll('[lang|="vi"]')) left.remove();
      return { marked, plain: copy.textContent };
    }));
  for (const { marked, plain } of path) {
    assert.doesNotMatch(plain, vietnamese, `an unmarked name in the path above ${page.url()}`);
    for (const words of marked) assert.doesNotMatch(words, english, `English marked Vietnamese: ${page.url()}`);
  }
  return path.reduce((sum, { marked }) => sum + marked.length, 0);
}

async function assertEnglish(page) {
  assert.equal(await page.locator('html').getAttribute('lang'), 'en', page.url());
  const found = await page.locator(labels).evaluateAll((all) =>
    all.map((one) => {
      // Without the names told to those who hear the page, and without what a template says is
      // Vietnamese; what was only found by its letters (vi-VN) could be a label left behind.
      const copy = one.cloneNode(true);
      for (const left of copy.querySelectorAll('.unseen, [lang="vi"]')) left.remove();
      return copy.textContent.trim();
    }));
  const left = found.map((text) => text.replace(kept, '')).filter((text) => vietnamese.test(text));
  assert.deepEqual(left, [], `Vietnamese on ${page.url()}`);
}

// How many names were marked in the paths above these pages.
async function look(page, paths) {
  let marked = 0;
  for (const path of paths) {
    await page.goto(path);
    await assertEnglish(page);
    await assertSpoken(page);
    marked += await assertPathMarked(page);
  }
  return marked;
}

async function speakEnglish(page) {
  await page.locator('.languages a').click();
  await page.waitForLoadState();
}

export async function run({ open, context, output }) {
  const citizen = await open('/van-ban?q=97');
  await speakEnglish(citizen);
  assert.match(citizen.url(), /\/van-ban\?q=97$/, 'one stays where one is');
  await look(citizen, ['/', '/bai', '/van-ban', '/so-lieu-cong-khai', '/so-lieu-cong-khai/1', '/tim', '/tim?q=khongcogi', '/dang-nhap', '/khong-co', '/n/khong-co-lien-ket-nay']);

  const reader = await (await context()).newPage();
  await reader.goto(personalLinks(output())[0]);
  await speakEnglish(reader);
  await look(reader, ['/cua-toi', '/cua-toi/1', '/ban-lam-viec']);

  const planner = await signIn(await context(), 'stp.chuyenvien');
  await speakEnglish(planner);
  const names = await look(planner, [
    '/ban-lam-viec', '/ke-hoach', '/ke-hoach/moi', '/ke-hoach/doc-bai', '/do-phu', '/do-phu/1/1',
    '/do-phu/1/1/ghi-nhan', '/bai-viet', '/bai-viet/moi', '/bai-viet/1', '/bai-viet/1/so-sanh',
    '/bai-viet/1/dung-o-dau', '/nhiem-vu', '/nhiem-vu/1', '/ke-hoach/moi?tu-viec=1', '/don-doc', '/thu-tra-lai', '/gia-han', '/van-ban/moi', '/don-vi',
    '/hoat-dong/tu-ghi', '/hoat-dong/tu-ghi/tu-xac-nhan', '/hoat-dong/tu-ghi/luot-xem', '/hoat-dong/tu-ghi/thu-nhac', '/hoat-dong?tu-ngay=2021-05-01&den-ngay=2021-05-31',
    '/hoat-dong', '/hoat-dong/1', '/hoat-dong/ghi', '/hoat-dong/nhap', '/hoat-dong/1/trang-mang', '/hoat-dong/1/sua',
    '/bao-cao-vien', '/bao-cao-vien/so', '/bao-cao-vien/so/moi', '/bao-cao-vien/so/1', '/bao-cao-vien/so/1/sua', '/bao-cao-vien/so/1/cho-thoi',
    '/bao-cao-vien/so/12/xoa-ten', '/hoat-dong/1/bao-cao-vien',
    '/huong-dan', '/huong-dan/moi', '/huong-dan/moi?ke-hoach=1', '/huong-dan/2', '/huong-dan/5',
    '/giai-trinh/1', '/giai-trinh/3', '/don-doc/cong-van/1', '/bao-cao', '/bao-cao/mo', '/bao-cao/1', '/bao-cao/1/don-vi/3', '/bao-cao/1/don-vi/1/cot/1', '/bao-cao/mo?ky=6-thang-dau-nam', '/bao-cao/3', '/bao-cao/3/don-vi/25', '/bao-cao/3/don-vi/25/cot/1', '/bao-cao/4', '/bao-cao/1/loi-van', '/bao-cao/1/loi-van/sua',
    '/ke-hoach/1/nhac-viec', '/so-sanh/1', '/so-sanh/1?nhom=qua-it', '/so-sanh/1?thuoc=001', '/ke-hoach/1/nhiem-vu?don-vi=3',
    '/ke-hoach/1/sua-doi', '/ke-hoach/1/sua-doi/1', '/ke-hoach/2',
    '/don-vi/nhom', '/don-vi/nhom/1', '/don-vi/nhom/2', '/don-vi/nhom/1/sua', '/don-vi/nhom/1/ket-thuc', '/don-vi/nhom/moi',
    '/ma-truy-cap', '/bai-viet/2/danh-gia', '/don-vi/3',
  ]);
  assert.ok(names > 10, `${names} names were marked in the paths of the office`);
  const keeper = await signIn(await context(), 'quantri', '/nguoi');
  await speakEnglish(keeper);
  await look(keeper, ['/don-vi/3/dong', '/don-vi/3/mo-lai', '/nguoi/chuyen-het?tu=3']);
  const officer = await signIn(await context(), 'phobien.001');
  await speakEnglish(officer);
  await officer.goto('/hoat-dong?loai=truc-tiep');
  const meeting = await officer
    .locator('section[aria-labelledby="tung-hoat-dong"] tbody a').first().getAttribute('href');
  await look(officer, [meeting, `${meeting}/nguoi-du`]);
  await planner.locator('.languages a').click();
  await planner.waitForLoadState();
  assert.equal(await planner.locator('html').getAttribute('lang'), 'vi');
}
