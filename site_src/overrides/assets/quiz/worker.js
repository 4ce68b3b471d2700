// Runs the Python quiz. In: {boot} once, then {id, answers}. Out: {bytes}, {ready} or {failed: true}
// for the boot; {id, result} or {id, failed: true} for an answer. Nothing else crosses, and no HTML.

const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0); // the smallest WebAssembly that there is

let reply;

self.onmessage = async ({ data }) => {
  if (data.boot) {
    reply = boot(data.boot);
    reply.then(
      () => self.postMessage({ ready: true }),
      (error) => {
        console.error(error);
        self.postMessage({ failed: true });
      },
    );
    return;
  }
  try {
    const answer = await reply;
    self.postMessage({ id: data.id, result: JSON.parse(answer(JSON.stringify(data.answers))) });
  } catch (error) {
    console.error(error);
    self.postMessage({ id: data.id, failed: true });
  }
};

async function boot({ files, wheel, integrity, lock, guide, cache }) {
  new WebAssembly.Module(EMPTY); // throws where a browser or a host's policy allows none: nobody waits for a useless download
  // Pyodide tells nobody how far its download is, and can wait for ever when it breaks: so its own fetches are
  // counted and checked as they pass, and the first that breaks ends the boot.
  const fetch = self.fetch;
  let broke;
  const broken = new Promise((_, reject) => (broke = reject));
  self.fetch = async (address, options) => {
    try {
      return checked(await fetch(address, { ...options, cache }), integrity, broke);
    } catch (error) {
      broke(error);
      throw error;
    }
  };
  const { loadPyodide } = await import(`${files}pyodide.mjs`);
  const loaded = Promise.all([
    loadPyodide({ indexURL: files, lockFileContents: lock, packageBaseUrl: files }),
    fetch(files + wheel, { integrity: integrity[wheel], cache }).then((response) => response.arrayBuffer()),
  ]);
  const [pyodide, archive] = await Promise.race([loaded, broken]);
  pyodide.unpackArchive(archive, "wheel");
  const door = pyodide.pyimport("quiz.browser");
  const knowledge = pyodide.pyimport(guide).GUIDE;
  return (message) => door.reply(knowledge, message);
}

function checked(response, integrity, broke) {
  const name = new URL(response.url).pathname.split("/").at(-1);
  if (!response.ok) throw new Error(`engine: got ${response.status} for ${name}, wanted the file`);
  const parts = [];
  const through = new TransformStream({
    transform(chunk, controller) {
      self.postMessage({ bytes: chunk.byteLength });
      parts.push(chunk.slice());
      controller.enqueue(chunk);
    },
    async flush() {
      if (!self.crypto.subtle) return; // a host without https: the browser offers no hash there
      const hash = await crypto.subtle.digest("SHA-256", await new Blob(parts).arrayBuffer());
      const got = `sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`;
      if (got !== integrity[name]) throw new Error(`engine: got ${got} for ${name}, wanted ${integrity[name]}`);
    },
  });
  // Handed over without `integrity`, which would hold every byte back until the last: no progress, no compiling meanwhile.
  response.body.pipeTo(through.writable).catch(broke);
  return new Response(through.readable, { headers: response.headers });
}
