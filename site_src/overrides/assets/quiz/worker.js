// Runs the Python quiz. In: {boot} once, then {id, answers}. Out: {bytes}, {ready} or {failed: true}
// for the boot; {id, result} or {id, failed: true} for an answer. Nothing else crosses, and no HTML.

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

async function boot({ files, wheel, integrity, lock, guide }) {
  // Pyodide tells nobody how far its download is, so its own fetches are counted as they pass.
  const fetch = self.fetch;
  self.fetch = async (...request) => counted(await fetch(...request));
  const { loadPyodide } = await import(`${files}pyodide.mjs`);
  const [pyodide, archive] = await Promise.all([
    loadPyodide({ indexURL: files, lockFileContents: lock, packageBaseUrl: files }),
    fetch(files + wheel, { integrity }).then((response) => response.arrayBuffer()),
  ]);
  pyodide.unpackArchive(archive, "wheel");
  const door = pyodide.pyimport("quiz.browser");
  const knowledge = pyodide.pyimport(guide).GUIDE;
  return (message) => door.reply(knowledge, message);
}

function counted(response) {
  if (!response.ok) throw new Error(`engine: got ${response.status} for ${response.url}, wanted the file`);
  const counter = new TransformStream({
    transform(chunk, controller) {
      self.postMessage({ bytes: chunk.byteLength });
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(counter), { headers: response.headers });
}
