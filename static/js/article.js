// "Previous" and "Next" in the bar of hits count from the place shown. Without this script they lead to the last and
// the first, and the numbers lead everywhere.
"use strict";

const steps = document.querySelector(".hit-steps");
const marks = [...document.querySelectorAll("mark[id^=hit-]")];

function count() {
  const shown = document.getElementById(location.hash.slice(1));
  const before = shown
    ? marks.filter((mark) => mark.compareDocumentPosition(shown) & Node.DOCUMENT_POSITION_FOLLOWING).length
    : 0;
  const after = before + (marks[before] === shown ? 1 : 0);
  steps.querySelector("[rel=prev]").hash = marks.at(before - 1).id;
  steps.querySelector("[rel=next]").hash = marks[after % marks.length].id;
  for (const link of document.querySelectorAll(".hit-bar ol a")) {
    if (link.hash === location.hash) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

if (steps && marks.length) {
  addEventListener("hashchange", count);
  count();
}
