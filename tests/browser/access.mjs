// What WCAG asks of a page and axe does not judge, as functions that run in the page. Each returns faults as
// sentences, none when all is well; access.scenario.mjs also turns each on a page with a planted defect.

// 2.5.8: a target is 24 x 24 CSS px, or stands in a sentence, or has that much room around its middle.
// { targets, small, roomy, faults }: how many there are, how many are under 24 px and pass by room or
// by sentence, how many have 44 px.
export function targetSizes() {
  const least = 24;
  const selector =
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=option], [tabindex="0"]';
  const shown = (element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.closest('.unseen, .skip, [aria-hidden=true]') && !element.matches(':disabled');
  const boxOf = (element) => {
    const boxes = [...element.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    if (boxes.length === 0) return null;
    const [left, top, right, bottom] = ['left', 'top', 'right', 'bottom'].map((side, i) =>
      (i < 2 ? Math.min : Math.max)(...boxes.map((box) => box[side])));
    return { element, left, top, right, bottom, width: right - left, height: bottom - top };
  };
  // Its line of text decides how high it is.
  const inSentence = ({ element }) => {
    if (getComputedStyle(element).display !== 'inline') return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement;
    const words = block.cloneNode(true);
    for (const target of words.querySelectorAll('a[href], button')) target.remove();
    return /[\p{L}\d]/u.test(words.textContent);
  };
  const boxes = [...document.querySelectorAll(selector)].filter(shown).map(boxOf).filter(Boolean);
  const is_small = (box) => box.width < least - 0.1 || box.height < least - 0.1;
  const middle = (box) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const hits = (box, other) => {
    const [x, y] = middle(box);
    const [dx, dy] = is_small(other)
      ? middle(other).map((at, i) => at - [x, y][i])
      : [Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom)];
    return Math.hypot(dx, dy) < (is_small(other) ? least : least / 2) - 0.1;
  };
  const related = (a, b) => a.contains(b) || b.contains(a);
  const result = { targets: boxes.length, small: 0, roomy: 0, faults: [] };
  for (const box of boxes) {
    if (box.width >= 44 && box.height >= 44) result.roomy += 1;
    if (!is_small(box)) continue;
    result.small += 1;
    if (inSentence(box)) continue;
    const near = boxes.find((other) => !related(other.element, box.element) && hits(box, other));
    if (!near) continue;
    const name = (element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 90);
    const size = `${Math.round(box.width)} x ${Math.round(box.height)}`;
    result.faults.push(`${size} px beside another target: ${name(box.element)} / ${name(near.element)}`);
  }
  return result;
}

// QA8, on public pages: a link that is no part of a line of other words is 44 px high on a phone. { alone, spoken,
// faults }: how many stand so, and how many stand among words and are as high as these. A link that is laid
// out as a box of its own stands alone, whatever is beside it.
export function lowLinks() {
  const least = 44;
  const result = { alone: 0, spoken: 0, faults: [] };
  const is_inline = (element) => getComputedStyle(element).display === 'inline';
  for (const link of document.querySelectorAll('a[href], summary')) {
    const boxes = [...link.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    if (boxes.length === 0 || link.closest('.unseen, .skip') || !link.checkVisibility({ visibilityProperty: true })) continue;
    let block = link.parentElement;
    while (is_inline(block)) block = block.parentElement;
    const words = block.cloneNode(true);
    for (const other of words.querySelectorAll('a[href], button, .unseen')) other.remove();
    if (is_inline(link) && /[\p{L}\d]/u.test(words.textContent)) {
      result.spoken += 1;
      continue;
    }
    result.alone += 1;
    const height = Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
    if (height < least - 0.5) result.faults.push(`${Math.round(height)} px high: ${link.outerHTML.slice(0, 100)}`);
  }
  return result;
}

// 1.4.4, 1.4.10, 1.4.12: nothing is cut off, nothing lies on other text, nothing is wider than the page.
export function lostText() {
  const faults = [];
  const told = (element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 100);
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    faults.push(`the page is ${root.scrollWidth} px wide in ${root.clientWidth}`);
  }
  const seen = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest('.unseen, .trap, .skip, svg');
  for (const element of document.body.querySelectorAll('*')) {
    if (!seen(element) || element.matches('input, select, option, optgroup, textarea')) continue;
    const style = getComputedStyle(element);
    const cuts = (way) => /hidden|clip/.test(way);
    const over = (inner, outer) => inner > outer + 1;
    const cut =
      (cuts(style.overflowX) && over(element.scrollWidth, element.clientWidth)) ||
      (cuts(style.overflowY) && over(element.scrollHeight, element.clientHeight)) ||
      (element.matches('button, .button, .state') && style.display !== 'inline' &&
        (over(element.scrollWidth, element.offsetWidth) || over(element.scrollHeight, element.offsetHeight)));
    if (cut) faults.push(`cut off: ${told(element)}`);
  }
  // The middle of each line of text, so that tall content areas of neighbouring lines do not count.
  const lines = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walk.nextNode()) {
    const { parentElement: element, textContent } = walk.currentNode;
    if (!textContent.trim() || !seen(element) || /^(option|script|textarea)$/.test(element.localName)) continue;
    if (getComputedStyle(element.closest('th, caption') ?? element).position === 'sticky') continue;
    range.selectNodeContents(walk.currentNode);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const third = (bottom - top) / 3;
      if (right - left > 2) lines.push({ element, left: left + 1, right: right - 1, top: top + third, bottom: bottom - third });
    }
  }
  lines.sort((a, b) => a.top - b.top);
  for (let i = 0; i < lines.length; ++i) {
    for (let j = i + 1; j < lines.length && lines[j].top < lines[i].bottom; ++j) {
      const [a, b] = [lines[i], lines[j]];
      if (a.left < b.right && b.left < a.right) faults.push(`text on text: ${told(a.element)} / ${told(b.element)}`);
    }
  }
  return faults.slice(0, 10);
}

// 2.2.2, 2.3.1, 2.3.3: nothing moves by itself, and for who wants less motion nothing at all.
export function moves(reduced) {
  const faults = [];
  const long = (times) => times.split(',').some((time) => parseFloat(time) > 0);
  for (const element of document.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    const told = element.outerHTML.replace(/\s+/g, ' ').slice(0, 80);
    if (style.animationName !== 'none') faults.push(`animated: ${told}`);
    if (reduced && long(style.transitionDuration)) faults.push(`changes over time: ${told}`);
    if (reduced && style.scrollBehavior !== 'auto') faults.push(`scrolls by itself: ${told}`);
  }
  for (const element of document.querySelectorAll('marquee, blink, [autoplay], meta[http-equiv=refresh i]')) {
    faults.push(`moves by itself: ${element.outerHTML.slice(0, 80)}`);
  }
  return faults.slice(0, 10);
}

// 1.4.13: what the pointer or the focus changes is how something looks, never what is there. Only the
// link that skips the header comes into view, as it must.
export function revealed() {
  const looks =
    /^(color|background|border|outline|text-decoration|text-underline|box-shadow|fill|stroke|accent-color)/;
  const faults = [];
  let rules = 0;
  const read = (list) => {
    for (const rule of list) {
      if (rule.cssRules?.length) read(rule.cssRules);
      if (!/:(hover|focus)/.test(rule.selectorText ?? '')) continue;
      rules += 1;
      for (const name of rule.style) {
        if (!looks.test(name) && rule.selectorText !== '.skip:focus') faults.push(`${rule.selectorText}: ${name}`);
      }
    }
  };
  for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) read(sheet.cssRules);
  return { rules, faults };
}

// QA12: the highest letters that begin Vietnamese words do not touch the lowest of the line above, and
// nothing that cuts is so low that it takes their marks away.
export function stacks() {
  const highest = 'ẴẪỄẨỂ';
  const lowest = 'ậựgypẬ';
  const measured = 400; // px
  const coarse = 0.02; // em; the browser tells the boxes of letters in steps
  const context = document.createElement('canvas').getContext('2d');
  const faults = [];
  const styles = new Set();
  const is_field = (element) => element.matches('input, select, textarea');
  const shows = (element) =>
    is_field(element) || [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  for (const element of document.body.querySelectorAll('*')) {
    if (!shows(element) || !element.checkVisibility() || element.closest('.unseen, svg, code, kbd, pre')) continue;
    const style = getComputedStyle(element);
    context.font = `${style.fontWeight} ${measured}px ${style.fontFamily}`;
    const part = parseFloat(style.fontSize) / measured;
    const up = context.measureText(highest).actualBoundingBoxAscent * part;
    const down = context.measureText(lowest).actualBoundingBoxDescent * part;
    const line = parseFloat(style.lineHeight);
    const told = `${style.fontSize}/${style.lineHeight}: ${element.outerHTML.replace(/\s+/g, ' ').slice(0, 80)}`;
    styles.add(`${style.fontSize} ${style.fontWeight} ${style.lineHeight}`);
    if (line && !is_field(element) && up + down > line + coarse * parseFloat(style.fontSize)) faults.push(`lines touch at ${told}`);
    const cuts = is_field(element) || /hidden|clip/.test(style.overflowY);
    if (cuts && element.clientHeight > 0 && up + down > element.clientHeight) faults.push(`cut off at ${told}`);
  }
  return { styles: styles.size, faults: faults.slice(0, 10) };
}

// 1.4.1: a state is a shape and a word, the colour only comes with them.
export function bareStates() {
  return [...document.querySelectorAll('.state')]
    .filter((state) => state.checkVisibility())
    .filter((state) => !state.textContent.trim() || getComputedStyle(state, '::before').content === 'none')
    .map((state) => `colour alone: ${state.outerHTML.slice(0, 80)}`);
}

// 2.4.4: a link says where it leads, or its row or its line in a list does.
export function vagueLinks() {
  const vague = /^(tại đây|ở đây|đây|xem thêm|chi tiết|here|more|read more)\.?$/i;
  const faults = [];
  const led = new Map();
  for (const link of document.querySelectorAll('main a[href]')) {
    const words = (link.getAttribute('aria-label') ?? link.textContent).trim().replace(/\s+/g, ' ');
    const [address, earlier] = [link.getAttribute('href'), led.get(words)];
    if (vague.test(words)) faults.push(`says nothing: ${words} (${address})`);
    if (earlier && earlier !== address && !link.closest('tr, li, p, dd')) faults.push(`also leads to ${earlier}: ${words}`);
    led.set(words, address);
  }
  return faults;
}

// 1.2, 1.4.2: parts that would bring further duties with them.
export function media() {
  return [...document.querySelectorAll('audio, video, iframe, object, embed, canvas')].map(
    (element) => `needs its own criteria looked at: ${element.outerHTML.slice(0, 80)}`,
  );
}

// Rules laid over the page's own, as a reader's style sheet is; the content policy does not bind them.
export function overlay(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = css ? [sheet] : [];
}
