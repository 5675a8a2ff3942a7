// QP1: the public article page with its live count of views, against nginx handing out the same
// gzip bytes from a file. Closed loop over keep-alive connections on 127.0.0.1, interleaved; once
// with one core for the server and the other for the client, once with both shared. In the end the
// article's count must have grown by exactly the answers the client got.
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { gunzipSync } from 'node:zlib';
import { folder, must as lantoa } from '../tests/kit/program.mjs';
import { Process, summary, until } from './kit.mjs';
import { articlePath, freePort, get, gzip, load } from './loaded.mjs';

const runs = 5;
const seconds = 1.5;
const connections = [64, 256];
// A file of a few KiB: by default head and body would go in two system calls and two packets.
const nginx_settings = ['sendfile off', 'sendfile on; tcp_nopush on'];
const trials = 3;
const views_pattern = /([\d.]+) lượt xem/;

async function views(port, path) {
  const { bytes } = await get(port, path, gzip);
  const found = views_pattern.exec(gunzipSync(bytes).toString('utf8'));
  if (!found) throw new Error(`${path} shows no count of views`);
  return Number(found[1].replaceAll('.', ''));
}

// nginx with what its manual advises for static files; as many workers as the server may use cores.
async function startNginx(place, page, cores, setting) {
  const home = await mkdtemp(`${place}/nginx-`);
  await mkdir(`${home}/www`, { recursive: true });
  await writeFile(`${home}/www/page.html`, gunzipSync(page));
  await writeFile(`${home}/www/page.html.gz`, page);
  const port = await freePort();
  const scratch = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  await writeFile(
    `${home}/nginx.conf`,
    `${process.getuid() === 0 ? 'user root;' : ''} daemon off; worker_processes ${cores};
     pid ${home}/pid; error_log ${home}/error.log;
     events { worker_connections 4096; multi_accept on; }
     http {
       access_log off; types { text/html html; } charset utf-8;
       ${setting}; tcp_nodelay on; keepalive_requests 1000000000;
       gzip_static on; gzip_vary on; open_file_cache max=100 inactive=1h; open_file_cache_valid 1h;
       ${scratch.map((name) => `${name}_temp_path ${home}/${name};`).join(' ')}
       server { listen 127.0.0.1:${port} reuseport; root ${home}/www; }
     }`,
  );
  const args = ['-p', home, '-c', `${home}/nginx.conf`, '-e', `${home}/error.log`];
  const peer = new Process(cores, 'nginx', args);
  const ask = () => get(port, '/page.html', gzip);
  await until('nginx answers', () => ask().then((answer) => answer.status === 200, () => false));
  const { bytes } = await ask();
  if (!bytes.equals(page)) throw new Error('nginx does not hand out the same bytes');
  peer.port = port;
  peer.setting = setting;
  return peer;
}

// Of the same page with every setting, the one that answers most at so many connections.
async function bestOf(nginxes, cores, count, gate) {
  const rates = nginxes.map(() => []);
  for (let trial = 0; trial < trials; trial += 1) {
    for (const [i, nginx] of nginxes.entries()) {
      await gate.wait();
      rates[i].push((await load(cores, nginx, '/page.html', count, seconds)).per_second);
    }
  }
  const medians = rates.map((one) => summary(one).median);
  return nginxes[medians.indexOf(Math.max(...medians))];
}

async function measure(cores, data, place, path, gate, rows) {
  const server = await Process.lantoa(cores, 'serve', '--data', data);
  const { port } = server;
  const nginxes = [];
  try {
    const page = (await get(port, path, gzip)).bytes;
    for (const setting of nginx_settings) {
      nginxes.push(await startNginx(place, page, cores, setting));
    }
    const before = await views(port, path);
    let answered = 0;
    for (const count of connections) {
      const ours = [];
      const theirs = [];
      const nginx = await bestOf(nginxes, cores, count, gate);
      for (let run = 0; run < runs; run += 1) {
        await gate.wait();
        ours.push(await load(cores, server, path, count, seconds));
        answered += ours.at(-1).answered;
        await gate.wait();
        theirs.push(await load(cores, nginx, '/page.html', count, seconds));
      }
      add(rows, cores, count, ours, theirs, page.length, nginx.setting);
    }
    const counted = (await views(port, path)) - before; // the look itself names no browser
    if (counted !== answered) throw new Error(`${answered} answers, ${counted} views counted`);
    rows.recount(`${answered.toLocaleString('en-US')} views = answers`);
  } finally {
    for (const nginx of nginxes) await nginx.stop();
    await server.stop();
  }
}

function add(rows, cores, count, ours, theirs, bytes, setting) {
  const of = (all, key) => all.map((one) => one[key]);
  const mode = cores === 1 ? 'server and client a core each' : `${cores} cores shared`;
  const common = { part: 'portal', peer_name: 'nginx' };
  rows.add({
    ...common,
    peer_name: `nginx (${setting})`,
    what: `article, gzip ${bytes} B, ${count} connections, ${mode}`,
    unit: '/s',
    better: 'more',
    ours: of(ours, 'per_second'),
    peer: of(theirs, 'per_second'),
    bar: '>= 1.0x',
    holds: (ratio) => ratio >= 1,
  });
  rows.add({
    ...common,
    what: '  p50',
    unit: 'ms',
    better: 'less',
    ours: of(ours, 'p50_ms'),
    peer: of(theirs, 'p50_ms'),
  });
  rows.add({
    ...common,
    what: '  p99',
    unit: 'ms',
    better: 'less',
    ours: of(ours, 'p99_ms'),
    peer: of(theirs, 'p99_ms'),
    bar: '<= nginx',
    holds: (ratio) => ratio >= 1,
  });
  const client = summary(of([...ours, ...theirs], 'client_us')).median;
  rows.add({
    ...common,
    what: `  processor for an answer (the client: ${client.toPrecision(3)} µs)`,
    unit: 'µs',
    better: 'less',
    ours: of(ours, 'server_us'),
    peer: of(theirs, 'server_us'),
  });
}

export async function portal({ gate, rows }) {
  const place = await folder('lantoa-bench-');
  try {
    const data = `${place.path}/demo`;
    await lantoa('demo', '--data', data, '--load-only');
    const probe = await Process.lantoa(2, 'serve', '--data', data);
    const path = await articlePath(probe.port);
    await probe.stop();
    await measure(1, data, place.path, path, gate, rows);
    const cores = Math.min(availableParallelism(), 4);
    if (cores > 1) await measure(cores, data, place.path, path, gate, rows);
  } finally {
    await place.remove();
  }
}
