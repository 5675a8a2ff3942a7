// Feeds and the sitemap of a running site by three readers that are not ours: libxml2, xmldom and
// Python's feedparser. The titles hold what has broken readers before.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { DOMParser } from '@xmldom/xmldom';
import { signIn } from './people.mjs';

export const name = 'feeds are read by programs of others';

const titles = [
  'Hỏi & đáp: lương < 5 triệu thì sao?',
  'Dấu ]]> và <![CDATA[ trong tiêu đề 👍🏽',
  'Ẫm ờ “nửa đùa” \'nửa thật\' &amp; ợ',
];

const reader = `
import html, json, sys, feedparser
feed = feedparser.parse(sys.stdin.buffer.read())
print(json.dumps({"bozo": bool(feed.bozo), "version": feed.version,
  "titles": [e.title for e in feed.entries], "links": [e.link for e in feed.entries],
  "summaries": [html.unescape(e.summary) if e.summary_detail.type == "text/html" else e.summary
    for e in feed.entries],
  "bodies": [e.content[0].value for e in feed.entries]}))`;

const plain = { javaScriptEnabled: false }; // no question before publishing

async function publish(context, title) {
  const writer = await signIn(await context(plain), 'stp.chuyenvien', '/bai-viet/moi');
  await writer.fill('[name="tieu-de"]', title);
  await writer.fill('[name="sapo"]', `Tóm tắt: ${title}`);
  await writer.fill('[name="noi-dung"]', `Nội dung: ${title}\n\nXem [sổ văn bản](/van-ban).`);
  await writer.fill('[name="tac-gia"]', 'Ban biên tập mẫu');
  await writer.getByRole('button', { name: 'Lưu và gửi duyệt' }).click();
  await writer.waitForURL(/\/bai-viet\/\d+\?/);
  const leader = await signIn(await context(plain), 'stp.lanhdao', new URL(writer.url()).pathname);
  await leader.getByRole('button', { name: 'Duyệt và đăng' }).first().click();
  await leader.waitForURL(/xong=dang/);
}

function byLibxml2(bytes) {
  execFileSync('xmllint', ['--noout', '--nonet', '-'], { input: bytes });
}

function byXmldom(text, element) {
  const document = new DOMParser({ onError: (level, message) => assert.fail(`${level}: ${message}`) })
    .parseFromString(text, 'text/xml');
  return Array.from(document.getElementsByTagName(element))
    .map((node) => node.getElementsByTagName('title')[0]?.textContent);
}

export async function run({ context, url }) {
  for (const title of titles) await publish(context, title);
  const newest = [...titles].reverse();

  for (const [file, version, element] of [['rss.xml', 'rss20', 'item'], ['atom.xml', 'atom10', 'entry']]) {
    const bytes = Buffer.from(await (await fetch(`${url}/tin/${file}`)).arrayBuffer());
    byLibxml2(bytes);
    assert.deepEqual(byXmldom(bytes.toString(), element).slice(0, 3), newest);
    const read = JSON.parse(execFileSync('/usr/bin/python3', ['-c', reader], { input: bytes }));
    assert.equal(read.bozo, false, `feedparser finds fault with ${file}`);
    assert.equal(read.version, version);
    // feedparser gives titles as HTML; a title of plain text comes back with its signs escaped.
    assert.equal(read.titles.length, read.links.length);
    // The summary comes back as it was written: escaped once too few or too often it would not.
    assert.deepEqual(read.summaries.slice(0, 3), newest.map((title) => `Tóm tắt: ${title}`));
    assert.ok(read.links.every((link) => link.startsWith(`${url}/bai/`)));
    assert.ok(read.bodies[0].includes(`href="${url}/van-ban"`), 'links in texts lead to this site');
  }

  const json = await (await fetch(`${url}/tin/feed.json`)).json();
  assert.equal(json.version, 'https://jsonfeed.org/version/1.1');
  assert.deepEqual(json.items.slice(0, 3).map((item) => item.title), newest);
  assert.ok(json.items.every((item) => item.id && item.url && item.content_html));

  const map = await (await fetch(`${url}/sitemap.xml`)).text();
  byLibxml2(map);
  for (const [, address] of map.matchAll(/<loc>(.*?)<\/loc>/g)) {
    const page = await fetch(address.replaceAll('&amp;', '&'), { redirect: 'manual' });
    assert.equal(page.status, 200, `${address} of the sitemap`);
  }

  const first = await fetch(`${url}/tin/rss.xml`);
  const again = await fetch(`${url}/tin/rss.xml`, {
    headers: { 'if-none-match': first.headers.get('etag') },
  });
  assert.equal(again.status, 304);
}
