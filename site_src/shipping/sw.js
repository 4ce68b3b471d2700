// Keeps the site on the device, so that it opens without a network. site_src/shipping/offline.py writes the lists below.
//
// What a person answers never gets here: only files that the build lists are kept, all of them the same for everybody.
//
// Two versions are never mixed. Each version keeps its pages, scripts and styles in a store of its own, and a new worker
// waits until no page of the old one is open. Meanwhile a page can come fresh from the network, newer than this worker.
// What it asks for has its own version or hash in its address, which this list does not have, so it comes from the
// network too.

/**
 * Of a page or file its hash, by its path; of a file of the checker also its bytes.
 * @typedef {Record<string, string>} Hashes
 * @type {{ version: string, pages: Hashes, fixed: Hashes, engine: Record<string, [string, number]> }}
 */
// @ts-expect-error: the build writes the lists in place of this word
const { version, pages, fixed, engine } = "BUILT";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self)); // what `self` is here, the types cannot know

const SITE = worker.registration.scope;
const PAGES = `${SITE} pages ${version}`;
const ENGINE = `${SITE} engine`; // shared by all versions, because most of it stays the same

const LIMIT = 3_000; // milliseconds that a page may take from the network, where there is a copy of it

// What hosts, portals and filters answer in place of a page that is there; 500 and above are the same.
const REFUSALS = [403, 404, 410, 429, 451];
const UNSAID = "<p data-refused hidden>"; // each page holds the sentence on it, in its own language

/**
 * The pages whose copy comes next, each with whether the network refused it: the browser was sent to their slash.
 * @type {Map<string, boolean | undefined>}
 */
const sent = new Map();

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(forgetOldVersions()));
worker.addEventListener("message", (event) => event.waitUntil(tellOfEngine(event.data, event.ports[0])));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = request.url.split("#")[0];
  if (request.method !== "GET" || !address.startsWith(SITE)) return;
  const path = address.slice(SITE.length);
  const name = path.split("?")[0].replace(/(^|\/)index\.html$/, "$1");
  const page = [name, `${name}/`].find((known) => Object.hasOwn(pages, known));
  if (Object.hasOwn(fixed, path)) event.respondWith(fromStore(request, PAGES));
  else if (Object.hasOwn(engine, path)) event.respondWith(fromStore(request, ENGINE));
  else if (page !== undefined) event.respondWith(pageOrCopy(request, page, name !== page));
  else if (request.mode === "navigate") event.respondWith(pageOrWarningSigns(request));
});

/**
 * A file as it was built: the browser hands over no other, whatever address the host redirects to. Of a redirect
 * nothing is left in the answer, because no browser opens a page with one that went through any.
 * @param {string} address
 * @param {string} integrity
 * @param {RequestCache} [cache]
 */
async function asBuilt(address, integrity, cache) {
  const answer = await fetch(address, { integrity, cache, mode: "same-origin" });
  return new Response(await answer.blob(), { headers: answer.headers });
}

/** Takes every page and what it is shown with, or nothing: a file that is missing or not of this version ends it. */
async function install() {
  const wanted = Object.entries({ ...pages, ...fixed });
  const files = await Promise.all(
    wanted.map(async ([path, integrity]) => ({ address: SITE + path, file: await asBuilt(SITE + path, integrity, "no-cache") })),
  );
  try {
    const store = await caches.open(PAGES);
    await Promise.all(files.map(({ address, file }) => store.put(address, file)));
  } catch (error) {
    await caches.delete(PAGES); // no room for all of it
    throw error;
  }
}

async function forgetOldVersions() {
  for (const name of await caches.keys()) {
    if (name.startsWith(`${SITE} `) && name !== PAGES && name !== ENGINE) await caches.delete(name);
  }
  if (!(await caches.has(ENGINE))) return;
  const store = await caches.open(ENGINE);
  const wanted = Object.keys(engine).map((path) => SITE + path);
  for (const { url } of await store.keys()) {
    if (!wanted.includes(url)) await store.delete(url);
  }
}

/**
 * A copy of a file, if there is one.
 * @param {string} key
 * @param {string} cacheName
 */
async function copyOf(key, cacheName) {
  try {
    return await caches.match(key, { cacheName, ignoreVary: true });
  } catch {
    return undefined; // a store that cannot be read is no reason to keep a page from the network away
  }
}

/**
 * @param {Request} request
 * @param {string} store
 */
async function fromStore(request, store) {
  return (await copyOf(request.url, store)) ?? fetch(request);
}

/**
 * A page from the network, or its copy when the network is down, slow, stops half-way or refuses it.
 * @param {Request} request
 * @param {string} page
 * @param {boolean} lacksSlash
 */
async function pageOrCopy(request, page, lacksSlash) {
  const copy = await copyOf(SITE + page, PAGES);
  if (!copy) return pageOrWarningSigns(request);
  let refused = sent.get(page);
  if (!sent.delete(page)) {
    /** @type {Promise<undefined>} */
    const slow = new Promise((resolve) => setTimeout(resolve, LIMIT));
    const answer = await Promise.race([whole(request), slow]).catch(() => undefined);
    refused = answer && (answer.status >= 500 || REFUSALS.includes(answer.status));
    if (answer && !refused) return answer;
  }
  if (lacksSlash) {
    // What the page links to is found from there. Asked again the host might send the browser back here.
    sent.set(page, refused);
    return Response.redirect(SITE + page + new URL(request.url).search);
  }
  return refused ? new Response((await copy.text()).replace(UNSAID, UNSAID.replace(" hidden", "")), copy) : copy;
}

/**
 * An answer with all of its body: a network can stop in the middle of a page. A redirect has none.
 * @param {Request} request
 */
async function whole(request) {
  const answer = await fetch(request, { cache: "no-cache" }); // a browser left alone may hold a page for fresh for days
  return answer.body ? new Response(await answer.blob(), answer) : answer;
}

/**
 * A page of which there is no copy; without a network the warning signs.
 * @param {Request} request
 */
async function pageOrWarningSigns(request) {
  try {
    return await fetch(request, { cache: "no-cache" });
  } catch (error) {
    const missing = request.mode === "navigate" && (await copyOf(`${SITE}404.html`, PAGES));
    if (missing) return missing;
    throw error;
  }
}

/**
 * Tells a page how many bytes of the checker are here, and of how many. Asked to keep it, puts what is missing into the
 * store, file by file, and tells again after each. The browser hands over none that is cut short or changed.
 * @param {{ keep: boolean }} asked
 * @param {MessagePort} port
 */
async function tellOfEngine({ keep }, port) {
  let here = 0;
  let all = 0;
  /** @type {[string, string, number][]} */
  const missing = [];
  for (const [path, [integrity, bytes]] of Object.entries(engine)) {
    all += bytes;
    if (await copyOf(SITE + path, ENGINE)) here += bytes;
    else missing.push([SITE + path, integrity, bytes]);
  }
  port.postMessage({ here, all });
  if (!keep) return;
  try {
    const store = await caches.open(ENGINE);
    for (const [address, integrity, bytes] of missing) {
      await store.put(address, await asBuilt(address, integrity));
      here += bytes;
      port.postMessage({ here, all });
    }
  } catch (error) {
    const { name } = /** @type {Error} */ (error);
    port.postMessage({ failed: name });
  }
}
