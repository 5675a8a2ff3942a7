// What the data folder says should be public, read by somebody else's program: facts by the export,
// texts from the blobs.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { must } from '../kit/program.mjs';
import { readExport } from '../kit/export.mjs';

export async function factsOf(data) {
  return readExport((await must('ledger', 'export', '--data', data)).out);
}

const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');

export const blobPath = (data, address) =>
  `${data}/blobs/${address.slice(0, 2)}/${address.slice(2, 4)}/${address}`;

async function blob(data, address) {
  const bytes = await readFile(blobPath(data, address));
  if (digest(bytes) !== address) throw new Error(`blob ${address} is not what its name says`);
  return JSON.parse(bytes.toString('utf8'));
}

// By number: { title, text, approved } of the version that readers should see. Approved is one that
// somebody else than its writers released.
export async function approvedArticles(data, facts) {
  const articles = new Map();
  const of = (no) => {
    if (!articles.has(no)) articles.set(no, { versions: new Map(), shown: 0 });
    return articles.get(no);
  };
  const on = {
    'content.version_drafted': (b) => of(b.article).versions.set(b.version, { ...b }),
    'content.version_approved': (b) => (of(b.article).versions.get(b.version).approver = b.by),
    'content.article_published': (b) =>
      Object.assign(of(b.article), { shown: b.version, writers: [] }),
    'content.article_withdrawn': (b) => (of(b.article).shown = 0),
  };
  for (const { kind, body } of facts) on[kind]?.(body);
  const out = new Map();
  for (const [no, { versions, shown }] of articles) {
    if (shown === 0) continue;
    const version = versions.get(shown);
    const approved = version.approver !== undefined && version.approver !== version.by;
    const text = await blob(data, version.text).catch((error) => ({ unreadable: error.message }));
    out.set(no, { title: version.title, text, approved });
  }
  return out;
}

// How many comments stand under each article.
export function publicComments(facts) {
  const article = new Map();
  const open = new Map();
  for (const { kind, body } of facts) {
    if (kind === 'comment.received') article.set(body.comment, body.article);
    if (kind === 'comment.published') open.set(body.comment, article.get(body.comment));
    if (kind === 'comment.returned' || kind === 'comment.erased') open.delete(body.comment);
  }
  const out = new Map();
  for (const no of open.values()) out.set(no, (out.get(no) ?? 0) + 1);
  return out;
}
