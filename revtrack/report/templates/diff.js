"use strict";
// Conveniences only: next and previous change, filters, copying, and lighting up a change together with its place in
// the text.
(() => {
  // What a new sentence brought is a number and a kind; unless it says more of itself, it is low and in no notice.
  const every = ".change, .added a";
  const changes = [...document.querySelectorAll(every)];
  const account = (change) => change.dataset.is ?? `${change.textContent.split(" ")[1]} low no`;
  const bar = document.querySelector(".bar");
  const text = document.querySelector(".article");
  const shown = () => changes.filter((change) => !change.hidden);
  let current = null;

  const unfold = (there) => {
    for (let one = there.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
  };

  const tell = (words) => { if (bar) bar.querySelector("output").textContent = words; };

  const go = (step) => {
    const list = shown();
    if (!list.length) return;
    const at = list.indexOf(current);
    current = list[at < 0 ? (step > 0 ? 0 : list.length - 1) : (at + step + list.length) % list.length];
    unfold(current);
    (current.querySelector(".number") ?? current).focus({ preventScroll: true });
    current.closest(".passage, .new-paragraph").scrollIntoView({ block: "start" });
    tell(`${list.indexOf(current) + 1} of ${list.length}`);
  };

  const filter = () => {
    const wanted = [...bar.querySelectorAll("select")].map((one) => one.value);
    const [severity, kind, notice] = wanted;
    for (const change of changes) {
      const is = account(change).split(" ");
      change.hidden = [kind, severity, notice].some((value, place) => value && is[place] !== value);
    }
    const any = wanted.some((value) => value);
    for (const passage of document.querySelectorAll(".passage, .new-paragraph"))
      passage.hidden = any && ![...passage.querySelectorAll(every)].some((one) => !one.hidden);
    for (const block of document.querySelectorAll(".block")) {
      block.hidden = any && ![...block.querySelectorAll(every)].some((one) => !one.hidden);
      if (any && !block.hidden) block.open = true;
    }
    tell(`${shown().length} of ${changes.length} shown`);
  };

  // A highlight stays until the next one, so that scrolling under a resting mouse does not clear it.
  const light = (event) => {
    const change = event.target.closest(every);
    const note = event.target.closest("sup a");
    const id = change ? change.id : note ? note.hash.slice(1) : "";
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

  // A change as text: what it is, of which story and versions, and where it can be seen.
  const copied = (change) => {
    const number = change.querySelector(".number").lastChild.textContent;
    const address = location.protocol === "file:" ? [] : [change.querySelector(".number").href];
    const story = ["h1", ".kicker"].map((one) => document.querySelector(one).textContent.replace(/\s+/g, " ").trim());
    return [`#${number} ${change.querySelector(".message").textContent}`, ...story, ...address].join("\n");
  };
  const put = async (words) => {
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      // Without that permission a browser still copies what is selected.
      const area = document.body.appendChild(document.createElement("textarea"));
      area.value = words;
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };
  for (const details of document.querySelectorAll(".made .change .details")) {
    const button = document.createElement("button");
    const number = document.createElement("span");
    button.type = "button";
    button.className = "copier";
    button.textContent = "Copy as text";
    number.className = "said";
    number.textContent = `: change ${details.parentElement.querySelector(".number").lastChild.textContent}`;
    button.append(number);
    button.addEventListener("click", async () => {
      await put(copied(button.closest(".change")));
      button.focus();
      button.firstChild.data = "Copied";
      tell("Copied");
    });
    details.append(button);
  }

  document.addEventListener("mouseover", light);
  document.addEventListener("focusin", light);
  document.addEventListener("click", (event) => {
    const change = event.target.closest(every);
    if (change) current = change;
  });

  // The target of a link is unfolded, in every browser, and shown even if it was filtered out.
  const arrive = () => {
    const there = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!there) return;
    const change = there.closest(every);
    const folded = there.closest("details:not([open])");
    const hidden = there.closest("[hidden]");
    if (change) current = change;
    if (hidden && bar) {
      for (const one of bar.querySelectorAll("select")) one.value = "";
      filter();
    }
    if (folded) unfold(there);
    if (folded || hidden) there.scrollIntoView();
  };
  window.addEventListener("hashchange", arrive);
  arrive();

  if (!bar) return;
  bar.hidden = false;
  bar.addEventListener("change", (event) => { if (event.target.localName === "select") filter(); });
  bar.addEventListener("click", (event) => { if (event.target.dataset.step) go(+event.target.dataset.step); });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("select, input:not([type=checkbox], [type=radio]), textarea");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !bar.querySelector(".keys input").checked) return;
    if (event.key === "n") go(1);
    if (event.key === "p") go(-1);
  });
})();
