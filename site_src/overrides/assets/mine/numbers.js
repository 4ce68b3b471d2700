// The team's number, where the reader keeps it on this device: each place that names the team has it to call.

/** @typedef {import("./store.js").Numbers} Numbers */

const { search } = new URL(import.meta.url);
const { dialled, keepNumbers, numbers, NotKept } = /** @type {typeof import("./store.js")} */ (await import(`./store.js${search}`));

/** @type {Record<string, string>} */
const texts = JSON.parse(/** @type {HTMLElement} */ (document.querySelector("[data-number-texts]")).dataset.numberTexts ?? "");

/** @param {string} label @param {string} written */
function call(label, written) {
  const line = document.createElement("p");
  const link = document.createElement("a");
  const [name, number] = [document.createElement("strong"), document.createElement("bdi")];
  line.className = "team";
  link.className = "call";
  link.href = `tel:${dialled(written)}`;
  name.textContent = label;
  number.dir = "ltr";
  number.textContent = written;
  const shown = document.createElement("span");
  shown.append(number);
  link.append(name, " ", shown);
  line.append(link);
  return line;
}

/** Has every place that names the team follow from what is kept. */
function render() {
  const kept = numbers();
  for (const blank of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-team]"))) {
    blank.parentElement?.querySelectorAll(":scope > [data-own-number]").forEach((line) => line.remove());
    blank.hidden = Boolean(kept);
    if (!kept) continue;
    const lines = [call(texts.call.replace("{name}", kept.name || texts.yours), kept.day)];
    if (kept.night) lines.push(call(texts.closed, kept.night));
    for (const line of lines) line.dataset.ownNumber = "";
    blank.after(...lines);
  }
  for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("[data-numbers-form]"))) fill(form, kept);
}

/** @param {HTMLFormElement} form @param {string} name */
const field = (form, name) => /** @type {HTMLInputElement} */ (form.querySelector(`[data-number="${name}"]`));

/** @param {HTMLFormElement} form @param {Numbers | undefined} kept */
function fill(form, kept) {
  /** @type {HTMLElement} */ (form.querySelector("[data-forget-number]")).hidden = !kept;
  const text = JSON.stringify(kept) ?? "";
  if (form.dataset.filled === text) return; // something else has changed: what is being written stays
  form.dataset.filled = text;
  for (const name of /** @type {const} */ (["name", "day", "night"])) field(form, name).value = kept?.[name] ?? "";
}

/** @param {HTMLFormElement} form @param {() => string} act */
function say(form, act) {
  const status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
  try {
    status.textContent = act();
  } catch (error) {
    if (!(error instanceof NotKept)) throw error;
    status.textContent = texts[error.why];
  }
}

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("[data-numbers-form]"))) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    say(form, () => {
      const [name, day, night] = ["name", "day", "night"].map((part) => field(form, part).value.trim());
      const wrong = !dialled(day) ? "day" : night && !dialled(night) ? "night" : undefined;
      for (const part of ["day", "night"]) field(form, part).ariaInvalid = String(part === wrong);
      if (wrong) {
        field(form, wrong).focus();
        return texts.noNumber;
      }
      keepNumbers({ name, day, night });
      return texts.numberKept;
    });
  });
  form.querySelector("[data-forget-number]")?.addEventListener("click", () => {
    say(form, () => {
      keepNumbers(undefined);
      field(form, "day").focus(); // the button has gone
      return texts.numberGone;
    });
  });
}
addEventListener("kept", render);
render();
