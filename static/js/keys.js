// "/" goes to the search box, from anywhere but a place where one types. Nothing else on the page needs a script.
"use strict";

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  // The page's own large box comes before the small one in the masthead.
  const box = document.querySelector(".finder.big input[name=q]") ?? document.querySelector(".finder input[name=q]");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});
