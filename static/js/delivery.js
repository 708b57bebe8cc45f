// Keeps the page of a delivery up to date while it is brought in; without it the page loads itself again.
"use strict";
{
  const part = document.getElementById("delivery-now");
  const said = document.getElementById("delivery-said");
  const EVERY = 1500;
  const AFTER_AN_ERROR = 10000;

  // Who has gone to a link or a button with the keyboard stays on it.
  const place = (element) => element?.closest("#delivery-now") && (element.getAttribute("href") ?? element.textContent.trim());

  // Nothing is touched while nothing changes: what is selected stays so.
  const show = (html) => {
    const fresh = document.createElement("template");
    fresh.innerHTML = html;
    if (fresh.innerHTML.trim() === part.innerHTML.trim()) {
      return;
    }
    const here = place(document.activeElement);
    const before = part.querySelector(".sum")?.textContent;
    part.replaceChildren(fresh.content);
    if (here) {
      [...part.querySelectorAll("a, button")].find((element) => place(element) === here)?.focus();
    }
    const sum = part.querySelector(".sum")?.textContent ?? "";
    if (sum !== before) {
      said.textContent = sum.replace(/\s+/g, " ").trim();
    }
  };

  const ask = async () => {
    let wait = EVERY;
    try {
      if (!document.hidden) {
        const answer = await fetch(part.dataset.now, { headers: { accept: "text/html" } });
        if (answer.redirected || answer.status === 404) {
          location.reload(); // signed out, or gone
          return;
        }
        if (!answer.ok) {
          throw new Error(answer.statusText);
        }
        show(await answer.text());
      }
    } catch {
      wait = AFTER_AN_ERROR;
    }
    if (part.querySelector("[data-at-work]")) {
      setTimeout(ask, wait);
    }
  };

  setTimeout(ask, EVERY);
}
