// Typing hides what does not fit, and buttons copy an address or a frame, or print the questions alone. What is typed is not kept and not sent.
// A build that does not know its address leaves the codes to this script.

/** Where nobody else gets to: a code would lead into each phone itself. */
const LOCAL = /^$|^(?:.+\.)?localhost$|^127\.|^0\.0\.0\.0$|^\[::1?\]$/;

const filter = /** @type {HTMLElement} */ (document.querySelector(".filter"));
const field = /** @type {HTMLInputElement} */ (filter.querySelector("input"));
const status = /** @type {HTMLElement} */ (filter.querySelector("[data-status]"));
const texts = /** @type {Record<string, string>} */ (status.dataset);
/** @type {NodeListOf<HTMLElement>} */
const pages = document.querySelectorAll("[data-page]");
const offers = [...pages].flatMap((page) => {
  const title = /** @type {HTMLElement} */ (page.querySelector("h2, h3")).textContent;
  return [.../** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-offer]"))].map((offer) => ({ offer, title }));
});

/** @param {string} text */
function wordsOf(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function show() {
  const typed = wordsOf(field.value);
  for (const { offer, title } of offers) {
    const words = wordsOf(`${title} ${offer.textContent}`);
    offer.hidden = !typed.every((start) => words.some((word) => word.startsWith(start)));
  }
  for (const page of pages) page.hidden = !page.querySelector("[data-offer]:not([hidden])");
  const shown = offers.filter(({ offer }) => !offer.hidden).length;
  status.textContent = texts.count.replace("{shown}", String(shown)).replace("{all}", String(offers.length));
}

/**
 * @param {string} selector
 * @param {(offer: HTMLElement) => string} textOf
 */
function copies(selector, textOf) {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector))) {
    const offer = /** @type {HTMLElement} */ (button.closest("[data-offer]"));
    const name = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      button.textContent = name; // so that the same words are read out a second time
      try {
        await navigator.clipboard.writeText(textOf(offer)); // not there on http://
        status.textContent = button.textContent = texts.copied;
      } catch {
        status.textContent = button.textContent = texts.notCopied;
      }
    });
  }
}

/** @param {HTMLElement} sentence says that there are no codes */
async function drawCodes(sentence) {
  const { search } = new URL(import.meta.url);
  const { renderSVG } = await /** @type {Promise<typeof import("uqr")>} */ (import(`./uqr.js${search}`));
  for (const { offer } of offers) {
    const { pathname, hash } = /** @type {HTMLAnchorElement} */ (offer.querySelector("[data-link]"));
    const address = `${location.origin}${pathname}${hash}`; // no name and password with which somebody opened the page
    /** @type {HTMLElement} */ (offer.querySelector(".printed")).textContent = address;
    /** @type {HTMLAnchorElement | null} */
    const code = offer.querySelector("[data-code]");
    if (!code) continue;
    const image = new Image(128, 128);
    image.alt = /** @type {string} */ (code.dataset.code);
    // As the build draws it: so much of it may be smudged, and so wide is the white around it.
    code.href = image.src = `data:image/svg+xml,${encodeURIComponent(renderSVG(address, { ecc: "M", border: 4 }))}`;
    code.append(image);
    code.hidden = false;
  }
  sentence.hidden = true;
}

copies("[data-copy-link]", (offer) => /** @type {HTMLAnchorElement} */ (offer.querySelector("[data-link]")).href);
copies("[data-copy-frame]", (offer) => /** @type {HTMLElement} */ (offer.querySelector("pre")).textContent);
const questions = /** @type {HTMLElement} */ (document.querySelector("[data-print]"));
questions.addEventListener("click", () => {
  addEventListener("afterprint", () => document.body.classList.remove("questions-only"), { once: true });
  document.body.classList.add("questions-only");
  print();
});
questions.hidden = false;
field.addEventListener("input", show);
show();
filter.hidden = false;

/** @type {HTMLElement | null} */
const noCodes = document.querySelector("[data-no-codes]");
if (noCodes && !LOCAL.test(location.hostname)) drawCodes(noCodes);
