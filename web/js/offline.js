// Recording an activity where there is no line: what is saved is kept in this device first and sent
// as soon as it can be; the pages of activities list what waits, what is being sent and what was
// refused and why. Where the browser cannot keep it, the form is sent as without this file.
(() => {
  const queue = waiting_activities;
  const english = document.documentElement.lang.startsWith("en");
  const say = (vi, en) => (english ? en : vi);
  const list = document.querySelector("[data-waiting]");
  const owner = list?.dataset.queue;
  const form = document.querySelector("form[data-record]");
  const retry_ms = 20000;
  if (!owner || !("indexedDB" in window)) return;

  function make(tag, text = "", attributes = {}) {
    const element = document.createElement(tag);
    element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }

  // Said to everybody, and where the eye is.
  const notice = make("div", "", { class: "notice", role: "status", tabindex: "-1", hidden: "" });
  list.before(notice);
  function tell(text, link) {
    const line = make("p", `${text} `);
    if (link) line.append(make("a", link.text, { href: link.address }));
    notice.replaceChildren(line);
    notice.hidden = false;
  }

  const states = {
    line: say("Đang chờ mạng", "Waiting for a line"),
    sending: say("Đang gửi…", "Being sent…"),
    "signed out": say("Chờ đăng nhập lại", "Waiting for a sign-in"),
    "another's": say("Của tài khoản khác", "Of another account"),
    refused: say("Chưa nhận", "Not accepted"),
  };
  const shown = new Map(); // key to state

  function state_of(entry) {
    if (entry.refused) return "refused";
    if (entry.owner !== owner) return "another's";
    return shown.get(entry.key) ?? "line";
  }

  function row(entry) {
    const state = state_of(entry);
    const mark = { refused: "state-late", sending: "state-idle" }[state] ?? "state-risk";
    const item = make("li");
    item.append(make("strong", entry.title, { lang: "vi" }), " · ", entry.day, " ");
    item.append(make("span", states[state], { class: `state ${mark}` }));
    if (entry.photo) item.append(` · ${say("có ảnh", "with a picture")}`);
    for (const why of entry.refused ?? []) item.append(make("p", why, { class: "field-error" }));
    // What belongs to somebody else who uses this device is his to send or to drop.
    if (entry.owner === owner && state !== "sending") item.append(acts(entry));
    return item;
  }

  function acts(entry) {
    const box = make("p", "", { class: "actions" });
    if (entry.refused) {
      const words = say("Sửa rồi gửi lại", "Mend and send again");
      const mend = form
        ? make("button", words, { type: "button", class: "button-secondary" })
        : make("a", words, { href: `${queue.form_address}#cho-gui`, class: "button-secondary" });
      if (form) mend.addEventListener("click", () => fill(entry));
      box.append(mend);
    }
    const drop = make("button", say("Xóa khỏi máy này", "Drop from this device"), {
      type: "button",
      class: "button-quiet",
    });
    drop.addEventListener("click", () => {
      // One press asks, the next one does it; leaving the button takes the question back.
      if (drop.dataset.sure) {
        queue.drop(entry.key).then(show);
        return;
      }
      drop.dataset.sure = "1";
      drop.textContent = say("Bấm lần nữa để xóa", "Press again to drop it");
      drop.addEventListener("blur", show, { once: true });
    });
    box.append(drop);
    return box;
  }

  async function show() {
    const entries = await queue.all();
    list.hidden = entries.length === 0;
    list.querySelector("[data-count]").textContent = entries.length;
    list.querySelector("ul").replaceChildren(...entries.map(row));
    return entries;
  }

  function watch(entry, outcome) {
    shown.set(entry.key, outcome.state);
    if (outcome.state === "sent") {
      tell(`${say("Đã gửi", "Sent")}: ${entry.title}.`, {
        text: say("Xem hoạt động", "See the activity"),
        address: outcome.address,
      });
    }
    if (outcome.state === "signed out") {
      const ended = say(
        "Phiên đăng nhập đã hết; những gì chờ gửi vẫn ở trong máy này.",
        "The sign-in has ended; what waits is still in this device.",
      );
      tell(ended, {
        text: say("Đăng nhập để gửi", "Sign in to send it"),
        address: `/dang-nhap?ve=${encodeURIComponent(queue.form_address)}`,
      });
    }
    if (outcome.state === "refused") {
      tell(
        say(
          `Chưa nhận “${entry.title}”; lý do ở dưới.`,
          `“${entry.title}” was not accepted; see why below.`,
        ),
      );
    }
    return show();
  }
  const send_all = () => queue.send_all(watch).then(show);

  // The form.

  const not_kept = ["csrf", "khoa", "tep"];
  const kept_fields = (of) => [...new FormData(of)].filter(([name]) => !not_kept.includes(name));

  // A phone's picture as small as the server would make it; the file itself where that fails, or
  // where the browser hides what a canvas holds.
  async function smaller(file) {
    const wide_max = 1600;
    if (file.size < 600_000) return file;
    try {
      const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
      const scale = Math.min(1, wide_max / bitmap.width);
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(bitmap.width * scale);
      canvas.height = Math.round(bitmap.height * scale);
      const brush = canvas.getContext("2d");
      brush.fillStyle = "#123456";
      brush.fillRect(0, 0, 1, 1);
      const seen = brush.getImageData(0, 0, 1, 1).data;
      if (seen[0] !== 0x12 || seen[1] !== 0x34 || seen[2] !== 0x56) return file;
      brush.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85));
      return blob && blob.size < file.size ? blob : file;
    } catch {
      return file;
    }
  }

  async function entry_of(of) {
    const chosen = of.querySelector("[name=loai]:checked");
    const kind = chosen && of.querySelector(`label[for="${chosen.id}"]`).textContent;
    const file = of.querySelector("[name=tep]").files[0];
    return {
      key: queue.fresh_key(),
      owner,
      saved: Date.now(),
      title: of.querySelector("[name=noi-dung]").value.trim() || kind || of.dataset.record,
      day: of.querySelector("[name=ngay]").value,
      fields: kept_fields(of),
      photo: file ? await smaller(file) : null,
    };
  }

  function fill(entry) {
    form.reset();
    for (const [name, value] of entry.fields) {
      for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (["radio", "checkbox"].includes(field.type)) field.checked ||= field.value === value;
        else if (field.type !== "hidden") field.value = value;
      }
    }
    if (entry.photo) {
      const files = new DataTransfer();
      files.items.add(new File([entry.photo], "anh.jpg", { type: entry.photo.type }));
      form.querySelector("[name=tep]").files = files.files;
    }
    form.dataset.instead = entry.key;
    form.querySelector("[name=loai]:checked, [name=loai]").focus();
  }

  async function save(of) {
    const entry = await entry_of(of);
    await queue.put(entry);
    if (of.dataset.instead) await queue.drop(of.dataset.instead);
    delete of.dataset.instead;
    sessionStorage.removeItem(`lantoa.keep.${of.dataset.keep}`);
    return entry;
  }

  // The server draws what is wrong with the form; it is sent to it as any form is.
  async function hand_over(of, entry, csrf) {
    await queue.drop(entry.key);
    of.querySelector("[name=csrf]").value = csrf;
    of.querySelector("[name=khoa]").value = queue.fresh_key();
    HTMLFormElement.prototype.submit.call(of);
  }

  async function record(of) {
    let entry;
    try {
      entry = await save(of);
    } catch {
      HTMLFormElement.prototype.submit.call(of);
      return;
    }
    tell(say("Đã giữ trong máy này; đang gửi…", "Kept in this device; being sent…"));
    const outcome = await queue.send(entry);
    if (outcome.state === "sent") {
      window.location.assign(`${outcome.address}?xong=luu`);
      return;
    }
    if (outcome.state === "refused") {
      await hand_over(of, entry, outcome.csrf);
      return;
    }
    const registration = await navigator.serviceWorker?.getRegistration(queue.form_address);
    await registration?.sync?.register("lantoa-ghi").catch(() => {});
    of.reset();
    await watch(entry, outcome);
    if (outcome.state === "line") {
      tell(
        say(
          "Chưa có mạng. Hoạt động đã được giữ trong máy này và tự gửi khi có mạng.",
          "There is no line. The activity is kept here and is sent by itself once there is one.",
        ),
      );
    }
    notice.focus();
  }

  // The page for when there is no line, with all it needs, as of now.
  async function keep_page() {
    if (!("caches" in window) || !navigator.serviceWorker) return;
    await navigator.serviceWorker.register("/hoat-dong/ngoai-tuyen.js", { scope: "/hoat-dong/" });
    const cache = await caches.open(queue.cache_name);
    const page = await fetch(queue.form_address, { cache: "no-store" });
    if (!page.ok || page.redirected) return;
    await cache.put(queue.form_address, page);
    const needed = [
      ...[...document.querySelectorAll("link[rel~=stylesheet], link[rel~=icon]")].map(
        (e) => e.href,
      ),
      ...[...document.scripts].map((e) => e.src),
      ...performance.getEntriesByType("resource").map((e) => e.name),
    ].filter((name) => name.startsWith(`${location.origin}/s/`));
    const kept = new Set((await cache.keys()).map((request) => request.url));
    const wanted = new Set(needed);
    for (const name of kept) {
      if (new URL(name).pathname.startsWith("/s/") && !wanted.has(name)) await cache.delete(name);
    }
    await cache.addAll([...wanted].filter((name) => !kept.has(name)));
    for (const hint of document.querySelectorAll("[data-offline-hint]")) hint.hidden = false;
  }

  // ?viec=12 of a page that came from this device: the task that led here.
  function choose_task(of) {
    const task = new URLSearchParams(location.search).get("viec");
    const select = of.querySelector("[name=viec]");
    if (task && select?.querySelector(`option[value="${CSS.escape(task)}"]`)) select.value = task;
  }

  let is_busy = false;
  if (form) {
    choose_task(form);
    form.addEventListener("submit", (event) => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      if (is_busy) return;
      is_busy = true;
      record(form).finally(() => {
        is_busy = false;
      });
    });
    keep_page().catch(() => {});
  }
  queue.news?.addEventListener("message", ({ data }) => watch(data.entry, data.outcome));
  window.addEventListener("online", send_all);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") send_all();
  });
  setInterval(async () => {
    if (navigator.onLine && (await queue.all()).some((entry) => !entry.refused)) send_all();
  }, retry_ms);
  show()
    .then((entries) => {
      if (entries.length > 0) send_all();
    })
    .catch(() => {});
})();
