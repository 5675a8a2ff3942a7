// The form of comments: a browser with WebCrypto does the work of the puzzle that the form carries
// (ALTCHA's: which number, appended to the salt, has this SHA-256?) instead of asking its reader for
// digits. It begins when somebody begins to write, so that it is done before he sends. And the keys
// of the queue: j next, k previous, p publish, r refuse.
"use strict";
(() => {
  const english = document.documentElement.lang.startsWith("en");
  const say = (vi, en) => (english ? en : vi);
  const hashes_at_once = 256;

  const hex = (buffer) =>
    [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  // What the reader does comes in between: where a digest is ready at once, waiting for it does not
  // let anything else through. A timer would be held back in a page that is not in front.
  const breathe = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });

  async function solve({ salt, challenge, numberMax }) {
    const encoder = new TextEncoder();
    const most = Number(numberMax);
    for (let first = 0; first <= most; first += hashes_at_once) {
      const numbers = Array.from({ length: hashes_at_once }, (_, i) => first + i);
      const digests = await Promise.all(
        numbers.map((number) => crypto.subtle.digest("SHA-256", encoder.encode(salt + number))),
      );
      const found = digests.findIndex((digest) => hex(digest) === challenge);
      if (found >= 0) return first + found;
      await breathe();
    }
    throw new Error("the puzzle has no solution");
  }

  function guard(form) {
    const solution = form.elements["loi-giai"];
    const fallback = form.querySelector("[data-puzzle-fallback]");
    const state = form.querySelector("[data-puzzle-state]");
    let work = null;
    let waiting = null; // the button that was pressed before the work was done
    const tell = (text) => {
      state.hidden = false;
      state.textContent = text;
    };
    // By hand after all: what else may fail must not keep anybody from writing.
    const give_up = () => {
      fallback.hidden = false;
      state.hidden = true;
      waiting = null;
    };
    const done = (number) => {
      const { challenge, salt, signature } = form.dataset;
      const payload = { algorithm: "SHA-256", challenge, number, salt, signature };
      solution.value = btoa(JSON.stringify(payload));
      tell(say("Đã kiểm tra tự động xong; có thể gửi.", "The automatic check is done."));
      if (waiting) form.requestSubmit(waiting);
    };
    const begin = () => {
      if (work) return;
      tell(say("Đang kiểm tra tự động…", "Checking automatically…"));
      work = solve(form.dataset).then(done, give_up);
    };
    fallback.hidden = true;
    form.addEventListener("focusin", begin);
    form.addEventListener("submit", (event) => {
      if (solution.value || !fallback.hidden) return;
      event.preventDefault();
      event.stopPropagation();
      waiting = event.submitter ?? form.querySelector("button");
      begin();
    });
    if (form.contains(document.activeElement)) begin();
  }

  if (window.crypto?.subtle) {
    for (const form of document.querySelectorAll("form[data-puzzle]")) guard(form);
  }

  const cards = [...document.querySelectorAll("[data-comment]")];
  const present = () => cards.findIndex((card) => card.contains(document.activeElement));
  function go(step) {
    const at = present();
    const next = at < 0 ? (step > 0 ? 0 : cards.length - 1) : at + step;
    cards[Math.max(0, Math.min(cards.length - 1, next))].focus();
  }
  function act(key) {
    const target = cards[present()]?.querySelector(`[data-act="${key}"]`);
    if (target?.tagName === "FORM") target.requestSubmit();
    if (target?.tagName !== "DETAILS") return;
    target.open = true;
    target.querySelector("select").focus();
  }
  function keys_off() {
    try {
      return window.localStorage.getItem("lantoa.keys") === "off";
    } catch {
      return false;
    }
  }
  document.addEventListener("keydown", (event) => {
    if (cards.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.isComposing || keys_off()) return;
    if (event.target.closest("input, select, textarea, dialog, [contenteditable]")) return;
    const acts = { j: () => go(1), k: () => go(-1), p: () => act("p"), r: () => act("r") };
    if (!(event.key in acts)) return;
    event.preventDefault();
    acts[event.key]();
  });
})();
