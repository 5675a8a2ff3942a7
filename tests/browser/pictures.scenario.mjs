// A photo from an officer's phone to readers: refused without its words and nothing lost, approved by a
// second person, seen by readers without a trace of where it was taken; once more without script.
import { signIn } from './people.mjs';
import { photoFromPhone, place } from './photo.mjs';

export const name = 'a photo is added with its words, approved, and read; where it was taken is gone';

const words = 'Người dân xếp hàng ở bộ phận một cửa [phường mẫu]';

async function addPhoto({ page, file, check, fitsWidth, assert }) {
  await page.fill('[name="tieu-de"]', 'Làm thủ tục ở phường');
  await page.fill('[name="sapo"]', 'Ai cũng cần biết.');
  await page.fill('[name="noi-dung"]', 'Nộp hồ sơ buổi sáng.');
  await page.fill('[name="tac-gia"]', 'Ban biên tập mẫu');
  await page.getByRole('button', { name: 'Lưu nháp rồi thêm ảnh' }).click();
  await page.waitForURL(/\/bai-viet\/\d+\/sua\?xong=luu/);
  const article = new URL(page.url()).pathname.replace('/sua', '');

  await page.fill('[name="noi-dung"]', 'Nộp hồ sơ buổi sáng, chưa lưu.');
  await page.setInputFiles('#tep', file);
  await page.getByRole('button', { name: 'Thêm ảnh', exact: true }).click();
  await page.waitForSelector('#mo-ta-anh-loi');
  assert.match(await page.locator('#mo-ta-anh-loi').innerText(), /tả ảnh bằng lời/);
  assert.equal(await page.inputValue('[name="noi-dung"]'), 'Nộp hồ sơ buổi sáng, chưa lưu.');
  assert.match(await page.locator('#anh-trong-bai').innerText(), /1200 × 2000/);
  await check(page);
  await fitsWidth(page);

  await page.fill('#mo-ta-anh', words);
  await page.getByRole('button', { name: 'Thêm ảnh', exact: true }).click();
  await page.waitForSelector('.pictures img');
  const body = await page.inputValue('[name="noi-dung"]');
  assert.match(body, /^Nộp hồ sơ buổi sáng, chưa lưu\.\n\n!\[Người dân .*\]\(\/anh\/\d+\)\n$/);
  assert.equal(await page.inputValue('#mo-ta-anh'), '');
  await check(page);
  await fitsWidth(page);
  await page.getByRole('button', { name: 'Xem trước' }).click();
  assert.equal(await page.locator('[aria-labelledby="xem-truoc"] .article-body figure img').getAttribute('alt'), words);
  await page.getByRole('button', { name: 'Lưu và gửi duyệt' }).click();
  await page.waitForURL(/xong=gui-duyet/);
  return { article, image: body.match(/\/anh\/\d+/)[0] };
}

async function approve(page) {
  await page.locator('main').getByRole('button', { name: 'Duyệt và đăng', exact: true }).first().click();
  const dialog = page.locator('dialog[open]');
  if (await dialog.isVisible()) {
    await dialog.getByRole('button', { name: 'Duyệt và đăng', exact: true }).click();
  }
  await page.waitForURL(/xong=/);
  return page.getByRole('link', { name: 'Xem trên cổng' }).getAttribute('href');
}

// The markers of a JPEG's segments before its picture.
function segments(jpeg) {
  const found = [];
  for (let at = 2; at < jpeg.length && jpeg[at + 1] !== 0xda; at += 2 + jpeg.readUInt16BE(at + 2)) {
    found.push(jpeg[at + 1]);
  }
  return found;
}

async function isClean(url, path, assert) {
  const answer = await fetch(url + path);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'image/jpeg');
  assert.match(answer.headers.get('cache-control'), /no-cache/);
  const bytes = Buffer.from(await answer.arrayBuffer());
  assert.ok(!bytes.includes('GPS') && !bytes.includes('Exif'), 'the place is still in the file');
  assert.deepEqual(segments(bytes).filter((marker) => marker > 0xe0), []);
}

export async function run({ context, open, check, assert, fitsWidth, phone, url }) {
  const drawing = await open('/');
  const file = await photoFromPhone(drawing);
  assert.ok(file.buffer.includes(place));

  const writer = await signIn(await context({ viewport: phone }), 'stp.chuyenvien', '/bai-viet/moi');
  const { article, image } = await addPhoto({ page: writer, file, check, fitsWidth, assert });
  assert.equal((await fetch(url + image)).status, 404);
  const leader = await signIn(await context(), 'stp.lanhdao', article);
  await leader.locator('.article-body img').scrollIntoViewIfNeeded();
  const address = await approve(leader);

  const reader = await open(address, { viewport: phone });
  const shown = reader.locator('.article-body figure img');
  await shown.scrollIntoViewIfNeeded();
  assert.equal(await shown.getAttribute('alt'), words);
  await reader.waitForFunction(() => document.querySelector('.article-body img').naturalWidth > 0);
  const { width, column, tall } = await shown.evaluate((img) => ({
    width: img.clientWidth,
    column: img.closest('.article-body').clientWidth,
    tall: img.naturalHeight > img.naturalWidth,
  }));
  assert.ok(width <= column && tall, `${width} px in a column of ${column} px, upright: ${tall}`);
  await check(reader);
  await fitsWidth(reader);
  await isClean(url, image, assert);
  await isClean(url, `${image}/nho`, assert);
  const saved = await (await fetch(`${url}${address.match(/^\/bai\/\d+/)[0]}/luu`)).text();
  assert.match(saved, /<img src="data:image\/jpeg;base64,/);

  // Without script the same form does the same.
  const plain = { javaScriptEnabled: false, viewport: phone };
  const quiet = await signIn(await context(plain), 'stp.chuyenvien', '/bai-viet/moi');
  const nothing = async () => {};
  await addPhoto({ page: quiet, file, check: nothing, fitsWidth: nothing, assert });
}
