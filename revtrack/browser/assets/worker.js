// Where Python runs: it is loaded once, then answers one question after the other.

const SIZES = %SIZES%;
const TOTAL = Object.values(SIZES).reduce((sum, size) => sum + size, 0);
const FOLDER = new URL("./", import.meta.url);

let loaded = 0;
let asked = [];
let inside;
let bytes;

// Every byte of the large files is counted as it comes, whoever fetches them.
const plainFetch = self.fetch.bind(self);
self.fetch = async (what, options) => {
  const response = await plainFetch(what, options);
  if (!response.ok || !response.body) return response;
  const counting = new TransformStream({
    transform(chunk, controller) {
      loaded += chunk.byteLength;
      self.postMessage({ loaded: Math.min(1, loaded / TOTAL) });
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(counting), { status: 200, headers: response.headers });
};

self.onmessage = ({ data }) => (inside ? answer(data) : asked.push(data));

try {
  const code = fetch(new URL("python/revtrack.zip", FOLDER)).then((response) => {
    if (!response.ok) throw new Error(`python/revtrack.zip: the server answers ${response.status}`);
    return response.arrayBuffer();
  });
  const { loadPyodide } = await import(new URL("python/pyodide.mjs", FOLDER));
  const python = await loadPyodide({ indexURL: new URL("python/", FOLDER).href });
  python.unpackArchive(await code, "zip", { extractDir: "/revtrack" });
  python.runPython("import sys; sys.path.insert(0, '/revtrack')");
  const { bytes: ofBuffer } = python.pyimport("builtins");
  bytes = (array) => ofBuffer(python.toPy(array));
  inside = python.pyimport("revtrack.browser.inside");
  // What is compiled and read on first use is ready before the reader is.
  inside.compared("At least 12 people died, police said.", "At least 21 people died, police said.", "html");
  self.postMessage({ ready: true });
  for (const question of asked) answer(question);
} catch (error) {
  self.postMessage({ failed: lastLine(error) });
}

function answer({ number, name, operands }) {
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
