// The page: two panes, a worker that compares them while you type, and the report as `revtrack compare` makes it.

import { start } from "./revtrack.mjs";

const HOME = "%HOME%"; // the site that this page is part of, from here
const PAUSE = 400; // milliseconds without a key before the texts are compared
const OLD = `Ferry had passed safety check, owner says

PORT ALMERY, 14 May — At least 8 people are missing after a fire on a ferry off Port Almery, the coast guard said on Tuesday.

The ferry passed its last safety inspection in March. It was carrying 214 passengers. The fire broke out in the engine room, according to a port official who asked not to be named.

"We do not know yet how it started," said Ines Okafor, the harbour master.
`;
const NEW = `Ferry had failed safety check, port says

PORT ALMERY, 14 May — At least 12 people are missing after a fire on a ferry off Port Almery, the coast guard said on Tuesday.

The ferry failed its last safety inspection in March. It was carrying about 230 passengers. The fire may have broken out in the engine room, according to Marek Dolan, the port's head of safety.

"We do not know how it started, and we will not guess," said Ines Okafor, the harbour master.
`;

const $ = (id) => document.getElementById(id);
const texts = { old: $("old"), new: $("new") };
const names = { old: "", new: "" };
let revtrack;
let timer;
let turn = 0;
let report = "";
let found; // the claims that are shown
let article;

say("Loading Python. You can paste the texts meanwhile.");
recall();
listen();
openArticle();
try {
  $("progress").hidden = false;
  revtrack = await start({ onProgress: (loaded) => ($("progress").value = loaded) });
  $("progress").hidden = true;
  say("Ready.");
  compareSoon(0);
  keepOffline();
} catch (error) {
  $("progress").hidden = true;
  complain(`revtrack could not be loaded: ${error.message}. Reload the page, or ask whoever keeps it.`);
}

function listen() {
  for (const side of ["old", "new"]) {
    texts[side].addEventListener("input", () => ((names[side] = ""), compareSoon(PAUSE)));
    texts[side].addEventListener("paste", (event) => paste(side, event));
    $(`${side}-file`).addEventListener("change", (event) => take(side, event.target.files[0]));
    const pane = $(`${side}-pane`);
    pane.addEventListener("dragover", (event) => (event.preventDefault(), pane.classList.add("over")));
    pane.addEventListener("dragleave", () => pane.classList.remove("over"));
    pane.addEventListener("drop", (event) => drop(side, pane, event));
  }
  $("example").addEventListener("click", () => ((names.old = names.new = ""), set(OLD, NEW)));
  $("swap").addEventListener("click", () => {
    [names.old, names.new] = [names.new, names.old];
    set(texts.new.value, texts.old.value);
  });
  $("clear").addEventListener("click", () => ((names.old = names.new = ""), set("", "")));
  $("remember").addEventListener("change", remember);
  $("copy-text").addEventListener("click", () => copy("text"));
  $("copy-markdown").addEventListener("click", () => copy("markdown"));
  $("save").addEventListener("click", () => save("changes.html", report, "text/html"));
  $("draft").addEventListener("click", draft);
  for (const side of ["old", "new"]) {
    $(`${side}-claims`).addEventListener("click", () => showClaims(side));
    $(`${side}-version`).addEventListener("change", () => openVersion(side));
  }
  $("hide-claims").addEventListener("click", () => ($("claims").hidden = true));
  $("save-claims").addEventListener("click", () => save("claims.json", JSON.stringify(found, null, 2) + "\n", "application/json"));
  window.addEventListener("hashchange", openArticle);
  // A link may carry the style of the notice and ask for the example, never a text.
  const options = new URLSearchParams(location.hash.slice(1));
  if (options.has("style")) $("style").value = options.get("style");
  if (options.has("example")) set(OLD, NEW);
}

function set(old, new_) {
  texts.old.value = old;
  texts.new.value = new_;
  compareSoon(0);
}

function compareSoon(pause) {
  clearTimeout(timer);
  remember();
  timer = setTimeout(compare, pause);
}

async function compare() {
  const [old, new_] = [texts.old.value, texts.new.value];
  const mine = ++turn;
  $("drafted").hidden = $("claims").hidden = true;
  if (!old.trim() || !new_.trim()) {
    $("result").hidden = true;
    if (revtrack) say("Ready.");
    return;
  }
  if (!revtrack) return;
  say("Comparing…");
  try {
    const made = await revtrack.report(old, new_, "html", [names.old, names.new]);
    if (mine !== turn) return; // the texts have changed since
    report = made;
    $("report").srcdoc = made;
    $("result").hidden = false;
    say("Compared.");
  } catch (error) {
    if (mine === turn) complain(error.message);
  }
}

async function paste(side, event) {
  const markup = event.clipboardData.getData("text/html");
  const plain = event.clipboardData.getData("text/plain");
  if (!markup || !revtrack) return; // the browser pastes plain text by itself
  event.preventDefault();
  try {
    insert(texts[side], await revtrack.pasted(markup, plain));
  } catch {
    insert(texts[side], plain);
  }
  names[side] = "";
  compareSoon(0);
}

function insert(area, text) {
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
}

function drop(side, pane, event) {
  pane.classList.remove("over");
  const file = event.dataTransfer.files[0];
  if (!file) return; // dropped text lands in the pane by itself
  event.preventDefault();
  take(side, file);
}

async function take(side, file) {
  if (!file) return;
  if (!revtrack) return complain(`${file.name}: wait until the page is loaded, then choose it again.`);
  try {
    texts[side].value = await revtrack.read(file.name, new Uint8Array(await file.arrayBuffer()));
    names[side] = file.name;
    compareSoon(0);
  } catch (error) {
    complain(error.message);
  }
}

async function copy(form) {
  try {
    await navigator.clipboard.writeText(await revtrack.report(texts.old.value, texts.new.value, form, [names.old, names.new]));
    say(form === "text" ? "Copied as text." : "Copied as Markdown.");
  } catch (error) {
    complain(`It could not be copied: ${error.message}`);
  }
}

async function draft() {
  let made;
  try {
    made = await revtrack.notice(texts.old.value, texts.new.value, $("style").value);
  } catch (error) {
    return complain(error.message);
  }
  $("drafted").hidden = false;
  $("draft-text").value = made || "Nothing to correct: claims were only added, or a notice already covers what changed.";
  $("draft-text").focus();
}

async function showClaims(side) {
  try {
    found = await revtrack.claims(texts[side].value);
  } catch (error) {
    return complain(error.message);
  }
  const told = found.claims.map(({ kind, text }) => {
    const row = document.createElement("li");
    const name = document.createElement("span");
    name.textContent = kind;
    row.append(name, text);
    return row;
  });
  $("claims-title").textContent = `${told.length} ${told.length === 1 ? "claim" : "claims"} of the ${side} version`;
  $("claims-list").replaceChildren(...told);
  $("claims").hidden = false;
  $("claims-title").focus();
}

// On a site: #article=FOLDER, and old= and new= the numbers of two versions.
async function openArticle() {
  const options = new URLSearchParams(location.hash.slice(1));
  const folder = options.get("article");
  if (!HOME || !folder) return;
  $("home").hidden = false;
  try {
    const place = new URL(`${HOME}a/${encodeURIComponent(folder)}/`, location.href);
    const { title, versions } = JSON.parse(await fetched(new URL("versions.json", place)));
    article = { place, folder, versions };
    $("article-title").textContent = title;
    for (const [side, usual] of [["old", versions[0]], ["new", versions.at(-1)]]) {
      $(`${side}-version`).replaceChildren(
        ...versions.map(({ number, time, by }) => new Option(`${number} · ${time}${by ? ` · ${by}` : ""}`, number)),
      );
      const asked = versions.find(({ number }) => String(number) === options.get(side)) ?? usual;
      $(`${side}-version`).value = asked.number;
    }
    $("article").hidden = false;
    await Promise.all([openVersion("old"), openVersion("new")]);
  } catch (error) {
    complain(`This article's versions could not be loaded: ${error.message}`);
  }
}

async function openVersion(side) {
  const version = article.versions.find(({ number }) => String(number) === $(`${side}-version`).value);
  try {
    texts[side].value = await fetched(new URL(version.file, article.place));
    names[side] = `version ${version.number}`;
    const pair = `old=${$("old-version").value}&new=${$("new-version").value}`;
    history.replaceState(null, "", `#article=${encodeURIComponent(article.folder)}&${pair}`);
    compareSoon(0);
  } catch (error) {
    complain(`Version ${version.number} could not be loaded: ${error.message}`);
  }
}

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the server answers ${response.status}`);
  return response.text();
}

function save(name, text, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function remember() {
  try {
    if ($("remember").checked) localStorage.setItem("revtrack", JSON.stringify([texts.old.value, texts.new.value]));
    else localStorage.removeItem("revtrack");
  } catch {
    // a browser that keeps nothing has nothing to forget
  }
}

function recall() {
  try {
    const kept = JSON.parse(localStorage.getItem("revtrack"));
    if (kept) [texts.old.value, texts.new.value, $("remember").checked] = [...kept, true];
  } catch {
    // as above
  }
}

// Last of all, so that it takes nothing from the first load. The body says when it is done.
async function keepOffline() {
  if (!("serviceWorker" in navigator)) return; // plain HTTP: the page works, but not offline
  try {
    await navigator.serviceWorker.register("offline.js");
    await navigator.serviceWorker.ready;
    document.body.dataset.offline = "yes";
    $("offline").hidden = false;
  } catch {
    // a browser that forbids it
  }
}

function say(text) {
  $("state").className = "";
  $("state").textContent = text;
}

function complain(text) {
  $("state").className = "wrong";
  $("state").textContent = text;
}
