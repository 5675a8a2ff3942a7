// What a refusal has to look like: one Vietnamese and one English line that agree on the names in
// them, nothing on standard output, an exit code, and no waiting.
import assert from 'node:assert/strict';

const quick_ms = 5000;

export function assertRefused(done, code, { names = [], lines = 2 } = {}) {
  const what = `${done.err}${done.out}`;
  assert.equal(done.signal, null, what);
  assert.equal(done.code, code, what);
  const said = done.err.trimEnd().split('\n');
  assert.equal(said.length, lines, `expected ${lines} lines:\n${done.err}`);
  for (const [i, language] of [[0, 'Vietnamese'], [lines / 2, 'English']]) {
    for (const name of names) {
      const half = said.slice(i, i + lines / 2).join('\n');
      assert.ok(half.includes(name), `no “${name}” in ${language}: ${done.err}`);
    }
  }
  assert.match(said[0].normalize('NFD'), /[\u0300-\u036f]/, 'Vietnamese comes first');
  assert.notEqual(said[0], said[lines / 2]);
  assert.ok(!/No such file|Is a directory|Invalid argument|what\(\)/.test(said[0]), said[0]);
  assert.equal(done.out, '');
  assert.ok(done.ms < quick_ms, `took ${done.ms} ms`);
}
