// Keeps the site on this device. The worker (sw.js) takes the pages by itself. The checker is large: its files are
// put beside them once the quiz has run, which has downloaded them anyway, or when somebody asks for it in the foot.
// A build without a worker, such as `make serve`, takes back what another build at this address has kept.

const place = document.querySelector(".keep");
const status = place.querySelector("[role=status]");
const quiz = document.querySelector("quiz-flow");
const site = new URL(place.dataset.site, document.baseURI).href;
const KEPT = "Kept. It works without a network now.";

const sum = (files) => files.reduce((bytes, file) => bytes + file.bytes, 0);
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

/** Which files the checker needs, and which are here; nothing where the pages could not be kept. */
async function listEngine() {
  const worker = await newestWorker();
  if (!worker) return undefined;
  const { port1, port2 } = new MessageChannel();
  worker.postMessage("engine", [port2]);
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
  });
}

/** Puts what is missing into the store, file by file. The browser hands over none that is cut short or changed. */
async function keep({ store, files }, tell = () => {}) {
  const kept = await caches.open(store);
  let bytes = sum(files.filter(({ here }) => here));
  for (const file of files.filter(({ here }) => !here)) {
    tell(`Keeping it: ${megabytes(bytes)} of ${megabytes(sum(files))}. Stay on this page.`);
    await kept.put(file.address, await fetch(file.address, { integrity: file.integrity }));
    bytes += file.bytes;
  }
}

async function keepAsAsked() {
  const say = (words) => {
    status.textContent = words;
  };
  try {
    const engine = await listEngine();
    if (!engine) {
      say("It could not be kept. There may be no room on this device, or the network was cut.");
      return;
    }
    await keep(engine, say);
    say(KEPT);
  } catch (error) {
    const full = error.name === "QuotaExceededError";
    say(full ? "There is no room on this device. The site still works with a network." : "The network was cut. Try again.");
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
  const engine = await listEngine();
  const missing = engine?.files.filter(({ here }) => !here) ?? [];
  const button = place.querySelector("button");
  button.addEventListener("click", keepAsAsked);
  if (missing.length) button.append(` (${megabytes(sum(missing))})`);
  place.hidden = false;
  if (!engine) return;
  if (missing.length) {
    if (quiz) await quizRuns();
    else if (sum(missing) > sum(engine.files) / 2) return; // else most of it is here, and an update changed the rest
    await keep(engine);
  }
  place.replaceChildren(KEPT);
}

if (navigator.serviceWorker) {
  addEventListener("load", () => {
    // Where a browser keeps nothing, in a private window or for want of room, the site works as without this script.
    (place.dataset.keeper ? start() : takeBack()).catch(() => {});
  });
}
