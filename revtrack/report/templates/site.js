"use strict";
// Conveniences only: filters on the front page, and a search over the site's own files, also from disk.
(() => {
  const bar = document.querySelector(".bar");
  const entries = [...document.querySelectorAll(".filtered .entry")];
  const filter = () => {
    const wanted = [...bar.querySelectorAll("select")].map((one) => [one.dataset.filter, one.value]);
    for (const entry of entries)
      entry.hidden = wanted.some(([name, value]) => value && !entry.dataset[name].split("|").includes(value));
    for (const turn of document.querySelectorAll(".turn"))
      turn.hidden = ![...turn.querySelectorAll(".entry")].some((entry) => !entry.hidden);
    bar.querySelector("output").textContent = `${entries.filter((entry) => !entry.hidden).length} of ${entries.length} shown`;
  };
  if (bar) {
    bar.hidden = false;
    bar.addEventListener("change", filter);
  }

  const box = document.querySelector(".search");
  if (!box) return;
  const [field, status, list] = [box.querySelector("input"), box.querySelector("p"), box.querySelector("ol")];
  const kept = new Map();
  const waiting = new Map();
  window.revtrack = (name, content) => waiting.get(name)?.(new Map(Object.entries(content)));
  const load = (name) => {
    if (!kept.has(name))
      kept.set(name, new Promise((resolve) => {
        waiting.set(name, resolve);
        const script = document.createElement("script");
        script.src = `${box.dataset.up}search/${name}.js`;
        script.onerror = () => resolve(new Map());
        document.head.append(script);
      }));
    return kept.get(name);
  };
  const shard = (word) => [...word].slice(0, 2).map((sign) => sign.codePointAt(0).toString(16)).join("-");
  const words = (text) =>
    (text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").match(/[\p{L}\p{N}_]+/gu) || []).filter((word) => [...word].length > 1);
  // The last word may be incomplete, so it matches as a prefix.
  const having = async (word, last) => {
    const known = await load(shard(word));
    if (!last) return new Set(known.get(word));
    return new Set([...known].filter(([one]) => one.startsWith(word)).flatMap(([, keys]) => keys));
  };
  let asked = 0;
  const search = async () => {
    const turn = ++asked;
    const query = words(field.value);
    const sets = await Promise.all(query.map((word, place) => having(word, place === query.length - 1)));
    const keys = sets.length ? [...sets[0]].filter((key) => sets.every((set) => set.has(key))) : [];
    const found = [];
    for (const key of keys.slice(0, 200)) found.push((await load(`d${key.slice(0, 2)}`)).get(key));
    if (turn !== asked) return;
    found.sort((one, other) => (one[3] < other[3] ? 1 : -1));
    list.replaceChildren(...found.slice(0, 50).map(([folder, title, line]) => {
      const [item, link, of] = ["li", "a", "span"].map((tag) => document.createElement(tag));
      link.href = `${box.dataset.up}a/${folder}/index.html`;
      link.dir = "auto";
      link.textContent = title;
      of.className = "of";
      of.textContent = ` ${line}`;
      item.append(link, of);
      return item;
    }));
    status.textContent = query.length ? `${keys.length} found${keys.length > 50 ? ", showing the latest 50 of the first 200" : ""}` : "";
  };
  box.hidden = false;
  field.addEventListener("input", search);
})();
