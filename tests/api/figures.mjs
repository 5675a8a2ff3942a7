// Coverage as a program sees it beside the table that a person takes out of the page.
import assert from 'node:assert/strict';
import { ask } from '../security/site.mjs';

// audience, reached, by a clerk's entries, missing; the last three empty for a small group.
const rowOf = ({ audience, reached, by_proxy }) =>
  reached === undefined
    ? [`${audience}`, '', '', '']
    : [audience, reached, by_proxy, audience - reached].map(String);

async function checkItem(caller, cookie, item, unit) {
  const path = `/do-phu/${item.id}/${unit}?dang=csv`;
  const page = await ask(caller.site, path, { headers: { cookie } });
  assert.equal(page.status, 200, path);
  const rows = page.body.trimEnd().split(/\r?\n/).slice(1);
  assert.deepEqual(
    item.units.map(rowOf),
    rows.map((row) => row.split(',').slice(-4)),
    path,
  );
  return item.units.length;
}

export async function checkCoverage(caller, cookie) {
  const { document } = caller;
  const { plans } = await caller.read(document.by('plan.list'));
  let seen = 0;
  for (const { id, scope } of plans) {
    const options = { numbers: { plan: id } };
    const whole = await caller.read(document.by('coverage.show'), options);
    assert.equal(whole.unit, scope);
    for (const item of whole.items) seen += await checkItem(caller, cookie, item, scope);
    for (const { unit } of whole.items.flatMap(({ units }) => units).slice(0, 5)) {
      const query = `?unit=${unit}`;
      const { items } = await caller.read(document.by('coverage.show'), { ...options, query });
      for (const item of items) seen += await checkItem(caller, cookie, item, unit);
    }
  }
  assert.ok(seen > 0, 'some unit has an audience');
}
