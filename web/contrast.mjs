// Checks every pair of colours the style sheets lay on each other, in every set of tokens.css: text 4.5:1,
// article text 7:1, marks and borders 3:1. Ends with 1 and the list of failures if one falls short.
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

function read_sets(css) {
  const sets = [];
  const block = /(?:@media ([^{]+)\{\s*)?:root\s*\{([^}]*)\}/g;
  for (const [, media, body] of css.matchAll(block)) {
    const colours = Object.fromEntries(
      [...body.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    );
    sets.push({ name: media?.trim() ?? "light", colours });
  }
  return sets;
}

const sets = read_sets(readFileSync(new URL("css/tokens.css", import.meta.url), "utf8"));
const names = Object.keys(sets[0].colours).sort().join();
const failures = [];
for (const { name, colours } of sets) {
  if (Object.keys(colours).sort().join() !== names)
    failures.push(`${name}: does not set every colour`);
  for (const [front, ground, least] of pairs) {
    const value = contrast(colours[front] ?? "#000000", colours[ground] ?? "#000000");
    if (value < least)
      failures.push(`${name}: --${front} on --${ground} is ${value.toFixed(2)}, needs ${least}`);
  }
}
if (sets.length < 4)
  failures.push("tokens.css: light, dark and both sets of higher contrast are expected");
console.log(
  failures.length ? failures.join("\n") : `${sets.length} sets x ${pairs.length} pairs hold`,
);
process.exitCode = failures.length ? 1 : 0;
