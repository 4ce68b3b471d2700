// The result: Python's, or that of the compiled rules where Python is late or cannot run, or the sentence that there is none.

/** @typedef {import("./engine.js").Answers} Answers */
/** @typedef {import("./engine.js").Result} Result */
/** @typedef {import("./engine.js").State} State */
/** @typedef {import("./quiz-flow.js").QuizFlow} QuizFlow */

/**
 * A step of the quiz: a question, or "result"; where Python leads, what it asks with it and the options worth showing;
 * whether all the rest of the path is asked, for the summary.
 * @typedef {{ question: string, only?: Answers, more?: boolean }} Step
 */

/**
 * What is shown.
 * @typedef {object} View
 * @property {Step} step What it is about; a new one each time, by which whatever comes late can tell whether its step is
 *   still the one.
 * @property {HTMLElement[]} screen The questions on screen; none where a result is, or is to come.
 * @property {boolean} waiting Whether it says that a result is on its way, beside any that is there.
 * @property {"python" | "rules" | "none"} [by] Whose result is there; "none" is the sentence that there is none.
 * @property {string} [urgency]
 * @property {string} [call] Of Python's call today: "morning" where it may wait for that; anything else is for now.
 * @property {HTMLElement[]} reasons Python's, strongest first.
 * @property {string} unknown What Python does not know, in words.
 * @property {Answers} [ledHere] What made it an emergency.
 * @property {boolean} reviewed Whether all that it rests on is.
 * @property {boolean} retry Whether it says that the engine has failed, and offers another try.
 */

/**
 * A view with no result.
 * @type {Omit<View, "step" | "screen">}
 */
export const NOTHING = { waiting: false, reasons: [], unknown: "", reviewed: false, retry: false };

const AT_ONCE = 500; // milliseconds that a screen may stay empty
const NIGHT = { from: 20, to: 8 }; // hours
const MOST_LINES = 3; // of what to do now, and of when to call
const MOST_TOLD = 4; // things that the sentence on top names

export class Results {
  /**
   * @param {QuizFlow} quiz
   * @param {typeof import("./engine.js").Stuck} Stuck What an engine that gives no answer throws.
   */
  constructor(quiz, Stuck) {
    this.quiz = quiz;
    this.Stuck = Stuck;
    this.waiting = quiz.find("[data-waiting]");
    this.progress = /** @type {HTMLProgressElement} */ (quiz.find("progress"));
    this.engineFailed = quiz.find("[data-engine-failed]");
    this.none = quiz.find("[data-no-result]");
    this.urgencies = quiz.all("[data-urgency]");
    this.ledHere = quiz.find("[data-led-here]");
    this.why = quiz.find("[data-why]");
    this.sources = quiz.find("[data-all-sources]");
    this.notReviewed = quiz.find("[data-not-reviewed]");
    this.answers = /** @type {HTMLDetailsElement} */ (quiz.find("[data-answers]"));
    this.parts = quiz.all("[data-part]");
    this.allReviewed = this.notReviewed.hasAttribute("hidden");
    quiz.find("[data-unfinished]").hidden = true;
    quiz.find("[data-again]").hidden = false;
    for (const part of this.parts) part.hidden = true; // until there is a result to take them
    for (const button of quiz.all("[data-retry]")) {
      button.addEventListener("click", () => {
        this.wait();
        quiz.engine.start();
      });
    }
    quiz.on("[data-to-answers]", (event) => {
      event.preventDefault(); // a change of address would be a step of the quiz
      this.answers.open = true;
      quiz.focusOn(quiz.find("summary", this.answers), this.answers);
    });
    // A page that was left open in the evening is looked at in the morning.
    document.addEventListener("visibilitychange", () => this.renderTime(quiz.view));
  }

  // What is shown

  /** The part that holds the result of a view, if it has one. @param {View} view */
  card({ by, urgency }) {
    return by === "none" ? this.none : this.urgencies.find((card) => card.dataset.urgency === urgency);
  }

  /**
   * Has the parts of the result follow from a view. What stays is left alone: somebody may be on a button in it.
   * @param {View} view @param {View} before
   */
  render(view, before) {
    const card = this.card(view);
    this.mark("result", view.by);
    this.mark("shown", view.by === "python" ? view.urgency : undefined);
    this.waiting.hidden = !view.waiting;
    this.engineFailed.hidden = !view.retry;
    for (const other of [...this.urgencies, this.none]) other.hidden = other !== card;
    if (view.reasons !== before.reasons) this.renderReasons(view);
    if (view.ledHere !== before.ledHere) this.renderWhatLedHere(view);
    if (!card) return;
    this.notReviewed.hidden = view.reviewed;
    this.renderTime(view);
    if (card !== this.card(before)) {
      for (const part of this.parts) {
        part.hidden = false;
        this.quiz.find(`[data-slot="${part.dataset.part}"]`, card).append(part);
      }
      for (const fold of this.quiz.all("details", card)) fold.removeAttribute("open");
      this.quiz.find("dl", this.answers).replaceChildren(...this.quiz.paper.rows(this.quiz.answers));
      this.renderCare(card);
    }
    this.renderTold(card, view.reasons);
  }

  /** When to call today: by the clock of the device, and where that is wrong, for both day and night. @param {View} view */
  renderTime({ by, urgency, call }) {
    if (urgency !== "today") return;
    const hour = this.hour();
    const night = hour !== undefined && (hour >= NIGHT.from || hour < NIGHT.to);
    const [byNight, byDay, anyTime] = call === "morning" ? ["morning", "today", "either"] : ["night", "now", "always"];
    const time = by !== "python" ? "unknown" : hour === undefined ? anyTime : night ? byNight : byDay;
    for (const line of this.quiz.all("[data-time]")) line.hidden = !line.dataset.time?.split(" ").includes(time);
  }

  /** The hour of the device's clock; none where its day is before that of the rules. */
  hour() {
    const now = new Date();
    return now >= new Date(this.quiz.dataset.dated ?? "") ? now.getHours() : undefined;
  }

  /** Of the self-care that the compiled rules show, the first of each kind. @param {HTMLElement} card */
  renderCare(card) {
    const { quiz } = this;
    for (const list of new Set(quiz.all("[data-care]", card).map((line) => /** @type {Element} */ (line.parentElement)))) {
      const lines = quiz.all(":scope > [data-care]", list);
      for (const line of lines) line.hidden = false;
      const apply = lines.filter((line) => getComputedStyle(line).display !== "none");
      const first = [...apply].sort((one, other) => Number(one.dataset.rank ?? 0) - Number(other.dataset.rank ?? 0));
      const kept = first.slice(0, list.matches("ul") ? MOST_LINES : 1);
      for (const line of lines) line.hidden = !kept.includes(line);
    }
  }

  /** What was told, in the sentence on top and in that for the phone. @param {HTMLElement} card @param {HTMLElement[]} reasons */
  renderTold(card, reasons) {
    const { quiz } = this;
    const told = quiz.paper.told();
    for (const line of quiz.all("[data-told]", card)) {
      quiz.find("b", line).textContent = quiz.paper.briefly(told, MOST_TOLD);
      line.hidden = !told.length;
    }
    const ask = reasons.find((line) => line.dataset.ask)?.dataset.ask ?? "";
    for (const line of quiz.all("[data-say]", card)) {
      const name = line.dataset.say ?? "";
      const said = { told: quiz.paper.list(told), ask }[name] ?? quiz.paper.said(name);
      quiz.find("b", line).textContent = said;
      line.hidden = !said;
    }
    for (const phone of quiz.all("[data-phone]", card)) phone.hidden = !told.length;
  }

  /** Tells the styles; the same once more would have all rules read again. @param {string} name @param {string} [value] */
  mark(name, value) {
    const { dataset } = this.quiz;
    if (value === undefined) delete dataset[name];
    else if (dataset[name] !== value) dataset[name] = value;
  }

  /** @param {View} view */
  renderReasons({ reasons, unknown }) {
    this.why.hidden = !reasons.length;
    if (!reasons.length) return;
    for (const line of this.quiz.all("li", this.why)) line.hidden = !reasons.includes(line);
    const named = new Set(reasons.flatMap((line) => line.dataset.sources?.split(" ") ?? []));
    for (const line of this.quiz.all("li", this.sources)) line.hidden = !named.has(line.dataset.source ?? "");
    this.sources.hidden = !this.quiz.all("li:not([hidden])", this.sources).length;
    const reviews = new Set();
    for (const review of this.quiz.all("li:not([hidden]) .review", this.why)) {
      review.hidden = reviews.has(review.textContent); // said once, whoever signed several
      reviews.add(review.textContent);
    }
    this.quiz.find("ul", this.why).append(...reasons); // in the order of the result, strongest first
    this.quiz.find("[data-unknown] span").textContent = unknown;
  }

  /** @param {View} view */
  renderWhatLedHere({ ledHere }) {
    this.ledHere.hidden = !ledHere;
    if (!ledHere) return;
    this.quiz.find("dl", this.ledHere).replaceChildren(...this.quiz.paper.rows(ledHere));
    const count = Object.values(ledHere).flat().length;
    this.quiz.find("[data-one]").hidden = count !== 1;
    this.quiz.find("[data-several]").hidden = count < 2;
    this.quiz.find("[data-to-answers]").hidden = count > 0;
  }

  // What is to be shown

  /** All questions that are open have an answer, or none is needed: on to the advice, from whoever can give it. */
  finish() {
    const { engine, rules } = this.quiz;
    if (engine.state === "ready") this.askPython();
    else if (engine.state === "failed" || rules.emergency) this.showFromRules();
    else this.wait();
  }

  wait() {
    this.quiz.update({ waiting: true, retry: false });
  }

  /** @param {State} state @param {number} loaded */
  engineChanged(state, loaded) {
    this.mark("engine", state);
    this.progress.value = Math.round(loaded);
    const { view } = this.quiz;
    if (view.screen.length) return; // nobody waits for it
    if (state === "ready" && view.by !== "python") this.askPython();
    else if (state === "failed" && view.waiting && view.by === "none") this.showNoResult();
    else if (state === "failed" && view.waiting) this.showFromRules();
    else if (state === "loading" && view.retry) this.quiz.update({ retry: false }, { focus: false });
  }

  async askPython() {
    const { quiz } = this;
    const { known } = quiz.rules;
    const { step } = quiz.view;
    const awaited = () => quiz.view.step === step; // the person may have gone back meanwhile; their screen is theirs
    const empty = setTimeout(() => {
      if (awaited() && !quiz.view.by && !quiz.rules.emergency) this.wait();
    }, AT_ONCE);
    try {
      const result = known.result ?? (await quiz.ask());
      if (!awaited()) return;
      // Of newer rules, which ask more than a case has.
      if (quiz.shared.taken && result.next.length && !quiz.rules.finished) quiz.show({ question: result.next[0][0] });
      else this.showResult(result);
    } catch (error) {
      delete known.result; // a result that cannot be shown is no use to another try
      delete known.asked;
      if (!awaited()) return;
      if (error instanceof this.Stuck) this.showFromRules();
      else this.showNoResult();
    } finally {
      clearTimeout(empty);
    }
  }

  /**
   * Python's result: ids only, so everything shown is already in the page. Throws for an id that the page has not.
   * @param {Result} result
   */
  showResult({ urgency, call, reasons, unsure, unknown, rests_on: restsOn }) {
    const { quiz } = this;
    const { by, waiting } = quiz.view;
    quiz.find(`[data-urgency="${urgency}"]`);
    /** @type {Partial<View>} */
    const found = { by: "python", urgency, call };
    try {
      found.reasons = [
        ...reasons.map((id) => quiz.find(`[data-rule="${id}"]`)),
        ...unsure.map((id) => quiz.find(`[data-unsure="${id}"]`)),
        ...(unknown.length ? [quiz.find("[data-unknown]")] : []),
      ];
      found.unknown = unknown.map(([question, option]) => quiz.paper.label(question, option)).join(quiz.texts.between);
      const lines = found.reasons;
      found.reviewed = "reviewed" in quiz.dataset && lines.length > 0 && lines.every((line) => "reviewed" in line.dataset);
      if (urgency === "emergency") found.ledHere = this.ticked(restsOn);
    } catch (error) {
      if (urgency !== "emergency") throw error; // an emergency is one, explained or not
      delete quiz.rules.known.result;
      delete quiz.rules.known.asked;
    }
    this.settle(found, { focus: by !== "rules" || waiting });
  }

  /** The compiled rules' result, for when Python cannot run or is too slow. */
  showFromRules() {
    const { quiz } = this;
    const card = this.urgencies.find(({ dataset }) => quiz.rules.show(dataset.urgency));
    const ledHere = quiz.rules.emergency ? this.redFlags() : undefined;
    if (card) this.settle({ by: "rules", urgency: card.dataset.urgency, ledHere });
    else if (quiz.rules.unanswered.length) quiz.show({ question: quiz.rules.firstOpen }); // what Python would not have asked
    else this.showNoResult();
  }

  showNoResult() {
    // "Call today" never stands in place of the page's own emergency.
    if (this.quiz.rules.emergency) this.showFromRules();
    else this.settle({ by: "none" });
  }

  /** @param {Partial<View>} found @param {{ focus?: boolean }} [how] */
  settle(found, how) {
    const retry = found.by === "rules" && this.quiz.engine.state === "failed";
    this.quiz.update({ waiting: false, reviewed: this.allReviewed, retry, ...found }, how);
  }

  /**
   * Of the answers that Python names, those that were ticked; what a "not sure" stands for is that "not sure".
   * @param {[string, string][]} pairs
   */
  ticked(pairs) {
    const { quiz } = this;
    /** @type {Answers} */
    const found = {};
    for (const [question, option] of pairs) {
      const picked = quiz.rules.picked(quiz.find(`[data-question="${question}"]`));
      const own = picked.find((input) => input.value === option) ?? picked.find((input) => "notSure" in input.dataset);
      if (own && !found[question]?.includes(own.value)) (found[question] ??= []).push(own.value);
    }
    return found;
  }

  /** Without Python only a red flag is known to be an emergency by itself. @returns {Answers} */
  redFlags() {
    const [first] = this.quiz.questions;
    const flags = this.quiz.rules.picked(first).filter((input) => input.value !== "none");
    return flags.length ? { [flags[0].name]: flags.map((input) => input.value) } : {};
  }
}
