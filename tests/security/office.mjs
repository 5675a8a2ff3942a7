// The office's part: articles written by one and released by another.
import assert from 'node:assert/strict';
import { formKey } from '../kit/visitor.mjs';
import { ask, hidden, post, signIn } from './site.mjs';

export class Office {
  static async of(site) {
    const office = new Office();
    office.site = site;
    office.planner = await signIn(site, 'stp.chuyenvien');
    office.leader = await signIn(site, 'stp.lanhdao');
    office.keeper = await signIn(site, 'quantri');
    const form = await office.get('/bai-viet/moi');
    office.unit = /<option value="(\d+)"/.exec(form.body)[1];
    return office;
  }

  get(path, who = this.planner) {
    return ask(this.site, path, { headers: { cookie: who.cookie } });
  }

  post(path, fields, who = this.planner) {
    const all = { ...fields, khoa: formKey(), csrf: who.csrf };
    return post(this.site, path, all, { cookie: who.cookie });
  }

  // A file of units or persons, as a browser uploads it.
  upload(path, text, who = this.planner) {
    const edge = `----${formKey()}`;
    const part = (head, body) =>
      `--${edge}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
    const file = part('name="tep"; filename="don-vi.csv"\r\nContent-Type: text/csv', text);
    const fields = part('name="csrf"', who.csrf) + part('name="khoa"', formKey());
    const body = `${fields}${file}--${edge}--\r\n`;
    const headers = {
      cookie: who.cookie,
      'content-type': `multipart/form-data; boundary=${edge}`,
    };
    return ask(this.site, path, { method: 'POST', headers, body });
  }

  // Its number, or the answer that refused it.
  async write({ title, lead, body, author }) {
    const fields = { 'tieu-de': title, sapo: lead, 'noi-dung': body, 'tac-gia': author };
    const all = { ...fields, 'don-vi': this.unit, viec: 'gui-duyet' };
    const answer = await this.post('/bai-viet/moi', all);
    const no = Number(/^\/bai-viet\/(\d+)/.exec(answer.headers.location ?? '')?.[1] ?? 0);
    return no > 0 ? no : answer;
  }

  async release(no) {
    const page = await this.get(`/bai-viet/${no}`, this.leader);
    const fields = { ban: hidden(page.body, 'ban') || '1' };
    const answer = await this.post(`/bai-viet/${no}/duyet`, fields, this.leader);
    assert.equal(answer.status, 303, `article ${no} is released: ${answer.status}`);
    return no;
  }
}
