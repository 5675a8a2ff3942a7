// Suggestions under a search box, after the combobox pattern of the ARIA Authoring Practices: a list
// that opens while one types, arrows to walk it, Enter to go there, Escape to close it. Without a
// chosen line Enter sends the form as ever.
"use strict";
(() => {
  const rest_ms = 150; // after the last key, before asking
  const letters_min = 2;
  const english = document.documentElement.lang.startsWith("en");
  const say = (vi, en) => (english ? en : vi);
  let boxes = 0;

  function make(tag, text, attributes) {
    const element = document.createElement(tag);
    element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }

  // Only pages of this site.
  const is_own = (address) => /^\/(?![/\\])/.test(address);

  function equip(form) {
    const input = form.querySelector("input[type=search]");
    const id = `goi-y-${++boxes}`;
    const list = make("ul", "", {
      id,
      class: "suggestions",
      role: "listbox",
      "aria-label": say("Gợi ý", "Suggestions"),
    });
    const status = make("span", "", { class: "unseen", role: "status" });
    list.hidden = true;
    form.append(list, status);
    for (const [name, value] of [
      ["role", "combobox"],
      ["aria-autocomplete", "list"],
      ["aria-expanded", "false"],
      ["aria-controls", id],
    ])
      input.setAttribute(name, value);

    let chosen = -1;
    let asking = null;
    let resting = 0;

    function choose(next) {
      const lines = [...list.children];
      lines[chosen]?.setAttribute("aria-selected", "false");
      chosen = next;
      const line = lines[chosen];
      line?.setAttribute("aria-selected", "true");
      line?.scrollIntoView({ block: "nearest" });
      if (line) input.setAttribute("aria-activedescendant", line.id);
      else input.removeAttribute("aria-activedescendant");
    }

    function close() {
      clearTimeout(resting);
      asking?.abort();
      choose(-1);
      list.hidden = true;
      list.replaceChildren();
      input.setAttribute("aria-expanded", "false");
    }

    function open(suggestions) {
      choose(-1);
      list.replaceChildren(
        ...suggestions.map(({ text, kind, address }, n) => {
          const line = make("li", "", { id: `${id}-${n}`, role: "option", "aria-selected": "false" });
          line.dataset.address = address;
          line.append(make("span", text, {}), " ", make("small", kind, {}));
          return line;
        }),
      );
      list.hidden = suggestions.length === 0;
      input.setAttribute("aria-expanded", String(!list.hidden));
      status.textContent = list.hidden
        ? ""
        : say(
            `${suggestions.length} gợi ý, dùng phím mũi tên để chọn`,
            `${suggestions.length} suggestions, choose with the arrow keys`,
          );
    }

    async function ask() {
      const words = input.value.trim();
      asking?.abort();
      if (words.length < letters_min) return close();
      asking = new AbortController();
      const { signal } = asking;
      try {
        const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(input.value)}`, {
          signal,
        });
        if (!answer.ok) return close();
        const { suggestions } = await answer.json();
        if (!signal.aborted && document.activeElement === input)
          open(suggestions.filter(({ address }) => is_own(address)));
      } catch {
        /* left, or the network is away: there are no suggestions */
      }
    }

    function go(line) {
      const { address } = line.dataset;
      close();
      window.location.assign(address);
    }

    input.addEventListener("input", () => {
      clearTimeout(resting);
      resting = setTimeout(ask, rest_ms);
    });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      const count = list.children.length;
      if (event.key === "Escape" && !list.hidden) {
        event.preventDefault(); // the browser would empty the box
        close();
      } else if (event.key === "Tab") {
        close();
      } else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        go(list.children[chosen]);
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (count === 0) ask();
        // One step beyond either end is the box itself.
        else choose(((chosen + 1 + (event.key === "ArrowDown" ? 1 : count)) % (count + 1)) - 1);
      }
    });
    input.addEventListener("blur", close);
    // The press comes before the blur that would take the line away.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const line = event.target.closest("[role=option]");
      if (line) go(line);
    });
  }

  for (const form of document.querySelectorAll("form[data-suggest]")) equip(form);
})();
