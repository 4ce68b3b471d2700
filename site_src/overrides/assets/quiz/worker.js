// Runs the Python quiz. In: {boot} once, then {id, answers}. Out: {bytes}, {ready} or {failed: true}
// for the boot; {id, result} or {id, failed: true} for an answer. Nothing else crosses, and no HTML.
//
// Python is Pyodide's, as published: its WebAssembly and the script that belongs to it. Pyodide's bridge between
// JavaScript and Python stays out, and with it most of the modules that Pyodide loads before it is ready: the quiz
// takes one text and gives one text, and two files do for that. decisions/11 has the figures.

const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0); // the smallest WebAssembly that there is

const MAIL = "/mail"; // the file, in the memory of Python, where a message lies and then its reply

/**
 * What the page sends.
 * @typedef {{ boot: Boot } | { id: number, answers: Told }} ToWorker
 *
 * What it gets.
 * @typedef {{ bytes: number } | { ready: true } | { failed: true } | { id: number, result: Result } | { id: number, failed: true }} FromWorker
 *
 * Where the engine lies, what it is made of, which guide it answers for, and whether the browser may take its own copy.
 * @typedef {{ folder: string, files: Files, guide: string, cache: RequestCache }} Boot
 *
 * What the build writes of a file: its bytes and hash as it is, and packed.
 * @typedef {{ name: string, plain: Seal, gzip: Seal }} PackedFile
 * @typedef {{ bytes: number, integrity: string }} Seal
 * @typedef {Record<"wasm" | "script" | "library", PackedFile>} Files
 *
 * The ids of the options that were ticked, by the id of their question.
 * @typedef {Record<string, string[]>} Answers
 *
 * The same, with all that were on screen for a question that was not shown whole.
 * @typedef {Record<string, string[] | { picked: string[], shown: string[] }>} Told
 */

/**
 * What Python says of answers: ids only.
 * @typedef {object} Result
 * @property {string} urgency
 * @property {string} call For a call today: "night" for the night number, "morning" where it may wait; else blank.
 * @property {string[]} reasons The rules that speak for it, strongest first.
 * @property {string[]} unsure The questions that "not sure" answered and that raised it.
 * @property {[string, string][]} unknown The questions and options that it does not know.
 * @property {[string, string][]} rests_on The questions and options without which it would be another.
 * @property {[string, string[]][]} next The questions that can still change it, each with the options worth showing.
 */

/**
 * The parts that are used here of what Pyodide's script makes.
 * @typedef {object} Python
 * @property {Record<string, string>} ENV
 * @property {FileSystem} FS
 * @property {(text: string) => number} stringToNewUTF8
 * @property {(text: number) => number} _PyRun_SimpleString
 * @property {(text: number) => void} _free
 *
 * @typedef {object} FileSystem
 * @property {(path: string) => void} mkdirTree
 * @property {(path: string, content: string | Uint8Array) => void} writeFile
 * @property {(path: string, options: { encoding: "utf8" }) => string} readFile
 */

/** @type {Promise<(message: string) => string>} */
let reply;

self.onmessage = async (/** @type {MessageEvent<ToWorker>} */ { data }) => {
  if ("boot" in data) {
    reply = boot(data.boot);
    reply.then(
      () => tell({ ready: true }),
      (error) => {
        console.error(error);
        tell({ failed: true });
      },
    );
    return;
  }
  try {
    const answer = await reply;
    tell({ id: data.id, result: JSON.parse(answer(JSON.stringify(data.answers))) });
  } catch (error) {
    console.error(error);
    tell({ id: data.id, failed: true });
  }
};

/** @param {FromWorker} message */
function tell(message) {
  self.postMessage(message);
}

/**
 * @param {Boot} to
 * @returns {Promise<(message: string) => string>}
 */
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

/**
 * Starts Python; returns a function that runs a line of it, with a message to read, and returns what it wrote.
 * @param {Files} files
 * @param {(name: string) => Promise<Response>} fetched
 */
export async function start({ wasm, script, library }, fetched) {
  const whole = async (/** @type {PackedFile} */ file) => {
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
  /** @type {string[]} */
  const said = [];
  const created = small.then(([code, modules]) => create(code, modules, module, (line) => said.push(line)));
  const [python] = await Promise.all([created, module]);
  return (/** @type {string} */ line, message = "") => {
    python.FS.writeFile(MAIL, message);
    const text = python.stringToNewUTF8(line);
    const failed = python._PyRun_SimpleString(text);
    python._free(text);
    if (failed) throw new Error(`python: got ${said.splice(0).join("\n")}`);
    return python.FS.readFile(MAIL, { encoding: "utf8" });
  };
}

/**
 * @param {ArrayBuffer} code
 * @param {ArrayBuffer} modules
 * @param {Promise<WebAssembly.Module>} module
 * @param {(line: string) => void} printErr
 * @returns {Promise<Python>}
 */
async function create(code, modules, module, printErr) {
  const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  await import(address);
  URL.revokeObjectURL(address);
  return new Promise((resolve, reject) => {
    const settings = {
      API: { config: {}, runtimeEnv: { IN_BROWSER_WEB_WORKER: true } },
      arguments: ["-S"], // no `site`: it looks for packages, and there are none
      preRun: [
        (/** @type {Python} */ { ENV, FS }) => {
          ENV.PYTHONINSPECT = "1"; // go on living when there is nothing more to run
          ENV.NO_COLOR = "1"; // a console is no terminal
          FS.mkdirTree("/lib");
          FS.writeFile("/lib/python313.zip", new Uint8Array(modules)); // where Python looks for its library
        },
      ],
      printErr,
      onAbort: reject,
      /**
       * @param {WebAssembly.Imports} imports
       * @param {(instance: WebAssembly.Instance, compiled: WebAssembly.Module) => void} done
       */
      instantiateWasm: (imports, done) => {
        // Marks of the bridge that stays out: nothing ever asks for them.
        imports.sentinel = { create_sentinel: () => 0, is_sentinel: () => 0 };
        module.then(async (compiled) => done(await WebAssembly.instantiate(compiled, imports), compiled)).catch(reject);
        return {};
      },
    };
    const scope = /** @type {typeof self & { _createPyodideModule: (given: typeof settings) => Promise<Python> }} */ (self);
    scope._createPyodideModule(settings).then(resolve, reject);
  });
}

/**
 * A file's content as it comes, and a promise that it is the right one. Most hosts send a file of ours as it is, packed
 * with gzip; one that packs by itself has the browser unpack it before it gets here.
 * @param {Response} response
 * @param {PackedFile} file
 */
async function unpacked(response, { name, plain, gzip }) {
  if (!response.ok) throw new Error(`engine: got ${response.status} for ${name}, wanted the file`);
  const body = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (response.body); // a file is never without one
  const reader = body.getReader();
  const first = await reader.read();
  const packed = first.value?.[0] === 0x1f && first.value[1] === 0x8b;
  const wanted = packed ? gzip : plain;
  /**
   * @param {ReadableStreamReadResult<Uint8Array<ArrayBuffer>>} read
   * @param {ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>} controller
   */
  const pass = ({ done, value }, controller) => {
    if (done) {
      controller.close();
      return;
    }
    tell({ bytes: (value.byteLength * plain.bytes) / wanted.bytes }); // as if it were never packed
    controller.enqueue(value);
  };
  const [stream, copy] = new ReadableStream({
    start: (controller) => pass(first, controller),
    pull: async (controller) => pass(await reader.read(), controller),
  }).tee();
  const content = packed ? stream.pipeThrough(new DecompressionStream("gzip")) : stream;
  return { content, checked: check(copy, name, wanted.integrity) };
}

/**
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream
 * @param {string} name
 * @param {string} integrity
 */
async function check(stream, name, integrity) {
  const bytes = await new Response(stream).arrayBuffer();
  if (!self.crypto.subtle) return; // a host without https: the browser offers no hash there
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const got = `sha256-${btoa(String.fromCharCode(...hash))}`;
  if (got !== integrity) throw new Error(`engine: got ${got} for ${name}, wanted ${integrity}`);
}
