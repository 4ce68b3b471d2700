// Typing hides the rows of the symptom table that do not fit, and shows the emergency card when it may be a warning sign
// or nothing that the table knows. What is typed stays in the field: it is not kept, not sent and not put into the address.
// Without this script the whole table stands there.

// Of this module's version, as sw.js keeps it: the page asks for scripts under an address with the version (?v=).
const { PAUSE, wordsOf, fitting } = /** @type {typeof import("./words.js")} */ (await import(`./words.js${new URL(import.meta.url).search}`));

const filter = first(document, ".filter");
const field = /** @type {HTMLInputElement} */ (first(filter, "input"));
const alarm = first(filter, "[data-alarm]");
const said = first(filter, "[role=status]");
const count = first(filter, "[data-count]");
const nothing = first(filter, "[data-nothing]");
const small = new Set(wordsOf(filter.dataset.smallWords));
const signs = each(filter, "[data-sign]").map((item) => ({ item, words: wordsOf(item.dataset.sign) }));
const rows = each(document, "[data-words]").map((row) => ({ row, words: wordsOf(row.dataset.words) }));
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * A part of the page, with the data that the template writes on it.
 * @typedef {HTMLElement & { dataset: Record<string, string> }} Part
 */

/**
 * The part that a selector names; without one the page and this script do not fit.
 * @param {ParentNode} within
 * @param {string} selector
 */
function first(within, selector) {
  const [found] = each(within, selector);
  if (!found) throw new Error(`guide: got no ${selector}, wanted one: see site_src/overrides/guide.html`);
  return found;
}

/**
 * @param {ParentNode} within
 * @param {string} selector
 */
function each(within, selector) {
  return [.../** @type {NodeListOf<Part>} */ (within.querySelectorAll(selector))];
}

/**
 * Shows the rows in which every typed word fits some word, and the warning signs in which any does: people type whole
 * sentences, and a sign too many costs less than one too few. A field left blank shows all rows.
 */
function show() {
  const all = wordsOf(field.value);
  const telling = all.filter((word) => !small.has(word));
  const typed = telling.length > 0 ? telling : all;
  const letters = telling.length > 0 ? 3 : 4; // fewer begin too many words, and small words alone more still
  const heard = typed.filter((part) => part.length >= letters);
  const found = signs
    .map(({ item, words }) => ({ item, fit: fitting(heard, words), order: fitting(all, words) }))
    .sort((one, other) => other.order - one.order);
  for (const { item, fit } of found) {
    item.hidden = fit === 0;
    item.parentElement?.append(item); // what fits best stands first
  }
  for (const { row, words } of rows) row.hidden = fitting(typed, words) < typed.length;
  for (const group of each(document, "[data-group]")) {
    group.hidden = !group.querySelector("[data-words]:not([hidden])");
  }
  const named = found.filter(({ fit }) => fit > 0).map(({ item }) => item.textContent);
  const shown = rows.filter(({ row }) => !row.hidden).length;
  for (const part of each(filter, "[data-named]")) part.hidden = named.length === 0;
  for (const part of each(filter, "[data-unknown]")) part.hidden = named.length > 0;
  alarm.hidden = named.length === 0 && shown > 0;
  count.textContent = count.dataset.count.replace("{shown}", String(shown)).replace("{all}", String(rows.length));
  count.hidden = shown === 0;
  nothing.hidden = shown > 0;
  clearTimeout(timer);
  said.textContent = ""; // so that the same words once more are read out too
  const alarming = alarm.hidden ? "" : named.length > 0 ? said.dataset.said.replace("{signs}", named.join("; ")) : said.dataset.saidUnknown;
  return [alarming, ...[count, nothing].filter((part) => !part.hidden).map((part) => part.innerText)].join(" ").trim();
}

/** Shows what fits, and has it read out as one text: the numbers first. */
function tell() {
  const text = show();
  timer = setTimeout(() => (said.textContent = text), PAUSE);
}

function clear() {
  field.value = "";
  show();
}

/** Whoever follows a link to a row gets to see it, and what stands in it. */
function follow() {
  const target = document.getElementById(location.hash.slice(1));
  const row = target?.closest("details");
  if (!target || !row) return;
  row.open = true;
  if (!target.closest("[hidden]")) return;
  clear();
  target.scrollIntoView();
}

field.addEventListener("input", tell);
field.addEventListener("focus", () => filter.scrollIntoView()); // what is left of the table shows below it
field.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  field.value = "";
  tell();
});
addEventListener("hashchange", follow);
addEventListener("pagehide", clear); // a page that is gone back to comes without what was typed
clear();
follow();
filter.hidden = false;
