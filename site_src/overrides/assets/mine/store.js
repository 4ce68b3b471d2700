// What a reader has said yes to keeping, in the browser's store for this site. No other module touches it.
// A change is read, made and written in one go, so that two tabs take nothing from each other; both hear of it ("kept").

/** @typedef {{ name: string, day: string, night: string }} Numbers As the reader writes them. */
/**
 * A check, with the words of its day: they are read after the rules have changed.
 * @typedef {object} Check
 * @property {string} at When, in the time of everywhere (ISO); it names the check.
 * @property {string} urgency
 * @property {string} heading
 * @property {string[]} told What was told, as parts of a sentence.
 * @property {Record<string, string[]>} answers By the ids of questions, those of answers.
 * @property {[string, string][]} words Each question with its answers.
 * @property {boolean} forAnother
 * @property {string} rules The version of the rules.
 * @property {string} note
 * @property {string} temperature
 * @property {string} pressure
 * @property {string} weight
 */
/** @typedef {{ treated: boolean, lines: Record<string, { name: string, step: number, said: string }>, words: string }} Day */
/** @typedef {{ version: number, checks: Check[], days: Record<string, Day>, ticks: string[] }} Kept Days by date. */
/** @typedef {"refused" | "full" | "newer"} Problem */

const VERSION = 1;
const site = new URL("../../", import.meta.url).pathname; // two sites at one host keep nothing of each other
const onWard = "ward" in document.documentElement.dataset; // on a tablet that patients share nothing is kept or read
const KEYS = { numbers: `${site} numbers`, kept: `${site} kept`, aside: `${site} set aside` };

/** Nothing could be kept or read; `why` names the sentence that says so. */
export class NotKept extends Error {
  /** @param {Problem} why */
  constructor(why) {
    super(why);
    this.why = why;
  }
}

addEventListener("storage", ({ key }) => {
  if (key === null || Object.values(KEYS).includes(key)) dispatchEvent(new Event("kept"));
});

/** @template T @param {(store: Storage) => T} use @returns {T} */
function inStore(use) {
  if (onWard) throw new NotKept("refused");
  try {
    return use(localStorage);
  } catch (error) {
    if (error instanceof NotKept) throw error;
    throw new NotKept(/** @type {Error} */ (error).name === "QuotaExceededError" ? "full" : "refused");
  }
}

/** @param {(store: Storage) => void} change */
function changeStore(change) {
  inStore(change);
  dispatchEvent(new Event("kept"));
}

// Numbers

/** @returns {Numbers | undefined} Nothing too where the browser keeps nothing: then pages are as without them. */
export function numbers() {
  try {
    const found = JSON.parse(inStore((store) => store.getItem(KEYS.numbers)) ?? "{}");
    return dialled(found.day) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** @param {Numbers | undefined} given */
export function keepNumbers(given) {
  changeStore((store) => (given ? store.setItem(KEYS.numbers, JSON.stringify(given)) : store.removeItem(KEYS.numbers)));
}

/** The digits that a phone dials; blank for what is no number. The 0 in brackets after a country code goes. @param {unknown} written */
export function dialled(written) {
  if (typeof written !== "string") return "";
  const bare = written.normalize("NFKC").replace(/[\s.\p{Pd}\p{Cf}\u2212]/gu, "");
  const digits = bare.replace(/^(\(?(?:\+|00)(?!39)[1-9]\d{0,2}\)?)\(0/, "$1(").replace(/[()]/g, "");
  return /^\+?\d{2,15}$/.test(digits) ? digits : "";
}

// Checks, diary and ticks

/** @returns {Kept} */
const nothing = () => ({ version: VERSION, checks: [], days: {}, ticks: [] });

const isText = (/** @type {unknown} */ part) => typeof part === "string";
const isList = (/** @type {unknown} */ part) => Array.isArray(part);
const isGroup = (/** @type {any} */ part) => Boolean(part) && typeof part === "object" && !Array.isArray(part);

/** @param {any} check */
function isCheck(check) {
  return (
    isGroup(check) &&
    !Number.isNaN(Date.parse(check.at)) &&
    ["urgency", "heading", "rules", "note", "temperature", "pressure", "weight"].every((name) => isText(check[name])) &&
    isList(check.told) &&
    check.told.every(isText) &&
    isList(check.words) &&
    check.words.every((/** @type {any} */ row) => isList(row) && row.length === 2 && row.every(isText)) &&
    isGroup(check.answers) &&
    Object.values(check.answers).every((ids) => Array.isArray(ids) && ids.every(isText))
  );
}

/** @param {[string, any]} entry */
function isDay([date, day]) {
  const lines = isGroup(day) && isGroup(day.lines) ? Object.values(day.lines) : undefined;
  return (
    /^\d{4}-\d\d-\d\d$/.test(date) &&
    !Number.isNaN(Date.parse(date)) &&
    isText(day?.words) &&
    Boolean(lines?.every((line) => isGroup(line) && isText(line.name) && isText(line.said) && Number.isInteger(line.step)))
  );
}

/**
 * What a text holds, and whether that is all of it: what cannot be read is left out. Throws for a newer format.
 * @param {string} text @returns {{ kept: Kept, whole: boolean }}
 */
export function parse(text) {
  /** @type {any} */
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return { kept: nothing(), whole: false };
  }
  if (found?.version > VERSION) throw new NotKept("newer");
  const ours = isGroup(found) && found.version === VERSION && isList(found.checks) && isGroup(found.days) && isList(found.ticks);
  if (!ours) return { kept: nothing(), whole: false };
  const days = Object.entries(found.days);
  const kept = {
    version: VERSION,
    checks: found.checks.filter(isCheck),
    days: Object.fromEntries(days.filter(isDay)),
    ticks: found.ticks.filter(isText),
  };
  const count = (/** @type {{ checks: unknown[], days: object, ticks: unknown[] }} */ { checks, days: all, ticks }) =>
    checks.length + Object.keys(all).length + ticks.length;
  return { kept, whole: count(kept) === count(found) };
}

/** @param {Storage} store @returns {Kept | undefined} */
function readIn(store) {
  const text = store.getItem(KEYS.kept);
  if (text === null) return undefined;
  const { kept, whole } = parse(text);
  if (!whole) {
    // First, so that nothing is lost where there is no room for it.
    store.setItem(KEYS.aside, [store.getItem(KEYS.aside), text].filter(Boolean).join("\n"));
    store.setItem(KEYS.kept, JSON.stringify(kept));
  }
  return kept;
}

/** What is kept; nothing where nobody has said yes. Throws NotKept. */
export function read() {
  return inStore(readIn);
}

/** Changes what is kept, which is the yes where nothing was. Throws NotKept, and then nothing is changed. @param {(kept: Kept) => void} make */
export function change(make) {
  changeStore((store) => {
    const kept = readIn(store) ?? nothing();
    make(kept);
    store.setItem(KEYS.kept, JSON.stringify(kept));
  });
}

/** The text of what could not be read. */
export function setAside() {
  return inStore((store) => store.getItem(KEYS.aside));
}

/** Takes away all that this site keeps, readable or not. */
export function deleteAll() {
  changeStore((store) => {
    for (const key of Object.values(KEYS)) store.removeItem(key);
  });
}

/** What is kept as it stands in the store, for a format that this page cannot read. */
export function raw() {
  return inStore((store) => store.getItem(KEYS.kept));
}

// Days, as the device counts them

/** A day as the diary names it. @param {Date} [at] */
export function dateOf(at = new Date()) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The noon of a day: an hour that no change of the clock moves to another day. @param {string} date */
export const noon = (date) => new Date(`${date}T12:00`);

/** How many days lie between two. @param {string} from @param {string} to */
export const daysBetween = (from, to) => Math.round((noon(to).getTime() - noon(from).getTime()) / 864e5);

/** The last treatment on or before a day. @param {Kept | undefined} kept @param {string} date */
export function treatedBefore(kept, date) {
  const treated = Object.entries(kept?.days ?? {}).filter(([day, { treated }]) => treated && day <= date);
  return treated.map(([day]) => day).sort().at(-1);
}
