// QS12: a program that is no simpler than a reader: a real Chromium opens an article, follows its
// link to the form, lets the page's own script solve the puzzle, waits as long as a person would
// take and sends; again and again, each time as a new visitor, several at once. No rule tells it
// from a reader, so what is looked at is how much of it comes in, what it costs, what it is told
// and that none of it is public unread.
import net from 'node:net';
import { networkInterfaces } from 'node:os';
import * as comments from './comments.mjs';
import { ask, Double, Findings } from './site.mjs';
import { long, lookForMark, mark, mark_defects, received, spam_defects } from './spam.mjs';

const of_network_max = 20; // received in any hour
const processor_s_min = 0.3; // for a puzzle, on average
const hour_ms = 3600_000;
const jitter_ms = 2_000; // what is admitted is answered, and a fact, a little later
const step_ms_max = 60_000; // the machine may be busy
const pages_max = 300; // looked at for what it wrote
// The short run ends some tries after the limit, and leaves the first ones to a simpler program;
// the long one goes on for an hour, slower, because what is asked of it then is only that nothing
// more comes in, and until the next ones have come in: afterwards the limit is reached again.
const tabs = 6;
const refused_in_a_row = 3;
const by_program = long ? 0 : 12;
const run_ms_max = long ? hour_ms + 300_000 : 120_000;
const rest_ms = long ? 14_000 : 0; // of a tab, after it was refused
const broken_max = 0.1; // of the tries, on a machine that does not come to a step in its time

// This machine itself is not counted (city/senders.h), so the visits go the way of another one: by
// a relay on 127.0.0.1, where browsers have WebCrypto without TLS, that goes on from an address
// which is not the machine's own loop. Undefined where there is none.
export class Relay {
  static async of(site) {
    const all = Object.values(networkInterfaces()).flat();
    const from = all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
    if (!from) return undefined;
    const relay = new Relay();
    const { port } = new URL(site);
    relay.sockets = new Set();
    relay.server = net.createServer((near) => {
      const far = net.connect({ host: '127.0.0.1', port: Number(port), localAddress: from });
      for (const [one, other] of [
        [near, far],
        [far, near],
      ]) {
        relay.sockets.add(one);
        one.on('error', () => other.destroy());
        one.on('close', () => relay.sockets.delete(one));
        one.pipe(other);
      }
    });
    await new Promise((resolve) => relay.server.listen(0, '127.0.0.1', resolve));
    relay.url = `http://127.0.0.1:${relay.server.address().port}`;
    return relay;
  }

  close() {
    for (const socket of this.sockets) socket.destroy();
    return new Promise((resolve) => this.server.close(resolve));
  }
}

const mean = (values) => values.reduce((sum, one) => sum + one, 0) / values.length;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const shown = (seconds) => `${seconds.toFixed(2)} s`;

// Seconds of processor of the process that draws this page and does its work, all threads.
async function processorOf(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ProcessTime').value;
}

// Resolves when the page says that its work is done; it is not asked again and again meanwhile,
// because that would be counted.
const untilSolved = (page) =>
  page.evaluate(
    (ms_max) =>
      new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error('the puzzle is not solved')), ms_max);
        const solution = document.querySelector('[name="loi-giai"]');
        const state = document.querySelector('[data-puzzle-state]');
        const look = () => solution.value && resolve();
        new MutationObserver(look).observe(state, {
          childList: true,
          characterData: true,
          subtree: true,
          attributes: true,
        });
        document.querySelector('#ho-ten').focus();
        look();
      }),
    step_ms_max,
  );

async function publicArticles(site) {
  const { body } = await ask(site, '/');
  const found = [...body.matchAll(/href="(\/bai\/\d+-[^"#?]+)"/g)].map(([, path]) => path);
  if (found.length === 0) throw new Error('the home page leads to no article');
  return [...new Set(found)];
}

// Of any hour, that of the limit among them.
function judgeTimes(found, times) {
  const ends = times.map((end) => {
    const in_hour = (at) => at <= end && at > end - hour_ms + jitter_ms;
    return times.filter(in_hour).length;
  });
  const most = Math.max(0, ...ends);
  if (most > of_network_max) found.fault(`${most} of one network were received in an hour`);
}

export class Attack {
  constructor(browser) {
    this.browser = browser;
    this.tries = 0;
    this.broken = []; // why tries did not come to their end
    this.received_at = []; // ms
    this.in_a_row = 0; // refused
    this.solved_s = []; // of processor
    this.sentences = new Map(); // what was said to how many refused
  }

  // For a look at a double: what came in before still counts, what follows does not come here.
  copy() {
    const copy = new Attack(this.browser);
    copy.tries = this.tries;
    copy.received_at = [...this.received_at];
    return copy;
  }

  async solve(page) {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable', { timeDomain: 'timeTicks' });
    const before = await processorOf(devtools);
    await untilSolved(page);
    this.solved_s.push((await processorOf(devtools)) - before);
  }

  next() {
    const no = (this.tries += 1);
    return {
      name: `Người Viết Mẫu ${no}`,
      title: `Hỏi về bảng tin, lần ${no}`,
      text: `Nơi tôi ở chưa có bảng tin, xin hỏi khi nào có. ${mark} ${no}`,
    };
  }

  async begin(site, articles, found) {
    const forms = [];
    for (let i = 0; i < by_program; i += 1) {
      const [, article] = /^\/bai\/(\d+)/.exec(articles[i % articles.length]);
      forms.push(await comments.fetchForm(site, article));
    }
    await comments.pause(comments.form_age_ms);
    for (const form of forms) {
      const answer = await comments.send(site, form.article, comments.filled(form, this.next()));
      if (comments.isReceived(answer)) this.received_at.push(Date.now());
      else found.fault(`refused before the limit: ${answer.status}`);
    }
    found.count('sent by a program', forms.length);
  }

  async visit(site, article, found) {
    const { name, title, text } = this.next();
    const context = await this.browser.newContext({ baseURL: site, locale: 'vi-VN' });
    context.setDefaultTimeout(step_ms_max);
    try {
      const page = await context.newPage();
      const ready = { waitUntil: 'domcontentloaded' }; // its script has run by then
      await page.goto(article, ready);
      await page.getByRole('link', { name: 'Gửi ý kiến', exact: true }).click();
      await page.waitForURL(/\/gop-y$/, ready);
      const opened = Date.now();
      await this.solve(page);
      await page.fill('#ho-ten', name);
      await page.fill('#tieu-de', title);
      await page.fill('#noi-dung', text);
      await page.check('#dong-y');
      await comments.pause(Math.max(0, opened + comments.form_age_ms - Date.now()));
      // Together: the one that fails first is not to leave the others without anybody who listens.
      // The answer comes before the page that is made of it.
      const [answer] = await Promise.all([
        page.waitForResponse((one) => one.request().method() === 'POST'),
        page.waitForEvent('domcontentloaded'),
        page.getByRole('button', { name: 'Gửi ý kiến' }).click(),
      ]);
      const headers = await answer.allHeaders();
      if (comments.isReceived({ status: answer.status(), headers })) {
        this.received_at.push(Date.now());
        this.in_a_row = 0;
      } else {
        await this.judgeRefusal(page, answer.status(), text, found);
        this.in_a_row += 1;
      }
    } finally {
      await context.close();
    }
  }

  // Too many came from this network: it says so, says when to come again, and keeps what was typed.
  async judgeRefusal(page, status, text, found) {
    const summary = page.locator('.error-summary');
    const said = (await summary.count()) > 0 ? (await summary.first().innerText()).trim() : '';
    const sentence = `${status}: ${said.replace(/\s+/g, ' ')}`;
    this.sentences.set(sentence, (this.sentences.get(sentence) ?? 0) + 1);
    if (status !== 429) found.fault(`refused for another reason: ${sentence}`);
    if (!/gửi lại sau một giờ/.test(said)) found.fault(`it does not say what to do: ${sentence}`);
    const field = page.locator('#noi-dung');
    const kept = (await field.count()) > 0 ? await field.inputValue() : '';
    if (kept !== text) found.fault('what was typed is lost');
  }

  // `tries_max`: with none, as long as the run takes.
  async look(site, tries_max = Infinity) {
    const found = new Findings();
    const articles = await publicArticles(site);
    const began = Date.now();
    const until = began + run_ms_max;
    const is_whole = tries_max > tabs;
    if (is_whole && by_program > 0) await this.begin(site, articles, found);
    let begun = 0;
    const is_over = () =>
      begun >= tries_max || Date.now() > until || (!long && this.in_a_row >= refused_in_a_row);
    const tab = async () => {
      while (!is_over()) {
        const article = articles[begun % articles.length];
        begun += 1;
        await this.visit(site, article, found).catch((error) => {
          this.broken.push(error.message);
        });
        if (this.in_a_row > 0 && is_whole) await comments.pause(rest_ms);
      }
    };
    await Promise.all(Array.from({ length: Math.min(tabs, tries_max) }, tab));
    found.counts.seconds = Math.round((Date.now() - began) / 1000);
    await this.judge(site, found, articles, begun, is_whole);
    return found;
  }

  async judge(site, found, articles, begun, is_whole) {
    judgeTimes(found, this.received_at);
    if (this.broken.length > broken_max * begun) {
      for (const why of this.broken) found.fault(`a try broke off: ${why}`);
    }
    if (is_whole && this.received_at.length < of_network_max / 2) {
      found.fault(`only ${this.received_at.length} were received: not the attack it should be`);
    }
    if (is_whole && this.solved_s.length === 0) found.fault('no browser solved a puzzle');
    if (is_whole && this.sentences.size > 0 && this.received_at.length < of_network_max) {
      found.fault(`refused after ${this.received_at.length}: readers of one network have less`);
    }
    for (const path of articles) {
      const pages = [path, `${/^\/bai\/\d+/.exec(path)}/y-kien`];
      for (const page of pages) {
        if ((await ask(site, page)).body.includes(mark)) found.fault(`${page} shows it`);
      }
    }
    if (is_whole) found.faults.push(...(await lookForMark(site, pages_max)).faults);
    found.counts.sent = this.tries;
    found.counts.received = this.received_at.length;
    found.counts.refused = this.tries - this.received_at.length - this.broken.length;
    found.counts['broken off'] = this.broken.length;
  }

  lines() {
    const said = [...this.sentences].map(([sentence, times]) => `${times} were told ${sentence}`);
    const least = Math.min(...this.solved_s);
    const most = Math.max(...this.solved_s);
    const average = `mean ${shown(mean(this.solved_s))}, median ${shown(median(this.solved_s))}`;
    return [
      ...said,
      `${this.solved_s.length} puzzles solved, processor for one: ${average}, ` +
        `${shown(least)} to ${shown(most)}`,
    ];
  }

  // Of the long run alone: how many hashes a puzzle takes is a matter of luck.
  judgeCost(found) {
    const average = mean(this.solved_s);
    if (!(average >= processor_s_min)) found.fault(`a puzzle costs ${shown(average)} on average`);
  }
}

// What the ledger says of it: as many as were told so came in, or one more of each try that broke off
// before it could be told, and nobody published one.
export function judgeFacts(found, attack, facts) {
  const came = received(facts);
  found.count('in the queue', came.length);
  const untold = came.length - attack.received_at.length;
  if (untold < 0 || untold > attack.broken.length) {
    found.fault(`${attack.received_at.length} acknowledged, ${came.length} in the ledger`);
  }
  judgeTimes(
    found,
    came.map(({ at }) => Date.parse(at)),
  );
  if (facts.some(({ kind }) => kind === 'comment.published')) found.fault('one was published');
}

const wordless = {
  answer: (got, { method }) => {
    if (method === 'POST' && got.status >= 400) got.body = '<!doctype html><title>429</title>';
  },
};

export const solver_defects = {
  ...spam_defects,
  ...mark_defects,
  'what is refused is refused without a word': wordless,
};

// One more try at each double of a site whose limit is reached: { what: Findings }, all at once.
export async function lookAtDoubles(site, attack) {
  const doubles = Object.entries({ '': {}, ...solver_defects });
  const looks = doubles.map(async ([what, spoil]) => {
    const double = await Double.of(site, spoil);
    try {
      return [what, await attack.copy().look(double.url, 1)];
    } finally {
      await double.close();
    }
  });
  return Object.fromEntries(await Promise.all(looks));
}
