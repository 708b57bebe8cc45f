// Names for what Django's admin leaves without: the fields of a table of rows, and boxes that search while one types.
"use strict";
{
  const named = (element, prefix) => {
    if (!element.id) {
      element.id = `${prefix}-${document.querySelectorAll(`[id^="${prefix}-"]`).length}`;
    }
    return element.id;
  };

  // A field in a table is named by the head of its column.
  const nameCells = (table) => {
    // The head of a column without a name is no head.
    for (const head of table.querySelectorAll("thead th:empty")) {
      const plain = document.createElement("td");
      plain.className = head.className;
      head.replaceWith(plain);
    }
    const heads = table.querySelectorAll("thead tr > *");
    for (const row of table.querySelectorAll("tbody tr")) {
      [...row.cells].forEach((cell, place) => {
        const head = heads[place];
        if (!head || row.cells.length !== heads.length) {
          return;
        }
        for (const field of cell.querySelectorAll("input:not([type=hidden]), select, textarea")) {
          if (!field.labels?.length && !field.hasAttribute("aria-label")) {
            field.setAttribute("aria-labelledby", named(head, "column"));
          }
        }
      });
    }
  };

  // select2 puts a box of its own in place of a field: it is named as the field is.
  const nameBoxes = () => {
    for (const box of document.querySelectorAll(".select2-selection:not([data-named])")) {
      const field = box.closest(".select2").previousElementSibling;
      const label = field?.labels?.[0];
      const name = label ? named(label, "label") : field?.getAttribute("aria-labelledby");
      if (name) {
        box.setAttribute("aria-labelledby", `${name} ${box.getAttribute("aria-labelledby") ?? ""}`.trim());
        box.querySelector("[role=textbox], [role=searchbox], input")?.setAttribute("aria-labelledby", name);
        box.dataset.named = "";
      }
    }
  };

  // A day and an hour are two fields under one label.
  const nameHours = () => {
    for (const field of document.querySelectorAll(".datetime :is(.vDateField, .vTimeField):not([aria-label])")) {
      const word = field.previousSibling?.textContent.trim();
      field.setAttribute("aria-label", `${field.closest(".form-row")?.querySelector("label, legend")?.textContent ?? ""} ${word}`);
    }
    for (const sign of document.querySelectorAll("span.help-tooltip[aria-label]")) {
      sign.setAttribute("role", "img");
    }
  };

  // A table that is wider than the page is scrolled by keys too.
  const reachTables = () => {
    for (const box of document.querySelectorAll(".inline-related.tabular")) {
      const heading = box.querySelector(".inline-heading");
      if (heading && !box.hasAttribute("tabindex") && !box.querySelector("a, button, input:not([type=hidden])")) {
        box.tabIndex = 0;
        box.setAttribute("role", "group");
        box.setAttribute("aria-labelledby", heading.id);
      }
    }
  };

  const nameAll = () => {
    nameHours();
    reachTables();
    document.querySelectorAll(".inline-group table, #result_list").forEach(nameCells);
    nameBoxes();
  };

  // What opens under such a box stands at the end of the page and knows nothing of it.
  const nameOpen = () => {
    const box = document.querySelector(".select2-container--open .select2-selection");
    const search = document.querySelector(".select2-dropdown .select2-search__field");
    if (box && search) {
      search.setAttribute("aria-labelledby", box.getAttribute("aria-labelledby"));
      box.setAttribute("aria-controls", box.getAttribute("aria-owns"));
    }
  };

  // After Django's own scripts, which wait for the same moment.
  addEventListener("load", () => {
    setTimeout(nameAll);
    window.django?.jQuery?.(document).on("select2:open", nameOpen);
  });
  document.addEventListener("formset:added", () => setTimeout(nameAll));
}
