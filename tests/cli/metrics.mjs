// The numbers that Prometheus reads: well-formed, true, and for this machine only.
import assert from 'node:assert/strict';
import { execute, run, Server } from '../kit/program.mjs';
import { Visitor } from '../kit/visitor.mjs';
import { assertRefused } from './said.mjs';

const password = 'lan-toa-mau-2021';
const name_form = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const sample_form = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{([^{}]*)\})? (\S+)$/;
const label_form = /^[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"$/;

// The text format, strictly: HELP and TYPE before the samples of a family, which stand together,
// each once, values that are numbers, histograms that add up. Returns sample to value.
export function parseMetrics(text) {
  assert.ok(text.endsWith('\n'));
  const values = new Map();
  const types = new Map();
  let family = '';
  for (const line of text.slice(0, -1).split('\n')) {
    const about = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line);
    if (about) {
      const [, what, name, rest] = about;
      assert.match(name, name_form);
      if (what === 'HELP') assert.ok(!types.has(name), `${name} comes twice`);
      else assert.match(rest, /^(counter|gauge|histogram)$/);
      if (what === 'TYPE') types.set(name, rest);
      family = name;
      continue;
    }
    const [, name, labels = '', value] = sample_form.exec(line) ?? assert.fail(line);
    const base = types.get(family) === 'histogram' ? name.replace(/_(bucket|sum|count)$/, '') : name;
    assert.equal(base, family, 'a sample stands in its family');
    for (const label of labels === '' ? [] : labels.split(',')) assert.match(label, label_form);
    const sample = labels === '' ? name : `${name}{${labels}}`;
    assert.ok(!values.has(sample), `${sample} comes twice`);
    assert.ok(Number.isFinite(Number(value)), line);
    values.set(sample, Number(value));
  }
  for (const [name, type] of types) if (type === 'histogram') assertAddsUp(values, name);
  return values;
}

function assertAddsUp(values, name) {
  const buckets = [...values].filter(([sample]) => sample.startsWith(`${name}_bucket{`));
  const bounds = buckets.map(([sample]) => /le="([^"]+)"/.exec(sample)[1]);
  assert.equal(bounds.at(-1), '+Inf');
  for (let i = 1; i < buckets.length; i += 1) assert.ok(buckets[i][1] >= buckets[i - 1][1], name);
  assert.equal(buckets.at(-1)[1], values.get(`${name}_count`));
}

async function scrape(url) {
  const answer = await fetch(url);
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type'), /^text\/plain; version=0\.0\.4/);
  return parseMetrics(await answer.text());
}

// A courier may be between its append and its answer while the numbers are read.
async function settled(url) {
  const until = Date.now() + 5000;
  for (;;) {
    const numbers = await scrape(url);
    const seq = numbers.get('lantoa_replay_facts') + numbers.get('lantoa_facts_total');
    const is_quiet = numbers.get('lantoa_queue_commands') === 0;
    if ((is_quiet && seq === numbers.get('lantoa_ledger_seq')) || Date.now() > until) return numbers;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function metricsUrl(server) {
  const until = Date.now() + 5000;
  while (Date.now() < until) {
    const said = /metrics: (http:\S+\/metrics)/.exec(server.output());
    if (said) return said[1];
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return assert.fail('no address for metrics was told');
}

async function checkNumbers(data) {
  const listen = ['--listen', '127.0.0.1:0', '--metrics-listen', '127.0.0.1:0'];
  const server = await Server.start('serve', '--data', data, ...listen);
  const planner = new Visitor();
  try {
    const url = await metricsUrl(server);
    await planner.signIn(server.url, 'stp.chuyenvien', password);
    const before = await settled(url);
    const grown = (sample, after) => after.get(sample) - before.get(sample);
    const fields = {
      so: '77/2021/NĐ-CP',
      loai: 'Nghị định',
      'co-quan': 'Chính phủ',
      'trich-yeu': 'Văn bản đo',
      'ban-hanh': '01/01/2021',
    };
    const key = 'measured-once';
    for (let i = 0; i < 2; i += 1) {
      assert.equal((await planner.post(server.url, '/van-ban/moi', fields, key)).status, 303);
    }
    assert.notEqual((await planner.post(server.url, '/van-ban/moi', fields)).status, 303);
    await planner.get(server.url, '/khong-co');
    const after = await settled(url);
    assert.ok(grown('lantoa_commands_total{outcome="done"}', after) >= 1);
    assert.equal(grown('lantoa_commands_total{outcome="repeated"}', after), 1);
    assert.equal(grown('lantoa_commands_total{outcome="refused"}', after), 1);
    const facts = grown('lantoa_facts_total', after);
    assert.ok(facts >= 1);
    assert.equal(grown('lantoa_ledger_seq', after), facts);
    assert.ok(grown('lantoa_append_seconds_count', after) >= 1);
    assert.ok(after.get('lantoa_append_seconds_sum') > 0);
    assert.equal(grown('lantoa_http_answers_total{status="3xx"}', after), 2);
    assert.equal(grown('lantoa_http_answers_total{status="4xx"}', after), 2);
    assert.equal(after.get('lantoa_ledger_stored_seq'), after.get('lantoa_ledger_seq'));
    assert.equal(after.get('lantoa_writing'), 1);
    assert.equal(after.get('lantoa_queue_commands'), 0);
    assert.ok(after.get('lantoa_http_connections') >= 1);
    assert.ok(after.get('lantoa_replay_facts') > 1000);
    assert.ok(after.get('lantoa_replay_seconds') > 0);
    assert.ok(after.get('process_resident_memory_bytes') > 1_000_000);
    assert.equal((await fetch(`${server.url}/metrics`)).status, 404, 'not for visitors');
    assert.equal((await fetch(url.replace('/metrics', '/'))).status, 404);
  } finally {
    planner.close();
    assert.deepEqual(await server.stop(), { code: 0, signal: null });
  }
}

export async function checkMetrics(suite, place, data) {
  const copy = `${place}/measured`;
  await execute('cp', ['-a', data, copy]);
  await suite.check('metrics: well-formed, and they rise with what is done', () =>
    checkNumbers(copy),
  );
  await suite.check('metrics: on this machine only', async () => {
    for (const address of ['0.0.0.0:0', '10.0.0.1:9100', '[::]:0', 'x']) {
      const listen = ['--listen', '127.0.0.1:0', `--metrics-listen=${address}`];
      const done = await run('serve', '--data', copy, ...listen);
      assertRefused(done, 2, { names: ['--metrics-listen', '127.0.0.1:9100'] });
    }
  });
}
