// A private PostgreSQL: its own folder and socket, ended by its process id, and with this program
// whatever ends that. As root it runs as the user postgres, since it refuses to be root.
import { spawn } from 'node:child_process';
import { chmod, chown, mkdir, readdir, stat } from 'node:fs/promises';
import { execute } from './program.mjs';

const start_ms_max = 30_000;
const versions = '/usr/lib/postgresql';

async function findPrograms() {
  const found = (await readdir(versions).catch(() => [])).sort((a, b) => Number(b) - Number(a));
  for (const version of found) {
    const programs = `${versions}/${version}/bin`;
    if (await stat(`${programs}/initdb`).catch(() => null)) return programs;
  }
  throw new Error(
    'PostgreSQL is not installed: run ./run deps test, or as root apt-get install postgresql-15',
  );
}

export class Postgres {
  // In `place`, a folder that is there.
  static async make(place) {
    const server = new Postgres();
    server.programs = await findPrograms();
    server.folder = `${place}/postgres`;
    await mkdir(server.folder);
    server.as = ['--pdeathsig', 'QUIT'];
    if (process.getuid() === 0) {
      const id = async (what) => Number((await execute('id', [what, 'postgres'])).out);
      await chmod(place, 0o711); // on its way there
      await chown(server.folder, await id('-u'), await id('-g'));
      server.as.push('--reuid=postgres', '--regid=postgres', '--clear-groups');
    }
    const data = ['-D', `${server.folder}/data`, '-U', 'lantoa', '--auth=trust'];
    await server.program('initdb', ...data, '-E', 'UTF8', '--no-locale', '--no-sync');
    await server.start();
    return server;
  }

  async program(name, ...args) {
    const done = await execute('setpriv', [...this.as, `${this.programs}/${name}`, ...args]);
    if (done.code !== 0) throw new Error(`${name} ended with ${done.code}\n${done.out}${done.err}`);
    return done.out;
  }

  async start() {
    const where = ['-D', `${this.folder}/data`, '-k', this.folder];
    const settings = [
      'listen_addresses=',
      'shared_buffers=64MB',
      'recovery_init_sync_method=syncfs', // else it syncs file by file after a crash
    ].flatMap((one) => ['-c', one]);
    const args = [...this.as, `${this.programs}/postgres`, ...where, ...settings];
    this.child = spawn('setpriv', args, { cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
    this.said = '';
    this.child.stderr.on('data', (bytes) => (this.said += bytes));
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
    const until = Date.now() + start_ms_max;
    while (!(await this.sql('SELECT 1', 'postgres').catch(() => ''))) {
      if (Date.now() > until) throw new Error(`PostgreSQL does not start\n${this.said}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  // As a crash does: connections are cut and the next start recovers.
  async crash() {
    this.child.kill('SIGQUIT');
    await this.ended;
  }

  async sql(text, database = 'lantoa') {
    const args = ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-h', this.folder];
    const done = await execute('psql', [...args, '-U', 'lantoa', database], { input: text });
    if (done.code === 0) return done.out.trim();
    throw new Error(`psql: ${done.err}`);
  }

  url(database = 'lantoa') {
    return `postgresql://lantoa@/${database}?host=${encodeURIComponent(this.folder)}`;
  }
}
