// Going through a page by keyboard alone, the focus always to be seen.
import assert from 'node:assert/strict';

const stops_max = 80;
const walk_max = 400;

// What has the focus, in words, and whether one sees it.
export const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const label = element.labels?.[0]?.innerText ?? element.innerText ?? '';
    return { id: element.id, label: label.trim(), ring: ring || style.boxShadow !== 'none' };
  });

export async function tabTo(page, what, wanted, way = 'Tab') {
  for (let stop = 0; stop < stops_max; ++stop) {
    await page.keyboard.press(way);
    const at = await focused(page);
    if (at.label === '' && at.id === '') continue; // the browser's own stop, or a region that scrolls
    assert.ok(at.ring, `the focus on “${at.label || at.id}” of ${page.url()} is not to be seen`);
    if (wanted(at)) return;
  }
  assert.fail(`no way by Tab to ${what} on ${page.url()}`);
}

export const byLabel = (label) => (at) => at.label.startsWith(label);
export const byId = (id) => (at) => at.id === id;

// Runs in the page at each stop: where the focus is, and what is wrong with how it shows there.
function stop(way) {
  const element = document.activeElement;
  const walk = (globalThis.walked ??= { stops: [], faults: [] });
  if (!element || element === document.body || element === document.documentElement) {
    return { over: walk.stops.length > 0 }; // the browser's own stop, which may come first
  }
  const name = `${element.outerHTML.replace(/\s+/g, ' ').slice(0, 100)}`;
  if (walk.stops.includes(element)) return { over: walk.stops[0] === element, again: name };
  const last = walk.stops.at(-1);
  const ahead = way === 'Tab' ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  if (last && !(last.compareDocumentPosition(element) & ahead)) walk.faults.push(`out of its order: ${name}`);
  walk.stops.push(element);
  const style = getComputedStyle(element);
  const edge = element.querySelector('.map-edge');
  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const drawn = edge && parseFloat(getComputedStyle(edge).strokeWidth) >= 3;
  if (!ring && !drawn && style.boxShadow === 'none') walk.faults.push(`the focus does not show: ${name}`);
  // In view, with nothing lying on all of it (2.4.11).
  const points = [...element.getClientRects()].flatMap((box) => {
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    if (left >= right || top >= bottom) return [];
    const places = [0.1, 0.5, 0.9];
    return places.flatMap((x) => places.map((y) => [left + (right - left) * x, top + (bottom - top) * y]));
  });
  const seen = points.filter(([x, y]) => {
    const at = document.elementFromPoint(x, y);
    return at && (element.contains(at) || [...(element.labels ?? [])].some((label) => label.contains(at)));
  });
  if (seen.length === 0) walk.faults.push(`nothing of it is to be seen: ${name}`);
  return { over: false };
}

// Runs in the page at the end: what can have the focus and was not come by.
function missed() {
  const { stops, faults } = globalThis.walked;
  delete globalThis.walked;
  const tabbable = 'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex="0"]';
  const groups = new Set(stops.filter(({ type }) => type === 'radio').map(({ name }) => name));
  const left = [...document.querySelectorAll(tabbable)].filter((element) =>
    !stops.includes(element) && element.tabIndex >= 0 && element.type !== 'hidden' &&
    element.checkVisibility({ visibilityProperty: true }) && !(element.type === 'radio' && groups.has(element.name)));
  const told = left.map((element) => `not reached: ${element.outerHTML.replace(/\s+/g, ' ').slice(0, 100)}`);
  return { stops: stops.length, faults: [...faults, ...told] };
}

// Every stop of the page from its first to its last: none out of its order, none without its ring, none
// under something else, none that holds the focus, none left out, none that leads away by itself (3.2.1).
export async function walkThrough(page, way = 'Tab') {
  const address = page.url();
  await page.evaluate(() => {
    delete globalThis.walked;
    document.activeElement?.blur();
    getSelection().removeAllRanges();
  });
  let held = '';
  for (let steps = 0; steps < walk_max; ++steps) {
    await page.keyboard.press(way);
    const { over, again } = await page.evaluate(stop, way);
    if (over) break;
    if (again) {
      held = again;
      break;
    }
  }
  assert.equal(page.url(), address, 'the focus alone led away');
  const { stops, faults } = await page.evaluate(missed);
  if (held) faults.unshift(`the focus goes round at ${held}`);
  return { stops, faults };
}
