// The second judge of the pages' HTML, html-validate: not so much whether it is HTML as whether it is
// good HTML (names of landmarks, labels, order of headings, what hides from whom).
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const rules = {
  // Of a host of one's own the policy and the address, which names the content, say the same.
  'require-sri': ['error', { target: 'crossorigin' }],
  // ARIA lets every element be named whose role is not a mere piece of text: lists are.
  'aria-label-misuse': ['error', { allowAnyNamable: true }],
  // A summary of faults with a heading of its own stands before everything else.
  'heading-level': ['error', { minInitialRank: 'h2' }],
  // Places of a law text are named with dots, and documents elsewhere lead to them by these names.
  'valid-id': ['error', { relaxed: true }],
  // Plans and documents are called what they are called.
  'long-title': 'off',
  // HTML says what a button and an input without a type are: that is what ours are.
  'no-implicit-button-type': 'off',
  'no-implicit-input-type': 'off',
  // How the source looks: a reader never sees it.
  'doctype-style': ['error', { style: 'lowercase' }],
  'no-trailing-whitespace': 'off',
};

// The same for all pages, and half as long to put together as a page is to judge.
class OneConfig extends StaticConfigLoader {
  getConfigFor(handle, override) {
    return (this.kept ??= super.getConfigFor(handle, override));
  }
}

const presets = ['recommended', 'document', 'a11y'].map((name) => `html-validate:${name}`);

// As the other checker tells them: [{ url, message, extract }] of [{ url, html }].
export async function secondMessagesAbout(pages) {
  const judge = new HtmlValidate(new OneConfig({ root: true, extends: presets, rules }));
  const messages = [];
  for (const { url, html } of pages) {
    const { results } = await judge.validateString(html, url);
    for (const { ruleId, message, offset, size } of results.flatMap((result) => result.messages)) {
      messages.push({
        url,
        message: `${ruleId}: ${message}`,
        extract: html.slice(Math.max(0, offset - 1), offset + Math.max(size, 60)),
      });
    }
  }
  return messages;
}
