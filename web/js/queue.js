// Activities that wait in this device until there is a line: an IndexedDB of this browser, sent one
// after the other, each under the key it was given when it was saved, so that it counts once. Used
// by the pages (offline.js) and, when no page is open, by the service worker (worker.js).
"use strict";
const waiting_activities = (() => {
  const form_address = "/hoat-dong/ghi";
  const cache_name = "lantoa-ghi";
  const answer_ms_max = 30000;

  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  async function store(mode) {
    const open = indexedDB.open("lantoa", 1);
    open.onupgradeneeded = () => open.result.createObjectStore("activities", { keyPath: "key" });
    const database = await done(open);
    return database.transaction("activities", mode).objectStore("activities");
  }
  const all = async () =>
    (await done((await store("readonly")).getAll())).sort((a, b) => a.saved - b.saved);
  const put = async (entry) => done((await store("readwrite")).put(entry));
  const drop = async (key) => done((await store("readwrite")).delete(key));

  // A key like the server's: letters, digits and dashes.
  function fresh_key() {
    const bytes = crypto.getRandomValues(new Uint8Array(18));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  const plain = (html) =>
    html
      .replace(/<span class="unseen">[^<]*<\/span>/g, "")
      .replace(/<[^>]*>/g, "")
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&amp;/g, "&")
      .replace(/\s+/g, " ")
      .trim();

  // What the summary of faults on top of the form that came back says, or the page's own sentence.
  function faults_in(page) {
    const summary = /<div class="error-summary"[\s\S]*?<\/div>/.exec(page)?.[0] ?? "";
    const items = [...summary.matchAll(/<(?:li|p)\b[^>]*>([\s\S]*?)<\/(?:li|p)>/g)];
    const found = items.map(([, text]) => plain(text)).filter(Boolean);
    if (found.length > 0) return found;
    const main = /<main\b[\s\S]*?<p\b[^>]*>([\s\S]*?)<\/p>/.exec(page);
    return main ? [plain(main[1])] : [];
  }

  const ask = (address, options) =>
    fetch(address, { ...options, signal: AbortSignal.timeout(answer_ms_max) });

  // Who is signed in now, and the word that goes with his forms. null: nobody.
  async function sign_in() {
    const answer = await ask(form_address, { cache: "no-store" });
    if (!answer.ok || new URL(answer.url).pathname !== form_address) {
      return answer.status >= 500 ? undefined : null;
    }
    const page = await answer.text();
    const csrf = /name="csrf" value="([^"]*)"/.exec(page)?.[1];
    const owner = /data-queue="([^"]*)"/.exec(page)?.[1];
    return csrf && owner ? { csrf, owner } : null;
  }

  // "sent" with its address, "refused" with reasons, or why it still waits: "line", "signed out",
  // "another's".
  async function send(entry) {
    try {
      const who = await sign_in();
      if (who === undefined) return { state: "line" };
      if (who === null) return { state: "signed out" };
      if (who.owner !== entry.owner) return { state: "another's" };
      const form = new FormData();
      for (const [name, value] of entry.fields) form.append(name, value);
      if (entry.photo) form.append("tep", entry.photo, "anh.jpg");
      form.append("khoa", entry.key);
      form.append("csrf", who.csrf);
      const answer = await ask(form_address, { method: "POST", body: form });
      const path = new URL(answer.url).pathname;
      if (answer.ok && /^\/hoat-dong\/\d+$/.test(path)) {
        await drop(entry.key);
        return { state: "sent", address: path };
      }
      if (answer.status === 401 || path === "/dang-nhap") return { state: "signed out" };
      if (answer.status >= 500 || answer.status === 429) return { state: "line" };
      await put({ ...entry, refused: faults_in(await answer.text()) });
      return { state: "refused", csrf: who.csrf };
    } catch {
      return { state: "line" };
    }
  }

  // What becomes of each is told to every page of this browser that shows it.
  const news = "BroadcastChannel" in self ? new BroadcastChannel("lantoa-ghi") : null;

  // All that wait, oldest first; stops where the line ends, and then answers false. One sender at a
  // time in this browser.
  async function send_all(tell = () => {}) {
    const told = (entry, outcome) => {
      news?.postMessage({ entry: { key: entry.key, title: entry.title }, outcome });
      return tell(entry, outcome);
    };
    const run = async (lock) => {
      if (lock === null) return true;
      for (const entry of await all()) {
        if (entry.refused) continue;
        told(entry, { state: "sending" });
        const outcome = await send(entry);
        told(entry, outcome);
        if (outcome.state === "line") return false;
        if (outcome.state === "signed out") return true;
      }
      return true;
    };
    return navigator.locks
      ? navigator.locks.request("lantoa-ghi", { ifAvailable: true }, run)
      : run();
  }

  return { form_address, cache_name, all, put, drop, fresh_key, send, send_all, news };
})();
