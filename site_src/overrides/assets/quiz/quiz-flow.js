// The quiz, one question at a time. The page already holds every question and every piece of advice; the compiled rules
// (rules.css) say which question is open; this element shows the first open one without an answer. Once Python is ready
// in its worker, it leads: it names what can still change the result, and gives the result when nothing can.
// Answers live in the form and nowhere else; what is shown follows from one view.
// One question a screen; where that would make too many screens, questions of one group share theirs.
// A finger or a mouse that picks the last answer of a screen goes on with it; keys and screen readers press Next.
// No sentence is written here: the page hands over those that change with what was answered (data-texts).

/** @typedef {import("./engine.js").Answers} Answers */
/** @typedef {import("./engine.js").Result} Result */
/** @typedef {import("./result.js").Step} Step */
/** @typedef {import("./result.js").View} View */
/** @typedef {{ control: Element, clientX: number, clientY: number, at: number, pageX: number, pageY: number, byHand: boolean }} Press */

// The other modules, of this module's version: the page asks for scripts under an address with the version (?v=), under
// which sw.js keeps them, and a plain import would ask for another. The page has them fetched together with this one.
const { search } = new URL(import.meta.url);
const onWard = "ward" in document.documentElement.dataset; // set by the page, before anything is shown
const [{ Engine, Rules, Stuck }, { NOTHING, Results }, summary, { SymptomSearch }, { Case }, ward] = await Promise.all([
  /** @type {Promise<typeof import("./engine.js")>} */ (import(`./engine.js${search}`)),
  /** @type {Promise<typeof import("./result.js")>} */ (import(`./result.js${search}`)),
  /** @type {Promise<typeof import("./summary.js")>} */ (import(`./summary.js${search}`)),
  /** @type {Promise<typeof import("./symptom-search.js")>} */ (import(`./symptom-search.js${search}`)),
  /** @type {Promise<typeof import("./case.js")>} */ (import(`./case.js${search}`)),
  onWard ? /** @type {Promise<typeof import("./ward.js")>} */ (import(`./ward.js${search}`)) : undefined,
]);
const { Summary, announce, fill, words } = summary;

const MOST_SCREENS = 10; // what anybody sees
const FEW_LINES = 4; // of the last question, with which it stands on the screen before
const LINK = "#about=";
const CASE = "#case=";
const WARD = "#ward";
const ONE_PRESS = { milliseconds: 600, pixels: 30 }; // what a shaking hand does within these is one press
const PATIENCE = 500; // milliseconds that a step waits for what Python would ask next
const LEAVING = 500; // milliseconds that a screen reader in Firefox needs to follow the focus out of a part that goes

export class QuizFlow extends HTMLElement {
  rules = new Rules(this);
  form = this.rules.form;
  questions = this.rules.questions;
  first = this.questions[0].dataset.question ?? "";
  /** @type {Record<string, string>} */
  texts = JSON.parse(this.dataset.texts ?? "");
  /** @type {View} */
  view = { ...NOTHING, step: { question: "" }, screen: this.questions };
  /** How each question was last asked, for Back. @type {Map<string, Omit<Step, "question">>} */
  asked = new Map();
  /** @type {HTMLInputElement | undefined} */
  linked;
  /** @type {Press | undefined} */
  last;
  /** On a tablet that patients share. */
  ward = ward && new ward.Ward();
  results = new Results(this, Stuck);
  paper = new Summary(this);
  symptoms = new SymptomSearch(this);
  shared = new Case(this, summary);
  wayOn = this.find(".way-on");
  none = this.find("[data-none]");
  only = this.find("[data-only]");

  constructor() {
    super();
    this.dataset.stepped = "";
    this.hidden = false; // whoever keeps this page, or reads it without its style, has the part that is shown
    // Without scripts they all change at the first tick, and none of them is news.
    for (const line of this.all(".missing")) line.setAttribute("aria-live", "assertive");
    history.scrollRestoration = "manual"; // on the way back each question stands where its screen begins
    this.engine = new Engine(this.dataset, (state, loaded) => this.results.engineChanged(state, loaded));
    this.form.addEventListener("change", ({ target }) => {
      const input = /** @type {HTMLInputElement} */ (target);
      if (!this.current.some((set) => set.contains(input))) return; // the tap that gave it has gone on with it
      if (input.closest("label") !== this.last?.control) this.last = undefined; // by a keyboard: what follows is no second press
      this.answered(input);
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.next();
    });
    this.form.addEventListener("click", ({ target }) => {
      const input = /** @type {HTMLInputElement} */ (target);
      if (!this.pressed(input) || !this.endsScreen(input)) return;
      this.answered(input); // that of old too, which is pressed again after Back
      if (this.current.every((set) => this.rules.picked(set).length)) this.next();
    });
    this.on("[data-none]", () => {
      const { alone } = this;
      if (!alone || this.none.ariaDisabled) return;
      alone.checked = true;
      this.answered(alone);
      this.next();
    });
    this.on("[data-back]", () => {
      this.broughtUp(); // the screen comes later than a second press
      history.back();
    });
    this.on("[data-to-signs]", () => this.goTo(this.first));
    this.on("[data-more]", () => this.goTo(this.rules.firstOpen, { more: true }));
    for (const button of ["[data-restart]", "[data-case-over]"]) {
      this.on(button, () => {
        if (this.ward) return this.ward.startAnew();
        this.reset();
        this.goTo(this.rules.firstOpen);
      });
    }
    addEventListener("click", (event) => this.press(event), { capture: true });
    document.querySelector(".md-skip")?.addEventListener("click", (event) => {
      event.preventDefault(); // a change of address would be a step of the quiz
      this.focusOn(this.heading);
    });
    addEventListener("pageshow", ({ persisted }) => persisted && this.engine.wake());
    addEventListener("popstate", ({ state }) => {
      if (this.takeLink()) {
        this.show(history.state); // it was followed on the page that is open already
      } else if (this.ward) {
        const question = this.ward.back() ?? this.first;
        this.show({ question, ...this.asked.get(question) });
      } else if (state) {
        this.show({ question: state.question, ...this.asked.get(state.question) });
      } else {
        history.replaceState({ question: this.view.step.question }, ""); // a place on this page, which is no step
      }
    });

    addEventListener("hashchange", () => {
      if ((location.hash === WARD) !== onWard) location.reload();
    });

    this.reset(); // a browser may bring ticks back after a reload; nobody has seen their questions yet
    const question = this.rules.firstOpen;
    if (!this.ward) history.replaceState({ question }, "");
    this.show(this.takeLink() ? history.state : { question }, { focus: false });
  }

  /** A part of the page, which must be there. @param {string} selector @param {Element} [within] */
  find(selector, within = this) {
    const found = within.querySelector(selector);
    if (!found) throw new Error(`quiz: got no ${selector} in the page, wanted one; check.html writes them`);
    return /** @type {HTMLElement} */ (found);
  }

  /** @param {string} selector @param {Element} [within] */
  all(selector, within = this) {
    return /** @type {HTMLElement[]} */ ([...within.querySelectorAll(selector)]);
  }

  /** @param {string} selector @param {(event: MouseEvent) => void} listener */
  on(selector, listener) {
    this.find(selector).addEventListener("click", listener);
  }

  /** A link can name one thing to tick when its question comes (#about=headache), or hold the answers of a case. It goes out
   *  of the address at once. What was answered before goes too: it was not about what the link names.
   *  Returns whether there was one. */
  takeLink() {
    const { pathname, search: asked, hash } = location;
    const isCase = hash.startsWith(CASE);
    if (!isCase && !hash.startsWith(LINK)) return false;
    this.reset();
    const taken = isCase && this.shared.take(hash.slice(CASE.length));
    history.replaceState({ question: taken ? "result" : this.first }, "", pathname + asked);
    const boxes = /** @type {HTMLInputElement[]} */ (this.all("[data-linkable] input[name]"));
    const name = isCase ? "" : hash.slice(LINK.length).replaceAll("%20", " ").trim().toLowerCase();
    this.linked = boxes.find(({ value }) => value !== "none" && value === name);
    this.find("[data-link-unknown]").hidden = isCase || Boolean(this.linked);
    this.find("[data-case-unknown]").hidden = !isCase || taken;
    if (taken && !this.engine.started) this.engine.start();
    return true;
  }

  /** Ticks what a link named, once. Not before its question is on screen: an answer nobody has seen is none. */
  tickLinked() {
    const { linked } = this;
    const ticks = this.current.some((set) => linked && set.contains(linked));
    this.find("[data-link-ticked]").hidden = !ticks;
    if (!linked || !ticks) return;
    this.linked = undefined;
    linked.checked = true;
    this.answered(linked);
  }

  // Questions and answers

  /** The questions on screen, those that an answer beside them has closed left out. */
  get current() {
    return this.rules.open.filter((set) => this.view.screen.includes(set));
  }

  /** The "none of these" of a screen with one question, which the foot holds as a button. */
  get alone() {
    const [set, ...others] = this.current;
    return set && !others.length ? this.inputs(set).find(({ type, value }) => type === "checkbox" && value === "none") : undefined;
  }

  /** What names a question's screen. One question is kept back from the most, because a late answer may still open it. */
  get screenName() {
    return this.rules.open.length < MOST_SCREENS ? "together" : "screen";
  }

  get answers() {
    return this.rules.answers;
  }

  /** @param {HTMLInputElement} input */
  answered(input) {
    const set = this.find(`[data-question="${input.name}"]`);
    if (input.checked) this.rules.keepNewest(input, set);
    this.noteShown(set);
    announce(this.find(".missing", set), "");
    this.describeProgress();
    this.sayEmergency();
    if (!this.engine.started) this.engine.start();
    if (this.engine.state === "ready") this.ask().then(() => this.describeProgress(), () => {}); // who needs it is told
  }

  /** What a sighted person sees of the card that comes up, said once. */
  sayEmergency() {
    const said = this.rules.emergency ? this.all('[data-urgency="emergency"] :is(h2, .call:not(details *))') : [];
    const text = said.map(words).join(". ");
    const line = this.find("[data-aloud]");
    if (line.textContent === text) return;
    line.textContent = text;
    this.broughtUp();
  }

  /** Asks Python, once for the same answers, and keeps its result beside the ticks that it is for. @returns {Promise<Result>} */
  ask() {
    const { known, told } = this.rules;
    known.asked ??= this.engine.ask(told).then(
      (result) => (known.result = result),
      (error) => {
        delete known.asked; // whoever asks again is answered anew
        throw error;
      },
    );
    return known.asked;
  }

  reset() {
    this.form.reset();
    this.shared.note.hidden = true;
    this.asked.clear();
    this.rules.shown.clear();
  }

  /** What is still to be asked, as far as anybody knows: what Python names, or all of the path. */
  get left() {
    const { rules, view } = this;
    const next = view.step.more ? undefined : rules.known.result?.next;
    return next ? rules.open.filter(({ dataset }) => next.some(([question]) => question === dataset.question)) : rules.unanswered;
  }

  /** Says how many screens are still to come, where that is known to one more or less: an answer can make some needless. */
  describeProgress() {
    const { texts, rules, left } = this;
    const open = new Set(rules.open);
    const may = new Set(left.map(({ dataset }) => dataset.question));
    const opened = this.questions.filter((set) => {
      const can = !open.has(set) && set.dataset.askedBy?.split(" ").some((question) => may.has(question));
      if (can) may.add(set.dataset.question);
      return can;
    });
    const most = this.screens([...left, ...opened]);
    const known = most < 3 || most === this.screens(left);
    const text = most > 2 ? fill(texts.many, { count: most - 1 }) : most ? texts.one : texts.last;
    this.find("#to-go").textContent = known ? text : "";
    this.find(".next button").textContent = rules.emergency ? texts.toResult : texts.next;
    this.describeNone();
  }

  /** How many screens these questions take beside this one. @param {HTMLElement[]} sets */
  screens(sets) {
    const { screenName: name, view } = this;
    return new Set(sets.filter((set) => !view.screen.includes(set)).map((set) => set.dataset[name])).size;
  }

  /** Shows "none of these" as a button, which takes nothing back that is ticked. */
  describeNone() {
    const { alone, none, texts } = this;
    const set = alone?.closest("fieldset");
    none.hidden = !alone;
    for (const other of this.questions) other.toggleAttribute("data-none-below", other === set);
    this.toggleAttribute("data-flagged", this.rules.emergency);
    if (!alone || !set) return;
    const text = words(this.find("span", /** @type {Element} */ (alone.closest("label"))));
    none.textContent = text === texts.none ? texts.noneButton : text;
    none.toggleAttribute("data-long", text !== texts.none);
    none.toggleAttribute("data-given", alone.checked);
    none.ariaDisabled = this.rules.picked(set).some((input) => input !== alone) ? "true" : null; // no more: a saved page is dead
  }

  // Steps

  /** A hand that shakes presses twice. The second press would count for what the first has brought there, which nobody has
   *  read yet. What is still the same, such as an answer or a call, can be pressed again; a keyboard presses no place.
   *  @param {MouseEvent} event */
  press(event) {
    const { target, detail, timeStamp, clientX, clientY, pageX, pageY } = event;
    if (!detail) return;
    // A screen reader's press has a place but no pointer. Where a browser does not tell, it is taken for a finger.
    const byHand = /** @type {PointerEvent} */ (event).pointerType !== "";
    const control = /** @type {Element} */ (target).closest("label, a, button, summary");
    const { last } = this;
    const soon = last && timeStamp - last.at < ONE_PRESS.milliseconds;
    if (soon && Math.hypot(pageX - last.pageX, pageY - last.pageY) < ONE_PRESS.pixels) {
      if (control === last.control && !control.matches("form button")) {
        Object.assign(last, { clientX, clientY }); // the page may have moved under the finger since
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (control && this.contains(control)) {
      this.last = { control, clientX, clientY, at: -Infinity, pageX, pageY, byHand };
    }
  }

  /** Whether a finger or a mouse has picked this answer. @param {HTMLInputElement} input */
  pressed(input) {
    return Boolean(this.last?.byHand) && this.last?.control === input.closest("label");
  }

  /** Whether this answer leaves nothing more to say to the last question of the screen. @param {HTMLInputElement} input */
  endsScreen(input) {
    const set = this.current.at(-1);
    if (!set?.contains(input)) return false;
    return input.type === "radio" || (input.value === "none" && input.checked && this.rules.picked(set).length === 1);
  }

  /** Remembers when the last press brought up something else, and where on the page the finger is now. */
  broughtUp() {
    const { last } = this;
    if (last) Object.assign(last, { at: performance.now(), pageX: last.clientX + scrollX, pageY: last.clientY + scrollY });
  }

  next() {
    const [missing] = this.current.filter((set) => this.rules.unanswered.includes(set));
    if (!missing) {
      for (const set of this.current) this.noteShown(set);
      return this.goOn();
    }
    announce(this.find(".missing", missing), this.texts.choose);
    this.find("input", missing).focus();
    this.broughtUp(); // the page may have moved there
  }

  /** On to what is to be asked next, or to the advice. Python is waited for only where it has not said it yet. */
  goOn() {
    const { engine, rules } = this;
    const { step } = this.view;
    const { more } = step;
    const { known } = rules;
    const alone = () => this.goTo(rules.firstOpen, { more });
    if (rules.emergency) return this.goTo("result");
    if (more || engine.state !== "ready") return alone();
    if (known.result) return this.follow(known.result);
    const still = () => this.view.step === step && rules.known === known; // nobody has gone on, or answered again
    const late = setTimeout(() => still() && alone(), PATIENCE);
    this.ask()
      .then((result) => still() && this.follow(result))
      .catch(() => still() && alone())
      .finally(() => clearTimeout(late));
  }

  /** On to the first that can change a result, or to the result, where nothing can. @param {Result} result */
  follow(result) {
    const next = result?.next;
    if (!next) this.goTo(this.rules.firstOpen); // a reply that says nothing of it
    else if (next.length) this.goTo(next[0][0], { only: Object.fromEntries(next) });
    else this.goTo("result");
  }

  /** @param {string} question @param {Omit<Step, "question">} [how] */
  goTo(question, how) {
    this.asked.set(question, how ?? {});
    if (this.ward) this.ward.goTo(question);
    else history.pushState({ question }, ""); // no more: what is asked tells what was answered
    this.show({ question, ...how });
  }

  /** Begins a step. @param {Step} step @param {{ focus?: boolean }} [how] */
  show({ question, only, more }, { focus = true } = {}) {
    // Going forward again after a change can name a question that is no longer asked.
    const set = this.rules.open.find((candidate) => candidate.dataset.question === question);
    const name = this.screenName;
    const asked = this.questions.filter((other) => !only || (other.dataset.question ?? "") in only);
    const screen = set ? asked.filter((other) => other.dataset[name] === set.dataset[name]) : [];
    const [last, ...others] = asked.filter((other) => !screen.includes(other));
    const shares = set && set.dataset.together !== set.dataset.question; // a screen of its own, whatever else is asked
    if (shares && last && !others.length && (only?.[last.dataset.question ?? ""]?.length ?? Infinity) <= FEW_LINES) screen.push(last);
    for (const line of this.all("[data-status], [data-copied], [data-aloud]")) line.textContent = "";
    this.render({ ...NOTHING, step: { question, only, more }, screen });
    if (set) {
      this.narrow();
      this.shut();
      this.explain();
      this.tickLinked();
      this.symptoms.clear();
      this.describeProgress();
      this.describe(set);
      if (focus) this.focusOn(this.heading, set === this.current[0] ? this : set);
    } else if (this.rules.finished || (question === "result" && (this.engine.state === "ready" || this.shared.taken))) {
      this.results.finish();
    } else {
      this.show({ question: this.rules.firstOpen });
    }
  }

  /** Shows of a question only what is worth showing, and what is ticked. The list of symptoms stays whole, to be searched. */
  narrow() {
    const { screen, step } = this.view;
    this.only.hidden = true;
    for (const set of screen.filter(({ dataset }) => !("linkable" in dataset))) {
      const ids = step.only?.[set.dataset.question ?? ""];
      for (const input of this.inputs(set)) {
        const row = /** @type {HTMLElement} */ (input.closest(".answer"));
        row.hidden = Boolean(ids) && !input.checked && !ids?.includes(input.value);
      }
      const cut = set.querySelector(".answer[hidden]") !== null;
      for (const heading of this.all("[role=group] > h3", set)) heading.hidden = cut; // a few lines need no order
      if (!cut) continue;
      this.find(".missing", set).before(this.only);
      this.only.hidden = false;
    }
  }

  /** Says how a scale is read on the first one alone. */
  explain() {
    const [first] = this.rules.open.flatMap((set) => this.all("[data-first-fits]", set));
    for (const line of this.all("[data-first-fits]")) line.hidden = line !== first;
  }

  /** Shuts the parts of lists that open, but for those with a tick. A list that is cut is too short to be opened. */
  shut() {
    for (const part of /** @type {HTMLDetailsElement[]} */ (this.view.screen.flatMap((set) => this.all("details", set)))) {
      const cut = part.parentElement?.querySelector(".answer[hidden]") !== null;
      part.open = cut || part.querySelector(":checked") !== null;
      part.toggleAttribute("data-cut", cut);
    }
  }

  /** @param {Element} set */
  inputs(set) {
    return /** @type {HTMLInputElement[]} */ (this.all("input[name]", set));
  }

  /** Keeps with an answer which options were on screen: the others are not answered by it. @param {HTMLElement} set */
  noteShown(set) {
    const { question = "", linkable } = set.dataset;
    const seen = this.inputs(set).filter((input) => !input.closest(".answer[hidden]"));
    if (linkable === undefined && seen.length < this.inputs(set).length) this.rules.shown.set(question, seen.map(({ value }) => value));
    else this.rules.shown.delete(question);
  }

  /** Shows something else of this step. @param {Partial<View>} changes @param {{ focus?: boolean }} [how] */
  update(changes, { focus = true } = {}) {
    this.render({ ...this.view, ...changes });
    if (focus) this.focusOn(this.heading);
  }

  /** Has the page follow from a view. @param {View} view */
  render(view) {
    const before = this.view;
    this.view = view;
    for (const set of this.questions) set.toggleAttribute("data-current", view.screen.includes(set));
    const asking = view.screen.length > 0;
    this.find(".back").hidden = !asking || view.step.question === this.first;
    this.wayOn.hidden = !asking;
    this.toggleAttribute("data-begun", view.step.question !== this.first);
    this.results.render(view, before);
    this.find("[data-more]").hidden = view.by !== "python" || this.rules.finished;
    this.leave();
    this.dispatchEvent(new Event("shown"));
  }

  /** The heading of what is shown. */
  get heading() {
    const { waiting, step, screen } = this.view;
    const asked = screen.find((set) => set.dataset.question === step.question);
    const shown = waiting ? this.results.waiting : (this.results.card(this.view) ?? asked);
    return shown && this.find("h2", shown);
  }

  /** Has the heading say, with the question, its hint and how many there are, here and to come. @param {Element} set */
  describe(set) {
    const shared = this.find("#on-screen");
    const count = this.current.length;
    shared.textContent = count > 1 ? fill(this.texts.here, { count }) : "";
    const hint = set.querySelector(".hint");
    this.find("h2", set).setAttribute("aria-describedby", [...(hint ? [hint.id] : []), shared.id, "to-go"].join(" "));
  }

  /** Keeps, out of sight, the hidden part that the focus is to leave. Firefox tells a screen reader nothing of a focus that
   *  comes from a part which goes at the same moment. */
  leave() {
    const part = /** @type {HTMLElement | null | undefined} */ (document.activeElement?.closest("quiz-flow [hidden]"));
    if (!part) return;
    part.dataset.leaving = "";
    setTimeout(() => delete part.dataset.leaving, LEAVING);
  }

  /** @param {HTMLElement | undefined} heading @param {Element} [top] */
  focusOn(heading, top = this) {
    heading?.focus({ preventScroll: true });
    top.scrollIntoView({ block: "start" });
    this.broughtUp();
  }

  get summary() {
    return this.paper.text;
  }
}

// Where the rules were not read, the page offers the symptom table instead.
const place = /** @type {HTMLElement | null} */ (document.querySelector("quiz-flow"));
if (place && getComputedStyle(place).display !== "none") customElements.define("quiz-flow", QuizFlow);

// What a reader may keep comes once Python has, or has failed: until then the network is all its own. Not with a result,
// which would tell the server that there is one.
const keeping = document.querySelector("[data-keeping]");
if (place && keeping && !onWard) {
  new MutationObserver((_, observer) => {
    if (place.dataset.engine === "loading") return;
    observer.disconnect();
    import(`../mine/keeping.js${search}`);
  }).observe(place, { attributeFilter: ["data-engine"] });
}
