// Draws the demonstration's one picture, demo/data/ap-phich-chung-thuc.png: node demo/poster.mjs
// The picture itself is kept in the tree; nothing is drawn while building.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const width = 1200;
const height = 640;

const paper = (x, y, colour) =>
  `<g transform="translate(${x} ${y})"><rect width="120" height="160" rx="6" fill="#fff" stroke="${colour}" stroke-width="6"/>` +
  [36, 64, 92, 120].map((line) => `<path d="M22 ${line}h76" stroke="${colour}" stroke-width="8"/>`).join('') +
  '</g>';
const steps = [
  ['1', 'Mang bản chính', 'và bản sao', paper(-100, -90, '#23407a') + paper(-10, -60, '#23407a')],
  [
    '2',
    'Nộp ở bộ phận',
    'một cửa',
    '<rect x="-130" y="10" width="260" height="90" rx="8" fill="#23407a"/>' +
      '<circle cx="0" cy="-62" r="34" fill="#b5502c"/><path d="M-62 10c0-44 28-58 62-58s62 14 62 58z" fill="#b5502c"/>',
  ],
  [
    '3',
    'Ký, đóng dấu,',
    'nhận lại ngay',
    paper(-60, -90, '#23407a') +
      '<circle cx="62" cy="58" r="48" fill="none" stroke="#b3261e" stroke-width="10"/>' +
      '<path d="M40 58l16 18 30-36" fill="none" stroke="#b3261e" stroke-width="10"/>',
  ],
];
const drawn = steps
  .map(
    ([number, first, second, drawing], at) =>
      `<g transform="translate(${210 + at * 390} 0)">` +
      `<g transform="translate(0 270)">${drawing}</g>` +
      `<circle cx="-120" cy="478" r="34" fill="#23407a"/>` +
      `<text x="-120" y="492" text-anchor="middle" fill="#fff" font-size="40" font-weight="700">${number}</text>` +
      `<text x="-72" y="474" font-size="34" font-weight="600">${first}</text>` +
      `<text x="-72" y="518" font-size="34" font-weight="600">${second}</text></g>`,
  )
  .join('');
const svg =
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Noto Sans" fill="#1b1b1f">` +
  '<rect width="100%" height="100%" fill="#fdf3dc"/>' +
  '<text x="600" y="92" text-anchor="middle" font-size="52" font-weight="700">Chứng thực bản sao ở phường</text>' +
  '<path d="M385 270h60M775 270h60" stroke="#1b1b1f" stroke-width="8"/>' +
  '<path d="M430 252l22 18-22 18M820 252l22 18-22 18" fill="none" stroke="#1b1b1f" stroke-width="8"/>' +
  `${drawn}<text x="600" y="604" text-anchor="middle" font-size="26">Tranh minh họa của bản trình diễn</text></svg>`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width, height } });
await page.setContent(`<body style="margin:0">${svg}</body>`);
await page.screenshot({
  path: fileURLToPath(new URL('data/ap-phich-chung-thuc.png', import.meta.url)),
});
await browser.close();
