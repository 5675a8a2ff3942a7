// Builds web/dist/, the flat folder that becomes part of the program: one style sheet, the scripts,
// the font's files and the mark. The same input gives the same bytes.
//   node web/build.mjs [--out DIR] [--modules DIR]
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const web = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({ options: { out: { type: "string" }, modules: { type: "string" } } });
const out = resolve(values.out ?? join(web, "dist"));
const modules = resolve(values.modules ?? join(web, "..", "node_modules"));
const font = join(modules, "@fontsource", "be-vietnam-pro");

const sheets = ["tokens", "base", "page", "form", "state", "table", "article", "law", "search", "office", "design", "print"];
// Each script that a page loads, joined from these. The last is the service worker's.
const scripts = {
  app: ["app", "comment", "suggest"],
  offline: ["queue", "offline"],
  "offline-worker": ["queue", "worker"],
};
const weights = ["400", "600"];
const subsets = ["vietnamese", "latin-ext", "latin"];

function strip(css) {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{2,}/g, "\n")
    .trimStart();
}

// The package's own sheets know which letters stand in which file; only that range is taken.
function face(weight, subset) {
  const file = `be-vietnam-pro-${subset}-${weight}-normal.woff2`;
  const sheet = readFileSync(join(font, `${weight}.css`), "utf8");
  const block = sheet.split("@font-face").find((text) => text.includes(`/${file})`));
  const range = block?.match(/unicode-range:\s*([^;]+);/)?.[1];
  if (!range) throw new Error(`${font}/${weight}.css names no unicode-range for ${file}`);
  copyFileSync(join(font, "files", file), join(out, file));
  return `@font-face { font-family: "Be Vietnam Pro"; font-style: normal; font-weight: ${weight};
  font-display: swap; src: url(${file}) format("woff2"); unicode-range: ${range}; }\n`;
}

function check_all_are_listed(kind, names) {
  const found = readdirSync(join(web, kind))
    .filter((name) => name.endsWith(`.${kind}`))
    .sort();
  const listed = names.map((name) => `${name}.${kind}`).sort();
  if (found.join() !== listed.join())
    throw new Error(`web/${kind} holds ${found}, build.mjs joins ${listed}`);
}

check_all_are_listed("css", sheets);
check_all_are_listed("js", [...new Set(Object.values(scripts).flat())]);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const faces = weights.flatMap((weight) => subsets.map((subset) => face(weight, subset)));
const css = sheets.map((name) => strip(readFileSync(join(web, "css", `${name}.css`), "utf8")));
writeFileSync(join(out, "app.css"), faces.join("") + css.join(""));
for (const [script, parts] of Object.entries(scripts)) {
  const js = parts.map((name) => readFileSync(join(web, "js", `${name}.js`), "utf8"));
  writeFileSync(join(out, `${script}.js`), js.join(""));
}
copyFileSync(join(web, "icons", "favicon.svg"), join(out, "favicon.svg"));
console.log(`${out}: ${readdirSync(out).length} files`);
