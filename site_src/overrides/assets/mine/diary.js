// The diary: a line a day, drawn against the days of treatment, and the same as a table.

/** @typedef {import("./store.js").Day} Day */
/** @typedef {import("./store.js").Kept} Kept */

const { search } = new URL(import.meta.url);
const { change, dateOf, daysBetween, noon, NotKept } = /** @type {typeof import("./store.js")} */ (await import(`./store.js${search}`));

const DRAWN = 90; // days: three courses or more
const ON_PAPER = 30; // rows of the table that one page holds beside the chart
const UNIT = 10; // of the drawing, for a day and for a step
const SVG = "http://www.w3.org/2000/svg";

/** @param {string} name @param {Record<string, string | number>} [values] */
function drawn(name, values = {}) {
  const part = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(values)) part.setAttribute(key, String(value));
  return part;
}

/** @param {Day} day */
const isEmpty = ({ treated, lines, words }) => !treated && !words && !Object.keys(lines).length;

export class Diary {
  /**
   * @param {HTMLElement} place
   * @param {Record<string, string>} texts
   */
  constructor(place, texts) {
    this.place = place;
    this.texts = texts;
    this.form = /** @type {HTMLFormElement} */ (this.find("form"));
    this.date = /** @type {HTMLInputElement} */ (this.find("[data-day]"));
    this.treated = /** @type {HTMLInputElement} */ (this.find("[data-treated]"));
    this.words = /** @type {HTMLInputElement} */ (this.find("[data-words]"));
    this.forget = this.find("[data-forget-day]");
    this.status = this.find("[role=status]");
    this.lines = /** @type {HTMLElement[]} */ ([...place.querySelectorAll("[data-line]")]);
    /** @type {Kept | undefined} */
    this.kept = undefined;
    this.date.max = this.date.value = dateOf();
    this.date.addEventListener("change", () => {
      this.status.textContent = "";
      this.fillIn();
    });
    document.addEventListener("visibilitychange", () => this.wake());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.save();
    });
    this.forget.addEventListener("click", () => {
      const { value } = this.date;
      if (!this.change((kept) => delete kept.days[value], texts.dayGone)) return;
      this.fillIn();
      this.date.focus(); // the button has gone
    });
  }

  /** @param {string} selector */
  find(selector) {
    return /** @type {HTMLElement} */ (this.place.querySelector(selector));
  }

  /** @param {(kept: Kept) => void} make @param {string} done */
  change(make, done) {
    try {
      change(make);
      this.status.textContent = done;
      return true;
    } catch (error) {
      if (!(error instanceof NotKept)) throw error;
      this.status.textContent = this.texts[error.why];
      return false;
    }
  }

  /** The day as the form has it. @returns {Day} */
  get written() {
    const lines = this.lines.flatMap((line) => {
      const picked = /** @type {HTMLInputElement | null} */ (line.querySelector(":checked"));
      if (!picked) return [];
      const { line: id = "", name = "" } = line.dataset;
      return [[id, { name, step: Number(picked.value), said: picked.dataset.said ?? "" }]];
    });
    return { treated: this.treated.checked, lines: Object.fromEntries(lines), words: this.words.value.trim() };
  }

  /** A page that was left open overnight is for the new day, unless something on it is not saved yet. */
  wake() {
    const today = dateOf();
    if (this.date.max === today) return;
    const kept = this.kept?.days[this.date.value];
    const saved = kept ? JSON.stringify(kept) === JSON.stringify(this.written) : isEmpty(this.written);
    const toMove = saved && this.date.value === this.date.max;
    this.date.max = today;
    if (!toMove) return;
    this.date.value = today;
    this.status.textContent = "";
    this.fillIn();
  }

  save() {
    const { value } = this.date;
    if (!value || value > dateOf()) {
      this.status.textContent = this.texts.noDay;
      this.date.focus();
      return;
    }
    const day = this.written;
    if (isEmpty(day)) {
      this.status.textContent = this.texts.emptyDay;
      return;
    }
    if (this.change((kept) => void (kept.days[value] = day), this.texts.dayKept)) this.forget.hidden = false;
  }

  /** Shows the day that the form names as it is kept. */
  fillIn() {
    const day = this.kept?.days[this.date.value];
    this.forget.hidden = !day;
    this.treated.checked = Boolean(day?.treated);
    this.words.value = day?.words ?? "";
    for (const line of this.lines) {
      const step = day?.lines[line.dataset.line ?? ""]?.step;
      for (const input of line.querySelectorAll("input")) input.checked = Number(input.value) === step;
    }
  }

  /** @param {Kept | undefined} kept */
  render(kept) {
    const day = (/** @type {Kept | undefined} */ of) => JSON.stringify(of?.days[this.date.value]);
    const changed = day(this.kept) !== day(kept);
    this.kept = kept;
    if (changed) this.fillIn(); // else what is being written stays
    const dates = Object.keys(kept?.days ?? {}).sort();
    this.find("[data-no-days]").hidden = dates.length > 0;
    this.find("[data-drawn]").hidden = !dates.length;
    if (!kept || !dates.length) return;
    this.draw(kept, dates);
    this.list(kept, dates);
  }

  /** A strip for each line: a bar for each day, a dashed line where there was treatment. @param {Kept} kept @param {string[]} dates */
  draw(kept, dates) {
    const last = dates[dates.length - 1];
    const shown = dates.filter((date) => daysBetween(date, last) < DRAWN);
    const count = Math.max(daysBetween(shown[0], last) + 1, 14); // few days would be bars as broad as the page
    const day = (/** @type {string} */ date) => daysBetween(shown[0], date) * UNIT;
    const steps = Number(this.place.dataset.steps) - 1;
    const height = steps * UNIT;
    const strips = this.lines.map((line) => {
      const strip = document.createElement("div");
      const name = document.createElement("p");
      const picture = drawn("svg", { viewBox: `0 0 ${count * UNIT} ${height + 2}`, preserveAspectRatio: "none", "aria-hidden": "true" });
      name.textContent = line.dataset.name ?? "";
      picture.append(drawn("path", { d: `M0 ${height + 1}H${count * UNIT}`, class: "ground" }));
      for (const date of shown) {
        const { treated, lines } = kept.days[date];
        const step = Math.min(lines[line.dataset.line ?? ""]?.step ?? 0, steps) * UNIT;
        if (treated) picture.append(drawn("path", { d: `M${day(date) + UNIT / 2} 0V${height + 2}`, class: "treated" }));
        if (step) picture.append(drawn("rect", { x: day(date) + 2, y: height + 1 - step, width: UNIT - 4, height: step }));
      }
      strip.append(name, picture);
      return strip;
    });
    this.find("[data-strips]").replaceChildren(...strips);
    this.find("[data-from]").textContent = this.named(shown[0]);
    this.find("[data-to]").textContent = this.named(last);
  }

  /** The same in words, the newest day first. @param {Kept} kept @param {string[]} dates */
  list(kept, dates) {
    const rows = dates.reverse().map((date, place) => {
      const { treated, lines, words } = kept.days[date];
      const row = document.createElement("tr");
      const head = document.createElement("th");
      const named = treated ? `${this.named(date)}: ${this.texts.mark}` : this.named(date);
      head.scope = "row";
      const own = document.createElement("span");
      own.textContent = words;
      head.append(named, " ", own);
      row.append(head);
      for (const { dataset } of this.lines) {
        const cell = document.createElement("td");
        cell.textContent = lines[dataset.line ?? ""]?.said ?? "";
        row.append(cell);
      }
      row.classList.toggle("off-paper", place >= ON_PAPER);
      return row;
    });
    this.find("tbody").replaceChildren(...rows);
  }

  /** @param {string} date */
  named(date) {
    return noon(date).toLocaleDateString(this.place.dataset.dates, { day: "numeric", month: "short" });
  }
}
