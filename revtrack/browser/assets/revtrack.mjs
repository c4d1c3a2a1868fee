// revtrack for other pages: a claim diff in the reader's browser, and no text leaves it.
//
//     import { start } from "./revtrack.mjs";
//     const revtrack = await start();
//     const diff = await revtrack.compare(oldText, newText);   // a revtrack.diff/1 document
//
// Python runs in a worker, so the page never waits; the types are in revtrack.d.mts.

/** Load Python and revtrack; `onProgress` is told how much is loaded, from 0 to 1. */
export async function start({ onProgress = () => {} } = {}) {
  const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  const waiting = new Map();
  let number = 0;
  const ask = (name, ...operands) =>
    new Promise((resolve, reject) => {
      waiting.set(++number, { resolve, reject });
      worker.postMessage({ number, name, operands });
    });
  const ready = new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if (data.loaded !== undefined) onProgress(data.loaded);
      else if (data.ready) resolve();
      else if (data.failed) reject(new Error(data.failed));
      else {
        const { resolve: done, reject: failed } = waiting.get(data.number);
        waiting.delete(data.number);
        if (data.error !== undefined) failed(new Error(data.error));
        else done(data.value);
      }
    };
    worker.onerror = (event) => reject(new Error(event.message || "the worker could not be started"));
  });
  await ready;
  return {
    compare: async (old, new_) => JSON.parse(await ask("compared", old, new_, "json")),
    report: (old, new_, form = "html", names = ["", ""]) => ask("compared", old, new_, form, ...names),
    notice: (old, new_, style = "plain", day = new Date().toISOString().slice(0, 10)) =>
      ask("notice", old, new_, style, day),
    claims: async (text) => JSON.parse(await ask("claims", text)),
    read: (name, bytes) => ask("read", name, bytes),
    pasted: (markup, plain) => ask("pasted", markup, plain),
    memory: () => ask("memory"),
    stop: () => worker.terminate(),
  };
}
