// Recording an activity where there is no line: what is saved is kept in this device first and sent
// as soon as it can be; the pages of activities list what waits, what is being sent and what was
// refused and why. Where the browser cannot keep it, the form is sent as without this file.
(() => {
  const queue = waiting_activities;
  const english = document.documentElement.lang.startsWith("en");
  const say = (vi, en) => (english ? en : vi);
  const list = document.querySelector("[data-waiting]");
  const notice = document.querySelector("[data-waiting-notice]");
  const owner = list?.dataset.queue;
  const record_form = () => document.querySelector("form[data-record]");
  const retry_ms = 20000;
  const kept_page = "lantoa.ghi"; // in localStorage: which page is kept, since which day
  const able = "indexedDB" in window && "AbortController" in window && "DataTransfer" in window;
  if (!owner || !able) return;

  function make(tag, text = "", attributes = {}) {
    const element = document.createElement(tag);
    element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }

  // Said to everybody, and where the eye is; the same twice is said once.
  let told = "";
  function tell(text, link) {
    const now = text + (link?.address ?? "");
    if (now === told) return;
    told = now;
    const line = make("p", `${text} `);
    if (link) line.append(make("a", link.text, { href: link.address }));
    notice.className = "notice";
    notice.replaceChildren(line);
  }

  const states = {
    line: say("Đang chờ mạng", "Waiting for a connection"),
    busy: say("Máy chủ đang bận", "The server is busy"),
    sending: say("Đang gửi…", "Sending…"),
    "signed out": say("Chờ đăng nhập lại", "Waiting for a sign-in"),
    refused: say("Chưa được chấp nhận", "Not accepted"),
  };
  const state_of_key = new Map();
  const state_of = (entry) => (entry.refused ? "refused" : (state_of_key.get(entry.key) ?? "line"));

  function acts(entry, id) {
    const box = make("p", "", { class: "actions" });
    const button = (text, style, act) => {
      const one = make("button", text, { type: "button", class: style, "aria-describedby": id });
      one.addEventListener("click", act);
      box.append(one);
    };
    if (entry.refused) {
      button(say("Sửa rồi gửi lại", "Correct and resend"), "button-secondary", () => {
        if (record_form()) fill(record_form(), entry);
        else window.location.assign(`${queue.form_address}#sua-${entry.key}`);
      });
    }
    button(say("Xóa khỏi máy này", "Remove from this device"), "button-quiet", () => {
      const question = say(
        `Xóa “${entry.title}” khỏi máy này? Hoạt động chưa được gửi và không lấy lại được.`,
        `Remove “${entry.title}” from this device? It was not sent and cannot be taken back.`,
      );
      if (!window.confirm(question)) return;
      queue.drop(entry.key).then(() => {
        tell(say(`Đã xóa “${entry.title}” khỏi máy này.`, `“${entry.title}” is removed.`));
        show();
        notice.focus();
      });
    });
    return box;
  }

  function row(entry, at) {
    const state = state_of(entry);
    const mark = { refused: "state-late", sending: "state-idle" }[state] ?? "state-risk";
    const id = `cho-gui-${at}`;
    const item = make("li");
    item.append(make("strong", entry.title, { lang: "vi", id }), " · ", entry.day, " ");
    item.append(make("span", states[state], { class: `state ${mark}` }));
    if (entry.photo) item.append(` · ${say("có ảnh", "with a picture")}`);
    for (const why of entry.refused ?? []) item.append(make("p", why, { class: "field-error" }));
    if (state !== "sending") item.append(acts(entry, id));
    return item;
  }

  // Own ones; of others who use this device only how many, because they are theirs. Drawn anew only
  // when something changed, so that whoever goes through them by key is not thrown out.
  let drawn = "";
  async function show() {
    const entries = (await queue.all()).filter((one) => one.key !== record_form()?.dataset.instead);
    const own = entries.filter((one) => one.owner === owner);
    const others = entries.length - own.length;
    const now = JSON.stringify([own.map((one) => [one.key, state_of(one), one.refused]), others]);
    if (now === drawn) return own;
    drawn = now;
    list.hidden = entries.length === 0;
    list.querySelector("[data-count]").textContent = own.length;
    const rows = own.map(row);
    if (others > 0) {
      const text = say(
        `${others} hoạt động của tài khoản khác cũng chờ ở máy này.`,
        `${others} of another account wait in this device, too.`,
      );
      rows.push(make("li", text, { "data-others": "" }));
    }
    list.querySelector("ul").replaceChildren(...rows);
    warn_who_leaves(own.length);
    return own;
  }

  // What waits stays in the device of who signs out, for the next one to find.
  function warn_who_leaves(waiting) {
    const text = say(
      `Còn ${waiting} hoạt động chưa gửi. Chúng ở lại trong máy này, không mã hóa, ` +
        "và chỉ gửi khi bạn đăng nhập lại.",
      `Unsent: ${waiting}. They stay on this device, not encrypted, ` +
        "and are sent only when you sign in again.",
    );
    for (const form of document.querySelectorAll('form[action="/dang-xuat"]')) {
      if (waiting > 0) form.dataset.confirm = text;
      else delete form.dataset.confirm;
    }
  }

  function watch({ key, title, state, address }) {
    if (state === "sent" || state === "gone") state_of_key.delete(key);
    else state_of_key.set(key, state);
    if (state === "sent") {
      tell(`${say("Đã gửi", "Sent")}: ${title}.`, {
        text: say("Xem hoạt động", "See the activity"),
        address,
      });
    }
    if (state === "signed out") {
      const ended = say(
        "Phiên đăng nhập đã hết; những gì chờ gửi vẫn ở trong máy này.",
        "The sign-in has ended; what waits is still saved on this device.",
      );
      tell(ended, {
        text: say("Đăng nhập để gửi", "Sign in to send it"),
        address: `/dang-nhap?ve=${encodeURIComponent(queue.form_address)}`,
      });
    }
    if (state === "refused") {
      tell(
        say(
          `“${title}” chưa được chấp nhận; xem lý do bên dưới.`,
          `“${title}” was not accepted; see why below.`,
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
    if (file.size < 300_000) return file;
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

  const chosen_label = (of, selector) => of.querySelector(selector)?.textContent.trim() ?? "";

  async function entry_of(of) {
    const kind = of.querySelector("[name=loai]:checked");
    const kind_label = kind && chosen_label(of, `label[for="${kind.id}"]`);
    const file = of.querySelector("[name=tep]").files[0];
    return {
      key: queue.fresh_key(),
      owner,
      saved: Date.now(),
      title: of.querySelector("[name=noi-dung]").value.trim() || kind_label || of.dataset.record,
      day: of.querySelector("[name=ngay]").value,
      unit: chosen_label(of, "[data-unit]"),
      task: chosen_label(of, "[name=viec] option:checked"),
      fields: kept_fields(of),
      photo: file ? await smaller(file) : null,
    };
  }

  // What this page does not offer, the unit or the task of another page, is put there.
  function offer(of, entry, name, value) {
    const field = of.querySelector(`[name="${name}"]`);
    if (name === "don-vi" && field?.type === "hidden") {
      field.value = value;
      of.querySelector("[data-unit]").textContent = entry.unit;
    }
    const has = [...(field?.options ?? [])].some((option) => option.value === value);
    if (name === "viec" && field && !has) field.append(new Option(entry.task, value));
  }

  function fill(of, entry) {
    of.reset();
    for (const [name, value] of entry.fields) {
      offer(of, entry, name, value);
      for (const field of of.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (["radio", "checkbox"].includes(field.type)) field.checked ||= field.value === value;
        else if (field.type !== "hidden") field.value = value;
      }
    }
    if (entry.photo) {
      const files = new DataTransfer();
      files.items.add(new File([entry.photo], "anh.jpg", { type: entry.photo.type }));
      of.querySelector("[name=tep]").files = files.files;
    }
    of.dataset.instead = entry.key;
    show();
    of.querySelector("[name=loai]:checked, [name=loai]").focus();
  }

  // The form as the server sends it back, with its faults; what was saved stays in this device
  // until it is saved again.
  function put_in_place(of, entry, html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const form = page.querySelector("form[data-record]");
    if (!form) return false;
    const summary = page.querySelector(".error-summary");
    document.querySelector(".error-summary")?.remove();
    of.replaceWith(form);
    form.dataset.instead = entry.key;
    form.dataset.returned = "";
    if (summary) {
      document.querySelector("main h1").before(summary);
      summary.focus();
    }
    return true;
  }

  async function save(of) {
    const entry = await entry_of(of);
    await queue.put(entry, of.dataset.instead);
    delete of.dataset.instead;
    try {
      sessionStorage.removeItem(`lantoa.keep.${of.dataset.keep}`);
    } catch {
      /* was not kept either */
    }
    navigator.storage?.persist?.();
    return entry;
  }

  // Why it waits, and what will happen by itself: not every browser sends without a page.
  async function say_it_waits(state) {
    const registration = await navigator.serviceWorker?.getRegistration(queue.form_address);
    const by_itself = registration && "sync" in registration;
    if (by_itself) await registration.sync.register("lantoa-ghi").catch(() => {});
    const why =
      state === "busy"
        ? say("Máy chủ đang bận.", "The server is busy.")
        : say("Chưa có mạng.", "There is no connection.");
    const then = by_itself
      ? say(
          "Hoạt động đã được giữ trong máy này và tự gửi khi có mạng.",
          "The activity is saved on this device and is sent by itself once there is one.",
        )
      : say(
          "Hoạt động đã được giữ trong máy này và tự gửi khi trang này mở lúc có mạng.",
          "The activity is saved on this device and is sent when this page is open and connected.",
        );
    tell(`${why} ${then}`);
  }

  async function record(of) {
    let entry;
    try {
      entry = await save(of);
    } catch {
      if (navigator.onLine) HTMLFormElement.prototype.submit.call(of);
      else tell(say("Máy này không giữ được; đừng đóng trang.", "This device cannot keep it."));
      return;
    }
    tell(say("Đã giữ trong máy này; đang gửi…", "Saved on this device; sending…"));
    const outcome = await queue.send_one(entry.key);
    if (outcome.state === "sent") {
      window.location.assign(`${outcome.address}?xong=luu`);
      return;
    }
    if (outcome.state === "refused" && put_in_place(of, entry, outcome.page)) {
      tell(say("Chưa lưu được; xem các lỗi.", "It is not saved yet; see the faults."));
      show();
      return;
    }
    if (outcome.state === "another's") {
      await queue.drop(entry.key);
      tell(
        say(
          "Bạn đang đăng nhập bằng tài khoản khác với trang này. Hãy tải lại trang rồi ghi lại.",
          "You are signed in with another account than this page. Load it again and record again.",
        ),
      );
      return;
    }
    if ("returned" in of.dataset) {
      window.location.assign(queue.form_address); // its fields hold what is saved already
      return;
    }
    of.reset();
    move_day(of);
    await watch({ ...outcome, key: entry.key, title: entry.title });
    if (outcome.state === "line" || outcome.state === "busy") await say_it_waits(outcome.state);
    notice.focus();
  }

  // The page for when there is no line, with all it needs, as of now: first what it needs.
  async function keep_page() {
    if (!("caches" in window) || !navigator.serviceWorker) return;
    await navigator.serviceWorker.register("/hoat-dong/ngoai-tuyen.js", { scope: "/hoat-dong/" });
    const cache = await caches.open(queue.cache_name);
    const page = await fetch(queue.form_address, { cache: "no-store" });
    if (!page.ok || page.redirected) return;
    const html = await page.clone().text();
    const fonts = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
    const wanted = new Set([
      ...[...html.matchAll(/(?:href|src)="(\/s\/[^"]+)"/g)].map(([, address]) => address),
      ...fonts.filter((path) => path.startsWith("/s/") && path.endsWith(".woff2")),
    ]);
    const kept = (await cache.keys()).map((request) => new URL(request.url).pathname);
    await cache.addAll([...wanted].filter((path) => !kept.includes(path)));
    await cache.put(queue.form_address, page);
    for (const path of kept) {
      if (path.startsWith("/s/") && !wanted.has(path)) await cache.delete(path);
    }
    const key = /name="khoa" value="([^"]*)"/.exec(html)?.[1];
    localStorage.setItem(kept_page, JSON.stringify({ key, day: day_here() }));
    for (const hint of document.querySelectorAll("[data-offline-hint]")) hint.hidden = false;
  }

  // Days since 1970 in Vietnam, by this device's clock.
  const day_here = () => Math.floor((Date.now() + 7 * 3600 * 1000) / 86_400_000);

  // The page that is kept has the day on which it was kept: as many days later it is by now.
  function move_day(of) {
    const field = of.querySelector("[name=ngay]");
    let kept = null;
    try {
      kept = JSON.parse(localStorage.getItem(kept_page));
    } catch {
      /* unreadable is nothing */
    }
    const is_kept = kept && of.querySelector("[name=khoa]").value === kept.key;
    const later = is_kept ? day_here() - kept.day : 0;
    if (later <= 0 || field.value !== field.defaultValue) return;
    const [day, month, year] = field.defaultValue.split("/").map(Number);
    const now = new Date(Date.UTC(year, month - 1, day + later)).toISOString().slice(0, 10);
    field.value = now.split("-").reverse().join("/");
  }

  // ?viec=12 of a page that came from this device: the task that led here.
  function choose_task(of) {
    const task = new URLSearchParams(location.search).get("viec");
    const select = of.querySelector("[name=viec]");
    if (task && select?.querySelector(`option[value="${CSS.escape(task)}"]`)) select.value = task;
  }

  let is_busy = false;
  if (record_form()) {
    choose_task(record_form());
    move_day(record_form());
    document.addEventListener("submit", (event) => {
      if (event.defaultPrevented || event.target !== record_form()) return;
      event.preventDefault();
      if (is_busy) return;
      is_busy = true;
      record(event.target).finally(() => {
        is_busy = false;
      });
    }, true);
    keep_page().catch(() => {});
  }
  queue.news?.addEventListener("message", ({ data }) => watch(data));
  window.addEventListener("online", send_all);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") send_all();
  });
  setInterval(async () => {
    if (navigator.onLine && (await show()).some((entry) => !entry.refused)) send_all();
  }, retry_ms);
  show()
    .then((own) => {
      const wanted = own.find((entry) => location.hash === `#sua-${entry.key}`);
      if (wanted && record_form()) fill(record_form(), wanted);
      if (own.length > 0) send_all();
    })
    .catch(() => {});
})();
