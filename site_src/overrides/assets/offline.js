// Keeps the site on this device. The worker (sw.js) takes the pages by itself. The checker is large: its files are
// put beside them once the quiz has run, which has downloaded them anyway, or when somebody asks for it in the foot.
// A build without a worker, such as `make serve`, takes back what another build at this address has kept.

const place = /** @type {HTMLElement} */ (document.querySelector(".keep"));
const status = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
/** @type {HTMLElement | null} */
const quiz = document.querySelector("quiz-flow");
const said = /** @type {Record<string, string>} */ (place.dataset);
const site = new URL(said.site, document.baseURI).href;
/** @type {Record<string, string>} */
const texts = JSON.parse(said.texts);

/** @typedef {{ here: number, all: number }} Kept How many bytes of the checker are here, of how many. */

const megabytes = (/** @type {number} */ bytes) => `${Math.max(1, Math.round(bytes / 1e6))}\u00a0MB`;

async function takeBack() {
  const registration = await navigator.serviceWorker.getRegistration(site);
  if (registration?.scope === site) await registration.unregister();
  for (const name of await caches.keys()) {
    if (name.startsWith(`${site} `)) await caches.delete(name);
  }
}

/** The newest worker that has all its pages; one that waits knows the files of a page fresh from the network. */
async function newestWorker() {
  const registration = await navigator.serviceWorker.register(said.keeper);
  const { installing } = registration;
  if (installing) await new Promise((done) => installing.addEventListener("statechange", done, { once: true }));
  return registration.waiting ?? registration.active;
}

/**
 * Resolves to how many bytes of the checker are here, of how many; to nothing where the pages could not be kept.
 * Asked to keep, the worker fetches what is missing: what it hashes and writes would hold up the page for a moment.
 * @param {boolean} keep
 * @param {(kept: Kept) => void} [tell]
 * @returns {Promise<Kept | undefined>}
 */
async function engine(keep, tell = () => {}) {
  const worker = await newestWorker();
  if (!worker) return undefined;
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ keep }, [port2]);
  return new Promise((resolve, reject) => {
    port1.onmessage = (/** @type {MessageEvent<Kept | { failed: string }>} */ { data }) => {
      if ("failed" in data) reject(data.failed);
      else if (keep && data.here < data.all) tell(data);
      else resolve(data);
    };
  });
}

async function keepAsAsked() {
  const say = (/** @type {string} */ words) => {
    status.textContent = words;
  };
  const tell = (/** @type {Kept} */ { here, all }) => say(texts.keeping.replace("{here}", megabytes(here)).replace("{all}", megabytes(all)));
  try {
    const kept = await engine(true, tell);
    say(kept ? texts.kept : texts.notKept);
  } catch (failed) {
    const full = failed === "QuotaExceededError";
    say(full ? texts.full : texts.cut);
  }
}

/**
 * Resolves once the quiz's own Python runs: until then the network is all its own.
 * @param {HTMLElement} quiz
 * @returns {Promise<void>}
 */
function runs(quiz) {
  return new Promise((resolve) => {
    const look = () => quiz.dataset.engine === "ready" && resolve();
    new MutationObserver(look).observe(quiz, { attributeFilter: ["data-engine"] });
    look();
  });
}

async function start() {
  const found = await engine(false);
  const missing = found ? found.all - found.here : 0;
  const button = /** @type {HTMLButtonElement} */ (place.querySelector("button"));
  button.addEventListener("click", keepAsAsked);
  if (missing) button.append(` (${megabytes(missing)})`);
  place.hidden = false;
  if (!found) return;
  if (missing) {
    if (quiz) await runs(quiz);
    else if (missing > found.all / 2) return; // else most of it is here, and an update changed the rest
    await engine(true);
  }
  place.replaceChildren(texts.kept);
}

if (navigator.serviceWorker) {
  addEventListener("load", () => {
    // Where a browser keeps nothing, in a private window or for want of room, the site works as without this script.
    (said.keeper ? start() : takeBack()).catch(() => {});
  });
}
