// The people of the demonstration, and how they come in.
import { readFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const password = 'lan-toa-mau-2021';

// A fresh visitor signed in as one of the sample officers, on the page he came for.
export async function signIn(context, login, path = '/ban-lam-viec') {
  const page = await context.newPage();
  await page.goto(`/dang-nhap?ve=${encodeURIComponent(path)}`);
  await page.fill('#login', login);
  await page.fill('#password', password);
  await page.click('main button');
  await page.waitForURL((url) => url.pathname + url.search === path);
  return page;
}

// The personal links of staff of Phường Hàng Buồm, as the program printed them: paths.
export function personalLinks(output) {
  return [...output.matchAll(/\/n\/[\w-]+/g)].map((match) => match[0]);
}

const shared = fileURLToPath(new URL('../../../shared/data/article-2021-05-13.txt', import.meta.url));

// An article of the shape the city's portal prints, furniture and a damaged line included, told in
// words of our own; the real one takes its place where it is at hand.
const own = `Phổ biến quy định thí điểm chính quyền đô thị tới từng cán bộ của Hà Nội (10:32 13/05/2021)


HNP - Ngày 12/5, Hội đồng Phối hợp phổ biến, giáo dục pháp luật thành phố Hà Nội ban hành Kế hoạch số 06/KH-HĐPHPBGDPL về phổ biến Nghị quyết số 97/2019/QH14 ngày 27/11/2019 của Quốc hội và Nghị định số 32/2021/NĐ-CP ngày 29/3/2021 của Chính phủ.

Mỗi đơn vị phổ biến Nghị quyết số 97/2019/QH14 và Nghị định số 32/2021/NĐ-CP tới từng người của mình.

Minh Châu


Các bài mới đăng

Họ tên:(*)
Mã xác nhận:         L?y l?i m\uFFFD b?o m?t
`;

export const article = existsSync(shared) ? readFileSync(shared) : Buffer.from(own);
