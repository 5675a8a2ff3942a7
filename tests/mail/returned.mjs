// A mail that the server took and that comes back days later: the notification lies in the Maildir,
// and then no mail goes to that mailbox, the pages say so, and with another mailbox all is well
// again. A notification of somebody who never saw the mail does nothing.
import assert from 'node:assert/strict';
import { access, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MailServer } from '../kit/mail_server.mjs';
import { reminderIn, standing } from '../kit/outgoing.mjs';
import { formKey, Visitor } from '../kit/visitor.mjs';
import { Office, pause, until } from './office.mjs';

const password = 'lan-toa-mau-2021';
const speed = 600; // a minute is a tenth of a second
const limit_ms = 20_000;
const smtp_seconds = 5;
const quiet_ms = 1_000; // ten looks into the folder

function notification(id, to, action = 'failed', status = '5.1.1') {
  return [
    'From: MAILER-DAEMON@relay.example',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="cut"',
    '',
    '--cut',
    'Content-Type: text/plain',
    '',
    'This mail could not be delivered.',
    '--cut',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; relay.example',
    '',
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; 550 ${status} <${to}>: no such user`,
    '',
    '--cut',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${id}>`,
    '',
    '--cut--',
    '',
  ].join('\r\n');
}

export class Returned {
  constructor() {
    this.server = new MailServer(() => null); // takes everything
    this.files = 0;
  }

  async prepare(from, data) {
    this.folder = `${data}-returns`;
    for (const part of ['tmp', 'new', 'cur']) {
      await mkdir(join(this.folder, part), { recursive: true });
    }
    await this.server.start();
    this.office = await Office.copy(from, data, this.server, smtp_seconds);
    await this.office.start(speed, '--mail-returns', this.folder);
    await this.office.signIn();
    this.keeper = new Visitor();
    await this.keeper.signIn(this.office.program.url, 'quantri', password);
  }

  // As a mail server delivers: written whole beside, then moved. Its name.
  async deliver(text) {
    this.files += 1;
    const name = `${1_620_781_200 + this.files}.M${this.files}.relay`;
    await writeFile(join(this.folder, 'tmp', name), text);
    await rename(join(this.folder, 'tmp', name), join(this.folder, 'new', name));
    return name;
  }

  async isPutBy(name, flags) {
    return access(join(this.folder, 'cur', `${name}:2,${flags}`)).then(() => true, () => false);
  }

  // Since the demo was loaded, which has one of its own.
  returns() {
    const { facts, first_seq } = this.office;
    return facts.slice(first_seq).filter(({ kind }) => kind === 'oversight.mail_returned');
  }

  taken(to) {
    return this.server.takings.filter((one) => one.to === to);
  }

  async send() {
    this.about = this.office.next();
    await this.office.urgeNow(this.about);
    [this.reminder] = await until('the mail is sent', limit_ms, async () => {
      await this.office.look();
      const found = this.office.reminderOf(this.about);
      return found && standing(found[1]) === 'Sent' ? found : null;
    });
    const found = this.server.takings.filter(({ id }) => reminderIn(id) === this.reminder);
    assert.equal(found.length, 1);
    assert.equal(found[0].to, this.about.to);
    this.id = found[0].id;
  }

  // What says too little, or is of somebody who does not know the mail, is put by and changes
  // nothing.
  async doubt() {
    const { to } = this.about;
    const other = this.id.endsWith('0@lantoa.example') ? '1' : '0';
    const forged = this.id.replace(/.@/, `${other}@`);
    const guessed = `nhac-viec-${this.reminder}@lantoa.example`;
    const left = [
      await this.deliver(notification(forged, to)),
      await this.deliver(notification(guessed, to)),
      await this.deliver(notification(this.id, 'another@unit.example')),
      await this.deliver('Subject: Out of office\r\nAuto-Submitted: auto-replied\r\n\r\nAway.\r\n'),
    ];
    const seen = await this.deliver(notification(this.id, to, 'delayed', '4.4.1'));
    await until('they are put by', limit_ms, async () => {
      const all = await Promise.all(left.map((name) => this.isPutBy(name, '')));
      return all.every((one) => one) && (await this.isPutBy(seen, 'S'));
    });
    await this.office.look();
    assert.deepEqual(this.returns(), []);
  }

  async comeBack() {
    const name = await this.deliver(notification(this.id, this.about.to));
    await until('it is put by', limit_ms, () => this.isPutBy(name, 'S'));
    // The same once more, as after a kill between the fact and the file.
    const again = await this.deliver(notification(this.id, this.about.to));
    await until('it is put by, too', limit_ms, () => this.isPutBy(again, 'S'));
    await this.office.look();
    const [fact, ...others] = this.returns();
    assert.deepEqual(others, []);
    const { reminder, status, why } = fact.body;
    assert.deepEqual([reminder, status], [this.reminder, '5.1.1']);
    assert.match(why, /^550 5\.1\.1 … no such user$/);
    assert.deepEqual(await readdir(join(this.folder, 'new')), []);
    this.before = this.taken(this.about.to).length;
  }

  async show() {
    assert.match(await this.office.page(this.reminder), /Bị trả lại .*Hộp thư không tồn tại/);
    const { url } = this.office.program;
    const list = await this.office.visitors[0].get(url, '/thu-tra-lai');
    assert.equal(list.status, 200);
    assert.ok(list.body.includes(this.about.to), 'the mailbox is on the list');
    assert.match(list.body, /Hộp thư không tồn tại/);
  }

  async refuse() {
    const before = this.server.takings.length;
    const answer = await this.office.urge(this.about);
    assert.equal(answer.status, 422);
    assert.match(answer.body, /bị trả lại/);
    await pause(quiet_ms);
    assert.equal(this.taken(this.about.to).length, this.before, 'no further mail');
    return `${this.server.takings.length - before} other mails meanwhile`;
  }

  async mend() {
    const { url } = this.office.program;
    const { unit, to } = this.about;
    const mended = `moi.${unit}@don-vi.lantoa.example`;
    const fields = { 'hop-thu': mended, 'dang-la': to };
    const saved = await this.keeper.post(url, `/don-vi/${unit}/hop-thu`, fields, formKey());
    assert.equal(saved.status, 303, saved.body);
    await this.office.urgeNow(this.about);
    await until('a mail to the new mailbox', limit_ms, () => this.taken(mended).length > 0);
    const list = await this.keeper.get(url, '/thu-tra-lai');
    assert.ok(!list.body.includes(to) && !list.body.includes(mended), 'off the list');
    assert.deepEqual(await this.office.program.stop(), { code: 0, signal: null });
  }

  async close() {
    this.keeper?.close();
    await this.office?.close();
    await this.server.stop();
  }
}
