// Checks every pair of colours the style sheets lay on each other, in every set of tokens.css: text 4.5:1,
// article text 7:1, marks and borders 3:1; where the colours are the reader's own, that he chose the two
// for each other. And that /thiet-ke shows every name. Ends with 1 and the list of failures.
//   node web/contrast.mjs [a sheet to judge in place of tokens.css]
import { readFileSync } from "node:fs";

const text = 4.5;
const article = 7;
const drawn = 3;
const grounds = ["paper", "shade", "note-ground"];
const states = ["done", "risk", "late", "idle"];

const pairs = [
  ["ink", "paper", article],
  ["ink-soft", "paper", article],
  ["link", "paper", article],
  ["link-hover", "paper", article],
  ["ink", "map-own", text],
  ...["ink", "ink-soft", "link", "link-hover", "mark", ...states].flatMap((front) =>
    grounds.map((ground) => [front, ground, text]),
  ),
  ...["done-ground", "risk-ground", "late-ground"].flatMap((ground) =>
    ["ink", "ink-soft", "link", "link-hover"].map((front) => [front, ground, text]),
  ),
  ["done", "done-ground", text],
  ["risk", "risk-ground", text],
  ["late", "late-ground", text],
  ["on-action", "action", text],
  ["on-action", "action-hover", text],
  ["on-mark", "mark-ground", text],
  ["paper", "link", text],
  ...grounds.flatMap((ground) => [
    ["focus", ground, drawn],
    ["line-strong", ground, drawn],
  ]),
];

function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

// Colours that a reader chooses for each other (CSS Color 4, system colours).
const chosen_together = [
  ["Canvas", "CanvasText"],
  ["Canvas", "LinkText"],
  ["ButtonFace", "ButtonText"],
];
const are_chosen_together = (a, b) =>
  chosen_together.some((pair) => pair.includes(a) && pair.includes(b) && a !== b);

function fault(colours, [front, ground, least]) {
  const [a, b] = [colours[front] ?? "#000000", colours[ground] ?? "#000000"];
  if (!a.startsWith("#") || !b.startsWith("#"))
    return are_chosen_together(a, b) ? "" : `${a} on ${b}: nobody chose them together`;
  const value = contrast(a, b);
  return value < least ? `${value.toFixed(2)}, needs ${least}` : "";
}

function read_sets(css) {
  const sets = [];
  const block = /(?:@media ([^{]+)\{\s*)?:root\s*\{([^}]*)\}/g;
  for (const [, media, body] of css.matchAll(block)) {
    const colours = Object.fromEntries(
      [...body.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6}|[A-Z][A-Za-z]+);/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    );
    sets.push({ name: media?.trim() ?? "light", colours });
  }
  return sets;
}

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const css = process.argv[2] ? readFileSync(process.argv[2], "utf8") : read("css/tokens.css");
const sets = read_sets(css);
const names = Object.keys(sets[0].colours).sort().join();
const failures = [];
for (const { name, colours } of sets) {
  if (Object.keys(colours).sort().join() !== names)
    failures.push(`${name}: does not set every colour`);
  for (const pair of pairs) {
    const why = fault(colours, pair);
    if (why) failures.push(`${name}: --${pair[0]} on --${pair[1]} is ${why}`);
  }
}
for (const expected of ["dark", "contrast: more) and", "contrast: more", "forced-colors", "print"])
  if (!sets.some(({ name }) => name.includes(expected)))
    failures.push(`tokens.css: a set for ${expected} is expected`);
const shown = read("../src/city/portal/design.tpl");
for (const [, name] of css.matchAll(/--((?:step|space)-\d+|text|small|tiny):/g))
  if (!shown.includes(`--${name}<`)) failures.push(`design.tpl does not show --${name}`);
for (const name of Object.keys(sets[0].colours))
  if (!shown.includes(`--${name}<`)) failures.push(`design.tpl does not show --${name}`);
console.log(
  failures.length ? failures.join("\n") : `${sets.length} sets x ${pairs.length} pairs hold`,
);
process.exitCode = failures.length ? 1 : 0;
