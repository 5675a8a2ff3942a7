// Activities that wait in this device until there is a line: an IndexedDB of this browser, sent one
// after the other, each under the key it was given when it was saved, so that it counts once. Used
// by the pages (offline.js) and, when no page is open, by the service worker (worker.js).
"use strict";
const waiting_activities = (() => {
  const form_address = "/hoat-dong/ghi";
  const cache_name = "lantoa-ghi";
  const answer_ms_max = 30000;
  const ms_per_kib = 64; // of what is sent: a slow line has its time, as the server gives it

  let opening = null;
  const database = () =>
    (opening ??= new Promise((resolve, reject) => {
      const open = indexedDB.open("lantoa", 1);
      open.onupgradeneeded = () => open.result.createObjectStore("activities", { keyPath: "key" });
      open.onerror = () => reject(open.error);
      open.onsuccess = () => {
        open.result.onversionchange = () => open.result.close();
        open.result.onclose = () => (opening = null);
        resolve(open.result);
      };
    }));

  // What `work` asks of the store, all of it or nothing; done when the device has it.
  async function change(mode, work) {
    const transaction = (await database()).transaction("activities", mode);
    const asked = work(transaction.objectStore("activities"));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(asked?.result);
      transaction.onabort = () => reject(transaction.error);
      transaction.onerror = () => reject(transaction.error);
    });
  }
  const all = async () =>
    (await change("readonly", (store) => store.getAll())).sort((a, b) => a.saved - b.saved);
  const get = (key) => change("readonly", (store) => store.get(key));
  const drop = (key) => change("readwrite", (store) => store.delete(key));
  // `entry`, and in its place the one with the key `instead` no more.
  const put = (entry, instead) =>
    change("readwrite", (store) => {
      if (instead) store.delete(instead);
      return store.put(entry);
    });
  // Nothing for one that was dropped meanwhile.
  const refuse = (key, reasons) =>
    change("readwrite", (store) => {
      const found = store.get(key);
      found.onsuccess = () => {
        if (found.result) store.put({ ...found.result, refused: reasons });
      };
      return found;
    });

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

  function ask(address, options, bytes = 0) {
    const control = new AbortController();
    const timer = setTimeout(() => control.abort(), answer_ms_max + (bytes / 1024) * ms_per_kib);
    return fetch(address, { ...options, signal: control.signal }).finally(() => clearTimeout(timer));
  }

  // Who is signed in now, and the word that goes with his forms; or the state that says why not.
  async function sign_in() {
    const answer = await ask(form_address, { cache: "no-store" });
    if (answer.status >= 500 || answer.status === 429) return { state: "busy" };
    if (!answer.ok || new URL(answer.url).pathname !== form_address) return { state: "signed out" };
    const page = await answer.text();
    const csrf = /name="csrf" value="([^"]*)"/.exec(page)?.[1];
    const owner = /data-queue="([^"]*)"/.exec(page)?.[1];
    return csrf && owner ? { csrf, owner } : { state: "signed out" };
  }

  async function post(entry, who) {
    const form = new FormData();
    for (const [name, value] of entry.fields) form.append(name, value);
    if (entry.photo) form.append("tep", entry.photo, "anh.jpg");
    form.append("khoa", entry.key);
    form.append("csrf", who.csrf);
    const answer = await ask(
      form_address,
      { method: "POST", body: form },
      entry.photo ? entry.photo.size : 0,
    );
    const path = new URL(answer.url).pathname;
    // Saved, whatever the page after it says.
    if (answer.redirected && /^\/hoat-dong\/\d+$/.test(path)) {
      await drop(entry.key);
      return { state: "sent", address: path };
    }
    if (answer.status === 401 || path === "/dang-nhap") return { state: "signed out" };
    if (answer.status >= 500 || answer.status === 429) return { state: "busy" };
    const page = await answer.text();
    await refuse(entry.key, faults_in(page));
    return { state: "refused", page };
  }

  // What becomes of each is told to every page of this browser that shows it.
  const news = "BroadcastChannel" in self ? new BroadcastChannel("lantoa-ghi") : null;

  // "sent" with its address, "refused" with the page that came back, or why it still waits: "line",
  // "busy" (the server), "signed out", "another's". "gone": it was dropped meanwhile.
  async function send(key, session) {
    try {
      session.who ??= await sign_in();
      const entry = await get(key);
      if (!entry) return { state: "gone" };
      if (session.who.state) return session.who;
      if (session.who.owner !== entry.owner) return { state: "another's" };
      return await post(entry, session.who);
    } catch {
      return { state: "line" };
    }
  }

  // One sender at a time in this browser. `if_free`: not at all while another one sends.
  const alone = (if_free, run) =>
    navigator.locks
      ? navigator.locks.request("lantoa-ghi", { ifAvailable: if_free }, (lock) => lock && run())
      : run();

  const send_one = (key) => alone(false, () => send(key, {}));

  // All that wait, oldest first. False when some still wait for a line.
  async function send_all(tell = () => {}) {
    const told = (entry, { state, address }) => {
      news?.postMessage({ key: entry.key, title: entry.title, state, address });
      return tell({ key: entry.key, title: entry.title, state, address });
    };
    const run = async () => {
      const session = {};
      for (const entry of await all()) {
        if (entry.refused) continue;
        const foreign = session.who?.owner && session.who.owner !== entry.owner;
        if (!foreign) told(entry, { state: "sending" });
        const outcome = foreign ? { state: "another's" } : await send(entry.key, session);
        told(entry, outcome);
        if (outcome.state === "line") return false;
        if (outcome.state === "signed out") return true;
      }
      return true;
    };
    return (await alone(true, run)) !== false;
  }

  return { form_address, cache_name, all, put, drop, fresh_key, send_one, send_all, news };
})();
