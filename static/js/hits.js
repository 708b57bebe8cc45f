// Makes "Previous" and "Next" in the bar of hits lead on from the place that one is at. Without it they lead to the
// first and the second place, and every place has its number in the bar.
"use strict";

const marks = [...document.querySelectorAll("mark[id^=hit-]")];
const previous = document.querySelector(".hit-steps [rel=prev]");
const next = document.querySelector(".hit-steps [rel=next]");

function aim() {
  const here = marks.findIndex((mark) => `#${mark.id}` === location.hash);
  previous.hash = marks.at(here > 0 ? here - 1 : -1).id;
  next.hash = marks[(here + 1) % marks.length].id;
  for (const link of document.querySelectorAll(".hit-bar ol a")) {
    if (link.hash === location.hash) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

if (marks.length && previous && next) {
  addEventListener("hashchange", aim);
  aim();
}
