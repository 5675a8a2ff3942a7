// How the suite speaks to the API, and how somebody comes by a token: as people do, on the page.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { ask, form_type, signIn } from '../security/site.mjs';
import { base } from './document.mjs';

export const tokens_path = '/ma-truy-cap';
const password_of_sample = 'lan-toa-mau-2021';
const day_ms = 24 * 3600_000;
const usual_numbers = { unit: 3 }; // what is not known is 1

// The city's day, so many from today; "2021-05-18".
export function day(days = 0) {
  const at = new Date(Date.now() + days * day_ms);
  return at.toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
}

export const vietnamese = (iso) => iso.split('-').reverse().join('/');

const attributes = (tag) =>
  Object.fromEntries(
    [...tag.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)]
      .slice(1)
      .map(([, name, value]) => [name, value ?? '']),
  );

// [{ action, inputs, at }], `at` where it begins in the page.
export function formsOf(html) {
  return [...html.matchAll(/<form\b[^>]*>([\s\S]*?)<\/form>/g)].map((match) => ({
    at: match.index,
    action: attributes(/<form\b[^>]*>/.exec(match[0])[0]).action ?? '',
    inputs: [...match[1].matchAll(/<input\b[^>]*>/g)].map(([tag]) => attributes(tag)),
  }));
}

const hiddenOf = (form) =>
  Object.fromEntries(
    form.inputs.filter(({ type }) => type === 'hidden').map(({ name, value }) => [name, value]),
  );

const scope_of = (checkbox) => checkbox.name.split('-').pop();

// Somebody signed in by password, and the page on which he makes and revokes tokens.
export class Holder {
  static async signIn(site, login) {
    const holder = new Holder();
    holder.site = site;
    holder.cookie = (await signIn(site, login)).cookie;
    return holder;
  }

  async page() {
    const page = await ask(this.site, tokens_path, { headers: { cookie: this.cookie } });
    assert.equal(page.status, 200, `${tokens_path}: ${page.status}`);
    return page.body;
  }

  async send(path, fields) {
    const body = new URLSearchParams(fields).toString();
    const headers = { ...form_type, cookie: this.cookie };
    return ask(this.site, path, { method: 'POST', headers, body });
  }

  async form() {
    const form = formsOf(await this.page()).find(({ inputs }) =>
      inputs.some(({ name }) => name === 'ten'),
    );
    assert.ok(form, `${tokens_path} has a form with a field "ten"`);
    const scopes = form.inputs.filter(({ type }) => type === 'checkbox');
    return { hidden: hiddenOf(form), action: form.action || tokens_path, scopes };
  }

  async scopes() {
    return (await this.form()).scopes.map(scope_of);
  }

  // The answer to the form that makes a token. `scopes`: none given, all.
  async askForToken(name, scopes, password = password_of_sample) {
    const form = await this.form();
    const fields = { ...form.hidden, ten: name, han: vietnamese(day(30)), current: password };
    for (const box of form.scopes) {
      if (!scopes || scopes.includes(scope_of(box))) fields[box.name] = box.value || 'on';
    }
    return this.send(form.action, fields);
  }

  // The secret.
  async makeToken(name, scopes) {
    const answer = await this.askForToken(name, scopes);
    const secret = /lt_[A-Za-z0-9_-]{43}/.exec(answer.body)?.[0];
    assert.ok(secret, `${name}: ${answer.status} shows no token`);
    assert.ok(!(await this.page()).includes(secret), 'a token is shown once');
    return secret;
  }

  // What the page says of the token of this name.
  async rowOf(name) {
    const html = await this.page();
    const at = html.indexOf(`<th scope="row">${name}</th>`);
    assert.ok(at >= 0, `the page lists ${name}`);
    return html.slice(at, html.indexOf('</tr>', at));
  }

  // The coverage of item 1 in the whole city becomes a figure.
  async freeze() {
    const { hidden } = await this.form();
    const answer = await this.send('/so-lieu', { ...hidden, muc: 1, 'don-vi': 1 });
    assert.equal(answer.status, 303, `freezing: ${answer.status}`);
  }

  async revoke(name) {
    const html = await this.page();
    const at = html.indexOf(name);
    assert.ok(at >= 0, `the page lists ${name}`);
    const form = formsOf(html).find(
      (one) => one.at > at && one.action.startsWith(`${tokens_path}/`),
    );
    assert.ok(form, `a form after ${name} revokes it`);
    const answer = await this.send(form.action, hiddenOf(form));
    assert.ok([200, 303].includes(answer.status), `revoking: ${answer.status} ${answer.body}`);
  }
}

export class Caller {
  // `token` may be none.
  constructor(site, document, token) {
    Object.assign(this, { site, document, token });
  }

  with(token) {
    return new Caller(this.site, this.document, token);
  }

  headers(more = {}) {
    return { ...(this.token ? { authorization: `Bearer ${this.token}` } : {}), ...more };
  }

  // Whole, with what its query must have.
  path(operation, numbers = {}) {
    const known = { ...usual_numbers, ...numbers };
    const valueOf = ({ name, schema }) =>
      name in known ? known[name] : schema?.type === 'string' ? this.document.fill(schema) : 1;
    const query = new URLSearchParams();
    let path = operation.path;
    for (const one of operation.parameters) {
      if (one.in === 'path') path = path.replace(`{${one.name}}`, encodeURIComponent(valueOf(one)));
      if (one.in === 'query' && one.required) query.set(one.name, valueOf(one));
    }
    return `${query}` === '' ? path : `${path}?${query}`;
  }

  get(operation, { numbers, headers, query = '' } = {}) {
    const path = this.path(operation, numbers) + query;
    return ask(this.site, path, { headers: this.headers(headers) });
  }

  // `body` is sent as it is when it is text already.
  post(operation, body, { numbers, headers, key = randomUUID(), type = 'application/json' } = {}) {
    const sent = this.headers({ ...(type ? { 'content-type': type } : {}), ...headers });
    if (key) sent['idempotency-key'] = key;
    const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
    const path = this.path(operation, numbers);
    return ask(this.site, path, { method: 'POST', headers: sent, body: text ?? '' });
  }

  call(operation, options) {
    if (operation.method === 'GET') return this.get(operation, options);
    return this.post(operation, operation.body ? {} : undefined, options);
  }

  // As JSON, of a GET that has to succeed.
  async read(operation, options) {
    const answer = await this.get(operation, options);
    assert.equal(answer.status, 200, `${operation.id}: ${answer.status} ${answer.body}`);
    return JSON.parse(answer.body);
  }

  // Its Receipt, of a POST that has to succeed.
  async write(operation, body, options) {
    const answer = await this.post(operation, body, options);
    const what = `${operation.id} ${JSON.stringify(body)}`;
    assert.equal(answer.status, 201, `${what}: ${answer.status} ${answer.body}`);
    const receipt = JSON.parse(answer.body);
    assert.equal(this.document.faults(operation.answer, receipt), '', what);
    return receipt;
  }

  async head() {
    return (await this.read(this.document.by('ledger.show'))).seq;
  }

  // All facts after `seq`, however many answers they take.
  async facts(seq) {
    const out = [];
    for (;;) {
      const path = `${base}/facts?after=${out.at(-1)?.seq ?? seq}`;
      const answer = await ask(this.site, path, { headers: this.headers() });
      assert.equal(answer.status, 200, `${path}: ${answer.body}`);
      assert.match(answer.headers['content-type'], /^application\/x-ndjson/);
      if (!answer.body) return out;
      assert.ok(answer.body.endsWith('\n'), 'the last line is whole');
      out.push(
        ...answer.body
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line)),
      );
    }
  }

  // Couriers write by themselves; this is what people and programs had written.
  async factsOfPeople(seq) {
    return (await this.facts(seq)).filter(({ actor }) => !/^courier\//.test(actor));
  }
}

// The number in a row of this answer that a path's {name} means.
function numberIn(answer, name) {
  const lists = Object.entries(answer).filter(([, rows]) => Array.isArray(rows) && rows.length > 0);
  const several = [`${name}s`, name.replace(/y$/, 'ies')];
  for (const [of, [row]] of lists) {
    if (Number.isInteger(row?.[name])) return row[name];
    if (several.includes(of) && Number.isInteger(row?.id)) return row.id;
  }
  return undefined;
}

// Numbers for a path's places, each from the list that stands above it in the path.
export async function numbersFor(caller, operation) {
  const numbers = {};
  for (const { index, 1: name } of operation.path.matchAll(/\{(\w+)\}/g)) {
    const above = caller.document.json_gets
      .filter(({ path }) => operation.path.startsWith(`${path}/`) && path.length < index)
      .sort((a, b) => b.path.length - a.path.length);
    for (const list of above) {
      const answer = await caller.get(list, { numbers });
      if (answer.status === 200) numbers[name] = numberIn(JSON.parse(answer.body), name);
      if (numbers[name]) break;
    }
    numbers[name] ??= usual_numbers[name] ?? 1;
  }
  return numbers;
}
