"use strict";
// Conveniences only: unfolds the targets of links, and compares any two versions from what the page includes.
(() => {
  // Unfold the comparison that a linked change is in.
  const arrive = () => {
    const there = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    for (let one = there; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
    if (there) there.scrollIntoView();
  };
  window.addEventListener("hashchange", arrive);
  arrive();
  const bar = document.querySelector(".pick");
  if (!bar) return;
  const picked = document.getElementById("picked");
  const [older, newer] = [document.getElementById("pick-old"), document.getElementById("pick-new")];
  const numbers = [...older.options].map((option) => +option.value);
  const first = `r${numbers[0]}-${numbers[numbers.length - 1]}`;
  const overall = document.createElement("template");
  overall.content.append(...[...picked.childNodes].map((node) => node.cloneNode(true)));

  const heading = (level, words) => {
    const made = document.createElement(level);
    made.textContent = words;
    return made;
  };
  // Content copied from elsewhere on the page loses its ids, so that they stay unique.
  const copy = (details) => {
    const made = document.createElement("div");
    for (const node of [...details.children].slice(1)) made.append(node.cloneNode(true));
    for (const one of made.querySelectorAll("[id]")) one.removeAttribute("id");
    return made;
  };
  const between = (from, to) => numbers.slice(numbers.indexOf(from), numbers.indexOf(to) + 1);

  const show = () => {
    const [from, to] = [+older.value, +newer.value];
    const name = `r${from}-${to}`;
    const kept = document.getElementById(`t-${name}`);
    const neighbours = document.getElementById(name);
    picked.replaceChildren();
    bar.querySelector("output").textContent = from < to ? "" : "Pick a new version that is later than the old one.";
    if (from >= to) return;
    if (name === first && overall.content.querySelector(".pair-verdict")) {
      picked.append(overall.content.cloneNode(true));
      return;
    }
    picked.append(heading("h3", `From version ${from} to version ${to}`));
    if (kept) picked.append(kept.content.cloneNode(true));
    else if (neighbours) picked.append(copy(neighbours));
    else
      between(from, to).slice(1).forEach((number) => {
        const step = document.getElementById(`revision-${number}`);
        const details = step.querySelector("details");
        const part = document.createElement("div");
        part.className = "step";
        part.append(heading("h4", `Version ${number}`), details ? copy(details) : step.querySelector(".absent").cloneNode(true));
        picked.append(part);
      });
  };
  older.addEventListener("change", show);
  newer.addEventListener("change", show);
  bar.hidden = false;
})();
