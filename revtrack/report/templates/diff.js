"use strict";
// Conveniences only: next and previous change, filters, and highlighting a change together with its place in the text.
(() => {
  const heads = [...document.querySelectorAll(".head")];
  const bar = document.querySelector(".bar");
  const text = document.querySelector(".article");
  const shown = () => heads.filter((head) => !head.hidden);
  let current = null;

  const go = (step) => {
    const list = shown();
    if (!list.length) return;
    const at = list.indexOf(current);
    current = list[at < 0 ? (step > 0 ? 0 : list.length - 1) : (at + step + list.length) % list.length];
    for (let one = current.closest("details"); one; one = one.parentElement?.closest("details")) one.open = true;
    const link = current.querySelector(".number");
    link.focus({ preventScroll: true });
    current.closest(".card").scrollIntoView({ block: "start" });
    tell(`${list.indexOf(current) + 1} of ${list.length}`);
  };

  const tell = (words) => { bar.querySelector("output").textContent = words; };

  const filter = () => {
    const wanted = [...bar.querySelectorAll("select")].map((one) => [one.dataset.filter, one.value]);
    for (const head of heads) head.hidden = wanted.some(([name, value]) => value && head.dataset[name] !== value);
    for (const card of document.querySelectorAll(".card"))
      card.hidden = ![...card.querySelectorAll(".head")].some((head) => !head.hidden);
    const reworded = document.querySelector(".reworded");
    if (reworded && wanted.some(([, value]) => value)) reworded.open = !!reworded.querySelector(".head:not([hidden])");
    tell(`${shown().length} of ${heads.length} shown`);
  };

  // A highlight stays until the next one, so that scrolling under a resting mouse does not clear it.
  const light = (event) => {
    const head = event.target.closest(".head");
    const note = event.target.closest("sup a");
    const id = head ? head.id : note ? note.hash.slice(1) : "";
    if (!id) return;
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    document.getElementById(id)?.classList.add("lit");
    for (const link of text.querySelectorAll(`sup a[href="#${id}"]`)) {
      link.classList.add("lit");
      let words = link.closest("sup").previousSibling;
      while (words && words.nodeName === "SUP") words = words.previousSibling;
      if (words && words.nodeType === 1) words.classList.add("lit");
    }
  };

  document.addEventListener("mouseover", light);
  document.addEventListener("focusin", light);
  document.addEventListener("click", (event) => {
    const head = event.target.closest(".head");
    if (head) current = head;
  });
  // Unfold the target of a link, in every browser.
  const unfold = () => {
    const there = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    const folded = there && there.closest("details:not([open])");
    if (!folded) return;
    for (let one = folded; one; one = one.parentElement?.closest("details")) one.open = true;
    there.scrollIntoView();
  };
  window.addEventListener("hashchange", unfold);
  unfold();
  if (!bar) return;
  bar.hidden = false;
  bar.addEventListener("change", (event) => { if (event.target.dataset.filter) filter(); });
  bar.addEventListener("click", (event) => { if (event.target.dataset.step) go(+event.target.dataset.step); });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("select, input:not([type=checkbox], [type=radio]), textarea");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !bar.querySelector(".keys input").checked) return;
    if (event.key === "n") go(1);
    if (event.key === "p") go(-1);
  });
  // A link to a filtered-out change clears the filters.
  const arrive = () => {
    const head = location.hash.length > 1 && document.getElementById(location.hash.slice(1))?.closest(".head");
    if (!head) return;
    current = head;
    if (!head.hidden) return;
    for (const one of bar.querySelectorAll("select")) one.value = "";
    filter();
    head.scrollIntoView();
  };
  window.addEventListener("hashchange", arrive);
  arrive();
})();
