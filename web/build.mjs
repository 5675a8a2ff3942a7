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

const sheets = ["tokens", "base", "page", "form", "state", "table", "article", "law", "search", "office", "design", "touch", "print"];
// Each script that a page loads, joined from these. The last is the service worker's.
const scripts = {
  app: ["app", "comment", "suggest"],
  editor: ["editor"],
  offline: ["queue", "offline"],
  "offline-worker": ["queue", "worker"],
};
const weights = ["400", "600"];
// Where two hold a letter, the later is asked: the Vietnamese one before all of Latin's rarer letters.
const subsets = ["latin-ext", "vietnamese", "latin"];

// Letters may come as a letter and its marks. No file has all marks alone, but whoever draws puts the two
// together where the file has them as one, if only it is asked about the mark: so one says more than its
// own range, and Latin's file is asked again, last, about letters with marks. Asked first it would take
// whole letters apart. No page loads more for it.
const marks_too = { vietnamese: ", U+0302, U+0306, U+031B" };
const marked_latin = "U+0041-005A, U+0061-007A, U+00C0-00FF, U+0300-0303, U+0309, U+0323";

// No string of ours holds two spaces, so what stands between the words of a sheet is one at most.
function pack_css(css) {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};]) ?/g, "$1")
    .replace(/;\}/g, "}")
    .trim();
}

// Comments that are lines of their own and the room before the code. A text over several lines would
// change with it, so there may be none.
function pack_js(js, name) {
  const lines = js.split("\n").map((line) => line.trim());
  const open = lines.findIndex((line) => line.split("`").length % 2 === 0);
  if (open >= 0) throw new Error(`web/js/${name}.js:${open + 1}: a text goes on in the next line`);
  return lines.filter((line) => line && !line.startsWith("//")).join("\n");
}

// The package's own sheets know which letters stand in which file; only that range is taken.
function face(weight, subset, letters) {
  const file = `be-vietnam-pro-${subset}-${weight}-normal.woff2`;
  const sheet = readFileSync(join(font, `${weight}.css`), "utf8");
  const block = sheet.split("@font-face").find((text) => text.includes(`/${file})`));
  const range = block?.match(/unicode-range:\s*([^;]+);/)?.[1];
  if (!range) throw new Error(`${font}/${weight}.css names no unicode-range for ${file}`);
  copyFileSync(join(font, "files", file), join(out, file));
  return `@font-face { font-family: "Be Vietnam Pro"; font-style: normal; font-weight: ${weight};
  font-display: swap; src: url(${file}) format("woff2"); unicode-range: ${letters ?? range + (marks_too[subset] ?? "")}; }\n`;
}

// What the reader's device has, made as wide and as high as the font above, so that hardly a line
// breaks anew when that arrives. Widths in percent, measured on the portal's own texts.
const stand_ins = [
  { name: "Roboto", fonts: ["Roboto"], widths: { 400: 109.2, 600: 109.9 } },
  { name: "Arial", fonts: ["Arial", "Liberation Sans"], widths: { 400: 107, 600: 102.9 } },
  { name: "Noto", fonts: ["Noto Sans"], widths: { 400: 102.9, 600: 99.4 } },
];
const ascent = 1.0; // of an em
const descent = 0.265;

function stand_in({ name, fonts, widths }, weight) {
  const styles = weight === "600" ? [" Bold"] : ["", " Regular"];
  const sources = fonts.flatMap((font) => styles.map((style) => `local("${font}${style}")`));
  const percent = (em) => `${((em * 10_000) / widths[weight]).toFixed(1)}%`;
  return `@font-face { font-family: "Stand-in ${name}"; font-weight: ${weight}; src: ${sources.join(", ")};
  size-adjust: ${widths[weight]}%; ascent-override: ${percent(ascent)}; descent-override: ${percent(descent)};
  line-gap-override: 0%; }\n`;
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
const faces = weights.flatMap((weight) => [
  face(weight, "latin", marked_latin),
  ...subsets.map((subset) => face(weight, subset)),
]);
const css = sheets.map((name) => readFileSync(join(web, "css", `${name}.css`), "utf8"));
const substitutes = weights.flatMap((weight) => stand_ins.map((font) => stand_in(font, weight)));
writeFileSync(join(out, "app.css"), pack_css([...faces, ...substitutes, ...css].join("\n")));
for (const [script, parts] of Object.entries(scripts)) {
  const js = parts.map((name) => pack_js(readFileSync(join(web, "js", `${name}.js`), "utf8"), name));
  writeFileSync(join(out, `${script}.js`), `${js.join("\n")}\n`);
}
copyFileSync(join(web, "icons", "favicon.svg"), join(out, "favicon.svg"));
console.log(`${out}: ${readdirSync(out).length} files`);
