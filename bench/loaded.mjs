// Asking a server under load, for the parts that measure public pages.
import http from 'node:http';
import { built, cpuSeconds, must } from './kit.mjs';

// Of a 200, as it came.
export function get(port, path, headers = {}) {
  return new Promise((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port, path, headers, agent: false }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => {
        const bytes = Buffer.concat(parts);
        resolve({ status: answer.statusCode, headers: answer.headers, bytes });
      });
    });
    request.on('error', reject);
  });
}

export const gzip = { 'accept-encoding': 'gzip' };

export async function freePort() {
  const server = http.createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

// With one core for the server the client has another to itself; else they share `cores`.
export async function load(cores, server, path, count, seconds) {
  const args = ['127.0.0.1', `${server.port}`, path, `${count}`, `${seconds}`];
  const client = built('bench_load');
  const before = cpuSeconds(server.pid);
  const out =
    cores === 1
      ? await must('taskset', ['-c', '1', client, ...args, '1'])
      : await must(client, [...args, `${cores}`]);
  const result = JSON.parse(out);
  result.server_us = ((cpuSeconds(server.pid) - before) / result.answered) * 1e6;
  result.client_us = (result.client_cpu_s / result.answered) * 1e6;
  return result;
}

// The path of the first article on the home page.
export async function articlePath(port) {
  const { bytes } = await get(port, '/');
  const path = /href="(\/bai\/1-[^"]+)"/.exec(bytes.toString('utf8'))?.[1];
  if (!path) throw new Error('the home page leads to no article');
  return path;
}
