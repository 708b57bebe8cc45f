// Makes "Previous" and "Next" in the bar of hits lead on from the place shown. Without it they lead to the last and
// the first place, and every place has its number in the bar.
"use strict";

const steps = document.querySelector(".hit-steps");
const marks = [...document.querySelectorAll("mark[id^=hit-]")];

function aim() {
  const shown = document.getElementById(location.hash.slice(1)); // :target may not be told yet
  const before = shown
    ? marks.filter((mark) => mark.compareDocumentPosition(shown) & Node.DOCUMENT_POSITION_FOLLOWING).length
    : 0;
  // A line of the results leads to a paragraph: there one is at its first mark.
  const at = shown && marks[before] && shown.contains(marks[before]) ? marks[before] : null;
  steps.querySelector("[rel=prev]").hash = marks.at(before - 1).id;
  steps.querySelector("[rel=next]").hash = marks[(before + (at ? 1 : 0)) % marks.length].id;
  for (const link of document.querySelectorAll(".hit-bar ol a")) {
    if (at && link.hash === `#${at.id}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

if (steps && marks.length) {
  addEventListener("hashchange", aim);
  aim();
}
