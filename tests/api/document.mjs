// The API's document as the other files use it: its operations as a list, what their schemas say of an
// answer, and a body that a schema takes.
import assert from 'node:assert/strict';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

export const base = '/api/v1';
const problem_type = 'application/problem+json';
const refused = [401, 403, 404, 409, 413, 415, 422, 429, 503];

// Objects may grow in later versions; in this one nothing is said that the document does not name.
function closed(schema) {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== 'object') return schema;
  const out = Object.fromEntries(Object.entries(schema).map(([name, one]) => [name, closed(one)]));
  if (out.type === 'object' && out.properties) out.additionalProperties ??= false;
  return out;
}

export class Document {
  constructor(text) {
    this.text = text;
    this.json = JSON.parse(text);
    this.ajv = new Ajv2020({ strict: true, allErrors: true });
    addFormats(this.ajv);
    this.judges = new Map();
    const server = new URL(this.json.servers?.[0]?.url ?? '', 'http://here').pathname;
    this.operations = Object.entries(this.json.paths).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([method]) => ['get', 'post', 'put', 'patch', 'delete'].includes(method))
        .map(([method, said]) => this.operation(path, server, method, item, said)),
    );
  }

  operation(path, server, method, item, said) {
    const parameters = [...(item.parameters ?? []), ...(said.parameters ?? [])];
    const good = said.responses[method === 'post' ? '201' : '200'];
    return {
      id: said.operationId,
      method: method.toUpperCase(),
      path: path.startsWith(base) ? path : server.replace(/\/$/, '') + path,
      scope: said.security?.[0]?.token?.[0],
      is_public: said.security?.length === 0,
      parameters: parameters.map((one) => this.resolved(one)),
      body: said.requestBody && this.resolved(said.requestBody).content['application/json'].schema,
      types: Object.keys(this.resolved(good ?? {}).content ?? {}),
      answer: this.resolved(good ?? {}).content?.['application/json']?.schema,
      said,
    };
  }

  // What "$ref" leads to; anything else is itself.
  resolved(value) {
    if (!value?.$ref) return value;
    const found = value.$ref
      .replace(/^#\//, '')
      .split('/')
      .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
      .reduce((at, part) => at?.[part], this.json);
    assert.ok(found, `${value.$ref} leads nowhere`);
    return this.resolved(found);
  }

  by(id) {
    const found = this.operations.find((one) => one.id === id);
    assert.ok(found, `the document has no ${id}`);
    return found;
  }

  get(filter = () => true) {
    return this.operations.filter((one) => one.method === 'GET' && filter(one));
  }

  get json_gets() {
    return this.get((one) => one.answer);
  }

  get posts() {
    return this.operations.filter((one) => one.method === 'POST');
  }

  get guarded() {
    return this.operations.filter((one) => !one.is_public);
  }

  // "" or what is wrong.
  faults(schema, value) {
    const key = JSON.stringify(schema);
    if (!this.judges.has(key)) {
      const whole = closed({ ...schema, $defs: this.json.components.schemas });
      const text = JSON.stringify(whole).replaceAll('#/components/schemas/', '#/$defs/');
      this.judges.set(key, this.ajv.compile(JSON.parse(text)));
    }
    const judge = this.judges.get(key);
    return judge(value) ? '' : this.ajv.errorsText(judge.errors);
  }

  // An answer that refuses: its status, its type, what it says.
  assertProblem(answer, status, what) {
    assert.equal(answer.status, status, `${what}: ${answer.status} ${answer.body.slice(0, 300)}`);
    assert.equal(answer.headers['content-type']?.split(';')[0], problem_type, what);
    const said = JSON.parse(answer.body);
    assert.equal(this.faults({ $ref: '#/components/schemas/Problem' }, said), '', what);
    assert.equal(said.status, status, what);
    return said;
  }

  // A value that the schema takes: what is known of a member by its name, else the least there is.
  fill(schema, known = {}) {
    const at = this.resolved(schema);
    if ('const' in at) return at.const;
    if (at.enum) return at.enum[0];
    if (at.type === 'integer' || at.type === 'number') return at.minimum || 1;
    if (at.type === 'boolean') return false;
    if (at.type === 'array') return [];
    if (at.type === 'object') {
      const names = Object.keys(at.properties ?? {});
      const wanted = names.filter((name) => name in known || at.required?.includes(name));
      return Object.fromEntries(
        wanted.map((name) => [
          name,
          name in known ? known[name] : this.fill(at.properties[name], known),
        ]),
      );
    }
    return at.format === 'date' ? (known.day ?? '2021-05-18') : 'Thử nghiệm';
  }
}

// The standard's own schema does not look into the schemas of a document: draft 2020-12 does.
async function standardFaults(json) {
  const { valid, errors } = await new Validator().validate(structuredClone(json));
  const ajv = new Ajv2020({ strict: false });
  const bad = Object.entries(json.components.schemas).filter(([, one]) => !ajv.validateSchema(one));
  return [...(valid ? [] : [errors].flat()), ...bad.map(([name]) => `no schema: ${name}`)];
}

export async function checkDocument(document) {
  assert.match(document.json.openapi, /^3\.1\./);
  assert.deepEqual(await standardFaults(document.json), []);
}

export async function checkValidator(document) {
  for (const spoil of [
    (json) => delete json.info.version,
    (json) => (Object.values(json.paths)[0].parameters = [{ name: 'x', in: 'nowhere' }]),
    (json) => (Object.values(Object.values(json.paths)[0])[0].responses = { good: {} }),
    (json) => (json.components.schemas.Receipt = { $ref: 1 }),
    (json) => (json.components.schemas.Problem.type = 'nothing'),
  ]) {
    const copy = structuredClone(document.json);
    spoil(copy);
    assert.notDeepEqual(await standardFaults(copy), [], `not seen: ${spoil}`);
  }
}

export function checkPromises(document) {
  const { operations, json } = document;
  const scheme = json.components.securitySchemes.token;
  assert.deepEqual(
    { type: scheme.type, scheme: scheme.scheme },
    { type: 'http', scheme: 'bearer' },
  );
  const ids = operations.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, `ids that stand twice: ${ids}`);
  for (const one of operations) {
    const { id, said, method } = one;
    assert.match(id, /^[a-z_]+\.[a-z_]+$/);
    assert.ok(one.path.startsWith(`${base}/`), one.path);
    assert.ok(said.tags?.length > 0 && said.summary, `${id}: tags and a summary`);
    assert.ok(one.is_public || one.scope, `${id} says who may`);
    const places = [...one.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const named = one.parameters.filter((some) => some.in === 'path').map(({ name }) => name);
    assert.deepEqual(named.sort(), places.sort(), `${id}: parameters of its path`);
    assert.ok(one.types.length > 0, `${id} says what it answers`);
    // A public operation refuses nobody for who he is.
    for (const status of one.is_public ? [] : refused) {
      // A GET has nothing to conflict, to be too large or of a wrong type.
      if (method === 'GET' && [409, 413, 415].includes(status)) continue;
      const refusal = document.resolved(said.responses[status]);
      const schema = refusal?.content?.[problem_type]?.schema;
      assert.equal(schema?.$ref, '#/components/schemas/Problem', `${id} ${status}`);
      if (status === 429) assert.ok(refusal.headers?.['Retry-After'], `${id}: when to call again`);
    }
    if (method !== 'POST') continue;
    const key = one.parameters.find(({ name }) => name.toLowerCase() === 'idempotency-key');
    assert.ok(key?.in === 'header' && key.required, `${id}: Idempotency-Key`);
    assert.equal(one.answer?.$ref, '#/components/schemas/Receipt', id);
    if (one.body) assert.equal(document.resolved(one.body).additionalProperties, false, id);
  }
}
