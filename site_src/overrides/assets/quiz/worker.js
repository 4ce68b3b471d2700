// Runs the Python quiz. In: {boot} once, then {id, answers}. Out: {bytes}, {ready} or {failed: true}
// for the boot; {id, result} or {id, failed: true} for an answer. Nothing else crosses, and no HTML.
//
// Python is Pyodide's, as published: its WebAssembly and the script that belongs to it. Pyodide's bridge between
// JavaScript and Python stays out, and with it most of the modules that Pyodide loads before it is ready: the quiz
// takes one text and gives one text, and two files do for that. decisions/11 has the figures.

const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0); // the smallest WebAssembly that there is

const MAIL = "/mail"; // the file, in the memory of Python, where a message lies and then its reply
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

async function boot({ folder, files, guide, cache }) {
  new WebAssembly.Module(EMPTY); // throws where a browser or a host's policy allows none: nobody waits for a useless download
  const run = await start(files, (name) => fetch(folder + name, { cache }));
  // Nothing of this is ever garbage, and to look for some takes a tenth of the start.
  run(`import gc; gc.disable(); from quiz.browser import exchange, warm_up; from ${guide} import GUIDE; gc.freeze(); gc.enable()`);
  setTimeout(() => {
    try {
      run("warm_up(GUIDE)");
    } catch (error) {
      console.error(error); // the first answer that somebody asks for will say so too
    }
  }, 100); // after whoever waits for an answer already
  return (message) => run(`exchange(GUIDE, "${MAIL}")`, message);
}

/** Starts Python; returns a function that runs a line of it, with a message to read, and returns what it wrote. */
export async function start({ wasm, script, library }, fetched) {
  const whole = async (file) => {
    const { content, checked } = await unpacked(await fetched(file.name), file);
    const [bytes] = await Promise.all([new Response(content).arrayBuffer(), checked]);
    return bytes;
  };
  const small = Promise.all([whole(script), whole(library)]);
  // Asked for at once and read last: the script runs while the rest of this is unpacked and compiled.
  const module = Promise.all([fetched(wasm.name), small]).then(async ([response]) => {
    const { content, checked } = await unpacked(response, wasm);
    const typed = new Response(content, { headers: { "Content-Type": "application/wasm" } });
    const [compiled] = await Promise.all([WebAssembly.compileStreaming(typed), checked]);
    return compiled;
  });
  const said = [];
  const created = small.then(([code, modules]) => create(code, modules, module, (line) => said.push(line)));
  const [python] = await Promise.all([created, module]);
  return (line, message = "") => {
    python.FS.writeFile(MAIL, message);
    const text = python.stringToNewUTF8(line);
    const failed = python._PyRun_SimpleString(text);
    python._free(text);
    if (failed) throw new Error(`python: got ${said.splice(0).join("\n")}`);
    return python.FS.readFile(MAIL, { encoding: "utf8" });
  };
}

async function create(code, modules, module, printErr) {
  const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  await import(address);
  URL.revokeObjectURL(address);
  return new Promise((resolve, reject) => {
    const settings = {
      API: { config: {}, runtimeEnv: { IN_BROWSER_WEB_WORKER: true } },
      arguments: ["-S"], // no `site`: it looks for packages, and there are none
      preRun: [
        ({ ENV, FS }) => {
          ENV.PYTHONINSPECT = "1"; // go on living when there is nothing more to run
          ENV.NO_COLOR = "1"; // a console is no terminal
          FS.mkdirTree("/lib");
          FS.writeFile("/lib/python313.zip", new Uint8Array(modules)); // where Python looks for its library
        },
      ],
      printErr,
      onAbort: reject,
      instantiateWasm: (imports, done) => {
        // Marks of the bridge that stays out: nothing ever asks for them.
        imports.sentinel = { create_sentinel: () => 0, is_sentinel: () => 0 };
        module.then(async (compiled) => done(await WebAssembly.instantiate(compiled, imports), compiled)).catch(reject);
        return {};
      },
    };
    self._createPyodideModule(settings).then(resolve, reject);
  });
}

/**
 * A file's content as it comes, and a promise that it is the right one. Most hosts send a file of ours as it is, packed
 * with gzip; one that packs by itself has the browser unpack it before it gets here.
 */
async function unpacked(response, { name, plain, gzip }) {
  if (!response.ok) throw new Error(`engine: got ${response.status} for ${name}, wanted the file`);
  const reader = response.body.getReader();
  const first = await reader.read();
  const packed = first.value?.[0] === 0x1f && first.value[1] === 0x8b;
  const wanted = packed ? gzip : plain;
  const pass = ({ done, value }, controller) => {
    if (done) {
      controller.close();
      return;
    }
    self.postMessage({ bytes: (value.byteLength * plain.bytes) / wanted.bytes }); // as if it were never packed
    controller.enqueue(value);
  };
  const [stream, copy] = new ReadableStream({
    start: (controller) => pass(first, controller),
    pull: async (controller) => pass(await reader.read(), controller),
  }).tee();
  const content = packed ? stream.pipeThrough(new DecompressionStream("gzip")) : stream;
  return { content, checked: check(copy, name, wanted.integrity) };
}

async function check(stream, name, integrity) {
  const bytes = await new Response(stream).arrayBuffer();
  if (!self.crypto.subtle) return; // a host without https: the browser offers no hash there
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const got = `sha256-${btoa(String.fromCharCode(...hash))}`;
  if (got !== integrity) throw new Error(`engine: got ${got} for ${name}, wanted ${integrity}`);
}
