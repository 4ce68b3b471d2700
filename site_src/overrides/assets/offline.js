// Keeps the site on this device. The worker (sw.js) takes the pages by itself. The checker is large: its files are
// put beside them once the quiz has run, which has downloaded them anyway, or when somebody asks for it in the foot.
// A build without a worker, such as `make serve`, takes back what another build at this address has kept.

const place = document.querySelector(".keep");
const status = place.querySelector("[role=status]");
const quiz = document.querySelector("quiz-flow");
const site = new URL(place.dataset.site, document.baseURI).href;
const texts = JSON.parse(place.dataset.texts);

const megabytes = (bytes) => `${Math.max(1, Math.round(bytes / 1e6))}\u00a0MB`;

async function takeBack() {
  const registration = await navigator.serviceWorker.getRegistration(site);
  if (registration?.scope === site) await registration.unregister();
  for (const name of await caches.keys()) {
    if (name.startsWith(`${site} `)) await caches.delete(name);
  }
}

/** The newest worker that has all its pages; one that waits knows the files of a page fresh from the network. */
async function newestWorker() {
  const registration = await navigator.serviceWorker.register(place.dataset.keeper);
  const { installing } = registration;
  if (installing) await new Promise((done) => installing.addEventListener("statechange", done, { once: true }));
  return registration.waiting ?? registration.active;
}

/**
 * Resolves to how many bytes of the checker are here, of how many; to nothing where the pages could not be kept.
 * Asked to keep, the worker fetches what is missing: what it hashes and writes would hold up the page for a moment.
 */
async function engine(keep, tell = () => {}) {
  const worker = await newestWorker();
  if (!worker) return undefined;
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ keep }, [port2]);
  return new Promise((resolve, reject) => {
    port1.onmessage = ({ data }) => {
      if (data.failed) reject(data.failed);
      else if (keep && data.here < data.all) tell(data);
      else resolve(data);
    };
  });
}

async function keepAsAsked() {
  const say = (words) => {
    status.textContent = words;
  };
  const tell = ({ here, all }) => say(texts.keeping.replace("{here}", megabytes(here)).replace("{all}", megabytes(all)));
  try {
    const kept = await engine(true, tell);
    say(kept ? texts.kept : texts.notKept);
  } catch (failed) {
    const full = failed === "QuotaExceededError";
    say(full ? texts.full : texts.cut);
  }
}

/** Resolves once the quiz's own Python runs: until then the network is all its own. */
function quizRuns() {
  return new Promise((resolve) => {
    const look = () => quiz.dataset.engine === "ready" && resolve();
    new MutationObserver(look).observe(quiz, { attributeFilter: ["data-engine"] });
    look();
  });
}

async function start() {
  const found = await engine(false);
  const missing = found ? found.all - found.here : 0;
  const button = place.querySelector("button");
  button.addEventListener("click", keepAsAsked);
  if (missing) button.append(` (${megabytes(missing)})`);
  place.hidden = false;
  if (!found) return;
  if (missing) {
    if (quiz) await quizRuns();
    else if (missing > found.all / 2) return; // else most of it is here, and an update changed the rest
    await engine(true);
  }
  place.replaceChildren(texts.kept);
}

if (navigator.serviceWorker) {
  addEventListener("load", () => {
    // Where a browser keeps nothing, in a private window or for want of room, the site works as without this script.
    (place.dataset.keeper ? start() : takeBack()).catch(() => {});
  });
}
