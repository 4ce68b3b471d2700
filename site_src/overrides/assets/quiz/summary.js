// The answers as a list, and the summary, on paper and as text: the same parts of the page, in the same order.

/** @typedef {import("./engine.js").Answers} Answers */
/** @typedef {import("./quiz-flow.js").QuizFlow} QuizFlow */

/**
 * A text of the page with values in place of the names in braces.
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/**
 * Words for a line that is read out as it changes; a space that nobody hears makes the same words once more a change.
 * @param {Element} line
 * @param {string} text
 */
export function announce(line, text) {
  line.textContent = text && line.textContent === text ? `${text}\u00a0` : text;
}

/**
 * The words of a part that are printed.
 * @param {Element} part
 */
export function words(part) {
  const copy = /** @type {Element} */ (part.cloneNode(true));
  for (const other of copy.querySelectorAll(".off-paper, [hidden]")) other.remove();
  return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
}

export class Summary {
  /** @param {QuizFlow} quiz */
  constructor(quiz) {
    this.quiz = quiz;
    quiz.on("[data-print]", () => {
      this.stamp();
      print();
    });
    addEventListener("beforeprint", () => this.stamp()); // the browser's own menu prints the same page
    quiz.on("[data-copy]", async () => {
      const { copied, notCopied } = quiz.texts;
      announce(quiz.find("[data-status]"), (await toClipboard(this.text)) ? copied : notCopied);
    });
  }

  /**
   * Answers as rows of a list: the question, the answer, a button to change it.
   * @param {Answers} answers
   */
  rows(answers) {
    const { quiz } = this;
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
      change.textContent = quiz.texts.change;
      change.setAttribute("aria-label", fill(quiz.texts.changeOf, { question: asked.textContent }));
      change.addEventListener("click", () => quiz.goTo(question));
      given.append(words, change);
      row.append(asked, given);
      return row;
    });
  }

  /** @param {string} question @param {string} option */
  label(question, option) {
    const input = this.quiz.find(`input[name="${question}"][value="${option}"]`);
    return input.closest("label")?.textContent?.trim() ?? "";
  }

  /** A question as it is put to whoever answers. @param {string} question */
  asked(question) {
    const { forAnother } = this.quiz.rules.known;
    const heading = this.quiz.find(`[data-question="${question}"] h2`);
    return (heading.querySelector(forAnother ? "[data-theirs]" : "[data-yours]") ?? heading).textContent ?? "";
  }

  stamp() {
    this.quiz.find("[data-stamp]").textContent = fill(this.quiz.texts.printed, this.now);
  }

  get now() {
    const at = new Date();
    const { dates } = this.quiz.dataset;
    return {
      day: at.toLocaleDateString(dates, { day: "numeric", month: "long", year: "numeric" }),
      time: at.toLocaleTimeString(dates, { hour: "2-digit", minute: "2-digit" }),
    };
  }

  get text() {
    const { quiz } = this;
    const [why, answers] = [quiz.find("[data-why]"), quiz.find("[data-answers]")];
    const reasons = [...why.querySelectorAll("li:not([hidden])")].map((line) => `- ${words(line)}`);
    const given = [...answers.querySelectorAll("dl > div")].map((row) => {
      const [question, answer] = [...row.children].map(words);
      return `- ${question}${question.endsWith("?") ? "" : ":"} ${answer}`;
    });
    return [
      [words(quiz.find("[data-title]")), wording(quiz.find("h2", quiz.results.card(quiz.view))).trim()],
      ...(reasons.length && !why.hidden ? [[words(quiz.find("[data-why] h3")), ...reasons]] : []),
      [words(quiz.find("[data-answers] h3")), ...given],
      [fill(quiz.texts.copiedOn, this.now), words(quiz.find("[data-rules]"))],
    ]
      .map((lines) => lines.join("\n"))
      .join("\n\n");
  }
}

/**
 * A heading as it is shown; the compiled rules hide its other wordings.
 * @param {Element} heading
 */
function wording(heading) {
  const shown = [...heading.children].find((one) => getComputedStyle(one).display !== "none");
  return (shown ?? heading).textContent ?? "";
}

/** @param {string} text */
async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text); // not there on http:// and file://
    return true;
  } catch {
    return copySelected(text);
  }
}

/** @param {string} text */
function copySelected(text) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const box = document.createElement("textarea");
  box.className = "copying";
  box.readOnly = true; // so that no keyboard comes up
  box.value = text;
  document.body.append(box);
  box.select();
  const copied = document.execCommand("copy");
  box.remove();
  focused?.focus({ preventScroll: true });
  return copied;
}
