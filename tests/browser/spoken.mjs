// Language of parts (WCAG 2.2, 3.1.2) of pages asked in English: whatever has Vietnamese letters stands
// below a Vietnamese mark, names and numbers of documents among it, and no English words of ours do.
import assert from 'node:assert/strict';

export const inLanguage = (context, url, language) =>
  context.addCookies([{ name: 'lantoa-ngon-ngu', value: language, url }]);

// Runs in the browser; of the page there, or of the HTML of an answer, which costs a tenth. Returns
// each fault as what it is, the words and where they stand.
export function wronglySpoken(html) {
  const page = html ? new DOMParser().parseFromString(html, 'text/html') : document;
  const letters = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;
  const english = /\b(and|from|has|have|is|not|of|on|or|that|this|was|were|with|in|the|for|by|persons?|plans?|reports?|tasks?|units?)\b/;
  const spoken_attributes = ['placeholder', 'aria-label', 'aria-description', 'title', 'alt', 'value', 'label', 'data-confirm', 'data-confirm-title'];
  const of_one_language = ['option', 'textarea', 'title', 'desc', 'text', 'tspan'];
  const faults = [];

  const place = (element) => {
    const steps = [];
    for (let at = element; at && at !== page.body; at = at.parentElement) {
      steps.unshift(at.localName + (at.id ? `#${at.id}` : [...at.classList].map((name) => `.${name}`).join('')));
      if (at.id) break;
    }
    return steps.join(' > ');
  };
  const judge = (element, said, of = '') => {
    const text = said.normalize('NFC').replace(/\s+/g, ' ').trim();
    const is_vietnamese = /^vi\b/.test(element.closest('[lang]').getAttribute('lang'));
    const has_letters = letters.test(text);
    const tell = (fault) => faults.push(`${fault}: “${text.slice(0, 100)}” in ${place(element)}${of}`);
    // A choice or an attribute cannot be marked in parts: "Sở Tư pháp: 3 of 5 persons" stays English.
    const is_mixed = (of || of_one_language.includes(element.localName)) && english.test(text);
    if (has_letters && !is_vietnamese && !is_mixed) tell('Vietnamese that no lang="vi" marks');
    const page_is_english = page.documentElement.lang === 'en';
    if (!has_letters && is_vietnamese && page_is_english && english.test(text)) tell('English marked Vietnamese');
  };
  const said_by = (element, name) => {
    const is_unseen = name === 'value' && (element.localName !== 'input' || /^(hidden|radio|checkbox)$/.test(element.type));
    return is_unseen ? null : element.getAttribute(name);
  };

  const walk = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const { parentElement: element, textContent } = walk.currentNode;
    if (!['script', 'style'].includes(element.localName)) judge(element, textContent);
  }
  for (const element of page.body.querySelectorAll(spoken_attributes.map((name) => `[${name}]`).join())) {
    for (const name of spoken_attributes) {
      const said = said_by(element, name);
      if (said) judge(element, said, ` [${name}]`);
    }
  }
  return faults;
}

const nothing = (faults, where) => assert.deepEqual(faults, [], `language of parts of ${where}, in English`);

// The page as it is now, which is in English.
export async function assertSpoken(page) {
  nothing(await page.evaluate(wronglySpoken), page.url());
}

// A page that was come to in Vietnamese, asked once more in English; the next one is Vietnamese again.
// `come`: how, where it was the answer to a form, given what makes the next answer English; none: by
// its address.
export async function assertSpokenInEnglish(page, come) {
  const context = page.context();
  const { origin } = new URL(page.url());
  const speak = () => inLanguage(context, origin, 'en');
  let html = '';
  if (come) {
    await come(speak);
  } else {
    await speak();
    html = await (await context.request.get(page.url())).text();
  }
  assert.equal(await page.evaluate(languageOf, html), 'en', `${page.url()} is asked in English`);
  nothing(await page.evaluate(wronglySpoken, html), page.url());
  await inLanguage(context, origin, 'vi');
}

const languageOf = (html) =>
  (html ? new DOMParser().parseFromString(html, 'text/html') : document).documentElement.lang;

// What is planted has to be found, or the silence about the rest is worth nothing.
const planted = `<!doctype html><html lang="en"><body>
<p id="a">Report of Sở Tư pháp</p><p id="b" lang="vi">none of the units</p><p lang="vi">Sở Tư pháp</p>
<p>Plan <span lang="vi">06/KH-HĐND</span></p><input id="c" value="Sở Tư pháp"><img id="d" alt="Bản đồ">
<select><option class="e">Sở Tư pháp<option lang="vi">Sở Tư pháp<option>Every ward of Quận Ba Đình</select>
</body></html>`;
const planted_wanted = [
  'Vietnamese that no lang="vi" marks: “Report of Sở Tư pháp” in p#a',
  'English marked Vietnamese: “none of the units” in p#b',
  'Vietnamese that no lang="vi" marks: “Sở Tư pháp” in select > option.e',
  'Vietnamese that no lang="vi" marks: “Sở Tư pháp” in input#c [value]',
  'Vietnamese that no lang="vi" marks: “Bản đồ” in img#d [alt]',
];

export async function assertPlantedFound(page) {
  assert.deepEqual(await page.evaluate(wronglySpoken, planted), planted_wanted);
}
