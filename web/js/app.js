// Every page works without this file; it adds live figures, a guard against sending twice, keys,
// text size, a question before grave acts and a memory for what is being typed. No markup is built
// from text and no code from strings, so the strictest content policy holds.
"use strict";
(() => {
  const english = document.documentElement.lang.startsWith("en");
  const say = (vi, en) => (english ? en : vi);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  // A browser may refuse storage; the page must not notice.
  const store = (area) => ({
    get: (key) => {
      try {
        return window[area].getItem(`lantoa.${key}`);
      } catch {
        return null;
      }
    },
    set: (key, value) => {
      try {
        window[area].setItem(`lantoa.${key}`, value);
      } catch {
        /* not kept */
      }
    },
    remove: (key) => {
      try {
        window[area].removeItem(`lantoa.${key}`);
      } catch {
        /* not kept */
      }
    },
  });
  const local = store("localStorage");
  const session = store("sessionStorage");

  function make(tag, text = "", attributes = {}) {
    const element = document.createElement(tag);
    element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }

  const voice = make("p", "", { class: "unseen", role: "status", "aria-live": "polite" });
  document.body.append(voice);

  for (const element of all("[data-needs-script]")) element.hidden = false;
  for (const button of all("[data-print]")) button.addEventListener("click", () => window.print());
  document.querySelector(".error-summary")?.focus();

  // A fault belongs to its field wherever a form only names it on top.
  for (const link of all(".error-summary a")) {
    const field = document.getElementById(link.hash.slice(1));
    if (!field?.matches("input, select, textarea")) continue;
    if (field.getAttribute("aria-invalid") === "true") continue;
    const hints = field.getAttribute("aria-describedby") ?? "";
    link.id ||= `loi-${field.id}`;
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", `${link.id} ${hints}`.trim());
  }
  document.addEventListener("input", ({ target }) => {
    if (target.getAttribute("aria-invalid") === "true") target.setAttribute("aria-invalid", "false");
  });

  // What was done is announced once the page is there: a region that comes with it is not.
  const done_after_ms = 700;
  const done = document.querySelector(".notice-done[role=status]");
  if (done) setTimeout(() => (voice.textContent = done.textContent.trim()), done_after_ms);

  // Sharing by the device itself: no network is asked before the reader chooses one.
  for (const button of all("[data-share]")) {
    if (!navigator.share) break;
    button.closest("[data-share-item]").hidden = false;
    button.addEventListener("click", () => {
      navigator.share({ title: document.title, url: button.dataset.share }).catch(() => {});
    });
  }

  // Reading aloud with a Vietnamese voice of this device; a voice that a server speaks would be told
  // what is being read, so without one of its own the button stays hidden.
  const own_voice = () =>
    window.speechSynthesis
      ?.getVoices()
      .find((one) => one.localService && one.lang.toLowerCase().startsWith("vi"));
  for (const button of all("[data-speak]")) {
    const synthesis = window.speechSynthesis;
    if (!synthesis) break;
    const show = () => {
      button.closest("[data-voice-item]").hidden = !own_voice();
    };
    const speaks = (on) => button.setAttribute("aria-pressed", String(on));
    const stop = () => {
      synthesis.cancel();
      speaks(false);
    };
    const start = () => {
      synthesis.cancel();
      const parts = all("h1, .article-body p, .article-body li, .article-body h2, .article-body h3");
      for (const part of parts) {
        const words = new SpeechSynthesisUtterance(part.textContent);
        words.lang = "vi-VN";
        words.voice = own_voice();
        if (part === parts.at(-1)) words.onend = () => speaks(false);
        synthesis.speak(words);
      }
      speaks(true);
    };
    button.addEventListener("click", () =>
      button.getAttribute("aria-pressed") === "true" ? stop() : start(),
    );
    synthesis.addEventListener?.("voiceschanged", show);
    window.addEventListener("pagehide", stop);
    show();
  }

  // Live figures: {"name":"value", …} from the stream named by data-live.
  const announce_after_ms = 5000;
  const retry_ms_max = 60000;
  let news = new Map();
  let announcing = 0;

  function announce(element, value) {
    if (!element.dataset.label) return;
    news.set(element.dataset.label, value);
    announcing ||= setTimeout(() => {
      voice.textContent = [...news].map(([label, text]) => `${label}: ${text}`).join("; ");
      news = new Map();
      announcing = 0;
    }, announce_after_ms);
  }

  function show_figures(figures) {
    for (const element of all("[data-figure]")) {
      const value = figures[element.dataset.figure];
      if (value === undefined || element.textContent === String(value)) continue;
      element.textContent = value;
      announce(element, value);
    }
    for (const bar of all("[data-figure-bar]")) {
      const percent = parseFloat(String(figures[bar.dataset.figureBar] ?? "").replace(",", "."));
      if (percent >= 0) bar.setAttribute("width", `${Math.min(percent, 100)}%`);
    }
    show_fills(figures);
  }

  // A cell of the map fills from below: "28.6 10.0" is what persons did themselves, then what clerks
  // entered on top of it.
  function show_fills(figures) {
    const place = (rect, height, foot) => {
      rect.setAttribute("height", `${height}%`);
      rect.setAttribute("y", `${100 - foot - height}%`);
    };
    for (const rect of all("[data-figure-own]")) {
      const value = figures[rect.dataset.figureOwn];
      if (value !== undefined) place(rect, Number(value.split(" ")[0]), 0);
    }
    for (const rect of all("[data-figure-proxy]")) {
      const value = figures[rect.dataset.figureProxy];
      if (value === undefined) continue;
      const [own, proxy] = value.split(" ").map(Number);
      place(rect, proxy, own);
    }
  }

  // What changes by itself can be held still (WCAG 2.2.2).
  const pause = document.querySelector("[data-live-pause]");
  let paused = false;
  pause?.addEventListener("click", () => {
    paused = !paused;
    pause.textContent = paused
      ? say("Tiếp tục tự cập nhật", "Resume updating")
      : say("Tạm dừng tự cập nhật", "Pause updating");
  });

  function follow(address) {
    let source = null;
    let retry = 0;
    let wait_ms = 5000;
    const close = () => {
      clearTimeout(retry);
      source?.close();
      source = null;
    };
    const open = () => {
      close();
      source = new EventSource(address);
      source.onopen = () => {
        wait_ms = 5000;
      };
      source.onmessage = (event) => {
        try {
          show_figures(JSON.parse(event.data));
        } catch {
          /* a new connection brings whole figures again */
        }
      };
      source.onerror = () => {
        if (source?.readyState !== EventSource.CLOSED) return;
        retry = setTimeout(open, wait_ms);
        wait_ms = Math.min(wait_ms * 2, retry_ms_max);
      };
    };
    const follow_sight = () =>
      document.visibilityState === "visible" && !paused ? open() : close();
    pause?.addEventListener("click", follow_sight);
    document.addEventListener("visibilitychange", follow_sight);
    window.addEventListener("pagehide", close);
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) follow_sight();
    });
    follow_sight();
  }
  if ("EventSource" in window)
    new Set(all("[data-live]").map((e) => e.dataset.live)).forEach(follow);

  // Dialogs: a question before grave acts, and the page of keys.
  function dialog(title, body, buttons) {
    const box = make("dialog", "", { "aria-labelledby": "dialog-title" });
    const row = make("div", "", { class: "actions" });
    for (const { text, style, act } of buttons) {
      const button = make("button", text, { type: "button", class: style });
      button.addEventListener("click", () => {
        box.close();
        act?.();
      });
      row.append(button);
    }
    box.append(make("h2", title, { id: "dialog-title" }), ...body, row);
    box.addEventListener("close", () => box.remove());
    document.body.append(box);
    box.showModal();
    return box;
  }

  function ask(form, submitter) {
    const yes = () => {
      form.dataset.confirmed = "1";
      form.requestSubmit(submitter);
    };
    dialog(
      form.dataset.confirmTitle ?? say("Xin xác nhận", "Please confirm"),
      [make("p", form.dataset.confirm)],
      [
        { text: say("Quay lại", "Go back"), style: "button-secondary" },
        {
          text: submitter?.textContent.trim() || say("Tiếp tục", "Continue"),
          style: "button",
          act: yes,
        },
      ],
    );
  }

  const guard_ms = 15000;
  const sent = new Map();
  function release(form) {
    for (const button of sent.get(form) ?? []) button.disabled = false;
    sent.delete(form);
  }
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented) return;
    if (form.dataset.confirm && !form.dataset.confirmed && "HTMLDialogElement" in window) {
      event.preventDefault();
      ask(form, event.submitter);
      return;
    }
    delete form.dataset.confirmed;
    if (form.method !== "post") return;
    if (sent.has(form)) {
      event.preventDefault();
      return;
    }
    const buttons = all("button:not([type=button], :disabled)", form);
    sent.set(form, buttons);
    // Later, so that the pressed button's own name and value are still sent; not for ever, so that
    // a lost connection leaves a way to try again.
    setTimeout(() =>
      buttons.forEach((button) => {
        button.disabled = true;
      }),
    );
    setTimeout(() => release(form), guard_ms);
  });
  window.addEventListener("pageshow", () => [...sent.keys()].forEach(release));

  // The form that a device keeps for when there is no line shows whose it is: he leaves, or somebody
  // else comes.
  document.addEventListener("submit", (event) => {
    const to = new URL(event.target.action, location).pathname;
    if (to === "/dang-xuat" || to === "/dang-nhap") window.caches?.delete("lantoa-ghi");
  });

  // Keys. They can be switched off, because dictation software types them by accident.
  const keys_off = () => local.get("keys") === "off";
  function help() {
    if (document.querySelector("dialog[open]")) return;
    const list = make("dl");
    for (const [key, text] of [
      ["/", say("đến ô tìm kiếm", "go to search")],
      ["?", say("mở bảng phím này", "open this list")],
      ["Tab", say("đến mục tiếp theo", "go to the next item")],
      ["Esc", say("đóng hộp thoại", "close a dialog")],
    ]) {
      const term = make("dt");
      term.append(make("kbd", key));
      list.append(term, make("dd", text));
    }
    dialog(
      say("Phím tắt", "Keys"),
      [list],
      [
        { text: say("Đóng", "Close"), style: "button" },
        {
          text: keys_off()
            ? say("Bật phím / và ?", "Turn / and ? on")
            : say("Tắt phím / và ?", "Turn / and ? off"),
          style: "button-secondary",
          act: () => local.set("keys", keys_off() ? "on" : "off"),
        },
      ],
    );
  }
  for (const button of all("[data-help]")) button.addEventListener("click", help);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || keys_off()) return;
    if (event.target.closest("input, select, textarea, dialog, [contenteditable]")) return;
    const search = document.querySelector("[type=search]");
    if (event.key === "/" && search) {
      event.preventDefault();
      search.focus();
    }
    if (event.key === "?") {
      event.preventDefault();
      help();
    }
  });

  // The slider for a day: it shows the day while it moves and asks for it when it rests, so that
  // single steps by key do not load a page each.
  const slider_rest_ms = 600;
  for (const slider of all("[data-day]")) {
    const field = document.getElementById(slider.dataset.day);
    const shown = document.querySelector("[data-day-shown]");
    let resting = 0;
    const chosen = () => {
      const at = new Date(`${slider.dataset.first}T00:00:00Z`);
      at.setUTCDate(at.getUTCDate() + Number(slider.value));
      const [year, month, day] = at.toISOString().slice(0, 10).split("-");
      return slider.value === slider.max ? "" : `${day}/${month}/${year}`;
    };
    const show_day = (day) => {
      const words = day || slider.dataset.today;
      if (shown) shown.textContent = words;
      slider.setAttribute("aria-valuetext", words);
    };
    // Of the figures: in the field there may stand what is no day.
    show_day(shown ? shown.textContent : chosen());
    slider.addEventListener("input", () => {
      field.value = chosen();
      show_day(field.value);
      clearTimeout(resting);
    });
    slider.addEventListener("change", () => {
      clearTimeout(resting);
      resting = setTimeout(() => {
        session.set("focus", slider.id);
        slider.form.requestSubmit();
      }, slider_rest_ms);
    });
  }
  document.getElementById(session.get("focus") ?? "")?.focus({ preventScroll: true });
  session.remove("focus");

  // Plus and minus beside a number; typing it stays possible.
  for (const button of all("[data-step]")) {
    button.addEventListener("click", () => {
      const field = document.getElementById(button.dataset.for);
      field.value = Math.max(0, (parseInt(field.value, 10) || 0) + Number(button.dataset.step));
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }

  // Buttons that put a word where one was writing last, else at the end of the first text.
  let written = null;
  document.addEventListener("focusin", (event) => {
    if (event.target.matches("textarea")) written = event.target;
  });
  for (const button of all("[data-insert]")) {
    button.addEventListener("click", () => {
      const field = written ?? document.querySelector("form.form textarea");
      if (!field) return;
      const end = written ? field.selectionEnd : field.value.length;
      field.setRangeText(button.dataset.insert, written ? field.selectionStart : end, end, "end");
      field.focus();
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }

  // Text size in five steps; the sheet sizes html[data-text].
  const sizes = { "-1": "94", 0: "100", 1: "112", 2: "125", 3: "150" };
  function size_text(step, spoken) {
    const size = Math.max(-1, Math.min(3, step));
    document.documentElement.dataset.text = size;
    local.set("text", size);
    if (spoken) voice.textContent = say(`Cỡ chữ ${sizes[size]} %`, `Text size ${sizes[size]}%`);
  }
  size_text(Number(local.get("text")) || 0, false);
  for (const button of all("[data-text-step]")) {
    button.addEventListener("click", () => {
      const step = Number(button.dataset.textStep);
      size_text(step === 0 ? 0 : Number(document.documentElement.dataset.text) + step, true);
    });
  }

  // What is typed into form[data-keep] survives an error and an expired sign-in. A page that
  // says in [data-done] that all went well lets go of what was sent; one may also name a form in
  // data-forget. Secrets and files are never kept.
  const keep_ms_max = 12 * 3600 * 1000;
  const keepable = (form) =>
    [...form.elements].filter(
      (e) =>
        e.name &&
        !("private" in e.dataset) &&
        !["hidden", "password", "file", "submit", "button", "fieldset"].includes(e.type),
    );
  const is_choice = (e) => e.type === "checkbox" || e.type === "radio";
  const as_sent = (e) => (is_choice(e) ? e.defaultChecked : e.defaultValue);
  // Only where the form that was sent just now is kept.
  for (const element of all("[data-kept]")) element.hidden = !session.get("sent");
  for (const element of all("[data-forget]")) session.remove(`keep.${element.dataset.forget}`);
  if (document.querySelector("[data-done]")) {
    session.remove(session.get("sent"));
    session.remove("sent");
  }

  function restore(form, key) {
    let kept = null;
    try {
      kept = JSON.parse(session.get(key));
    } catch {
      /* unreadable is nothing */
    }
    if (!kept || Date.now() - kept.at > keep_ms_max) return;
    let changed = false;
    keepable(form).forEach((e, n) => {
      const value = kept.fields[`${e.name}.${n}`];
      if (value === undefined || (as_sent(e) && !is_choice(e))) return;
      const name = is_choice(e) ? "checked" : "value";
      if (e[name] !== value) {
        e[name] = value;
        changed = true;
      }
    });
    if (!changed) return;
    const note = make("div", "", { class: "notice", role: "status" });
    const drop = make("button", say("Bỏ và nhập lại từ đầu", "Discard and start again"), {
      type: "button",
      class: "link-button",
    });
    drop.addEventListener("click", () => {
      session.remove(key);
      form.reset();
      note.remove();
    });
    const line = make(
      "p",
      say("Phần bạn đang nhập dở đã được giữ lại. ", "What you had typed has been kept. "),
    );
    line.append(drop);
    note.append(line);
    form.prepend(note);
  }
  for (const form of all("form[data-keep]")) {
    const key = `keep.${form.dataset.keep}`;
    restore(form, key);
    form.addEventListener("input", () => {
      const fields = keepable(form).map((e, n) => [
        `${e.name}.${n}`,
        is_choice(e) ? e.checked : e.value,
      ]);
      session.set(key, JSON.stringify({ at: Date.now(), fields: Object.fromEntries(fields) }));
    });
  }
  // A form that keeps nothing leaves nothing to be let go of: what was typed into another one before
  // is not forgotten when this one goes well.
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    const key = event.target.dataset.keep;
    if (key) session.set("sent", `keep.${key}`);
    else session.remove("sent");
  });
})();
