// Single keys: "/" to the search box, "j" and "k" from result to result and "o" to open one, "n" and "p" from place to
// place of a text, "?" for those that work on the page. None acts where one types. A box on the help page turns them
// off on this device, for those who speak to their computer (WCAG 2.1.4); nothing else is ever stored here.
"use strict";
{
  const STORED = "newsarchive.keys";
  const RESULTS = "#results :is(.card, .quote-item, .table tbody tr, .index-list > li)";
  const MAIN_LINK = "h3 a, .value a, .by a[href*='/quotes/']";

  const wanted = () => {
    try {
      return localStorage.getItem(STORED) !== "off";
    } catch {
      return true; // the browser keeps nothing for this site
    }
  };

  // The page's own large box comes before the small one in the masthead.
  const box = () =>
    document.querySelector(".finder.big input[name=q]") ?? document.querySelector(".finder input[name=q]");

  // What leads to each result, in their order; a quote in the card of an article is a part of that card.
  const results = () =>
    [...document.querySelectorAll(RESULTS)]
      .filter((result) => !result.parentElement.closest(".card"))
      .map((result) => result.querySelector(MAIN_LINK) ?? result.querySelector("a"))
      .filter(Boolean);

  const current = () => results().findIndex((link) => link.closest(RESULTS).contains(document.activeElement));

  const move = (by) => {
    const [links, at] = [results(), current()];
    const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by;
    links[next]?.focus();
  };

  const step = (way) => document.querySelector(`.hit-steps [rel=${way}]`);

  // For each key: what it is for on this page, if anything, and what it does with that.
  const KEYS = {
    "/": { here: box, act: (found) => (found.focus(), found.select()) },
    j: { here: () => results().length, act: () => move(1) },
    k: { here: () => results().length, act: () => move(-1) },
    o: { here: () => results().length, act: () => results()[current()]?.click() },
    n: { here: () => step("next"), act: (found) => found.click() },
    p: { here: () => step("prev"), act: (found) => found.click() },
    "?": { here: () => document.getElementById("keys-help"), act: (template) => help(template) },
  };

  const help = (template) => {
    const dialog = template.content.cloneNode(true).firstElementChild;
    for (const row of dialog.querySelectorAll("[data-key]")) if (!KEYS[row.dataset.key].here()) row.remove();
    dialog.addEventListener("close", () => dialog.remove());
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close()); // beside it
    document.body.append(dialog);
    dialog.showModal();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !Object.hasOwn(KEYS, event.key)) return;
    if (event.target.closest("input, textarea, select, dialog, [contenteditable]") || !wanted()) return;
    const { here, act } = KEYS[event.key];
    const found = here();
    if (!found) return;
    event.preventDefault();
    act(found);
  });

  const choice = document.getElementById("keys-choice");
  if (choice) {
    const kept = choice.querySelector("input");
    kept.checked = wanted();
    kept.addEventListener("change", () => {
      try {
        if (kept.checked) localStorage.removeItem(STORED);
        else localStorage.setItem(STORED, "off");
      } catch {
        kept.checked = true;
      }
    });
    choice.hidden = false;
  }
}
