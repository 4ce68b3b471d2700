// What the quiz offers beside its result and its questions: to keep a check, to be reminded, to show it; and what was kept
// before, where a question asks for it. It changes no result: all it may fill in is the answer "worse", in sight.

/** @typedef {import("./store.js").Check} Check */
/** @typedef {import("./store.js").Kept} Kept */
/** @typedef {import("../quiz/quiz-flow.js").QuizFlow} QuizFlow */
/** @typedef {import("../quiz/result.js").Step} Step */

const { search } = new URL(import.meta.url);
const [store, { remind }, { fill, words }] = await Promise.all([
  /** @type {Promise<typeof import("./store.js")>} */ (import(`./store.js${search}`)),
  /** @type {Promise<typeof import("./calendar.js")>} */ (import(`./calendar.js${search}`)),
  /** @type {Promise<typeof import("../quiz/summary.js")>} */ (import(`../quiz/summary.js${search}`)),
  import(`./ticks.js${search}`), // a result can hold a list of the pages
  new Promise((done) => {
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = new URL(`./mine.css${search}`, import.meta.url).href;
    style.addEventListener("load", done);
    style.addEventListener("error", done); // plain, it works as well
    document.head.append(style);
  }),
]);

const RECENT = 3; // days: an older check says nothing about how it was yesterday
const SAME_COURSE = 7; // days after a treatment in which it is the one that is asked about
const MOST_OTHERS = 4; // checks after earlier treatments

export class Keeping {
  /** @type {Step | undefined} What is shown now. */
  step;
  /** Whether the trend has been filled in since the start. */
  filled = false;

  /** @param {HTMLElement} place @param {QuizFlow} quiz */
  constructor(place, quiz) {
    this.place = place;
    this.quiz = quiz;
    /** @type {Record<string, string>} */
    this.texts = JSON.parse(place.dataset.texts ?? "");
    this.status = this.find("[data-keep-status]");
    this.step = quiz.view.screen.length ? quiz.view.step : undefined; // what is being read stays as it is
    quiz.addEventListener("shown", () => this.shown());
    this.find("[data-keep-form]").addEventListener("submit", (event) => {
      event.preventDefault();
      this.keep();
    });
    const dialog = /** @type {HTMLDialogElement} */ (this.find("dialog"));
    this.find("[data-shut]").addEventListener("click", () => dialog.close());
    for (const button of quiz.all("[data-show]")) {
      button.hidden = false;
      button.addEventListener("click", () => this.showInLarge(dialog));
    }
    remind(this.find("[data-remind-place]"));
    this.shown();
  }

  /** @param {string} selector */
  find(selector) {
    return /** @type {HTMLElement} */ (this.place.querySelector(selector));
  }

  /** @returns {Kept | undefined} Nothing too where it cannot be read: the page on what is kept says why. */
  get kept() {
    try {
      return store.read();
    } catch {
      return undefined;
    }
  }

  /** Follows what the quiz shows. */
  shown() {
    const { quiz } = this;
    const { by, urgency, step, screen } = quiz.view;
    const result = Boolean(by) && by !== "none";
    this.place.hidden = !result;
    if (step === this.step && !result) return;
    if (step !== this.step) {
      this.step = step;
      this.status.textContent = "";
      this.find("[data-keep-form]").hidden = false;
      for (const fold of /** @type {NodeListOf<HTMLDetailsElement>} */ (this.place.querySelectorAll("details"))) fold.open = false;
      if (!Object.keys(quiz.answers).length) this.filled = false;
      for (const line of quiz.all("[data-kept-before]")) line.remove();
      for (const set of screen) this.compare(set);
    }
    if (result) this.find("[data-list]").hidden = !quiz.all(".ticklist").some((list) => list.checkVisibility());
    const ask = /** @type {HTMLElement | null} */ (this.place.querySelector("[data-ask-number]")); // unless the clinic's is there
    if (result && ask) ask.hidden = urgency !== "today" || Boolean(store.numbers());
  }

  // What was kept before

  /** @param {HTMLElement} set */
  compare(set) {
    const { compare } = set.dataset;
    const kept = compare && this.kept;
    if (!kept) return;
    const today = store.dateOf();
    const { forAnother } = this.quiz.rules.known;
    const checks = kept.checks
      .map((check) => ({ check, date: store.dateOf(new Date(check.at)) }))
      .filter(({ check, date }) => check.told.length && check.forAnother === forAnother && date < today)
      .sort((one, other) => (one.check.at < other.check.at ? 1 : -1));
    if (compare === "trend") this.compareTrend(set, checks, today);
    else this.compareOthers(set, kept, checks, today);
  }

  /** @param {HTMLElement} set @param {{ check: Check, date: string }[]} checks @param {string} today */
  compareTrend(set, checks, today) {
    const { quiz, texts } = this;
    const [last] = checks;
    const ago = last && store.daysBetween(last.date, today);
    if (!last || ago > RECENT) return;
    const when = new Intl.RelativeTimeFormat(quiz.dataset.dates, { numeric: "auto" }).format(-ago, "day");
    const time = new Date(last.check.at).toLocaleTimeString(quiz.dataset.dates, { hour: "2-digit", minute: "2-digit" });
    const lines = [fill(texts.lastTime, { when: `${when}, ${time}`, told: quiz.paper.list(last.check.told) })];
    const worse = ago === 1 && !this.filled && !quiz.rules.picked(set).length ? this.worseThan(last.check) : [];
    if (worse.length) {
      const input = /** @type {HTMLInputElement} */ (quiz.find(`[value="${set.dataset.worse}"]`, set));
      const answer = words(/** @type {Element} */ (input.closest("label")));
      input.checked = true;
      this.filled = true;
      lines.push(fill(texts.filledIn, { answer, told: quiz.paper.list(worse) }));
      quiz.answered(input);
    }
    this.say(set, lines);
  }

  /** What is new since a check, or a step worse on its scale; a "not sure" tells neither. @param {Check} check */
  worseThan({ answers }) {
    const { quiz } = this;
    const found = quiz.rules.open.flatMap((set) => {
      const { question = "", scale } = set.dataset;
      const picked = quiz.rules.picked(set).filter(({ dataset }) => "reports" in dataset);
      const before = answers[question];
      if (scale === undefined) return picked.filter(({ type, value }) => type === "checkbox" && !before?.includes(value));
      if (!before) return []; // the tick that has opened it is new itself
      const worstFirst = quiz.inputs(set).filter(({ dataset }) => !("notSure" in dataset)).map(({ value }) => value);
      const place = worstFirst.indexOf(before[0]);
      return picked.filter(({ value }) => place >= 0 && worstFirst.indexOf(value) < place);
    });
    return [...new Set(found.map(({ dataset }) => dataset.said ?? ""))].filter(Boolean);
  }

  /** @param {HTMLElement} set @param {Kept} kept @param {{ check: Check, date: string }[]} checks @param {string} today */
  compareOthers(set, kept, checks, today) {
    const { quiz, texts } = this;
    const lines = checks.flatMap(({ check, date }) => {
      const treated = store.treatedBefore(kept, date);
      if (!treated || store.daysBetween(treated, today) <= SAME_COURSE) return [];
      const day = new Date(check.at).toLocaleDateString(quiz.dataset.dates, { day: "numeric", month: "long" });
      const after = fill(texts.after, { day, number: store.daysBetween(treated, date) });
      return [fill(texts.toldThen, { when: after, told: quiz.paper.list(check.told) })];
    });
    if (lines.length) this.say(set, [texts.others, ...lines.slice(0, MOST_OTHERS)]);
  }

  /** @param {HTMLElement} set @param {string[]} lines */
  say(set, lines) {
    const note = document.createElement("div");
    note.className = "note off-paper";
    note.dataset.keptBefore = "";
    for (const text of [...lines, this.texts.notYou]) {
      const line = document.createElement("p");
      line.textContent = text;
      note.append(line);
    }
    note.id = `kept-before-${set.dataset.question}`;
    const group = this.quiz.find("[role=group]", set);
    const described = (group.getAttribute("aria-describedby") ?? "").replace(` ${note.id}`, "");
    group.setAttribute("aria-describedby", `${described} ${note.id}`); // else a screen reader passes over it
    group.before(note);
  }

  // What is kept now

  keep() {
    const { quiz, texts } = this;
    const heading = quiz.find("h2", quiz.results.card(quiz.view));
    const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (this.find(`[data-keep="${name}"]`)).value.trim();
    const { answers } = quiz;
    /** @type {Check} */
    const check = {
      at: new Date().toISOString(),
      urgency: quiz.view.urgency ?? "",
      heading: words(heading),
      told: quiz.paper.told(),
      answers,
      words: Object.entries(answers).map(([question, options]) => [
        quiz.paper.asked(question),
        options.map((option) => quiz.paper.label(question, option)).join("; "),
      ]),
      forAnother: quiz.rules.known.forAnother,
      rules: this.place.dataset.version ?? "",
      note: field("note"),
      temperature: field("temperature"),
      pressure: field("pressure"),
      weight: field("weight"),
    };
    const treated = field("treated");
    try {
      store.change((kept) => {
        kept.checks.push(check);
        if (treated) (kept.days[treated] ??= { treated: true, lines: {}, words: "" }).treated = true;
      });
      this.find("[data-keep-form]").hidden = true;
      for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (this.place.querySelectorAll("[data-keep]"))) input.value = "";
      this.status.textContent = texts.kept;
      this.status.focus();
    } catch (error) {
      if (!(error instanceof store.NotKept)) throw error;
      this.status.textContent = texts[error.why];
    }
  }

  // Shown to somebody

  /** What to say, then the rest of the result, in letters that are read at arm's length. @param {HTMLDialogElement} dialog */
  showInLarge(dialog) {
    const { quiz } = this;
    const card = /** @type {HTMLElement} */ (quiz.results.card(quiz.view));
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (dialog.querySelector(`[data-large="${name}"]`));
    const say = card.querySelector(".phone:not([hidden])");
    part("say").textContent = say ? words(say) : "";
    part("say").hidden = !say;
    part("heading").textContent = words(quiz.find("h2", card));
    const rows = quiz.all("dl > div", quiz.find("[data-answers]")).map((row) => {
      const [question, answer] = [...row.children].map(words);
      const line = document.createElement("div");
      const [asked, given] = [document.createElement("dt"), document.createElement("dd")];
      [asked.textContent, given.textContent] = [question, answer];
      line.append(asked, given);
      return line;
    });
    part("answers").replaceChildren(...rows);
    dialog.showModal();
  }
}

const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-keeping]"));
const quiz = /** @type {QuizFlow | null} */ (document.querySelector("quiz-flow"));
if (place && quiz) new Keeping(place, quiz);
