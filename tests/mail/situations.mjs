// What a mail server can do to one mail, and how the mail has to stand afterwards.
//
//   step, does   what is done once, at that step of that mail's conversation; at a step before the
//                recipient is known, of the next conversation
//   stands       Sent, Refused or postponed, in the ledger
//   why          what the ledger says of it
//   may          whether it may have arrived, as the ledger says (absent: either)
//   page         what the office's page says
//   hangs        it costs the whole limit of an attempt
//   taken        times it was taken at once, without the sender's hearing so
const later = /Đã hoãn 1 lần; gửi lại từ \d\d:\d\d \d\d\/\d\d\/\d{4}\./;
const timed_out = /tim(ed|e) ?out/i;
const broke_off = /./;
const many_bytes = Buffer.from([0x00, 0xff, 0xfe, 0x1b, 0x5b, 0x32, 0x4a, 0xe2, 0x80, 0xae, 0x7f]);
const x = (count) => 'x'.repeat(count);

const silent = { silent: true };
const reset = { reset: true };
const postponed = { stands: 'postponed', page: later };
const hanging = { ...postponed, hangs: true, why: timed_out };
const refused = { stands: 'Refused', page: /Máy chủ thư từ chối/ };
const sent = { stands: 'Sent', why: /^250/, page: /Đã gửi/ };

export const situations = [
  { name: 'takes it', ...sent },
  { name: 'is closed at the greeting (421)', step: 'greeting', does: { say: '421 closed' },
    ...postponed, why: /^421 closed$/, may: false },
  { name: 'turns us away at the greeting (554)', step: 'greeting', does: { say: '554 not here' },
    ...postponed, why: /^554/, may: false },
  { name: 'has no room for MAIL (452)', step: 'MAIL', does: { say: '452 full' },
    ...postponed, why: /^452 full$/, may: false },
  { name: 'never greets', step: 'greeting', does: silent, ...hanging, may: false },
  { name: 'greets with bytes that are no words', step: 'greeting',
    does: { say: Buffer.concat([many_bytes, Buffer.from('\r\n')]) }, ...hanging, may: false },
  { name: 'hangs after EHLO', step: 'EHLO', does: silent, ...hanging, may: false },
  { name: 'hangs after MAIL', step: 'MAIL', does: silent, ...hanging, may: false },
  { name: 'hangs after DATA', step: 'DATA', does: silent, ...hanging, may: false },
  { name: 'hangs after the dot', step: '.', does: silent, ...hanging, may: true },
  { name: 'takes it and hangs after the dot', step: '.', does: { ...silent, take: true },
    ...hanging, may: true, taken: 1 },
  { name: 'cuts off before DATA', step: 'RCPT', does: reset,
    ...postponed, why: broke_off, may: false },
  { name: 'cuts off in the middle of DATA', step: 'text', does: reset,
    ...postponed, why: broke_off },
  { name: 'cuts off after the dot', step: '.', does: reset,
    ...postponed, why: broke_off, may: true },
  { name: 'takes it and cuts off before the 250', step: '.', does: { ...reset, take: true },
    ...postponed, why: broke_off, may: true, taken: 1 },
  { name: 'is busy (421 at RCPT)', step: 'RCPT', does: { say: '421 busy' },
    ...postponed, why: /^421 busy$/, may: false },
  { name: 'greylists (450 the first time)', step: 'RCPT', does: { say: '450 4.2.0 greylisted' },
    ...postponed, why: /^450 4\.2\.0 greylisted$/, may: false },
  { name: 'has no room for the text (452 after the dot)', step: '.', does: { say: '452 full' },
    ...postponed, why: /^452 full$/, may: false },
  { name: 'speaks in one line without end', step: 'RCPT', does: { say: Buffer.from(x(300_000)) },
    ...postponed, why: broke_off, may: false },
  { name: 'knows no such mailbox (550)', step: 'RCPT', does: { say: '550 5.1.1 no such user' },
    ...refused, page: /Bị trả lại/, why: /^550 5\.1\.1 no such user$/ },
  { name: 'wants no such text (554 after the dot)', step: '.', does: { say: '554 spam?' },
    ...refused, why: /^554 spam\?$/ },
  { name: 'refuses in several lines', step: 'RCPT',
    does: { say: '550-5.7.1 no\r\n550-5.7.1 and\r\n550 5.7.1 no again' },
    ...refused, why: /^550 5\.7\.1 no again$/ },
  { name: 'refuses with an address and a tag', step: 'RCPT',
    does: { say: '550 <b>x@y.example</b> unknown' }, ...refused, why: /^550 … unknown$/ },
  { name: 'refuses in a very long line', step: 'RCPT', does: { say: `550 ${x(100_000)}` },
    ...refused, why: /^550 x{100,196}$/ },
  { name: 'refuses with bytes that are no words', step: 'RCPT',
    does: { say: Buffer.concat([Buffer.from('550 '), many_bytes, Buffer.from(' no\r\n')]) },
    ...refused, why: /^550 [ -~]+ no$/ },
  { name: 'refuses and hangs at the goodbye', step: 'RCPT', does: { say: '550 no' }, then: silent,
    ...refused, why: /^550 no$/, hangs: true },
  { name: 'answers EHLO in several lines, one very long', step: 'EHLO',
    does: { say: `250-sink\r\n250-X${x(100_000)}\r\n250-PIPELINING\r\n250 8BITMIME` }, ...sent },
  { name: 'takes it in several lines', step: '.', does: { say: '250-one\r\n250-two\r\n250 three' },
    ...sent, why: /^250 three$/ },
  { name: 'takes it in a very long line', step: '.', does: { say: `250 ${x(20_000)}` },
    ...sent, why: /^250 x{100,196}$/ },
];

// Steps at which nobody knows yet whose mail it will be.
export const is_before_recipient = (step) => ['greeting', 'EHLO', 'MAIL'].includes(step);
