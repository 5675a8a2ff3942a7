// QP1's other peer: the same article on WordPress as Debian packages it, with opcache, and behind
// nginx's page cache (where counts of views stand still). Everything runs from a folder of this
// run: MariaDB without a network, PHP-FPM, nginx; nothing of the machine's own configuration is
// used or changed but php.ini.
import { chmod, chown, mkdir, writeFile } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { execute, folder, must as lantoa } from '../tests/kit/program.mjs';
import { must, Process, proportionalMebibytes, sleep, until } from './kit.mjs';
import { articlePath, freePort, get, gzip, load } from './loaded.mjs';

const installed = '/usr/share/wordpress';
const cores = 2;
const runs = 5;
const children = 4; // of PHP-FPM: two for each core
const uncached = { connections: 8, seconds: 4 };
const cached = { connections: 64, seconds: 1.5 };
const as_root = process.getuid() === 0;

// What leaves PHP is compressed and has its length, so that nginx's cache keeps it ready to be sent
// and the client can count it.
const plugin = `<?php
ob_start(function ($html) {
  $bytes = gzencode($html, 6);
  header('Content-Encoding: gzip');
  header('Content-Length: ' . strlen($bytes));
  return $bytes;
});
`;

const config = (socket) => `<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('DISABLE_WP_CRON', true); define('AUTOMATIC_UPDATER_DISABLED', true);
define('WP_HTTP_BLOCK_EXTERNAL', true); define('WP_DEBUG', false);
$host = isset($_SERVER['HTTP_HOST']) ? $_SERVER['HTTP_HOST'] : '127.0.0.1';
define('WP_HOME', 'http://' . $host); define('WP_SITEURL', 'http://' . $host);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

const install = `<?php
define('WP_INSTALLING', true);
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Trang mẫu', 'quantri', 'quantri@mau.example', true, '', wp_generate_password());
`;

// Prints the number that the article got.
const publish = `<?php
require __DIR__ . '/wp-load.php';
$text = json_decode(file_get_contents(__DIR__ . '/article.json'));
kses_remove_filters();
echo wp_insert_post(['post_title' => $text->title, 'post_content' => $text->html,
  'post_status' => 'publish', 'post_author' => 1, 'comment_status' => 'open'], true);
`;

const parameters = [
  'SCRIPT_FILENAME $document_root$fastcgi_script_name',
  'SCRIPT_NAME $fastcgi_script_name',
  'QUERY_STRING $query_string',
  'REQUEST_METHOD $request_method',
  'REQUEST_URI $request_uri',
  'CONTENT_TYPE $content_type',
  'CONTENT_LENGTH $content_length',
  'DOCUMENT_URI $document_uri',
  'DOCUMENT_ROOT $document_root',
  'SERVER_PROTOCOL $server_protocol',
  'REMOTE_ADDR $remote_addr',
  'SERVER_ADDR $server_addr',
  'SERVER_PORT $server_port',
  'SERVER_NAME $server_name',
];

const scratch = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

const nginxConfig = (home, ports) => `${as_root ? 'user www-data;' : ''} daemon off;
worker_processes ${cores}; pid ${home}/nginx.pid; error_log ${home}/nginx.log;
events { worker_connections 4096; multi_accept on; }
http {
  access_log off; types { text/html html; text/css css; application/javascript js; }
  sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_requests 1000000000;
  ${scratch.map((name) => `${name}_temp_path ${home}/${name};`).join(' ')}
  fastcgi_cache_path ${home}/cache levels=1:2 keys_zone=pages:10m inactive=1h;
  ${parameters.map((one) => `fastcgi_param ${one};`).join(' ')}
  fastcgi_buffers 16 32k; fastcgi_buffer_size 32k; fastcgi_read_timeout 60;
  root ${home}/site; index index.php;
  server {
    listen 127.0.0.1:${ports[0]};
    location ~ \\.php$ { fastcgi_pass unix:${home}/php.socket; }
  }
  server {
    listen 127.0.0.1:${ports[1]} reuseport;
    fastcgi_cache pages; fastcgi_cache_valid 200 1h;
    fastcgi_cache_key "$request_uri $http_accept_encoding";
    fastcgi_ignore_headers Cache-Control Expires Set-Cookie Vary;
    location ~ \\.php$ { fastcgi_pass unix:${home}/php.socket; }
  }
}`;

const phpConfig = (home) => `[global]
daemonize = no
error_log = ${home}/php.log
[site]
${as_root ? 'user = www-data\ngroup = www-data\nlisten.owner = www-data' : ''}
listen = ${home}/php.socket
pm = static
pm.max_children = ${children}
php_admin_value[opcache.enable] = 1
php_admin_value[opcache.memory_consumption] = 128
php_admin_value[opcache.validate_timestamps] = 0
`;

const idOf = async (what, user) => Number((await must('id', [what, user])).trim());

async function own(path, user) {
  if (as_root) await chown(path, await idOf('-u', user), await idOf('-g', user));
}

const fpm = () => {
  const found = readdirSync('/usr/sbin').find((name) => /^php-fpm\d/.test(name));
  if (!found) throw new Error('php-fpm is not installed: ./run deps wordpress');
  return `/usr/sbin/${found}`;
};

// { ports: [as it is, behind the cache], path, processes }
async function start(home, text) {
  await chmod(home, 0o711);
  const data = `${home}/mariadb`;
  const run_as = as_root ? ['--user=mysql'] : [];
  await mkdir(data);
  await own(data, 'mysql');
  const socket = `${data}/socket`;
  const where = ['--no-defaults', `--datadir=${data}`, ...run_as];
  await must('mariadb-install-db', [
    ...where,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  const database = new Process(cores, 'mariadbd', [
    ...where,
    `--socket=${socket}`,
    '--skip-networking',
    `--pid-file=${data}/pid`,
    '--innodb-buffer-pool-size=128M',
    '--skip-log-bin',
  ]);
  const sql = (input) =>
    execute('mariadb', ['--no-defaults', '-S', socket, '-u', 'root'], { input });
  await until('MariaDB answers', async () => (await sql('SELECT 1')).code === 0, 60_000);
  const made = await sql('CREATE DATABASE wordpress CHARACTER SET utf8mb4');
  if (made.code !== 0) throw new Error(made.err);
  const site = `${home}/site`;
  await must('cp', ['-aL', installed, site]);
  await writeFile(`${site}/wp-config.php`, config(socket));
  await mkdir(`${site}/wp-content/mu-plugins`, { recursive: true });
  await writeFile(`${site}/install.php`, install);
  await writeFile(`${site}/publish.php`, publish);
  await writeFile(`${site}/article.json`, JSON.stringify(text));
  await must('php', [`${site}/install.php`]);
  const number = (await must('php', [`${site}/publish.php`])).trim();
  if (!/^\d+$/.test(number)) throw new Error(`WordPress did not take the article: ${number}`);
  await writeFile(`${site}/wp-content/mu-plugins/whole.php`, plugin);
  const ports = [await freePort(), await freePort()];
  await writeFile(`${home}/php.conf`, phpConfig(home));
  await writeFile(`${home}/nginx.conf`, nginxConfig(home, ports));
  const php = new Process(cores, fpm(), ['-F', '-y', `${home}/php.conf`]);
  const log = `${home}/nginx.log`;
  const nginx = new Process(cores, 'nginx', ['-p', home, '-c', `${home}/nginx.conf`, '-e', log]);
  const path = `/?p=${number}`;
  const answers = (port) =>
    get(port, path, gzip).then(
      ({ status }) => status === 200,
      () => false,
    );
  for (const port of ports) await until('WordPress answers', () => answers(port), 60_000);
  return { ports, path, processes: [nginx, php, database] };
}

// Of a process and all it started.
function mebibytes(pid) {
  const children_of = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
  return children_of
    .filter(Boolean)
    .reduce((sum, child) => sum + mebibytes(child), proportionalMebibytes(pid));
}

// The product's article as HTML, so that both show the same text.
async function textOf(port, path) {
  const page = (await get(port, path)).bytes.toString('utf8');
  const title = /<h1[^>]*>([^<]*)<\/h1>/.exec(page)[1];
  const from = page.search(/<div class="article-body"[^>]*>/);
  if (from < 0) throw new Error(`${path} shows no body`);
  const html = page.slice(
    page.indexOf('>', from) + 1,
    page.indexOf('<footer class="article-foot"'),
  );
  return { title, html: html.replace(/<\/div>\s*$/, '') };
}

async function checkSame(peer, text) {
  const words = (html) =>
    html
      .replace(/<[^>]*>/g, ' ')
      .replace(/&[#\w]+;/g, ' ')
      .match(/\p{L}+/gu);
  for (const port of peer.ports) {
    const { bytes, headers } = await get(port, peer.path, gzip);
    if (!headers['content-length']) throw new Error('WordPress answers without a length');
    const shown = new Set(words(gunzipSync(bytes).toString('utf8')));
    const missing = words(text.html).filter((word) => !shown.has(word));
    if (missing.length > 0) throw new Error(`WordPress does not show ${missing.slice(0, 5)}`);
    peer.bytes = bytes.length;
  }
}

async function compare(server, path, peer, port, { connections, seconds }, gate) {
  const ours = [];
  const theirs = [];
  const there = { port, pid: peer.processes[0].pid };
  for (let run = 0; run < runs; run += 1) {
    await gate.wait();
    ours.push((await load(cores, server, path, connections, Math.min(seconds, 1.5))).per_second);
    await gate.wait();
    theirs.push((await load(cores, there, peer.path, connections, seconds)).per_second);
  }
  return { ours, peer: theirs };
}

async function measure(server, path, peer, gate, rows) {
  const common = { part: 'portal', unit: '/s', better: 'more' };
  const slow = await compare(server, path, peer, peer.ports[0], uncached, gate);
  rows.add({
    ...common,
    ...slow,
    what: `article, ${uncached.connections} connections, ${cores} cores shared`,
    peer_name: `WordPress, opcache, gzip ${peer.bytes} B`,
    bar: '>= 500x',
    holds: (ratio) => ratio >= 500,
  });
  const quick = await compare(server, path, peer, peer.ports[1], cached, gate);
  rows.add({
    ...common,
    ...quick,
    what: `article, ${cached.connections} connections, ${cores} cores shared`,
    peer_name: "WordPress behind nginx's page cache",
    bar: '>= 2.5x',
    holds: (ratio) => ratio >= 2.5,
  });
  await sleep(500);
  rows.add({
    part: 'portal',
    what: 'memory after this load, proportional',
    unit: 'MiB',
    better: 'less',
    ours: [proportionalMebibytes(server.pid)],
    peer: [peer.processes.reduce((sum, { pid }) => sum + mebibytes(pid), 0)],
    peer_name: 'nginx + PHP-FPM + MariaDB',
    bar: '<= 1/3',
    holds: (ratio) => ratio >= 3,
  });
  rows.recount('the same words shown');
}

export async function wordpress({ gate, rows }) {
  const place = await folder('lantoa-bench-');
  let peer = null;
  let server = null;
  try {
    const data = `${place.path}/demo`;
    await lantoa('demo', '--data', data, '--load-only');
    server = await Process.lantoa(cores, 'serve', '--data', data);
    const path = await articlePath(server.port);
    const text = await textOf(server.port, path);
    peer = await start(place.path, text);
    await checkSame(peer, text);
    await measure(server, path, peer, gate, rows);
  } finally {
    for (const one of [...(peer?.processes ?? []), server]) await one?.stop();
    await place.remove();
  }
}
