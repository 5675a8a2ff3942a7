// QS12: what programs send under articles does not come into the queue, what people write does, and
// gambling is marked before anybody reads it. Each is looked at twice: what was answered, and what
// the ledger says afterwards. Expired forms and the limit of a network are src/city/comment's tests
// (puzzle_test.cc, decide_test.cc): they need a clock of their own.
import { readFile } from 'node:fs/promises';
import { formKey } from '../kit/visitor.mjs';
import { each, Findings, post } from './site.mjs';
import { crawl } from './pages.mjs';
import * as comments from './comments.mjs';

export const long = process.env.LANTOA_LONG === '1';
const examples = new URL('../../src/viet/spam_examples.txt', import.meta.url);
const of_article_max = 60; // an hour
export const mark = 'xqzk'; // in every text, to be looked for on public pages

export const received = (facts) => facts.filter(({ kind }) => kind === 'comment.received');

async function forms(site, count, articles = [1]) {
  const out = [];
  await each(Array.from({ length: count }), async (_, i) => {
    out.push(await comments.fetchForm(site, articles[i % articles.length]));
  });
  return out;
}

async function expectRefused(found, what, count, send) {
  await each(Array.from({ length: count }), async (_, i) => {
    const answer = await send(i);
    found.count(what);
    if (comments.isReceived(answer)) found.fault(`${what}: one was received`);
    if (![403, 409, 422, 429].includes(answer.status)) found.fault(`${what}: ${answer.status}`);
  });
}

const spoilt = (text, at) =>
  text.slice(0, at) + (text[at] === 'a' ? 'b' : 'a') + text.slice(at + 1);

// Nothing of this may be received.
export async function lookAtBots(site) {
  const found = new Findings();
  const n = long ? 1000 : 150;
  const [one, two] = await forms(site, 2);
  const other = await comments.fetchForm(site, 2);
  await comments.pause(comments.form_age_ms);
  const text = (i) => ({ text: `Nội dung ${mark} số ${i}` });
  const good = comments.filled(one, text(0));
  const wrong = (change) => (i) =>
    comments.send(site, 1, { ...good, khoa: formKey(), 'noi-dung': `${mark} ${i}`, ...change(i) });
  const bare = { 'ho-ten': 'Máy', 'tieu-de': 'Máy', 'noi-dung': mark, 'dong-y': '1' };
  await expectRefused(found, 'without a token', 10 * n, (i) =>
    post(site, '/bai/1/gop-y', { ...bare, ...(i % 2 ? { khoa: formKey() } : {}) }),
  );
  await expectRefused(
    found,
    'with every field filled',
    n,
    wrong(() => ({ 'trang-web': 'a' })),
  );
  await expectRefused(
    found,
    "with another article's form",
    n,
    wrong(() => ({ phieu: other.token })),
  );
  await expectRefused(
    found,
    "with another form's work",
    n,
    wrong(() => ({ phieu: two.token })),
  );
  await expectRefused(
    found,
    'with a form spliced of two',
    n,
    wrong((i) => {
      const [a, b] = [one, two].map(({ token }) => /^(\d+)-(\d+)-(.+)-(\w+)$/.exec(token).slice(1));
      const mixed = a.map((part, k) => ((i >> k) & 1 ? b[k] : part)).join('-');
      return { phieu: [one.token, two.token].includes(mixed) ? spoilt(mixed, 2) : mixed };
    }),
  );
  await expectRefused(
    found,
    'with a form changed in one letter',
    n,
    wrong((i) => ({
      phieu: spoilt(one.token, i % one.token.length),
    })),
  );
  await expectRefused(
    found,
    'with work not done',
    n,
    wrong((i) => ({
      'loi-giai': comments.payload(one.puzzle, one.puzzle.most + 1 + i),
    })),
  );
  await expectRefused(
    found,
    'with a cost or algorithm of their own',
    n,
    wrong((i) => ({
      'loi-giai': comments.payload(
        one.puzzle,
        0,
        [
          { challenge: 'a'.repeat(64) },
          { salt: one.puzzle.salt.slice(1) },
          { algorithm: 'SHA-1' },
          { signature: spoilt(one.puzzle.signature, i % 32) },
        ][i % 4],
      ),
    })),
  );
  await expectRefused(
    found,
    'with wrong digits',
    n,
    wrong((i) => ({
      'loi-giai': '',
      'ma-xac-nhan': String((Number(one.question) + 1 + i) % 10_000).padStart(4, '0'),
    })),
  );
  const early = await comments.fetchForm(site, 1);
  await expectRefused(found, 'faster than a person', 1, () =>
    comments.send(site, 1, comments.filled(early, { text: `${mark} nhanh` })),
  );
  return found;
}

// One piece of work is one comment, however often and at once it comes.
export async function lookAtRepeats(site) {
  const found = new Findings();
  const form = await comments.fetchForm(site, 1);
  await comments.pause(comments.form_age_ms);
  const good = comments.filled(form, { text: `Một lần thôi ${mark} ${formKey()}` });
  let accepted = 0;
  await each(
    Array.from({ length: 1000 }),
    async (_, i) => {
      const again = { ...good, khoa: formKey(), 'noi-dung': `${good['noi-dung']} ${i}` };
      const answer = await comments.send(site, 1, again);
      found.count('sent with one form');
      if (comments.isReceived(answer)) accepted += 1;
    },
    64,
  );
  found.counts.received = accepted;
  if (accepted !== 1) found.fault(`${accepted} were received of one form`);
  return found;
}

export const spam_defects = {
  'what was refused is taken all the same': {
    answer: (got, { method }) => {
      if (method !== 'POST' || got.status < 400) return;
      got.status = 303;
      got.headers.location = '/gop-y/da-nhan?phieu=1';
    },
  },
};

const look_alike = { a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', x: 'х', i: 'і' };
const disguises = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.normalize('NFD'),
  (text) => text.replace(/[aeocpxi]/g, (letter) => look_alike[letter]),
  (text) => [...text].map((letter, i) => (i % 3 === 1 ? `${letter}\u200b` : letter)).join(''),
  (text) => text.replace(/\p{L}/gu, (l) => (l.codePointAt(0) < 128 ? `&#${l.codePointAt(0)};` : l)),
  (text) => text.replace(/ /g, '\u00a0 '),
  (text) =>
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/đ/g, 'd'),
];

async function exampleLines() {
  const lines = (await readFile(examples, 'utf8')).split('\n').filter((line) => line.includes('|'));
  return lines.map((line) => {
    const [sign, text] = line.split('|');
    return { sign, text };
  });
}

export async function spamTexts(count) {
  const bad = (await exampleLines()).filter(({ sign }) => /gambling|advert|link/i.test(sign));
  return Array.from({ length: count }, (_, i) => {
    const { text } = bad[i % bad.length];
    const disguise = disguises[Math.floor(i / bad.length) % disguises.length];
    return { title: `Hỏi ${mark}${i}`, text: `${disguise(text)} ${mark}${i}` };
  });
}

// Honest ones of the examples, each with a sentence that makes it another.
export async function honestTexts(count) {
  const good = (await exampleLines()).filter(({ sign }) => sign === 'honest');
  const places = ['Hàng Buồm', 'Cửa Đông', 'Phúc Tân', 'Đồng Xuân', 'Hàng Bồ', 'Tràng Tiền'];
  return Array.from({ length: count }, (_, i) => {
    const { text } = good[i % good.length];
    const place = places[i % places.length];
    return {
      title: `Hỏi về bài viết, lần ${i + 1}`,
      text: `${text}\nTôi ở phường ${place}, tổ ${i + 1}.`,
    };
  });
}

// Sent one after the other as the limits let them, by puzzle and by digits; what was answered.
export async function sendAll(site, articles, texts) {
  const all = [];
  for (const [i] of texts.entries()) {
    all.push(
      await comments.fetchForm(site, articles[Math.floor(i / of_article_max) % articles.length]),
    );
  }
  await comments.pause(comments.form_age_ms);
  const answers = [];
  await each(texts, async (text, i) => {
    const fields = comments.filled(all[i], text, i % 5 === 4 ? 'digits' : 'puzzle');
    answers[i] = await comments.send(site, all[i].article, fields);
  });
  return answers;
}

export const articlesFor = (count) => Math.ceil(count / of_article_max);

// Marked before a person sees them, and on no public page.
export function judgeSpam(found, facts, answers) {
  const came = received(facts);
  const marked = came.filter(({ body }) => body.signs.length > 0);
  const accepted = answers.filter(comments.isReceived).length;
  found.counts.sent = answers.length;
  found.counts['in the queue'] = came.length;
  found.counts['of them marked'] = marked.length;
  if (came.length !== accepted)
    found.fault(`${accepted} acknowledged, ${came.length} in the ledger`);
  if (came.length < answers.length * 0.95) found.fault('most did not come as far as the queue');
  if (marked.length < came.length * 0.95)
    found.fault(`only ${marked.length} of ${came.length} marked`);
  if (facts.some(({ kind }) => kind === 'comment.published')) found.fault('one was published');
}

export async function lookForMark(site, max) {
  const found = new Findings();
  const { pages } = await crawl(site, { max });
  for (const [path, { body }] of pages) {
    found.count('public pages');
    const typed = decodeURIComponent(path.replace(/%(?![0-9a-f]{2})/gi, '%25'));
    if (body.includes(mark) && !typed.includes(mark)) found.fault(`${path} shows spam`);
  }
  return found;
}

export const mark_defects = {
  'one comment is shown unread': {
    answer: (got, { path }) => {
      if (/^\/bai\/1-/.test(path)) got.body = got.body.replace('</main>', `<p>${mark}1</p></main>`);
    },
  },
};

// All of them reach the queue; how many would have to be looked at twice is said.
export function judgeHonest(found, facts, answers) {
  const came = received(facts);
  const accepted = answers.filter(comments.isReceived).length;
  found.count('sent', answers.length);
  found.count('in the queue', came.length);
  found.count(
    'of them marked as doubtful',
    came.filter(({ body }) => body.signs.length > 0).length,
  );
  if (came.length < answers.length * 0.99) found.fault(`${came.length} of ${answers.length} came`);
  if (came.length !== accepted)
    found.fault(`${accepted} acknowledged, ${came.length} in the ledger`);
  for (const { status } of answers.filter((one) => !comments.isReceived(one))) {
    if (status < 400) found.fault(`one was lost without a word: ${status}`);
  }
}
