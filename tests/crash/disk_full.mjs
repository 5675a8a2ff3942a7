// A place that can be filled to the last byte and emptied again: a tmpfs of its own where mounting
// is allowed, otherwise a limit to the size of the program's files, which fails its writes the same
// way.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from '../kit/program.mjs';

const size_mib = 16;

// The command before node that gives it a tmpfs at `place`; null where that is not allowed, or to
// try the other way (LANTOA_NO_MOUNT=1).
export function tmpfsBy(place) {
  if (process.env.LANTOA_NO_MOUNT === '1') return null;
  const mount = `mount -t tmpfs -o size=${size_mib}m tmpfs "$0" && exec "$@"`;
  for (const own of [[], ['--map-root-user']]) {
    const command = ['unshare', '--mount', ...own, 'sh', '-c', mount, place];
    if (spawnSync(command[0], [...command.slice(1), 'true']).status === 0) return command;
  }
  return null;
}

export class FullTmpfs {
  constructor(place) {
    this.name = `a tmpfs of ${size_mib} MiB`;
    this.file = join(place, 'filler');
    this.before = [];
  }

  // By halves down to single bytes, so that nothing is left.
  fill() {
    const file = openSync(this.file, 'a');
    for (let bytes = 1 << 20; bytes >= 1; ) {
      try {
        if (writeSync(file, Buffer.alloc(bytes)) === 0) break;
      } catch (error) {
        if (error.code !== 'ENOSPC') throw error;
        bytes >>= 1;
      }
    }
    closeSync(file);
  }

  free() {
    rmSync(this.file);
  }
}

export class FullByLimit {
  constructor(data) {
    this.name = 'a limit to the size of files (mounting is not allowed here)';
    this.data = data;
    this.before = ['sh', '-c', 'trap "" XFSZ; exec "$0" "$@"'];
  }

  async limit(bytes) {
    const done = await execute('prlimit', ['--pid', `${this.pid}`, `--fsize=${bytes}:`]);
    if (done.code !== 0) throw new Error(`prlimit: ${done.err}`);
  }

  // No file may grow beyond what the log has now.
  fill() {
    return this.limit(statSync(join(this.data, 'ledger.sqlite3-wal')).size);
  }

  free() {
    return this.limit('unlimited');
  }
}
