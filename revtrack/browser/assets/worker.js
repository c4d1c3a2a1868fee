// Where Python runs: it is loaded once, then answers one question after the other.

const SIZES = %SIZES%;
const TOTAL = Object.values(SIZES).reduce((sum, size) => sum + size, 0);
const FOLDER = new URL("./", import.meta.url);

let loaded = 0;
let asked = [];
let inside;
let bytes;
let taken;

// Every byte of the large files is counted as it comes.
async function counted(name) {
  const response = await fetch(new URL(`python/${name}`, FOLDER));
  if (!response.ok) throw new Error(`python/${name}: the server answers ${response.status}`);
  const counting = new TransformStream({
    transform(chunk, controller) {
      loaded += chunk.byteLength;
      self.postMessage({ loaded: Math.min(1, loaded / TOTAL) });
      controller.enqueue(chunk);
    },
  });
  return response.body.pipeThrough(counting);
}

const unpacked = async (name, type) =>
  new Response((await counted(name)).pipeThrough(new DecompressionStream("gzip")), { headers: { "Content-Type": type } });

// Pyodide fetches these by itself; they come packed, or were asked for already.
const wasm = unpacked("pyodide.asm.wasm.bin", "application/wasm");
const memory = unpacked("started.bin", "application/octet-stream").then((response) => response.arrayBuffer());
const rest = counted("rest.zip").then((stream) => new Response(stream));
const plainFetch = self.fetch.bind(self);
self.fetch = (what, options) => {
  const address = String(what.url ?? what);
  if (address.endsWith("/pyodide.asm.wasm")) return wasm;
  return address.endsWith("/rest.zip") ? rest : plainFetch(what, options);
};

self.onmessage = ({ data }) => (inside ? answer(data) : asked.push(data));

// Python goes on where it stood when the page was made: started.mjs says how its memory is written.
async function takeOver() {
  const [{ loadPyodide }, { default: create }, held] = await Promise.all([
    import(new URL("python/pyodide.mjs", FOLDER)),
    import(new URL("python/pyodide.asm.mjs", FOLDER)),
    memory,
  ]);
  const [headLength, length, firstPart, sum] = new Uint32Array(held, 0, 4);
  const header = new Uint8Array(held.slice(16, 16 + headLength));
  const written = new Uint8Array(held, 16 + headLength);
  return loadPyodide({
    indexURL: new URL("python/", FOLDER).href,
    stdLibURL: new URL("python/rest.zip", FOLDER).href,
    env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1" },
    _loadSnapshot: header,
    createPyodideModule: async (settings) => {
      const { instantiateWasm } = settings;
      let plain;
      settings.instantiateWasm = (imports, receive) =>
        instantiateWasm(imports, (instance, compiled) => {
          plain = new Uint8Array(instance.exports.memory.buffer).slice(0, firstPart);
          return receive(instance, compiled);
        });
      const module = await create(settings);
      if (module.HEAPU8.length < length) module._emscripten_resize_heap(length);
      const place = module.HEAPU8;
      for (let at = 0; at < firstPart; at++) place[at] = plain[at] ^ written[at];
      place.set(written.subarray(firstPart), firstPart);
      const filled = new Uint32Array(place.buffer, 0, length / 4);
      let found = 0;
      for (let at = 0; at < filled.length; at++) found = (found + filled[at]) | 0;
      if (found !== (sum | 0)) throw new Error("this browser does not run the Python of this page");
      return module;
    },
  });
}

try {
  const python = await takeOver();
  const { bytes: ofBuffer } = python.pyimport("builtins");
  bytes = (array) => ofBuffer(python.toPy(array));
  taken = () => python._module.HEAPU8.length;
  inside = python.pyimport("revtrack.browser.inside");
  self.postMessage({ ready: true });
  for (const question of asked) answer(question);
} catch (error) {
  self.postMessage({ failed: lastLine(error) });
}

function answer({ number, name, operands }) {
  if (name === "memory") return self.postMessage({ number, value: taken() });
  try {
    const given = operands.map((operand) => (operand instanceof Uint8Array ? bytes(operand) : operand));
    self.postMessage({ number, value: inside[name](...given) });
  } catch (error) {
    self.postMessage({ number, error: lastLine(error) });
  }
}

// A Python traceback ends with "revtrack.errors.InputError: story.docx: is damaged ...".
function lastLine(error) {
  const line = String(error.message ?? error).trim().split("\n").pop();
  return line.replace(/^[\w.]*Error: /, "");
}
