// While an article is written it stands beside the text as readers will see it. What is shown is the
// part of the page that the button "Xem trước" asks for, so both are always the same. Without script
// the button does it alone.
"use strict";
(() => {
  const form = document.querySelector("form[data-live-preview]");
  const field = form?.querySelector("#noi-dung")?.closest(".field");
  if (!field) return;

  const rest_ms = 500; // after the last key, before asking
  const again_ms = 5000; // after a failure
  const english = document.documentElement.lang.startsWith("en");
  const say = (vi, en) => (english ? en : vi);
  const closed_key = "lantoa.preview";

  function make(tag, text, attributes) {
    const element = document.createElement(tag);
    element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }
  // Kept for the next article; where nothing can be kept it is open each time.
  function remembered(value) {
    try {
      if (value === undefined) return window.localStorage.getItem(closed_key);
      window.localStorage.setItem(closed_key, value);
    } catch {
      /* no storage */
    }
    return null;
  }

  const row = make("div", "", { class: "writing" });
  const box = make("details", "", { class: "writing-preview" });
  const title = say("Xem trước trong lúc viết", "Preview while you write");
  const state = make("p", "", { class: "hint" });
  const fault = make("p", "", { class: "field-error", role: "status" });
  const pane = make("div", "", { class: "panel", role: "region", tabindex: "0" });
  pane.setAttribute("aria-label", title);
  box.append(make("summary", title, {}), state, fault, pane);
  box.open = remembered() !== "closed";
  field.replaceWith(row);
  row.append(field, box);

  let resting = 0;
  let asking = false;
  let behind = false; // typed since it was asked

  // The text as it stands, without files: a picture is sent when it is added.
  function typed() {
    const all = new FormData(form);
    for (const [name, value] of [...all]) if (value instanceof File) all.delete(name);
    return all;
  }

  function show(part) {
    for (const link of part.querySelectorAll("a[href]")) {
      link.target = "_blank"; // leaving would take the text away
      link.rel = "noopener";
    }
    const { scrollTop } = pane;
    pane.replaceChildren(document.adoptNode(part));
    pane.scrollTop = scrollTop;
    const now = new Date().toLocaleTimeString(english ? "en-GB" : "vi-VN");
    state.textContent = say(`Chưa lưu. Cập nhật lúc ${now}.`, `Not saved. Updated at ${now}.`);
    fault.textContent = "";
  }

  // What was shown stays; the text is the reader's own page in any case.
  function fail(sentence) {
    if (fault.textContent !== sentence) fault.textContent = sentence;
  }

  async function ask() {
    const answer = await fetch(form.dataset.livePreview, { method: "POST", body: typed() });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const part = page.querySelector("section[aria-labelledby='xem-truoc'] > article");
    if (part) return show(part);
    const faults = [...page.querySelectorAll(".error-summary li")].map((one) => one.textContent);
    if (answer.ok && faults.length > 0) return fail(faults.join(" "));
    throw new Error("no preview");
  }

  async function draw() {
    if (!box.open) return;
    if (asking) {
      behind = true;
      return;
    }
    asking = true;
    behind = false;
    try {
      await ask();
    } catch {
      fail(
        say(
          "Chưa cập nhật được bản xem trước; phần bạn viết vẫn còn và sẽ được thử lại.",
          "The preview could not be updated; your text is still there, and it will be tried again.",
        ),
      );
      soon(again_ms);
    }
    asking = false;
    if (behind) soon(rest_ms);
  }

  function soon(ms) {
    clearTimeout(resting);
    resting = setTimeout(draw, ms);
  }

  form.addEventListener("input", () => soon(rest_ms));
  box.addEventListener("toggle", () => {
    remembered(box.open ? "open" : "closed");
    row.classList.toggle("writing-alone", !box.open);
    if (form.elements["noi-dung"].value) soon(0);
  });
  row.classList.toggle("writing-alone", !box.open);
})();
