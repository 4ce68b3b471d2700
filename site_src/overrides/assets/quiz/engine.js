// Who says what answers mean: Python in a worker, and until it is there the compiled rules (rules.css).

/** @typedef {import("./worker.js").Answers} Answers */
/** @typedef {import("./worker.js").Told} Told */
/** @typedef {import("./worker.js").Result} Result */
/** @typedef {"loading" | "ready" | "failed"} State */

export const LIMITS = { noByte: 10_000, boot: 15_000, answer: 5_000 }; // milliseconds without a sign of life

/** No sign of life within a limit; an engine that answers with an error is alive. */
export class Stuck extends Error {}

export class Engine {
  /** @type {Worker | undefined} */
  #worker;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Map<number, { resolve: (result: Result) => void, reject: (error: Error) => void }>} */
  #waiting = new Map();
  #lastId = 0;
  #loaded = 0;
  #cache = "default";
  /** @type {State} */
  state = "loading";

  /**
   * @param {DOMStringMap} dataset Where the page says what to load.
   * @param {(state: State, loaded: number) => void} changed Told of each new state and of the bytes that have come.
   */
  constructor(dataset, changed) {
    const { worker, folder, guide, engineBundle } = /** @type {Record<string, string>} */ (dataset);
    const { bytes, ...bundle } = JSON.parse(engineBundle);
    this.workerAddress = new URL(worker, document.baseURI);
    this.boot = { ...bundle, guide, folder: new URL(folder, document.baseURI).href };
    /** @type {number} */
    this.total = bytes;
    this.changed = changed;
    this.#become("loading");
    // Whoever saves data downloads it with the first answer, when it is sure to be of use.
    const { connection } = /** @type {Navigator & { connection?: { saveData: boolean } }} */ (navigator);
    if (!connection?.saveData) this.start();
  }

  get started() {
    return Boolean(this.#worker);
  }

  start() {
    this.#worker?.terminate();
    this.#waiting.clear();
    this.#loaded = 0;
    this.#become("loading");
    this.#limit(LIMITS.noByte);
    try {
      this.#worker = new Worker(this.workerAddress, { type: "module" });
    } catch {
      this.#become("failed"); // some browsers let no worker start
      return;
    }
    this.#worker.onmessage = ({ data }) => this.#hear(data);
    this.#worker.onerror = () => this.#become("failed");
    this.#worker.postMessage({ boot: { ...this.boot, cache: this.#cache } });
  }

  /** After a rest in the browser's memory a worker, or its download, may be gone. */
  async wake() {
    if (this.state === "ready") await this.ask({}).catch(() => {});
    if (this.started && this.state !== "ready") this.start();
  }

  /**
   * Resolves to Python's result; rejects with Stuck when none comes within the limit, else when Python refuses.
   * @param {Told} answers @returns {Promise<Result>}
   */
  ask(answers) {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker?.postMessage({ id, answers });
      setTimeout(() => {
        if (this.#waiting.has(id)) this.#become("failed");
        reject(new Stuck());
      }, LIMITS.answer);
    });
  }

  /** @param {import("./worker.js").FromWorker} message */
  #hear(message) {
    if ("bytes" in message) {
      this.#loaded += message.bytes;
      if (this.state === "loading") this.#limit(Math.round(this.#loaded) < this.total ? LIMITS.noByte : LIMITS.boot);
      this.changed(this.state, this.#loaded);
    } else if ("ready" in message) {
      this.#become("ready");
    } else if ("id" in message) {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if ("result" in message) waiting?.resolve(message.result);
      else waiting?.reject(new Error("the answers were refused"));
      if (this.state === "failed") this.#become("ready"); // late, but alive
    } else {
      this.#cache = "reload"; // a file that the browser has kept may be what broke
      this.#become("failed");
    }
  }

  /** Stuck, not slow: an engine that comes to life after its limit is welcome. @param {number} milliseconds */
  #limit(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#become("failed"), milliseconds);
  }

  /** @param {State} state */
  #become(state) {
    clearTimeout(this.#timer);
    this.state = state;
    this.changed(state, this.#loaded);
  }
}

/** The form with its ticks, and what the compiled rules say of them. */
export class Rules {
  /** @type {{ ticks?: string, open: HTMLElement[], forAnother: boolean, asked?: Promise<Result>, result?: Result }} */
  #known = { open: [], forAnother: false };
  /** By question, where not all of its options were on screen: those that were. @type {Map<string, string[]>} */
  shown = new Map();

  /** @param {import("./quiz-flow.js").QuizFlow} quiz */
  constructor(quiz) {
    this.quiz = quiz;
    this.form = /** @type {HTMLFormElement} */ (quiz.find("form"));
    this.questions = quiz.all("[data-question]");
  }

  /** What follows from the ticks alone, Python's result for them too. Of a hidden form a browser says it slowly. */
  get known() {
    const data = /** @type {[string, string][]} */ ([...new FormData(this.form)]);
    const ticks = new URLSearchParams([...data, ...[...this.shown].map(([name, ids]) => [name, ids.join()])]).toString();
    if (ticks !== this.#known.ticks) {
      const open = this.questions.filter((set) => getComputedStyle(set).getPropertyValue("--on-path").trim() === "1");
      const theirs = this.quiz.querySelector("[data-theirs]");
      this.#known = { ticks, open, forAnother: theirs !== null && getComputedStyle(theirs).display !== "none" };
    }
    return this.#known;
  }

  get open() {
    return this.known.open;
  }

  get unanswered() {
    return this.open.filter((set) => !this.picked(set).length);
  }

  get firstOpen() {
    return this.unanswered[0]?.dataset.question ?? "result";
  }

  /** @param {Element} set */
  picked(set) {
    return /** @type {HTMLInputElement[]} */ (this.quiz.all("input:checked", set));
  }

  /** "None of these" and a tick cannot both be meant. @param {HTMLInputElement} newest @param {Element} set */
  keepNewest(newest, set) {
    for (const other of this.picked(set)) {
      if (other !== newest && [newest.value, other.value].includes("none")) other.checked = false;
    }
  }

  /** @returns {Answers} */
  get answers() {
    const given = this.open.filter((set) => this.picked(set).length);
    return Object.fromEntries(given.map((set) => [set.dataset.question, this.picked(set).map((input) => input.value)]));
  }

  /** The answers, as Python is told of them. @returns {Told} */
  get told() {
    const parts = Object.entries(this.answers).map(([question, picked]) => {
      const shown = this.shown.get(question);
      return [question, shown ? { picked, shown } : picked];
    });
    return Object.fromEntries(parts);
  }

  /** Whether there is no question to answer before the advice. */
  get finished() {
    return this.emergency || !this.unanswered.length;
  }

  get emergency() {
    return this.show("emergency");
  }

  /** @param {string} [urgency] */
  show(urgency) {
    const panel = this.quiz.find(`[data-urgency="${urgency}"]`);
    return getComputedStyle(panel).getPropertyValue(`--show-${urgency}`).trim() === "block";
  }
}
