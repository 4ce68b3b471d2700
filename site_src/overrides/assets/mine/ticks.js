// Tick lists with real boxes. A tick is named by its words, so that two lists with one line are one list. Ticks go with the
// page, unless the reader keeps things on this device.

const { search } = new URL(import.meta.url);
const { change, read, NotKept } = /** @type {typeof import("./store.js")} */ (await import(`./store.js${search}`));

/** @type {Map<string, HTMLInputElement[]>} */
const boxes = new Map();
const foot = /** @type {HTMLElement | null} */ (document.querySelector("[data-ticks]"));
const status = /** @type {HTMLElement | undefined} */ (foot?.querySelector("[role=status]"));
const button = /** @type {HTMLButtonElement | undefined} */ (foot?.querySelector("button"));
/** @type {Record<string, string>} */
const texts = JSON.parse(foot?.dataset.texts ?? "{}");

/** @param {HTMLElement} line */
function withBox(line) {
  const words = (line.textContent ?? "").replace(/\s+/g, " ").trim();
  const box = document.createElement("input");
  const label = document.createElement("label");
  box.type = "checkbox";
  box.autocomplete = "off";
  label.append(box, ...line.childNodes);
  line.append(label);
  boxes.set(words, [...(boxes.get(words) ?? []), box]);
  box.addEventListener("change", () => {
    for (const same of boxes.get(words) ?? []) same.checked = box.checked;
    if (keeps()) keep();
  });
}

const ticked = () => [...boxes].filter(([, [box]]) => box.checked).map(([words]) => words);

function keeps() {
  try {
    return read() !== undefined;
  } catch {
    return false;
  }
}

/** Those of lists on other pages stay. */
function keep() {
  try {
    change((kept) => {
      kept.ticks = [...kept.ticks.filter((words) => !boxes.has(words)), ...ticked()];
    });
    render();
  } catch (error) {
    if (!(error instanceof NotKept)) throw error;
    if (status) status.textContent = texts[error.why];
  }
}

let keptBefore = false;

/** Has the boxes follow from what is kept. */
function render() {
  const kept = keeps() ? read() : undefined;
  const begun = Boolean(kept) && !keptBefore;
  keptBefore = Boolean(kept);
  if (begun && ticked().length) return keep(); // the yes came after the ticks
  for (const [words, all] of kept ? boxes : []) for (const box of all) box.checked = Boolean(kept?.ticks.includes(words));
  if (!foot || !button || !status) return;
  button.hidden = Boolean(kept);
  status.textContent = kept ? texts.ticksKept : "";
}

for (const line of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".ticklist li"))) withBox(line);
if (foot) foot.hidden = false;
button?.addEventListener("click", keep);
addEventListener("kept", render);
render();
