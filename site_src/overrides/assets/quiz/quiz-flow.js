// The quiz, one question at a time. The page already holds every question and every piece of advice;
// the compiled rules (rules.css) say which question is open; this element shows the first open one
// without an answer and, after the last, asks Python in a worker. Answers live in the form and nowhere else.
// One question a screen; where that would make too many screens, questions of one group share theirs.
// No sentence is written here: the page hands over those that change with what was answered (data-texts).

const LIMITS = { noByte: 10_000, boot: 15_000, answer: 5_000 }; // milliseconds without a sign of life
const AT_ONCE = 500; // milliseconds that a screen may stay empty
const USUAL_SCREENS = 7; // what most people see, for "about 6 questions to go"
const MOST_SCREENS = 10; // what anybody sees
const LINK = "#about=";
const ONE_PRESS = { milliseconds: 600, pixels: 30 }; // what a shaking hand does within these is one press
const LEAVING = 500; // milliseconds that a screen reader in Firefox needs to follow the focus out of a part that goes

/** No sign of life within a limit; an engine that answers with an error is alive. */
class Stuck extends Error {}

class Engine {
  #worker;
  #timer;
  #waiting = new Map();
  #lastId = 0;
  #loaded = 0;
  #cache = "default";

  constructor(element, changed) {
    const { worker, folder, guide, engineBundle } = element.dataset;
    const { bytes, ...bundle } = JSON.parse(engineBundle);
    this.workerAddress = new URL(worker, document.baseURI);
    this.boot = { ...bundle, guide, folder: new URL(folder, document.baseURI).href };
    this.total = bytes;
    this.changed = changed;
    this.#become("loading");
    // Whoever saves data downloads it with the first answer, when it is sure to be of use.
    if (!navigator.connection?.saveData) this.start();
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

  /** Resolves to Python's result; rejects with Stuck when none comes within the limit, else when Python refuses. */
  ask(answers) {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, answers });
      setTimeout(() => {
        if (this.#waiting.has(id)) this.#become("failed");
        reject(new Stuck());
      }, LIMITS.answer);
    });
  }

  #hear(message) {
    if (message.bytes) {
      this.#loaded += message.bytes;
      if (this.state === "loading") this.#limit(Math.round(this.#loaded) < this.total ? LIMITS.noByte : LIMITS.boot);
      this.changed(this.state, this.#loaded);
    } else if (message.ready) {
      this.#become("ready");
    } else if (message.id) {
      const { resolve, reject } = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.result) resolve(message.result);
      else reject(new Error("the answers were refused"));
      if (this.state === "failed") this.#become("ready"); // late, but alive
    } else {
      this.#cache = "reload"; // a file that the browser has kept may be what broke
      this.#become("failed");
    }
  }

  // Stuck, not slow: an engine that comes to life after its limit is welcome.
  #limit(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#become("failed"), milliseconds);
  }

  #become(state) {
    clearTimeout(this.#timer);
    this.state = state;
    this.changed(state, this.#loaded);
  }
}

class QuizFlow extends HTMLElement {
  connectedCallback() {
    // Where the rules were not read, the page offers the symptom table instead.
    if (getComputedStyle(this).display === "none") return;
    this.form = this.querySelector("form");
    this.questions = [...this.querySelectorAll("[data-question]")];
    this.known = {};
    this.texts = JSON.parse(this.dataset.texts);
    this.dataset.stepped = "";
    this.hidden = false; // whoever keeps this page, or reads it without its style, has the part that is shown
    this.form.querySelector(".next").hidden = false;
    // Without scripts they all change at the first tick, and none of them is news.
    for (const line of this.querySelectorAll(".missing")) line.setAttribute("aria-live", "assertive");
    history.scrollRestoration = "manual"; // on the way back each question stands where its screen begins
    this.engine = new Engine(this, (state, loaded) => this.engineChanged(state, loaded));

    this.form.addEventListener("change", ({ target }) => {
      if (target.closest("label") !== this.last?.control) delete this.last; // by a keyboard: what follows is no second press
      this.answered(target);
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.next();
    });
    this.on("[data-back]", () => {
      this.broughtUp(); // the screen comes later than a second press
      history.back();
    });
    this.on("[data-print]", () => {
      this.stamp();
      print();
    });
    addEventListener("beforeprint", () => this.stamp()); // the browser's own menu prints the same page
    this.on("[data-copy]", () => this.copy());
    this.on("[data-to-answers]", (event) => {
      event.preventDefault(); // a change of address would be a step of the quiz
      this.focusOn(this.querySelector("#answers"), this.querySelector("[data-answers]"));
    });
    this.on("[data-restart]", () => this.restart());
    for (const button of this.querySelectorAll("[data-retry]")) button.addEventListener("click", () => this.retry());
    addEventListener("click", (event) => this.press(event), { capture: true });
    document.querySelector(".md-skip")?.addEventListener("click", (event) => {
      event.preventDefault(); // a change of address would be a step of the quiz
      this.focusOn(this.heading);
    });
    addEventListener("pageshow", ({ persisted }) => persisted && this.engine.wake());
    addEventListener("popstate", ({ state }) => {
      if (this.takeLink()) {
        // A link to the page that is open already: the answers before it were not about what it names.
        this.form.reset();
        this.show(this.questions[0].dataset.question);
      } else if (state) {
        this.show(state.question);
      } else {
        history.replaceState(this.step, ""); // a place on this page, which is no step
      }
    });

    this.allReviewed = this.querySelector("[data-not-reviewed]").hidden;
    this.form.reset(); // a browser may bring ticks back after a reload; nobody has seen their questions yet
    history.replaceState({ question: this.firstOpen() }, "");
    this.takeLink();
    this.show(history.state.question, { focus: false });
  }

  on(selector, listener) {
    this.querySelector(selector).addEventListener("click", listener);
  }

  /** A link can name one thing to tick when its question comes (#about=headache). It goes out of the address at once.
   *  Returns whether there was one. */
  takeLink() {
    const { pathname, search, hash } = location;
    if (!hash.startsWith(LINK)) return false;
    history.replaceState(history.state ?? { question: this.questions[0].dataset.question }, "", pathname + search);
    const boxes = [...this.querySelectorAll("[data-linkable] input")];
    const name = hash.slice(LINK.length).replaceAll("%20", " ").trim().toLowerCase();
    this.linked = boxes.find(({ value }) => value !== "none" && value === name);
    this.querySelector("[data-link-unknown]").hidden = Boolean(this.linked);
    return true;
  }

  /** Ticks what a link named, once. Not before its question is on screen: an answer nobody has seen is none. */
  tickLinked() {
    const ticks = this.current.includes(this.linked?.closest("fieldset"));
    this.querySelector("[data-link-ticked]").hidden = !ticks;
    if (!ticks) return;
    this.linked.checked = true;
    this.answered(this.linked);
    delete this.linked;
  }

  // Questions and answers

  /** What the compiled rules say of the ticks. It follows from them alone, and of a hidden form a browser says it slowly. */
  get ruled() {
    const ticks = new URLSearchParams(new FormData(this.form)).toString();
    if (ticks !== this.known.ticks) {
      const open = this.questions.filter((set) => getComputedStyle(set).getPropertyValue("--on-path").trim() === "1");
      const theirs = this.querySelector("[data-theirs]");
      this.known = { ticks, open, forAnother: Boolean(theirs) && getComputedStyle(theirs).display !== "none" };
    }
    return this.known;
  }

  get open() {
    return this.ruled.open;
  }

  picked(set) {
    return [...set.querySelectorAll("input:checked")];
  }

  get unanswered() {
    return this.open.filter((set) => !this.picked(set).length);
  }

  /** The questions on screen, those that an answer beside them has closed left out. */
  get current() {
    return this.open.filter((set) => "current" in set.dataset);
  }

  /** What names a question's screen. One question is kept back from the most, because a late answer may still open it. */
  get screenName() {
    return this.open.length < MOST_SCREENS ? "question" : "screen";
  }

  firstOpen() {
    return this.unanswered[0]?.dataset.question ?? "result";
  }

  get answers() {
    const given = this.open.filter((set) => this.picked(set).length);
    return Object.fromEntries(given.map((set) => [set.dataset.question, this.picked(set).map((input) => input.value)]));
  }

  /** Whether there is no question to answer before the advice. */
  get finished() {
    return this.emergency || !this.unanswered.length;
  }

  get emergency() {
    return this.rulesShow("emergency");
  }

  rulesShow(urgency) {
    return getComputedStyle(this.querySelector("[data-results]")).getPropertyValue(`--show-${urgency}`).trim() === "block";
  }

  answered(input) {
    if (input.type === "checkbox" && input.checked) {
      // "None of these" and a tick cannot both be meant: the newest one stays.
      for (const other of this.form.elements[input.name]) {
        if (other !== input && (input.value === "none" || other.value === "none")) other.checked = false;
      }
    }
    this.say("", input.closest("fieldset"));
    this.describeProgress();
    this.sayEmergency();
    if (!this.engine.started) this.engine.start();
    if (this.engine.state === "ready" && this.finished) this.askAhead();
  }

  say(text, set) {
    announce(set.querySelector(".missing"), text);
  }

  /** What a sighted person sees of the card that comes up, said once. */
  sayEmergency() {
    const card = this.querySelector('[data-urgency="emergency"]');
    const text = this.emergency ? [...card.querySelectorAll("h2, .call")].map(words).join(". ") : "";
    const line = this.querySelector("[data-aloud]");
    if (line.textContent === text) return;
    line.textContent = text;
    this.broughtUp();
  }

  describeProgress() {
    const name = this.screenName;
    const screens = (sets) => new Set(sets.filter((set) => !("current" in set.dataset)).map((set) => set.dataset[name])).size;
    const known = screens(this.unanswered);
    const left = Math.max(known, USUAL_SCREENS - 1 - (screens(this.open) - known));
    const { texts } = this;
    const last = name === "screen" ? texts.lastScreen : texts.lastQuestion;
    const ahead = left > 1 ? fill(texts[`${name}s`], { count: left }) : left ? texts[name] : last;
    this.querySelector("#to-go").textContent = ahead;
    this.querySelector(".next button").textContent = this.emergency ? texts.toResult : texts.next;
  }

  // Steps

  /** A hand that shakes presses twice. The second press would count for what the first has brought there, which nobody has
   *  read yet. What is still the same, such as an answer or a call, can be pressed again; a keyboard presses no place. */
  press(event) {
    const { target, detail, timeStamp, clientX, clientY, pageX, pageY } = event;
    if (!detail) return;
    const control = target.closest("label, a, button, summary");
    const { last } = this;
    const soon = timeStamp - last?.at < ONE_PRESS.milliseconds;
    if (soon && Math.hypot(pageX - last.pageX, pageY - last.pageY) < ONE_PRESS.pixels) {
      if (control === last.control && !control.matches("form button")) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (control && this.contains(control)) {
      this.last = { control, clientX, clientY };
    }
  }

  /** Remembers when the last press brought up something else, and where on the page the finger is now. */
  broughtUp() {
    const { last } = this;
    if (last) Object.assign(last, { at: performance.now(), pageX: last.clientX + scrollX, pageY: last.clientY + scrollY });
  }

  next() {
    const missing = this.current.find((set) => !this.picked(set).length);
    if (missing) {
      this.say(this.texts.choose, missing);
      missing.querySelector("input").focus();
      this.broughtUp(); // the page may have moved there
      return;
    }
    this.goTo(this.emergency ? "result" : this.firstOpen());
  }

  goTo(question) {
    history.pushState({ question }, "");
    this.show(question);
  }

  restart() {
    this.form.reset();
    this.goTo(this.firstOpen());
  }

  show(question, { focus = true } = {}) {
    this.step = { question };
    delete this.dataset.result;
    delete this.dataset.shown;
    for (const part of this.querySelectorAll(
      "[data-waiting], [data-unfinished], [data-urgency], [data-led-here], [data-why], [data-rules], [data-answers], [data-no-result], [data-engine-failed]",
    )) {
      part.hidden = true;
    }
    for (const line of this.querySelectorAll("[data-status], [data-aloud]")) line.textContent = "";
    // Going forward again after a change can name a question that is no longer asked.
    const set = this.open.find((candidate) => candidate.dataset.question === question);
    const name = this.screenName;
    for (const other of this.questions) other.toggleAttribute("data-current", other.dataset[name] === set?.dataset[name]);
    this.form.hidden = !set;
    this.querySelector(".back").hidden = set === this.questions[0];
    this.leave();
    if (!set) {
      this.finish();
      return;
    }
    this.tickLinked();
    this.describeProgress();
    this.describe(set);
    if (focus) this.focusOn(this.heading, set === this.current[0] ? this : set);
  }

  /** Has the heading say, with the question, its hint, how many questions share the screen and how many are to come. */
  describe(set) {
    this.heading = set.querySelector("h2");
    const shared = this.querySelector("#on-screen");
    const count = this.current.length;
    shared.textContent = count > 1 ? fill(this.texts.here, { count }) : "";
    const hint = set.querySelector(".hint");
    this.heading.setAttribute("aria-describedby", [...(hint ? [hint.id] : []), shared.id, "to-go"].join(" "));
  }

  /** Keeps, out of sight, the hidden part that the focus is to leave. Firefox tells a screen reader nothing of a focus that
   *  comes from a part which goes at the same moment. */
  leave() {
    const part = document.activeElement.closest("quiz-flow [hidden]");
    if (!part) return;
    part.dataset.leaving = "";
    setTimeout(() => delete part.dataset.leaving, LEAVING);
  }

  focusOn(heading, top = this) {
    heading.focus({ preventScroll: true });
    top.scrollIntoView({ block: "start" });
    this.broughtUp();
  }

  // The result

  finish() {
    if (!this.finished) {
      this.show(this.firstOpen());
      return;
    }
    if (this.engine.state === "ready") this.askPython();
    else if (this.engine.state === "failed" || this.emergency) this.showFromRules();
    else this.wait();
  }

  retry() {
    this.querySelector("[data-engine-failed]").hidden = true;
    this.leave();
    this.wait();
    this.engine.start();
  }

  wait() {
    const waiting = this.querySelector("[data-waiting]");
    waiting.hidden = false;
    this.heading = waiting.querySelector("h2");
    this.focusOn(this.heading);
  }

  get waiting() {
    return !this.querySelector("[data-waiting]").hidden;
  }

  engineChanged(state, loaded) {
    if (this.dataset.engine !== state) this.dataset.engine = state; // the same once more would have all rules read again
    this.querySelector("progress").value = Math.round(loaded);
    const asked = this.form?.hidden;
    if (state === "ready" && asked && this.dataset.result !== "python") this.askPython();
    else if (state === "failed" && this.waiting && this.dataset.result === "none") this.showNoResult();
    else if (state === "failed" && this.waiting) this.showFromRules();
    else if (state === "loading" && asked && this.dataset.result === "rules") this.querySelector("[data-engine-failed]").hidden = true;
  }

  /** Asks while the person looks for the button, and keeps the result beside the ticks that it is for. */
  askAhead() {
    const { ruled } = this;
    this.engine.ask(this.answers).then(
      (result) => {
        ruled.result = result;
      },
      () => {}, // whoever asks for the advice asks again, and is told
    );
  }

  async askPython() {
    const { step } = this;
    // The person may have gone back meanwhile; their screen is theirs.
    const awaited = () => this.step === step && this.form.hidden;
    const empty = setTimeout(() => {
      if (awaited() && !this.dataset.result && !this.emergency) this.wait();
    }, AT_ONCE);
    try {
      const result = this.ruled.result ?? (await this.engine.ask(this.answers));
      if (awaited()) this.showResult(result);
    } catch (error) {
      delete this.ruled.result; // a result that cannot be shown is no use to another try
      if (!awaited()) return;
      if (error instanceof Stuck) this.showFromRules();
      else this.showNoResult();
    } finally {
      clearTimeout(empty);
    }
  }

  /** Python's result: ids only, so everything shown is already in the page. Throws for an id that the page has not. */
  showResult({ urgency, reasons, unsure, unknown, rests_on: restsOn }) {
    const section = this.querySelector(`[data-urgency="${urgency}"]`);
    if (!section) throw new Error(`result: got urgency ${urgency}, wanted one of this page`);
    const seen = this.dataset.result === "rules" && !this.querySelector("[data-waiting]:not([hidden])");
    this.dataset.result = "python";
    this.dataset.shown = urgency;
    const why = this.querySelector("[data-why]");
    const list = why.querySelector("ul");
    for (const line of list.children) line.hidden = true;
    for (const id of reasons) this.reveal(list, `[data-rule="${id}"]`);
    for (const id of unsure) this.reveal(list, `[data-unsure="${id}"]`);
    if (unknown.length) {
      const words = unknown.map(([question, option]) => this.label(question, option));
      this.reveal(list, "[data-unknown]").querySelector("span").textContent = words.join(this.texts.between);
    }
    const lines = [...list.children].filter((line) => !line.hidden);
    why.hidden = !lines.length;
    section.querySelector("[data-slot]").append(why);
    const reviewed = "reviewed" in this.dataset && lines.length > 0 && lines.every((line) => "reviewed" in line.dataset);
    if (urgency === "emergency") this.showWhatLedHere(this.ticked(restsOn));
    this.settle(section, { focus: !seen, reviewed });
  }

  reveal(list, selector) {
    const line = list.querySelector(selector);
    line.hidden = false;
    list.append(line); // in the order of the result, strongest first
    return line;
  }

  /** The compiled rules' result, for when Python cannot run or is too slow. */
  showFromRules() {
    this.dataset.result = "rules";
    const shown = [...this.querySelectorAll("[data-urgency]")].find((section) => this.rulesShow(section.dataset.urgency));
    if (!shown) {
      this.showNoResult();
      return;
    }
    if (this.emergency) this.showWhatLedHere(this.redFlags());
    this.settle(shown);
  }

  showNoResult() {
    // "Call today" never stands in place of an emergency: the page's own, or one that Python named but could not explain.
    if (this.emergency) {
      this.showFromRules();
      return;
    }
    if (this.dataset.shown === "emergency") {
      this.settle(this.querySelector('[data-urgency="emergency"]'));
      return;
    }
    delete this.dataset.shown;
    this.dataset.result = "none";
    this.settle(this.querySelector("[data-no-result]"));
  }

  settle(section, { focus = true, reviewed = this.allReviewed } = {}) {
    this.section = section;
    this.heading = section.querySelector("h2");
    this.querySelector("[data-waiting]").hidden = true;
    for (const other of this.querySelectorAll("[data-urgency], [data-no-result]")) other.hidden = other !== section;
    this.querySelector("[data-engine-failed]").hidden = this.dataset.result !== "rules" || this.engine.state !== "failed";
    const rules = this.querySelector("[data-rules]");
    rules.hidden = false;
    rules.querySelector("[data-not-reviewed]").hidden = reviewed;
    section.querySelector("[data-slot]").append(rules);
    this.listAnswers();
    this.leave();
    if (focus) this.focusOn(this.heading);
  }

  // The answers

  /** Of the answers that Python names, those that were ticked; what a "not sure" stands for is that "not sure". */
  ticked(pairs) {
    const found = {};
    for (const [question, option] of pairs) {
      const picked = this.picked(this.fieldset(question));
      const own = picked.find((input) => input.value === option) ?? picked.find((input) => "notSure" in input.dataset);
      if (own && !found[question]?.includes(own.value)) (found[question] ??= []).push(own.value);
    }
    return found;
  }

  /** Without Python only a red flag is known to be an emergency by itself. */
  redFlags() {
    const [first] = this.questions;
    const flags = this.picked(first).filter((input) => input.value !== "none");
    return flags.length ? { [first.dataset.question]: flags.map((input) => input.value) } : {};
  }

  showWhatLedHere(answers) {
    const part = this.querySelector("[data-led-here]");
    const rows = this.rows(answers);
    part.querySelector("dl").replaceChildren(...rows);
    const count = Object.values(answers).flat().length;
    part.querySelector("[data-one]").hidden = count !== 1;
    part.querySelector("[data-several]").hidden = count < 2;
    part.querySelector("[data-to-answers]").hidden = count > 0;
    part.hidden = false;
  }

  listAnswers() {
    const answers = this.querySelector("[data-answers]");
    answers.querySelector("dl").replaceChildren(...this.rows(this.answers));
    answers.hidden = false;
  }

  /** Option ids by question id as rows of a list: the question, the answer, a button to change it. */
  rows(answers) {
    return Object.entries(answers).map(([question, options]) => {
      const row = document.createElement("div");
      const asked = document.createElement("dt");
      const given = document.createElement("dd");
      const words = document.createElement("span");
      const change = document.createElement("button");
      asked.textContent = this.asked(question);
      words.textContent = options.map((option) => this.label(question, option)).join("; ");
      change.type = "button";
      change.className = "off-paper";
      change.textContent = this.texts.change;
      change.setAttribute("aria-label", fill(this.texts.changeOf, { question: asked.textContent }));
      change.addEventListener("click", () => this.goTo(question));
      given.append(words, change);
      row.append(asked, given);
      return row;
    });
  }

  fieldset(question) {
    return this.questions.find((candidate) => candidate.dataset.question === question);
  }

  label(question, option) {
    return this.querySelector(`input[name="${question}"][value="${option}"]`).closest("label").textContent.trim();
  }

  /** A question as it is put to whoever answers. */
  asked(question) {
    const heading = this.fieldset(question).querySelector("h2");
    return (heading.querySelector(this.ruled.forAnother ? "[data-theirs]" : "[data-yours]") ?? heading).textContent;
  }

  /** A heading as it is shown; the compiled rules hide its other wordings. */
  wording(heading) {
    const shown = [...heading.children].find((wording) => getComputedStyle(wording).display !== "none");
    return (shown ?? heading).textContent;
  }

  // The summary, on paper and as text

  get now() {
    const at = new Date();
    const { dates } = this.dataset;
    return {
      day: at.toLocaleDateString(dates, { day: "numeric", month: "long", year: "numeric" }),
      time: at.toLocaleTimeString(dates, { hour: "2-digit", minute: "2-digit" }),
    };
  }

  stamp() {
    this.querySelector("[data-stamp]").textContent = fill(this.texts.printed, this.now);
  }

  /** What the printed page says, as text: the same parts of this page, in the same order. */
  get summary() {
    const [why, answers] = ["[data-why]", "[data-answers]"].map((part) => this.querySelector(part));
    const reasons = [...why.querySelectorAll("li:not([hidden])")].map((line) => `- ${words(line)}`);
    const given = [...answers.querySelectorAll("dl > div")].map((row) => {
      const [question, answer] = [...row.children].map(words);
      return `- ${question}${question.endsWith("?") ? "" : ":"} ${answer}`;
    });
    return [
      [words(this.querySelector("[data-title]")), this.wording(this.section.querySelector("h2")).trim()],
      ...(reasons.length && !why.hidden ? [[words(why.querySelector("h3")), ...reasons]] : []),
      [words(answers.querySelector("h3")), ...given],
      [fill(this.texts.copiedOn, this.now), words(this.querySelector("[data-rules]"))],
    ]
      .map((lines) => lines.join("\n"))
      .join("\n\n");
  }

  async copy() {
    const copied = await toClipboard(this.summary);
    announce(this.querySelector("[data-status]"), copied ? this.texts.copied : this.texts.notCopied);
  }
}

/** A text of the page with values in place of the names in braces. */
function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Words for a line that is read out as it changes; a space that nobody hears makes the same words once more a change. */
function announce(line, text) {
  line.textContent = text && line.textContent === text ? `${text}\u00a0` : text;
}

/** The words of a part that are printed. */
function words(part) {
  const copy = part.cloneNode(true);
  for (const other of copy.querySelectorAll(".off-paper, [hidden]")) other.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}

async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text); // not there on http:// and file://
    return true;
  } catch {
    return copySelected(text);
  }
}

function copySelected(text) {
  const focused = document.activeElement;
  const box = document.createElement("textarea");
  box.className = "copying";
  box.readOnly = true; // so that no keyboard comes up
  box.value = text;
  document.body.append(box);
  box.select();
  const copied = document.execCommand("copy");
  box.remove();
  focused.focus({ preventScroll: true });
  return copied;
}

customElements.define("quiz-flow", QuizFlow);
