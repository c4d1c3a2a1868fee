// Starts Python once, when the page is made, and writes its memory down: a browser that takes it over from there
// is ready in a fifth of the time. Run by started.py: node started.mjs FOLDER, with the runtime in FOLDER and
// revtrack.zip beside it.
//
// started.bin, all numbers 32 bits, little-endian:
//   length of Pyodide's own header, length of the memory, length of the first part, sum of the memory's words
//   the header
//   the memory up to its last byte that is not zero; its first part (what the WebAssembly file lays down itself)
//   is written as what differs from that
//
// read.json: the modules that are loaded, whose files need not be shipped.

import fs from "node:fs";
import crypto from "node:crypto";
import path from "node:path";
import { pathToFileURL } from "node:url";

const folder = path.resolve(process.argv[2]);
const WORDS = 4;
const FIRST_PART = 4 << 20; // the data of pyodide.asm.wasm lies below
const HELD_BACK = 8 << 20;

// The same page comes out each time: no clock, and no chance.
const NOW = Date.UTC(2024, 0, 1);
Date.now = () => NOW;
Object.defineProperty(performance, "now", { value: () => 0 });
crypto.randomFillSync = (view) => view.fill(7);

const at = (name) => path.join(folder, name);
const { loadPyodide } = await import(pathToFileURL(at("pyodide.mjs")).href);
const { default: create } = await import(pathToFileURL(at("pyodide.asm.mjs")).href);
const options = { indexURL: folder + path.sep, env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1" } };

// 1. Everything is compiled, so that no parser leaves its scraps in the memory.
const compiler = await loadPyodide(options);
for (const name of ["python_stdlib.zip", "revtrack.zip"]) compiler.FS.writeFile(`/${name}`, fs.readFileSync(at(name)));
compiler.runPython(`
import importlib._bootstrap_external as files
import zipfile

def bare(code):
    """A code object without its table of lines, which only a traceback would read."""
    inner = tuple(bare(one) if hasattr(one, "co_linetable") else one for one in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=inner)

with zipfile.ZipFile("/compiled.zip", "w") as compiled:
    for source in ("/python_stdlib.zip", "/revtrack.zip"):
        with zipfile.ZipFile(source) as held:
            for name in held.namelist():
                data = held.read(name)
                if name.endswith(".py"):
                    code = compile(data, "/lib/python314.zip/" + name, "exec", dont_inherit=True, optimize=2)
                    name, data = name + "c", bytes(files._code_to_hash_pyc(bare(code), bytes(8), False))
                compiled.writestr(zipfile.ZipInfo(name), data)
`);
fs.writeFileSync(at("compiled.zip"), compiler.FS.readFile("/compiled.zip"));

// 2. Python is started, and everything that the page asks of revtrack is asked once.
const python = await loadPyodide({ ...options, stdLibURL: at("compiled.zip"), _makeSnapshot: true });
python.FS.writeFile("/story.txt", fs.readFileSync(at("story.txt")));
const read = python.runPython(fs.readFileSync(at("rehearsal.py"), "utf-8"));
fs.writeFileSync(at("read.json"), read);

// 3. Memory that was given back still holds what lay there; it is wiped, since zeros take no room.
const { _malloc: take, _free: give } = python._module;
const above = take(HELD_BACK); // from the end of the memory, as nothing below is as large
const taken = [];
for (let size = FIRST_PART; size >= 32; size = size > 4096 ? size >> 1 : size - 16) {
  for (;;) {
    const place = take(size);
    if (!place || place >= above) {
      give(place);
      break;
    }
    python._module.HEAPU8.fill(0, place, place + size);
    taken.push(place);
  }
}
python._module.HEAPU8.fill(0, above, above + HELD_BACK);
give(above);
for (const place of taken) give(place);

const snapshot = python.makeMemorySnapshot();
const [, start] = new Uint32Array(snapshot.buffer, snapshot.byteOffset, WORDS);
const memory = snapshot.subarray(start);

// 4. What the file itself lays down is taken from it.
const plain = await new Promise((resolve) => {
  loadPyodide({
    ...options,
    stdLibURL: at("compiled.zip"),
    _loadSnapshot: snapshot.subarray(0, start),
    createPyodideModule: (settings) => {
      const { instantiateWasm } = settings;
      settings.instantiateWasm = (imports) =>
        instantiateWasm(imports, ({ exports }) => resolve(new Uint8Array(exports.memory.buffer).slice(0, FIRST_PART)));
      return create(settings);
    },
  });
});
let sum = 0;
for (const word of new Uint32Array(memory.buffer, memory.byteOffset, memory.length / WORDS)) sum = (sum + word) | 0;
let end = memory.length;
while (memory[end - 1] === 0) end--;
for (let place = 0; place < FIRST_PART; place++) memory[place] ^= plain[place];
const head = new Uint32Array([start, memory.length, FIRST_PART, sum]);
fs.writeFileSync(at("started.bin"), Buffer.concat([new Uint8Array(head.buffer), snapshot.subarray(0, start), memory.subarray(0, end)]));
process.exit(0);
