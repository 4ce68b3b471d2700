// The answers as a list, and the summary, on paper and as text: the same parts of the page, in the same order, but for what
// to say, with which the text begins.

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
 * The words of a part that are shown and printed; the compiled rules hide other wordings.
 * @param {Node} part
 */
export function words(part) {
  /** @param {Node} node @returns {string} */
  const text = (node) => {
    if (!(node instanceof Element)) return inside(node);
    const hidden = node.matches(".off-paper, [hidden]") || getComputedStyle(node).display === "none";
    return hidden ? "" : inside(node);
  };
  /** @param {Node} node @returns {string} */
  const inside = (node) =>
    node.hasChildNodes() ? [...node.childNodes].map(text).join("") : (node.textContent ?? "");
  return inside(part).replace(/\s+/g, " ").trim();
}

export class Summary {
  /** @param {QuizFlow} quiz */
  constructor(quiz) {
    this.quiz = quiz;
    quiz.on("[data-print]", () => {
      this.stamp();
      print();
    });
    /** @type {HTMLElement[]} */
    let opened = [];
    // The browser's own menu prints the same page. What is folded is printed too.
    addEventListener("beforeprint", () => {
      this.stamp();
      opened = quiz.all("details.fold:not([open])");
      for (const fold of opened) fold.toggleAttribute("open", true);
    });
    addEventListener("afterprint", () => {
      for (const fold of opened) fold.removeAttribute("open");
    });
    const canShare = "share" in navigator;
    quiz.find("[data-share]").hidden = !canShare;
    quiz.find("[data-copy]").hidden = canShare;
    quiz.on("[data-copy]", () => this.copy());
    quiz.on("[data-share]", async () => {
      try {
        await navigator.share({ text: this.text });
      } catch (error) {
        // Who shuts the list of apps wants nothing more.
        if (/** @type {Error} */ (error).name !== "AbortError") this.copy();
      }
    });
  }

  /** Copies a text and says so. @param {string} [text] @param {HTMLElement} [status] */
  async copy(text = this.text, status = this.quiz.find("[data-status]")) {
    const { copied, notCopied } = this.quiz.texts;
    announce(status, (await toClipboard(text)) ? copied : notCopied);
  }

  /** What was told, each thing once: a symptom is left out where a question that it opened says more of it. */
  told() {
    const { quiz } = this;
    const reporting = (/** @type {Element} */ set) => quiz.rules.picked(set).filter(({ dataset }) => "reports" in dataset);
    const answered = quiz.rules.open.filter((set) => reporting(set).length);
    const more = new Set(answered.flatMap((set) => set.dataset.openedBy?.split(" ") ?? []));
    const most = answered.flatMap(reporting).filter(({ name, value }) => !more.has(`${name}:${value}`));
    return [...new Set(most.map(({ dataset }) => dataset.said ?? ""))];
  }

  /** The answer to a question as part of a sentence; blank if there is none. @param {string} question */
  said(question) {
    const set = this.quiz.rules.open.find(({ dataset }) => dataset.question === question);
    return set ? this.list(this.quiz.rules.picked(set).flatMap(({ dataset }) => dataset.said ?? [])) : "";
  }

  /** The first of several things, and how many more there are. @param {string[]} things @param {number} most */
  briefly(things, most) {
    const count = things.length - most + 1;
    return this.list(count > 1 ? [...things.slice(0, most - 1), fill(this.quiz.texts.more, { count })] : things);
  }

  /** @param {string[]} things */
  list(things) {
    return new Intl.ListFormat(this.quiz.dataset.dates, { type: "conjunction" }).format(things);
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
    const card = /** @type {HTMLElement} */ (quiz.results.card(quiz.view));
    const [why, answers] = [quiz.find("[data-why]"), quiz.find("[data-answers]")];
    const line = (/** @type {HTMLElement} */ part) => (part.matches("li") ? `- ${words(part)}` : words(part));
    const reasons = quiz.all(":is(li, [data-all-sources] p):not([hidden])", why);
    /** What is folded counts as shown. @type {(part: Element | null) => boolean} */
    const shown = (part) => !part || part === card || (getComputedStyle(part).display !== "none" && shown(part.parentElement));
    const given = quiz.all("dl > div", answers).map((row) => {
      const [question, answer] = [...row.children].map(words);
      return `- ${question}${question.endsWith("?") ? "" : ":"} ${answer}`;
    });
    const copied = quiz.all(".copied:not(.off-paper)", card);
    const say = copied.filter((part) => part.querySelector(".phone")); // whoever is shown it has to say it
    return [
      [words(quiz.find("[data-title]")), words(quiz.find("h2", card))],
      ...[...say, ...copied.filter((part) => !say.includes(part))].map((part) => quiz.all("h3, p, li", part).filter(shown).map(line)),
      ...(why.hidden ? [] : [[words(quiz.find("#why")), ...reasons.map(line)]]),
      [words(quiz.find("#answers")), ...given],
      [fill(quiz.texts.copiedOn, this.now), words(quiz.find("[data-rules]"))],
    ]
      .filter((part) => part.length)
      .map((part) => part.join("\n"))
      .join("\n\n");
  }
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
