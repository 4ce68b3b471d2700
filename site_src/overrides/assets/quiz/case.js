// A case: answers as a link, and as a question to whoever looks after the rules. Ids of answers are all that a link holds.

/** @typedef {import("./quiz-flow.js").QuizFlow} QuizFlow */

export class Case {
  /**
   * @param {QuizFlow} quiz
   * @param {typeof import("./summary.js")} summary
   */
  constructor(quiz, { fill, words }) {
    this.quiz = quiz;
    this.fill = fill;
    this.words = words;
    this.note = quiz.find("[data-case]");
    for (const [button, text] of /** @type {const} */ ([["[data-copy-case]", () => this.link], ["[data-question-rule]", () => this.question]])) {
      const place = quiz.find(button);
      const status = quiz.find("[data-copied]", /** @type {Element} */ (place.closest("details")));
      place.addEventListener("click", () => quiz.paper.copy(text(), status));
    }
  }

  /** Whether the answers came by a link: whoever looks at them may not be the one they are about. */
  get taken() {
    return !this.note.hidden;
  }

  /** Ticks the answers that a link holds, all or none: a case of other rules could say less than it did. Returns whether the
   *  form has them all. @param {string} text */
  take(text) {
    const { quiz } = this;
    const boxes = quiz.questions.flatMap((set) => quiz.inputs(set));
    const inputs = [...new URLSearchParams(text)].flatMap(([question, ids]) =>
      ids.split(".").map((id) => boxes.find(({ name, value }) => name === question && value === id)),
    );
    for (const input of inputs) if (input) input.checked = true;
    const { open } = quiz.rules;
    const whole = inputs.length > 0 && inputs.every((input) => input?.checked && open.some((set) => set.contains(input)));
    if (!whole) quiz.form.reset();
    this.note.hidden = !whole;
    return whole;
  }

  get link() {
    const { origin, pathname, search } = location;
    const answers = Object.entries(this.quiz.answers).map(([question, ids]) => [question, ids.join(".")]);
    return `${origin}${pathname}${search}#case=${new URLSearchParams(answers)}`;
  }

  get question() {
    const { quiz, words } = this;
    const rules = quiz.view.reasons.map((line) => `- ${words(line)}${line.dataset.rule ? ` (${line.dataset.rule})` : ""}`);
    const answers = Object.entries(quiz.answers).map(([question, ids]) => {
      const given = ids.map((id) => `${quiz.paper.label(question, id)} (${id})`).join("; ");
      return `- ${quiz.paper.asked(question)} (${question}) ${given}`;
    });
    return this.fill(quiz.texts.questionRule, {
      urgency: words(/** @type {HTMLElement} */ (quiz.heading)),
      rules: rules.join("\n"),
      version: words(quiz.find("[data-rules]")),
      answers: answers.join("\n"),
      link: this.link,
    });
  }
}
