// Comments as programs and browsers send them: the form fetched, its puzzle solved, or its digits
// typed.
import { createHash } from 'node:crypto';
import { formKey } from '../kit/visitor.mjs';
import { ask, hidden, post } from './site.mjs';
import { unescape } from './pages.mjs';

export const form_age_ms = 3100; // sent sooner it is refused
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

// { article, token, puzzle: { salt, challenge, signature, most }, question }.
export async function fetchForm(site, article) {
  const { status, body } = await ask(site, `/bai/${article}/gop-y`);
  if (status !== 200) throw new Error(`the form under article ${article}: ${status}`);
  const of = (name) => unescape(new RegExp(` data-${name}="([^"]*)"`).exec(body)[1]);
  const words = /<strong>([^<]+)<\/strong><\/p>\s*<input class="w-number"/.exec(body)?.[1] ?? '';
  return {
    article,
    token: hidden(body, 'phieu'),
    puzzle: {
      salt: of('salt'),
      challenge: of('challenge'),
      signature: of('signature'),
      most: Number(of('number-max')),
    },
    question: words
      .split(', ')
      .map((word) => digits.indexOf(word.trim()))
      .join(''),
  };
}

export function solve({ salt, challenge, most }) {
  for (let number = 0; number <= most; number += 1) {
    if (sha256(salt + number) === challenge) return number;
  }
  throw new Error('the puzzle has no solution');
}

export function payload(puzzle, number, change = {}) {
  const { salt, challenge, signature } = puzzle;
  const solution = { algorithm: 'SHA-256', challenge, number, salt, signature, ...change };
  return Buffer.from(JSON.stringify(solution)).toString('base64');
}

// `by`: 'puzzle' or 'digits'.
export function filled(form, text, by = 'puzzle') {
  const proof =
    by === 'digits'
      ? { 'ma-xac-nhan': form.question }
      : { 'loi-giai': payload(form.puzzle, solve(form.puzzle)) };
  return {
    khoa: formKey(),
    phieu: form.token,
    ...proof,
    'ho-ten': text.name ?? 'Người Viết Mẫu',
    'tieu-de': text.title ?? 'Ý kiến mẫu',
    'noi-dung': text.text,
    'dong-y': '1',
  };
}

export const send = (site, article, fields, headers) =>
  post(site, `/bai/${article}/gop-y`, fields, headers);

export const isReceived = ({ status, headers }) =>
  status === 303 && /^\/gop-y\/da-nhan\?phieu=/.test(headers.location ?? '');
