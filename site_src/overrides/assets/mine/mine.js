// The page on what is kept on this device: it shows all of it, takes it out, brings it in and deletes it.

/** @typedef {import("./store.js").Check} Check */
/** @typedef {import("./store.js").Kept} Kept */

const { search } = new URL(import.meta.url);
const [store, { Diary }, { hand, remind }] = await Promise.all([
  /** @type {Promise<typeof import("./store.js")>} */ (import(`./store.js${search}`)),
  /** @type {Promise<typeof import("./diary.js")>} */ (import(`./diary.js${search}`)),
  /** @type {Promise<typeof import("./calendar.js")>} */ (import(`./calendar.js${search}`)),
]);

const place = /** @type {HTMLElement} */ (document.querySelector("[data-mine]"));
/** @type {Record<string, string>} */
const texts = JSON.parse(place.dataset.texts ?? "");
const { dates } = place.dataset;
const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (place.querySelector(selector));
const diary = new Diary(find("[data-diary]"), texts);
const list = find("[data-checks]");
const status = find("[data-all-status]");
const notice = find("[data-notice]");
let toTakeOut = "";

/** @param {string} text @param {Record<string, string | number>} values */
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/** @template {keyof HTMLElementTagNameMap} K @param {K} name @param {string} text */
function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** @param {() => void} act */
function attempt(act) {
  try {
    act();
  } catch (error) {
    if (!(error instanceof store.NotKept)) throw error;
    status.textContent = texts[error.why];
  }
}

/** A check in the words of its day. @param {Check} check */
function shown(check) {
  const at = new Date(check.at);
  const when = at.toLocaleString(dates, { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });
  const item = document.createElement("details");
  const summary = document.createElement("summary");
  summary.append(element("strong", when), element("span", `${check.heading}${check.told.length ? ` (${check.told.join(", ")})` : ""}`));
  const rows = document.createElement("dl");
  const readings = /** @type {const} */ (["note", "temperature", "pressure", "weight"]);
  for (const [asked, given] of [
    ...readings.filter((name) => check[name]).map((name) => [texts[name], check[name]]),
    ...check.words,
    [texts.rules, check.rules],
  ]) {
    const row = document.createElement("div");
    row.append(element("dt", asked), element("dd", given));
    rows.append(row);
  }
  const button = element("button", texts.deleteOne);
  button.type = "button";
  button.setAttribute("aria-label", fill(texts.deleteOf, { when }));
  button.addEventListener("click", () => {
    attempt(() => {
      store.change((kept) => void (kept.checks = kept.checks.filter(({ at: other }) => other !== check.at)));
      status.textContent = fill(texts.oneGone, { when });
      find("#checks").focus(); // the button has gone
    });
  });
  item.append(summary, rows, button);
  item.dataset.at = check.at;
  return item;
}

/** Has the page follow from what is kept. */
function render() {
  /** @type {Kept | undefined} */
  let kept;
  /** @type {string[]} */
  const said = [];
  toTakeOut = "";
  try {
    kept = store.read();
    toTakeOut = store.setAside() ?? "";
    if (toTakeOut) said.push(texts.broken);
  } catch (error) {
    if (!(error instanceof store.NotKept)) throw error;
    said.push(texts[error.why]);
    if (error.why === "newer") toTakeOut = [store.setAside(), store.raw()].filter(Boolean).join("\n");
  }
  notice.hidden = !said.length;
  find("[data-notice-text]").textContent = said.join(" ");
  find("[data-aside]").hidden = !toTakeOut;
  const checks = [...(kept?.checks ?? [])].sort((one, other) => (one.at < other.at ? 1 : -1));
  const open = new Set([...list.querySelectorAll("details[open]")].map((item) => /** @type {HTMLElement} */ (item).dataset.at));
  list.replaceChildren(...checks.map(shown));
  for (const item of list.querySelectorAll("details")) item.open = open.has(item.dataset.at);
  find("[data-no-checks]").hidden = checks.length > 0;
  const ticks = kept?.ticks ?? [];
  find("[data-ticked]").hidden = !ticks.length;
  find("[data-ticked] ul").replaceChildren(...ticks.map((words) => element("li", words)));
  diary.render(kept);
}

/** A cell as a spreadsheet takes it: as text, never as a sum to work out. @param {string | number | undefined} value */
function cell(value) {
  const text = String(value ?? "");
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** All checks and days as rows of a table. @param {Kept} kept */
function table({ checks, days }) {
  const lines = diary.lines.map(({ dataset }) => dataset.line ?? "");
  const readings = /** @type {const} */ (["temperature", "pressure", "weight", "note"]);
  const head = [texts.day, texts.time, texts.result, texts.told, ...readings.map((name) => texts[name]), texts.rules, texts.mark];
  const rows = [
    ...checks.map((check) => {
      const at = new Date(check.at);
      const time = at.toTimeString().slice(0, 5);
      return [store.dateOf(at), time, check.heading, check.told.join("; "), ...readings.map((name) => check[name]), check.rules];
    }),
    ...Object.entries(days).map(([date, day]) => {
      const steps = lines.map((id) => day.lines[id]?.said);
      return [date, "", "", "", "", "", "", day.words, "", day.treated ? texts.mark : "", ...steps];
    }),
  ].sort();
  const names = diary.lines.map(({ dataset }) => dataset.name);
  return `\ufeff${[[...head, ...names], ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

/** Adds what a file holds; what is kept already stays. @param {string} text */
function bringIn(text) {
  const { kept: found, whole } = store.parse(text);
  const count = found.checks.length + Object.keys(found.days).length + found.ticks.length;
  if (!whole || !count) {
    status.textContent = texts.notOurs;
    return;
  }
  store.change((kept) => {
    const here = new Set(kept.checks.map(({ at }) => at));
    kept.checks.push(...found.checks.filter(({ at }) => !here.has(at)));
    kept.days = { ...found.days, ...kept.days };
    kept.ticks = [...new Set([...kept.ticks, ...found.ticks])];
  });
  status.textContent = fill(texts.broughtIn, { checks: found.checks.length, days: Object.keys(found.days).length });
}

find("[data-json]").addEventListener("click", () => {
  attempt(() => hand(`${texts.file}.json`, "application/json", JSON.stringify(store.read() ?? {}, undefined, 1)));
});
find("[data-csv]").addEventListener("click", () => {
  attempt(() => hand(`${texts.file}.csv`, "text/csv", table(store.read() ?? { version: 0, checks: [], days: {}, ticks: [] })));
});
find("[data-aside]").addEventListener("click", () => {
  attempt(() => hand(`${texts.file}.txt`, "text/plain", toTakeOut));
});
const file = /** @type {HTMLInputElement} */ (find("[data-bring-in]"));
file.addEventListener("change", async () => {
  const text = await file.files?.[0]?.text();
  file.value = "";
  attempt(() => bringIn(text ?? ""));
});
find("[data-delete-all]").addEventListener("click", () => {
  attempt(() => {
    let kept;
    try {
      kept = store.read();
    } catch {
      // what cannot be read goes too
    }
    store.deleteAll();
    status.textContent = fill(texts.allGone, { checks: kept?.checks.length ?? 0, days: Object.keys(kept?.days ?? {}).length });
  });
});
find("[data-print-diary]").addEventListener("click", () => print());
remind(find("[data-remind-place]"));
addEventListener("kept", render);
render();
place.hidden = false;
/** @type {HTMLElement} */ (document.querySelector("[data-no-scripts]")).hidden = true;
