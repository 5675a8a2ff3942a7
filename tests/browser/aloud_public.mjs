// Flows of citizens and of staff, as they are heard.
import { personalLinks } from './people.mjs';
import { Told } from './told.mjs';

const article = /^Hà Nội thí điểm chính quyền đô thị/;
const human_ms = 3200; // a comment is refused when it is sent faster
const onPage = async (context) => context.newPage();
const main = (told) => told.page.locator('main');
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
// What a browser refuses by itself it says itself; here the page is to say it.
const pastTheBrowser = (told) =>
  told.page.evaluate(() => [...document.querySelectorAll('main form')].forEach((form) => (form.noValidate = true)));

export async function reading(context) {
  const told = await Told.begin(context, 'Đọc một bài, từ trang chủ', onPage);
  await told.open('/', { all: true });
  await told.key('Tab');
  await told.at('  tiêu điểm: ');
  await told.follow(main(told).getByRole('link', { name: article }).first());
  await told.press(told.page.getByRole('button', { name: 'A+, chữ to hơn' }), 'Enter');
  await told.heard(/Cỡ chữ/);
  return told;
}

export async function searching(context) {
  const told = await Told.begin(context, 'Tìm kiếm: có gợi ý, có kết quả, không có kết quả', onPage);
  await told.open('/', 'title');
  const box = told.page.locator('#q');
  await told.key('/', 'tới ô tìm');
  await told.at('  tiêu điểm: ');
  await told.type(box, '97/20');
  await told.heard(/gợi ý/);
  await told.key('ArrowDown');
  const option = told.page.locator(`#${await box.getAttribute('aria-activedescendant')}`);
  told.note(`  gợi ý đang chọn: ${(await option.innerText()).replace(/\s+/g, ' ')}`);
  await told.key('Escape');
  await told.type(box, 'nghị định 32');
  await told.follow(box);
  await told.type(main(told).locator('#tu-khoa'), 'khongcogi');
  await told.follow(main(told).locator('#tu-khoa'));
  return told;
}

export async function commenting(context) {
  const told = await Told.begin(context, 'Viết ý kiến: sai rồi đúng', onPage);
  await told.open('/bai/1/gop-y');
  const field = (id) => told.page.locator(`#${id}`);
  await told.type(field('noi-dung'), 'Nộp hồ sơ chứng thực ở đâu?');
  await pause(human_ms);
  await pastTheBrowser(told);
  const send = main(told).getByRole('button', { name: 'Gửi ý kiến' });
  await told.follow(send, 'changed');
  await told.press(told.page.locator('.error-summary a').first(), 'Enter');
  await told.type(field('ho-ten'), 'Người Viết Mẫu');
  await told.type(field('tieu-de'), 'Hỏi về nơi nộp');
  await told.press(field('dong-y'), 'Space');
  await pause(human_ms);
  await told.follow(main(told).getByRole('button', { name: 'Gửi ý kiến' }));
  return told;
}

export async function signingIn(context) {
  const told = await Told.begin(context, 'Đăng nhập: sai rồi đúng mật khẩu', onPage);
  await told.open('/dang-nhap');
  const enter = async (password, how) => {
    await told.type(told.page.locator('#login'), 'stp.chuyenvien');
    await told.type(told.page.locator('#password'), password, '…');
    await told.follow(main(told).getByRole('button', { name: 'Đăng nhập' }), how);
  };
  await enter('sai-mat-khau-roi');
  await told.press(told.page.locator('.error-summary a').first(), 'Enter');
  await enter('lan-toa-mau-2021', { all: true });
  return told;
}

export async function confirming(context, { output }) {
  const told = await Told.begin(context, 'Xác nhận đã biết, từ liên kết trong thư', async (own) => {
    const page = await own.newPage();
    await page.goto(personalLinks(output())[2]);
    return page;
  });
  told.note('\n▸ mở liên kết trong thư');
  await told.arrive({ all: true });
  await told.follow(main(told).getByRole('link', { name: article }));
  await pastTheBrowser(told);
  const confirm = main(told).getByRole('button', { name: 'Xác nhận' });
  await told.follow(confirm, 'changed');
  await told.press(told.page.locator('#understood'), 'Space');
  await told.follow(confirm, 'changed');
  await told.heard(/Đã ghi nhận/);
  return told;
}

export async function language(context) {
  const told = await Told.begin(context, 'Đổi sang tiếng Anh và về lại', onPage);
  await told.open('/van-ban?q=97', 'title');
  await told.follow(told.page.getByRole('link', { name: /English/ }), { all: true });
  await told.follow(told.page.getByRole('link', { name: /Tiếng Việt/ }), 'title');
  return told;
}

// With every branch open: each unit is an item of Chromium's tree, on the level on which it stands.
async function everyUnitHasItsLevel(told) {
  const folds = (open) => told.page.evaluate((all) => {
    for (const one of document.querySelectorAll('.tree details details')) one.open = all;
  }, open);
  await folds(true);
  const levels = (await told.hearing()).levelsOfItems();
  told.note(`\n▸ mở mọi nhánh: ${levels.map((count, level) => `cấp ${level + 1}: ${count} mục`).join('; ')}`);
  await folds(false);
}

export async function unitTree(context) {
  const told = await Told.begin(context, 'Cây đơn vị: mở một nhánh, tìm theo tên', onPage);
  await told.open('/co-quan', { rows: 1 });
  await told.follow(main(told).getByRole('link', { name: /^Cả cây đơn vị/ }));
  await everyUnitHasItsLevel(told);
  const district = main(told).locator('summary', { hasText: 'Quận Hoàn Kiếm' });
  await told.press(district, 'Enter');
  await told.press(district, 'Enter');
  await told.type(main(told).locator('#ten'), 'hang bu');
  await told.follow(main(told).locator('#ten'));
  await told.type(main(told).locator('#ten'), 'khongcogi');
  await told.follow(main(told).locator('#ten'), 'changed');
  return told;
}
