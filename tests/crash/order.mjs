// Reads a trace of the running program (strace -f -y) and asks of every acknowledged write: was the
// log synced, by a sync that began after this command's own bytes were written to it and that
// succeeded, before the answer was sent? A command is known by its form key, which stands in the
// request, in the log (with the answer that is kept for who repeats it) and nowhere else.

// "PID call(rest", "PID <... call resumed>rest"
const begun = /^(\d+) +(?:[\d.]+ )?(\w+)\((.*)$/s;
const resumed = /^(\d+) +(?:[\d.]+ )?<\.\.\. (\w+) resumed>(.*)$/s;
const file_of = /^\d+<([^>]*)>/;
const key_of = /khoa=([\w-]+)/;
const status_of = /HTTP\/1\.1 (\d{3})/;
const has_failed = /\) *= -1 /;

export class OrderCheck {
  constructor() {
    this.line = 0;
    this.heard = new Map(); // connection -> text since its last answer
    this.written = new Map(); // key -> line at which the log got it
    this.open_syncs = new Map(); // thread -> line at which its sync of the log began
    this.open_calls = new Map(); // thread -> first part of a call of which the rest comes later
    this.synced = 0; // everything in the log before this line is on the disk
    this.waiting = new Set(); // keys heard and not yet in the log
    this.answers = 0;
    this.syncs = 0;
    this.violations = [];
  }

  take(text) {
    this.line += 1;
    const rest = resumed.exec(text);
    if (rest) return this.resume(rest[1], rest[2], rest[3]);
    const call = begun.exec(text);
    if (!call) return;
    const [, thread, name, args] = call;
    const file = file_of.exec(args)?.[1] ?? '';
    const is_whole = !args.endsWith('<unfinished ...>');
    if (!is_whole) this.open_calls.set(thread, { name, file, args });
    if (name === 'fdatasync' || name === 'fsync') {
      if (!file.endsWith('-wal')) return;
      this.open_syncs.set(thread, this.line);
      if (is_whole) this.endSync(thread, args);
    } else if (name === 'pwrite64') {
      if (file.endsWith('-wal')) this.writeLog(args);
    } else if (name === 'recvfrom') {
      if (is_whole) this.hear(file, args);
    } else if (name === 'sendto' || name === 'sendmsg') {
      this.answer(file, args);
    }
  }

  // What a call received, and whether a sync succeeded, stands in its second part.
  resume(thread, name, rest) {
    const first = this.open_calls.get(thread);
    this.open_calls.delete(thread);
    if (name === 'fdatasync' || name === 'fsync') this.endSync(thread, rest);
    if (name === 'recvfrom' && first) this.hear(first.file, rest);
  }

  endSync(thread, end) {
    const began = this.open_syncs.get(thread);
    this.open_syncs.delete(thread);
    if (began === undefined || has_failed.test(end)) return;
    this.syncs += 1;
    this.synced = Math.max(this.synced, began);
  }

  writeLog(bytes) {
    for (const key of this.waiting) {
      if (!bytes.includes(key)) continue;
      this.written.set(key, this.line);
      this.waiting.delete(key);
    }
  }

  hear(connection, text) {
    const all = (this.heard.get(connection) ?? '') + text;
    this.heard.set(connection, all);
    const key = key_of.exec(all)?.[1];
    if (key && !this.written.has(key)) this.waiting.add(key);
  }

  answer(connection, text) {
    const status = Number(status_of.exec(text)?.[1]);
    if (!status) return; // more of an answer that began before
    const key = key_of.exec(this.heard.get(connection) ?? '')?.[1];
    this.heard.delete(connection);
    if (!key || status < 200 || status > 399) return;
    this.answers += 1;
    const written = this.written.get(key);
    if (written === undefined) this.blame(key, 'is acknowledged and was never written');
    else if (this.synced <= written) this.blame(key, 'is acknowledged before the log was synced');
  }

  blame(key, how) {
    this.violations.push(`line ${this.line}: ${key} ${how}`);
  }
}

export function checkLines(lines) {
  const check = new OrderCheck();
  for (const line of lines) check.take(line);
  return check;
}

const wal = '7</d/ledger.sqlite3-wal>';
const a = '13<socket:[1]>';
const b = '14<socket:[2]>';
const hear = (socket, text) => `9 recvfrom(${socket}, "${text}", 16384, 0, NULL, NULL) = 60`;
const request = (socket, key) => hear(socket, `POST /x HTTP/1.1\\r\\n\\r\\na=1&khoa=${key}&csrf=2`);
const write = (key) => `8 pwrite64(${wal}, "\\0\\4account/3/${key}\\7", 4096, 32) = 4096`;
const answer = (socket, status = 303) =>
  `9 sendto(${socket}, "HTTP/1.1 ${status} x\\r\\n", 300, MSG_NOSIGNAL, NULL, 0) = 300`;
const sync = `8 fdatasync(${wal}) = 0`;
const sync_begins = `8 fdatasync(${wal} <unfinished ...>`;
const sync_ends = '8 <... fdatasync resumed>) = 0';
const sync_fails = `8 fdatasync(${wal}) = -1 EIO (Input/output error)`;
const other_sync = '8 fdatasync(6</d/ledger.sqlite3>) = 0';
const first = [request(a, 'k1'), write('k1')];
const both = [request(a, 'k1'), request(b, 'k2'), write('k1')];
const half_heard = [
  hear(a, 'POST /x HTTP/1.1\\r\\n\\r\\n'),
  `9 recvfrom(${a} <unfinished ...>`,
  '9 <... recvfrom resumed>, "khoa=k1", 16384, 0, NULL, NULL) = 7',
];

// Small traces made up: [what, lines, violations].
export const samples = [
  ['in order', [...first, sync, answer(a)], 0],
  ['no sync at all', [...first, answer(a)], 1],
  ['a sync before the write', [request(a, 'k1'), sync, write('k1'), answer(a)], 1],
  ['never written', [request(a, 'k1'), sync, answer(a)], 1],
  ['a refusal needs no sync', [request(a, 'k1'), answer(a, 503)], 0],
  ['reading needs no sync', [hear(a, 'GET / HTTP/1.1'), answer(a, 200)], 0],
  ['a sync that failed', [...first, sync_fails, answer(a)], 1],
  ['a sync of another file', [...first, other_sync, answer(a)], 1],
  ['one sync for two', [...both, write('k2'), sync, answer(b), answer(a)], 0],
  [
    'the second was written after the sync began',
    [...both, sync_begins, write('k2'), sync_ends, answer(a), answer(b)],
    1,
  ],
  ['answered while the sync is under way', [...first, sync_begins, answer(a), sync_ends], 1],
  ['a request in parts', [...half_heard, write('k1'), sync, answer(a)], 0],
  ['a request in parts, no sync', [...half_heard, write('k1'), answer(a)], 1],
  ['the same key again', [...first, sync, answer(a), request(b, 'k1'), answer(b)], 0],
];
