// What a screen reader says of a page, in Vietnamese: Chromium's own tree of accessibility in the order of
// reading, a line for each thing one hears. Not the wording of one reader, but all that each of them is
// given: role, name, value, state, level, place in a list, column of a cell, description, language.
import assert from 'node:assert/strict';

const rows_max = 6; // of a long list, table or row of controls; what follows is only counted

// Without a word here a role fails the run, so that nothing goes unheard.
const regions = {
  banner: 'đầu trang', contentinfo: 'chân trang', main: 'nội dung chính', navigation: 'điều hướng', search: 'tìm kiếm',
  complementary: 'phần bên cạnh', region: 'vùng', form: 'biểu mẫu', group: 'nhóm', radiogroup: 'nhóm nút chọn',
  article: 'bài', figure: 'hình kèm lời', blockquote: 'trích dẫn', dialog: 'hộp thoại', alertdialog: 'hộp thoại cảnh báo',
  status: 'trạng thái', alert: 'cảnh báo', listbox: 'danh sách gợi ý', DescriptionList: 'danh sách giải thích',
};
const controls = {
  link: 'liên kết', button: 'nút', textbox: 'ô nhập', searchbox: 'ô tìm', combobox: 'hộp chọn', spinbutton: 'ô số',
  checkbox: 'ô đánh dấu', radio: 'nút chọn một', slider: 'thanh trượt', DisclosureTriangle: 'nút mở ra', Date: 'ô ngày',
};
const inline = new Set([
  'generic', 'none', 'strong', 'emphasis', 'time', 'code', 'superscript', 'subscript', 'mark', 'Abbr', 'LabelText',
  'Details', 'deletion', 'insertion', 'Pre', 'Legend', 'Figcaption', 'paragraph', 'rowgroup', 'RootWebArea', 'SvgRoot',
  'ListMarker', 'DescriptionListTerm', 'DescriptionListDetail', 'Section', 'HeaderAsNonLandmark', 'FooterAsNonLandmark', 'sectionheader', 'sectionfooter',
]);
const unheard = new Set(['InlineTextBox', 'ListMarker', 'LineBreak', 'MenuListPopup', 'option']);
const named = new Set([...Object.keys(controls), 'img', 'image', 'dialog', 'listbox', 'radiogroup']);
const squeezed = (text) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

// By the number that both trees know: attributes, the language it stands in, how it is laid out.
function elementsOf({ documents: [{ nodes, layout }], strings }) {
  const displays = new Map(layout.nodeIndex.map((index, i) => {
    const [display, position] = layout.styles[i].map((at) => strings[at]);
    return [index, position === 'absolute' ? 'inline-block' : display]; // unseen words belong to their line
  }));
  const all = nodes.backendNodeId.map((_, i) => {
    const attributes = {};
    const pairs = nodes.attributes[i] ?? [];
    for (let at = 0; at < pairs.length; at += 2) attributes[strings[pairs[at]]] = strings[pairs[at + 1]];
    return { attributes, display: displays.get(i) ?? '' };
  });
  // A parent stands before its children.
  for (const [i, one] of all.entries()) one.lang = one.attributes.lang ?? all[nodes.parentIndex[i]]?.lang;
  return new Map(all.map((one, i) => [nodes.backendNodeId[i], one]));
}

// The tree as CDP gives it, each node with its element's attributes.
export class Hearing {
  static async of(session, page, rows = rows_max) {
    const [{ nodes }, snapshot] = await Promise.all([
      session.send('Accessibility.getFullAXTree'),
      session.send('DOMSnapshot.captureSnapshot', { computedStyles: ['display', 'position'] }),
    ]);
    return new Hearing(nodes, snapshot, await page.evaluate(() => document.documentElement.lang), rows);
  }

  // Only what has the focus.
  static async focus(session, page) {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const [language, lang] = await page.evaluate(() => [
      document.documentElement.lang, document.activeElement.closest('[lang]').lang,
    ]);
    const hearing = new Hearing(nodes, null, language, rows_max);
    const { backendDOMNodeId: number } = hearing.focused() ?? {};
    if (number === undefined) return hearing.focus();
    const { node } = await session.send('DOM.describeNode', { backendNodeId: number });
    const attributes = {};
    for (let at = 0; at < (node.attributes?.length ?? 0); at += 2) attributes[node.attributes[at]] = node.attributes[at + 1];
    hearing.elements.set(number, { attributes, lang, display: '' });
    return hearing.focus();
  }

  constructor(nodes, snapshot, language, rows) {
    this.language = language;
    this.rows_max = rows;
    this.nodes = nodes;
    this.by = new Map(nodes.map((node) => [node.nodeId, node]));
    this.elements = snapshot ? elementsOf(snapshot) : new Map();
    this.lines = [];
    this.depth = 0;
    this.pending = '';
    this.parts = [];
    this.levels = 0;
    this.names = new Set(nodes.filter((node) => controls[this.role(node)] || this.role(node) === 'group').map((node) => this.name(node)));
    this.described = new Set(nodes.flatMap((node) => (this.attribute(node, 'aria-describedby') ?? '').split(' ')));
  }

  role = (node) => (node.ignored ? 'none' : node.role?.value);
  name = (node) => squeezed(node.name?.value ?? '');
  element = (node) => this.elements.get(node.backendDOMNodeId);
  attribute = (node, key) => this.element(node)?.attributes[key];
  property = (node, key) => node.properties?.find(({ name }) => name === key)?.value.value;
  children = (node) => (node.childIds ?? []).map((id) => this.by.get(id)).filter(Boolean);

  // Everything below it that has the role, not looking below others of `within`.
  below(node, role, within) {
    return this.children(node).flatMap((child) => {
      if (this.role(child) === role) return [child];
      return within.has(this.role(child)) ? [] : this.below(child, role, within);
    });
  }

  text(node) {
    const raw = (one) => (this.role(one) === 'StaticText' ? one.name?.value ?? '' : this.children(one).map(raw).join(''));
    return squeezed(raw(node));
  }

  // Words in another language than the page's are told with it: a reader changes its voice there.
  voiced(node, words) {
    const lang = this.element(node)?.lang ?? this.language;
    return lang.slice(0, 2) === this.language.slice(0, 2) || !words.trim() ? words : words.replace(/\S.*\S|\S/s, `⟨${lang.slice(0, 2)}: $&⟩`);
  }

  flush() {
    const parts = this.parts.filter(({ words }) => words);
    this.parts = [];
    const all = parts.filter(({ control }) => control);
    const shown = this.first(all);
    if (all.length > rows_max && shown.length < all.length) {
      const said = [...shown.map(({ words }) => `[${words}]`), `… còn ${all.length - shown.length} nữa`];
      this.line(said.join(' '));
      return;
    }
    const is_alone = parts.filter(({ words }) => words.trim()).length === 1;
    const words = parts.map((one) => (one.control && !is_alone ? `[${one.words}]` : one.words)).join('');
    if (words.trim()) this.line(squeezed(words.replace(/([\p{L}\d\]])\[(?=\p{Ll}+[ \p{Ll}]*: )/gu, '$1 [')));
  }

  line(words) {
    this.lines.push(`${'  '.repeat(this.depth)}${this.pending}${words}`);
    this.pending = '';
  }

  // A control as one hears it when the focus comes to it.
  control(node) {
    const role = this.role(node);
    const type = this.attribute(node, 'type');
    let kind = controls[role];
    if (role === 'textbox' && this.property(node, 'multiline')) kind = 'ô nhập nhiều dòng';
    if (type === 'password') kind = 'ô mật khẩu';
    if (type === 'file') kind = 'nút chọn tệp';
    if (this.attribute(node, 'role') === 'combobox') kind = 'ô tìm có gợi ý';
    const said = [`${kind}: ${this.voiced(node, this.name(node)) || '⟨không tên⟩'}`, ...this.states(node, role, type)];
    return said.filter(Boolean).join(', ');
  }

  states(node, role, type) {
    const is = (key) => this.property(node, key);
    const current = this.attribute(node, 'aria-current');
    const fields = ['textbox', 'searchbox', 'combobox', 'spinbutton', 'slider', 'Date'];
    const value = squeezed(String(this.attribute(node, 'aria-valuetext') || node.value?.value || ''));
    const checked = { true: 'đã đánh dấu', false: 'chưa đánh dấu', mixed: 'đánh dấu một phần' }[is('checked')];
    return [
      fields.includes(role) && value && type !== 'password' ? `“${value.length > 90 ? `${value.slice(0, 90)}…` : value}”` : '',
      type === 'password' && value ? `đã gõ ${value.length} ký tự` : '',
      role === 'slider' ? `từ ${is('valuemin')} tới ${is('valuemax')}` : '',
      checked && (role === 'radio' ? checked.replace('đánh dấu', 'chọn') : checked),
      is('pressed') !== undefined && is('pressed') !== '' ? (String(is('pressed')) === 'true' ? 'đang bật' : 'đang tắt') : '',
      is('expanded') === undefined ? '' : is('expanded') ? 'mở rộng' : 'thu gọn',
      current === 'page' ? 'trang hiện tại' : current && current !== 'false' ? 'mục hiện tại' : '',
      is('required') ? 'bắt buộc' : '',
      is('readonly') ? 'chỉ đọc' : '',
      is('disabled') ? 'không dùng được' : '',
      is('invalid') && String(is('invalid')) !== 'false' ? 'không hợp lệ' : '',
      node.description?.value ? `mô tả: ${squeezed(node.description.value)}` : '',
    ];
  }

  first = (all) => (this.rows_max > 0 && all.length <= this.rows_max + 2 ? all : all.slice(0, this.rows_max));

  // A list's or a table's long rest.
  cut(all, each) {
    const shown = this.first(all);
    for (const [i, one] of shown.entries()) each(one, i);
    if (shown.length < all.length) this.line(`… còn ${all.length - shown.length} nữa`);
  }

  within(head, inside) {
    this.flush();
    if (head) this.line(head);
    this.depth += head ? 1 : 0;
    inside();
    this.flush();
    this.depth -= head ? 1 : 0;
    this.pending = '';
  }

  list(node) {
    const items = this.below(node, 'listitem', new Set(['list']));
    const name = this.name(node);
    this.levels += 1;
    const level = this.levels > 1 ? `, cấp ${this.levels}` : '';
    this.within(`danh sách${name ? ` “${this.voiced(node, name)}”` : ''}, ${items.length} mục${level}`, () =>
      this.cut(items, (item, i) => {
        assert.equal(this.property(item, 'level'), this.levels, 'Chromium tells the level of an item');
        this.pending = `mục ${i + 1} trên ${items.length}: `;
        for (const child of this.children(item)) this.say(child);
        this.flush();
        if (this.pending) this.line('trống');
      }));
    this.levels -= 1;
  }

  // All of a cell in one line.
  cell(node) {
    const inner = Object.assign(Object.create(Hearing.prototype), this, { lines: [], depth: 0, pending: '', parts: [] });
    for (const child of this.children(node)) inner.say(child);
    inner.flush();
    return inner.lines.map((line) => line.trim()).join('; ') || 'trống';
  }

  table(node) {
    const all = this.below(node, 'row', new Set());
    const cells = (row) => this.children(row).flatMap((one) => (one.ignored ? this.children(one) : [one]));
    const is_head = (row) => cells(row).length > 0 && cells(row).every((one) => this.role(one) === 'columnheader');
    const head = all.find(is_head);
    const names = head ? cells(head).map((one) => this.text(one)) : [];
    const rows = all.filter((row) => row !== head);
    const columns = Math.max(0, ...all.map((row) => cells(row).length));
    this.within(`bảng “${this.voiced(node, this.name(node)) || '⟨không tên⟩'}”, ${all.length} dòng, ${columns} cột`, () => {
      if (head) this.line(`dòng tiêu đề: ${names.join('; ')}`);
      this.cut(rows, (row, i) => {
        const said = cells(row).map((one, at) => {
          const told = cells(row).length === names.length && at > 0 ? `${names[at]}: ` : '';
          return told + this.cell(one);
        });
        this.line(`dòng ${i + (head ? 2 : 1)}: ${said.join(' | ')}`);
      });
    });
  }

  say(node) {
    const role = this.role(node);
    const words = this.name(node);
    if (unheard.has(role)) {
      if (role === 'LineBreak') this.parts.push({ words: ' ' });
    } else if (role === 'StaticText') {
      this.parts.push({ words: this.voiced(node, node.name?.value ?? '') });
    } else if (controls[role]) {
      this.parts.push({ words: this.control(node), control: true });
      if (!['link', 'button'].includes(role)) this.flush();
    } else if (role === 'heading') {
      this.within('', () => {
        this.pending += `tiêu đề mức ${this.property(node, 'level')}: `;
        for (const child of this.children(node)) this.say(child);
      });
    } else if (role === 'list') this.list(node);
    else if (role === 'table') this.table(node);
    else if (role === 'caption') return;
    else if (role === 'img' || role === 'image') this.parts.push({ words: `hình: ${this.voiced(node, words) || '⟨không lời⟩'}`, control: true });
    else if (role === 'term') {
      this.flush();
      this.pending += `${this.text(node)} → `;
    }
    else if (role === 'definition') this.within('', () => this.inside(node));
    else if (regions[role]) this.region(node, role, words);
    else {
      assert.ok(inline.has(role), `say in aloud.mjs what one hears of the role ${role}, “${words}”`);
      this.plain(node, role);
    }
  }

  inside(node) {
    for (const child of this.children(node)) this.say(child);
  }

  region(node, role, words) {
    const is_bare = !words && ['group', 'form', 'article', 'region', 'status', 'alert', 'figure'].includes(role);
    if (is_bare && this.text(node) === '') return;
    const head = is_bare && !['status', 'alert'].includes(role) ? '' : regions[role] + (words ? `: ${this.voiced(node, words)}` : '');
    const pairs = role === 'DescriptionList' ? `, ${this.below(node, 'term', new Set()).length} mục` : '';
    this.within(head + pairs, () => this.inside(node));
  }

  // Text; not what is said with its field anyway.
  plain(node, role) {
    const id = this.attribute(node, 'id');
    const is_said = (role === 'LabelText' || role === 'Legend') && this.names.has(this.text(node).replace(/ ?:$/, ''));
    if (is_said || (id && this.described.has(id) && this.below(node, 'link', new Set()).length === 0)) return;
    const display = this.element(node)?.display ?? '';
    const is_block = role === 'paragraph' || !/^(inline.*|contents|)$/.test(display);
    if (/^inline-/.test(display)) this.parts.push({ words: ' ' });
    const mark = { deletion: 'bỏ đi', insertion: 'thêm vào' }[role];
    if (is_block) this.flush();
    if (mark) this.parts.push({ words: `⟨${mark}⟩` });
    this.inside(node);
    if (is_block) this.flush();
    else if (/^inline-/.test(display)) this.parts.push({ words: ' ' });
  }

  find(wanted) {
    return this.nodes.find((node) => !node.ignored && wanted(node));
  }

  // The whole page, or its main region.
  read(only_main = true) {
    const from = (only_main && this.find((node) => this.role(node) === 'main')) || this.nodes[0];
    if (only_main) this.inside(from);
    else this.say(from);
    this.flush();
    return this.lines;
  }

  // How many items of lists the main region has, by level as Chromium tells it.
  levelsOfItems() {
    const out = [];
    for (const node of this.inOrder(this.find((one) => this.role(one) === 'main'))) {
      if (this.role(node) !== 'listitem') continue;
      const at = this.property(node, 'level') - 1;
      out[at] = (out[at] ?? 0) + 1;
    }
    return out;
  }

  // The dialog that is open.
  open() {
    const dialog = this.find((node) => ['dialog', 'alertdialog'].includes(this.role(node)));
    if (dialog) this.say(dialog);
    this.flush();
    return this.lines;
  }

  focused = () => this.nodes.filter((node) => !node.ignored && this.property(node, 'focused')).at(-1);

  // What one hears where the focus is.
  focus() {
    const focused = this.focused();
    const role = focused && this.role(focused);
    if (!focused || role === 'RootWebArea') return 'đầu trang';
    if (controls[role]) return this.control(focused);
    const what = regions[role] ?? (role === 'heading' ? `tiêu đề mức ${this.property(focused, 'level')}` : '');
    const said = this.name(focused) || this.text(focused);
    const cut = said.length > 120 ? `${said.slice(0, 120)}…` : said;
    return [role === 'listitem' ? 'mục' : what, cut].filter(Boolean).join(': ');
  }

  inOrder = (node) => [node, ...this.children(node).flatMap((child) => this.inOrder(child))];

  // Faults of all of it, not only of what is logged.
  faults() {
    const out = [];
    const headings = [];
    // The summary of faults comes before the title of the page, and has the focus.
    const alerts = this.nodes.filter((node) => this.role(node) === 'alert');
    const in_alerts = new Set(alerts.flatMap((node) => this.inOrder(node)));
    for (const node of this.inOrder(this.nodes[0])) {
      const role = this.role(node);
      if (node.ignored) continue;
      if (role === 'heading' && !in_alerts.has(node)) headings.push(node);
      if (!named.has(role)) continue;
      const name = this.name(node);
      const where = `${role} ${JSON.stringify(this.element(node)?.attributes ?? {}).slice(0, 120)}`;
      if (!/[\p{L}\p{N}]/u.test(name)) out.push(`no name: ${where}`);
      for (const key of ['id', 'name']) {
        if (name && name === this.attribute(node, key)) out.push(`its name is its ${key}: ${where}`);
      }
    }
    let before = 0;
    for (const node of headings) {
      const level = this.property(node, 'level');
      if (level > before + 1) out.push(`a heading of level ${level} after one of ${before}: ${this.name(node)}`);
      before = level;
    }
    return out;
  }
}
