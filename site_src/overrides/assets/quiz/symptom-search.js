// The list of symptoms, of which body areas open, and a field that finds a symptom by the words people use. What is typed
// stays in the field: it is no answer, and is not kept or sent. Without this script all areas stand open.

const { search } = new URL(import.meta.url);
const { PAUSE, wordsOf, fitting } = /** @type {typeof import("../words.js")} */ (await import(`../words.js${search}`));

const LETTERS = 3; // fewer begin too many words

export class SymptomSearch {
  /** @param {import("./quiz-flow.js").QuizFlow} quiz */
  constructor(quiz) {
    const filter = quiz.find("[data-linkable] .filter");
    const set = /** @type {HTMLElement} */ (filter.closest("[data-linkable]"));
    this.field = /** @type {HTMLInputElement} */ (quiz.find("input", filter));
    this.status = quiz.find("[role=status]", filter);
    this.sign = quiz.find("[data-sign-found]", filter);
    this.headings = quiz.all("[role=group] > h3", set);
    this.areas = /** @type {HTMLDetailsElement[]} */ (quiz.all("details", set));
    this.small = new Set(wordsOf(filter.dataset.smallWords ?? ""));
    const withWords = (/** @type {Element} */ within) =>
      quiz.all("[data-words]", within).map((part) => ({ part, words: wordsOf(part.dataset.words ?? "") }));
    this.symptoms = withWords(set);
    this.signs = withWords(this.sign);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;

    filter.hidden = false;
    this.field.addEventListener("input", () => this.tell());
    this.field.addEventListener("change", (event) => event.stopPropagation()); // which would be an answer
    this.field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault(); // no step to the next question
      if (event.key === "Escape") this.clear();
    });
    this.clear();
  }

  /** Shows all areas, shut but for those with a tick. */
  clear() {
    this.field.value = "";
    this.show();
  }

  /** Shows the answers in which a typed word fits, and has their number read out after a pause. */
  tell() {
    const text = this.show();
    clearTimeout(this.timer);
    this.status.textContent = "";
    this.timer = setTimeout(() => (this.status.textContent = text), PAUSE);
  }

  show() {
    const typed = wordsOf(this.field.value).filter((word) => word.length >= LETTERS && !this.small.has(word));
    const searching = this.field.value.trim() !== "";
    for (const { part, words } of this.symptoms) {
      part.hidden = searching && !part.querySelector(":checked") && fitting(typed, words) === 0;
    }
    // People type whole sentences, and one word of a sign ("head") is in many mild ones too.
    const asked = Math.min(typed.length, 2);
    for (const { part, words } of this.signs) part.hidden = asked === 0 || fitting(typed, words) < asked;
    this.sign.hidden = this.signs.every(({ part }) => part.hidden);
    for (const heading of this.headings) heading.hidden = searching;
    for (const area of this.areas) {
      area.hidden = searching && !area.querySelector("[data-words]:not([hidden])");
      area.open = searching || area.querySelector(":checked") !== null;
    }
    const { found = "", one = "", nothing = "" } = this.status.dataset;
    const count = searching ? this.symptoms.filter(({ part }) => !part.hidden).length : 0;
    const text = count === 1 ? one : count ? found.replace("{count}", String(count)) : nothing;
    const { previousElementSibling: line } = this.status;
    if (line) line.textContent = searching ? text : "";
    return searching ? text : "";
  }
}
