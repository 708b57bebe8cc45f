// "/" goes to the search box, from anywhere but a place where one types. A box on the help page turns it off on this
// device, for those who speak to their computer (WCAG 2.1.4); nothing else is ever stored here.
"use strict";

const STORED = "newsarchive.keys";

function wanted() {
  try {
    return localStorage.getItem(STORED) !== "off";
  } catch {
    return true; // the browser keeps nothing for this site
  }
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest("input, textarea, select, [contenteditable]") || !wanted()) return;
  // The page's own large box comes before the small one in the masthead.
  const box = document.querySelector(".finder.big input[name=q]") ?? document.querySelector(".finder input[name=q]");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

const choice = document.getElementById("keys-choice");
if (choice) {
  const box = choice.querySelector("input");
  box.checked = wanted();
  box.addEventListener("change", () => {
    try {
      if (box.checked) localStorage.removeItem(STORED);
      else localStorage.setItem(STORED, "off");
    } catch {
      box.checked = true;
    }
  });
  choice.hidden = false;
}
