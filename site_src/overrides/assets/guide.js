// Typing hides the rows of the symptom table that do not fit. What is typed stays in the field: it is not kept,
// not sent and not put into the address. Without this script the whole table stands there.

const filter = document.querySelector(".filter");
const field = filter.querySelector("input");
const count = filter.querySelector("[data-count]");
const nothing = filter.querySelector("[data-nothing]");
const rows = [...document.querySelectorAll("[data-words]")].map((row) => ({
  row,
  link: document.querySelector(`[data-link] [href="#${row.querySelector("h3").id}"]`).parentElement,
  words: row.dataset.words.split(" "),
}));

/** Shows the rows in which every typed word begins some word; a field left blank shows all. */
function show() {
  const typed = field.value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const { row, link, words } of rows) {
    row.hidden = link.hidden = !typed.every((start) => words.some((word) => word.startsWith(start)));
  }
  for (const group of document.querySelectorAll("[data-group]")) {
    group.hidden = !group.querySelector(":is([data-words], [data-link]):not([hidden])");
  }
  const shown = rows.filter(({ row }) => !row.hidden).length;
  count.textContent = count.dataset.count.replace("{shown}", shown).replace("{all}", rows.length);
  count.hidden = shown === 0;
  nothing.hidden = shown > 0;
}

function clear() {
  field.value = "";
  show();
}

/** Whoever follows a link to a hidden row gets to see it. */
function follow() {
  const target = document.getElementById(location.hash.slice(1));
  if (target?.closest("[hidden]")) {
    clear();
    target.scrollIntoView();
  }
}

field.addEventListener("input", show);
field.addEventListener("focus", () => filter.scrollIntoView()); // what is left of the table shows below it
field.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") clear();
});
addEventListener("hashchange", follow);
addEventListener("pagehide", clear); // a page that is gone back to comes without what was typed
clear();
filter.hidden = false;
