// Reminders: a calendar file (RFC 5545), made on the device. It says one sentence and an address, and nothing of an answer.

const { search } = new URL(import.meta.url);
const { dateOf, daysBetween, noon, read, treatedBefore } = /** @type {typeof import("./store.js")} */ (await import(`./store.js${search}`));

const HOUR = "T090000"; // of the device, wherever it is that day: no time zone
const LONGEST_LINE = 75; // bytes

/** A line as the format folds it, by bytes and between characters. @param {string} line */
function folded(line) {
  const parts = [""];
  let bytes = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (bytes + size > LONGEST_LINE) {
      parts.push(" ");
      bytes = 1;
    }
    parts[parts.length - 1] += character;
    bytes += size;
  }
  return parts.join("\r\n");
}

/** @param {string} text */
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");

/**
 * A calendar file with one reminder, repeated each day as often as it says.
 * @param {{ date: string, times: number, says: string, address: string, id: string, made: Date }} reminder
 */
export function calendar({ date, times, says, address, id, made }) {
  const stamp = made.toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Reminder//EN",
    "BEGIN:VEVENT",
    `UID:${id}`,
    `DTSTAMP:${stamp}`,
    `DTSTART:${date.replaceAll("-", "")}${HOUR}`,
    "DURATION:PT15M",
    ...(times > 1 ? [`RRULE:FREQ=DAILY;COUNT=${times}`] : []),
    `SUMMARY:${escaped(says)}`,
    `DESCRIPTION:${escaped(address)}`, // some calendars drop the URL
    `URL:${address}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(says)}`,
    "TRIGGER:PT0M",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** @param {string} date @param {number} days */
function daysAfter(date, days) {
  const at = noon(date);
  at.setDate(at.getDate() + days);
  return dateOf(at);
}

/**
 * Gives a file to whoever asked for it; nothing is sent.
 * @param {string} name @param {string} type @param {string} text
 */
export function hand(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // Safari reads it late
}

/** The three reminders of a part of the page. @param {HTMLElement} place */
export function remind(place) {
  const given = /** @type {Record<string, string>} */ (place.dataset);
  /** @type {Record<string, string>} */
  const texts = JSON.parse(given.texts);
  const find = (/** @type {string} */ selector) => /** @type {HTMLInputElement} */ (place.querySelector(selector));
  const status = find("[role=status]");
  const [last, next] = [find("[data-last]"), find("[data-next]")];

  /** @param {string} date @param {number} [times] */
  const make = (date, times = 1) => {
    const id = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const address = new URL(given.address, document.baseURI).href;
    hand("reminder.ics", "text/calendar", calendar({ date, times, says: texts.says, address, id, made: new Date() }));
    status.textContent = texts.reminderMade;
  };
  /** @param {HTMLInputElement} field @param {string} text */
  const refuse = (field, text) => {
    status.textContent = text;
    field.focus();
  };
  const tomorrow = () => daysAfter(dateOf(), 1);

  place.addEventListener("toggle", () => {
    try {
      last.value ||= treatedBefore(read(), dateOf()) ?? "";
    } catch {
      // what cannot be read fills nothing in
    }
  });
  find("[data-remind=tomorrow]").addEventListener("click", () => make(tomorrow()));
  find("[data-remind=daily]").addEventListener("click", () => {
    const times = last.value ? Number(given.after) - daysBetween(last.value, dateOf()) : 0;
    if (!last.value) refuse(last, texts.noDay);
    else if (times < 1) refuse(last, texts.dayPast);
    else if (last.value > dateOf()) make(daysAfter(last.value, 1), Number(given.after));
    else make(tomorrow(), times);
  });
  find("[data-remind=next]").addEventListener("click", () => {
    if (!next.value) refuse(next, texts.noDay);
    else if (next.value <= dateOf()) refuse(next, texts.dayPast);
    else if (next.value === tomorrow()) refuse(next, texts.dayNear);
    else make([daysAfter(next.value, -Number(given.before)), tomorrow()].sort()[1]);
  });
}
