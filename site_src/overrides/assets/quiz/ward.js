// The quiz on a tablet that one patient after another uses (check/#ward). Left alone, it starts anew, and nothing of a person
// stays: no step goes into the browser's history, and what is kept on the device is not read (store.js). Nothing leads away:
// links are plain words here, and quiz.css leaves out what hands something out.

const ALONE = { told: 110_000, over: 120_000 }; // milliseconds without a touch
const LOOK = 1_000; // milliseconds: a device that wakes up has lost no more than that

export class Ward {
  /** The questions on the way to the one that is shown, for Back. @type {string[]} */
  way = [];
  /** By the clock of the device, when it was last touched. Until somebody does, there is nothing to clear. @type {number | undefined} */
  touchedAt;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  constructor() {
    this.line = /** @type {HTMLElement} */ (document.querySelector("[data-ward-line]"));
    for (const link of [...document.links]) {
      if (!link.matches('[href^="tel:"], [data-to-answers]')) link.removeAttribute("href");
    }
    for (const kind of ["pointerdown", "click", "keydown", "scroll"]) {
      addEventListener(kind, (event) => this.touched(event), { capture: true });
    }
    document.addEventListener("visibilitychange", () => this.look());
    addEventListener("pageshow", () => this.look());
    if (!history.state?.ward) history.replaceState(null, "");
    this.stay();
  }

  /** The browser's own Back leads to the entry before this one, which is the quiz as well. */
  stay() {
    if (!history.state?.ward) history.pushState({ ward: true }, "");
  }

  /** @param {string} question */
  goTo(question) {
    this.way.push(question);
  }

  /** The question before, if there is one. */
  back() {
    this.stay();
    this.way.pop();
    return this.way.at(-1);
  }

  /** @param {Event} event */
  touched(event) {
    if (this.over) event.stopImmediatePropagation(); // whoever comes back after that is somebody else
    else this.touchedAt = Date.now();
    // The message goes with the whole of a press: gone before its end, it would let the press through to an answer.
    if (event.type !== "pointerdown") this.look();
    else this.lookAgain();
  }

  /** How long nobody has touched it. A clock that was put back counts as well. */
  get alone() {
    return this.touchedAt === undefined ? 0 : Math.abs(Date.now() - this.touchedAt);
  }

  get over() {
    return this.alone >= ALONE.over;
  }

  look() {
    if (this.over) return this.startAnew();
    const text = this.alone < ALONE.told ? "" : (this.line.dataset.wardLine ?? "");
    if (this.line.textContent !== text) this.line.textContent = text;
    this.lookAgain();
  }

  lookAgain() {
    clearTimeout(this.#timer);
    if (this.touchedAt !== undefined) this.#timer = setTimeout(() => this.look(), LOOK);
  }

  /** A new page knows nothing of the one before. Nothing is shown until it comes. */
  startAnew() {
    this.touchedAt = undefined;
    document.body.replaceChildren();
    location.reload();
  }
}
