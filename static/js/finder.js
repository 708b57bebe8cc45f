// What the search box offers while one types: a combobox with a list, by the pattern of the ARIA Authoring Practices.
// The list lies over the page, nothing is chosen for anybody, and what was typed stays as typed until it is replaced on
// purpose. Without this script the box is a plain one.
"use strict";
{
  const PAUSE = 120; // milliseconds without a key, after which the archive is asked
  const KEPT = 40; // answers of this page that are remembered

  const set = (element, attributes) => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  };

  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    set(element, attributes);
    element.append(...children);
    return element;
  };

  class Finder {
    #form;
    #box;
    #list;
    #told;
    #answers = new Map(); // what was asked -> answer
    #asking = null; // AbortController of the question on its way
    #timer = 0;
    #active = null;

    constructor(form) {
      this.#form = form;
      this.#box = form.elements.q;
      const id = `${this.#box.id}-list`;
      const label = form.dataset.label;
      this.#list = make("div", { id, class: "finder-list", role: "listbox", "aria-label": label, hidden: "" });
      this.#told = make("p", { class: "vh", role: "status" });
      form.append(this.#list, this.#told);
      const box = { role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false" };
      set(this.#box, box);
      this.#listen();
      form.dataset.ready = ""; // from now on typing is answered
    }

    #listen() {
      const box = this.#box;
      box.addEventListener("input", (event) => event.isComposing || this.#later());
      box.addEventListener("compositionend", () => this.#later());
      box.addEventListener("keydown", (event) => this.#key(event));
      // The box keeps the focus while the list is pressed, so that leaving it means leaving both.
      this.#list.addEventListener("mousedown", (event) => event.button || event.preventDefault());
      this.#list.addEventListener("click", (event) => this.#choose(event));
      box.addEventListener("blur", () => this.#close());
      this.#form.addEventListener("submit", () => this.#close());
      document.addEventListener("pointerdown", (event) => this.#form.contains(event.target) || this.#close());
      addEventListener("pagehide", () => this.#close());
    }

    get #open() {
      return !this.#list.hidden;
    }

    // One option of each line; a second one of a line is beside it.
    get #lines() {
      return [...this.#list.querySelectorAll("[role=option]:first-child")];
    }

    #question() {
      const asked = new URLSearchParams(new FormData(this.#form));
      return asked.get("q").trim() ? `${this.#form.dataset.suggest}?${asked}` : "";
    }

    #later() {
      clearTimeout(this.#timer);
      this.#asking?.abort();
      this.#activate(null);
      const question = this.#question();
      if (!question) this.#close();
      else if (this.#answers.has(question)) this.#show(this.#answers.get(question));
      else this.#timer = setTimeout(() => this.#ask(question), PAUSE);
    }

    async #ask(question) {
      this.#asking = new AbortController();
      const { signal } = this.#asking;
      let answer;
      try {
        const response = await fetch(question, { headers: { Accept: "application/json" }, signal });
        if (!response.ok) return this.#close();
        answer = await response.json();
      } catch (error) {
        // Whoever went on typing has asked anew; without an answer the box is a plain one.
        return error.name === "AbortError" || this.#close();
      }
      if (signal.aborted) return;
      if (this.#answers.size >= KEPT) this.#answers.delete(this.#answers.keys().next().value);
      this.#answers.set(question, answer);
      if (question === this.#question() && document.activeElement === this.#box) this.#show(answer);
    }

    #show(answer) {
      this.#active = null;
      this.#list.replaceChildren(...answer.groups.map((group) => this.#group(group)));
      this.#lines.forEach(({ parentElement: line }, at, { length }) => {
        for (const option of line.children) set(option, { "aria-posinset": at + 1, "aria-setsize": length });
      });
      this.#list.querySelectorAll("[role=option]").forEach((option, at) => (option.id = `${this.#list.id}-${at}`));
      this.#list.hidden = !answer.groups.length;
      this.#list.scrollTop = 0;
      this.#box.setAttribute("aria-expanded", String(this.#open));
      this.#told.textContent = answer.told;
    }

    #group({ kind, label, suggestions }) {
      const id = `${this.#list.id}-${kind}`;
      const lines = suggestions.map((suggestion) => this.#line(suggestion));
      const head = make("p", { id, class: "label", role: "presentation" }, label);
      return make("div", { class: `finder-group of-${kind}`, role: "group", "aria-labelledby": id }, head, ...lines);
    }

    #line({ label, language, parts, about, url, text, page, page_label }) {
      const words = make("span", { class: "finder-words" });
      words.append(...parts.map(([part, typed]) => (typed ? make("mark", {}, part) : part)));
      if (language) words.lang = language;
      const option = this.#option(url, words);
      if (about) option.append(" ", make("span", { class: "finder-about" }, about));
      if (text !== null) option.dataset.text = text;
      const line = make("div", { class: "finder-line", role: "presentation" }, option);
      if (page) {
        const beside = this.#option(page, this.#form.dataset.page);
        beside.classList.add("finder-page");
        set(beside, { "aria-label": page_label });
        line.append(beside);
      }
      return line;
    }

    // A link, so that a mouse may open it as any other.
    #option(href, ...children) {
      return make("a", { href, role: "option", "aria-selected": "false", tabindex: "-1" }, ...children);
    }

    #close() {
      clearTimeout(this.#timer);
      this.#asking?.abort();
      this.#activate(null);
      this.#list.hidden = true;
      this.#box.setAttribute("aria-expanded", "false");
      this.#told.textContent = "";
    }

    #activate(option) {
      this.#active?.setAttribute("aria-selected", "false");
      this.#active = option;
      if (!option) return this.#box.removeAttribute("aria-activedescendant");
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.#box.setAttribute("aria-activedescendant", option.id);
    }

    // What was chosen leads on; the name of a field is written into the box.
    #choose(event) {
      const option = event.target.closest("[role=option]");
      if (!option) return;
      const { text } = option.dataset;
      if (text === undefined) {
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) this.#close();
        return;
      }
      event.preventDefault();
      this.#box.value = text;
      this.#box.focus();
      this.#later();
    }

    #key(event) {
      if (event.isComposing) return;
      this.#keys[event.key]?.(event);
    }

    #keys = {
      ArrowDown: (event) => this.#move(event, 1),
      ArrowUp: (event) => this.#move(event, -1),
      ArrowRight: (event) => this.#go(event, this.#active?.nextElementSibling),
      ArrowLeft: (event) => this.#go(event, this.#active?.previousElementSibling),
      Home: (event) => this.#go(event, this.#active && this.#lines.at(0)),
      End: (event) => this.#go(event, this.#active && this.#lines.at(-1)),
      Enter: (event) => {
        if (!this.#active) return;
        event.preventDefault();
        const { ctrlKey, metaKey, shiftKey } = event;
        const click = { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey };
        this.#active.dispatchEvent(new MouseEvent("click", click));
      },
      // Some browsers empty a search box by this key: what was typed stays.
      Escape: (event) => {
        event.preventDefault();
        this.#close();
      },
    };

    // Where there is nothing to go to, the key moves in the box.
    #go(event, option) {
      if (!option || event.shiftKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      this.#activate(option);
    }

    // From the box down to the first line or up to the last, and round by way of the box, where nothing is chosen.
    #move(event, by) {
      if (event.shiftKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      if (!this.#open) return by > 0 && this.#later();
      if (event.altKey) return by < 0 && this.#close();
      const places = [null, ...this.#lines];
      const at = places.indexOf(this.#active?.parentElement.firstElementChild ?? null);
      this.#activate(places.at((at + by) % places.length));
    }
  }

  for (const form of document.querySelectorAll("form.finder[data-suggest]")) new Finder(form);
}
