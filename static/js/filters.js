// Puts the filters of a list beside it once they are counted: the list never waits for them. Without this script, or
// when it fails, a link leads to a page of their own. On either page it finds values of a facet while one types.
"use strict";
{
  const WAIT = 250; // ms without a key, before values are looked for
  const part = document.getElementById("filters");

  const page = async (address, signal) => {
    const answer = await fetch(address, { headers: { accept: "text/html" }, signal });
    if (!answer.ok) throw new Error(answer.statusText);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };

  // What has been typed into the days while they were counted stays, and so does the place.
  const put = (fresh) => {
    const here = document.activeElement?.closest("#filters") ? document.activeElement : null;
    const typed = [...part.querySelectorAll(".range .input")].map((box) => [box.name, box.value]);
    part.replaceChildren(...fresh.childNodes);
    for (const [name, value] of typed) part.querySelector(`.range [name=${name}]`).value = value;
    if (here?.name) part.querySelector(`.range [name=${here.name}]`)?.focus();
  };

  const load = async () => {
    part.setAttribute("aria-busy", "true");
    try {
      put((await page(part.dataset.later)).getElementById("filters"));
    } catch {
      part.classList.add("failed");
    }
    part.removeAttribute("aria-busy");
  };

  const first = new Map(); // the values that stood under a form before anything was typed
  let asked = new AbortController();
  let timer = 0;

  const find = async (form) => {
    asked.abort();
    asked = new AbortController();
    const values = document.getElementById(form.dataset.values);
    if (!first.has(form)) first.set(form, [...values.childNodes]);
    if (!form.elements.find.value.trim() && !form.dataset.all) {
      values.replaceChildren(...first.get(form));
      return;
    }
    values.setAttribute("aria-busy", "true");
    try {
      const query = new URLSearchParams(new FormData(form));
      const found = await page(`${form.action}?${query}`, asked.signal);
      values.replaceChildren(...found.getElementById(form.dataset.values).childNodes);
      form.querySelector("[role=status]").textContent = found.querySelector(".facet-count")?.textContent.trim() ?? "";
    } catch (error) {
      if (error.name === "AbortError") return;
      form.submit();
    }
    values.removeAttribute("aria-busy");
  };

  document.addEventListener("input", (event) => {
    const form = event.target.closest(".facet-find");
    if (!form) return;
    clearTimeout(timer);
    timer = setTimeout(() => find(form), WAIT);
  });

  if (part?.dataset.later) load();
}
