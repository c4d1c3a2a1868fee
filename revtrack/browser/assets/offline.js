// Keeps the page in the browser, so that it opens at once and without a network. Only its own files are ever kept.

const NAME = `revtrack ${self.registration.scope} `;
const EDITION = NAME + "%EDITION%";
const FILES = %FILES%;

// All files of one edition are kept together, or none: a page never runs with another edition's Python. What the browser
// has just loaded is asked of the server again only by its date.
self.addEventListener("install", (event) => {
  const asked = FILES.map((name) => new Request(name, { cache: "no-cache" }));
  event.waitUntil(caches.open(EDITION).then((cache) => cache.addAll(asked)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name.startsWith(NAME) && name !== EDITION) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method === "GET" && address.href.startsWith(self.registration.scope)) event.respondWith(kept(event));
});

async function kept(event) {
  const cache = await caches.open(EDITION);
  return (await cache.match(event.request, { ignoreSearch: true })) ?? fetch(event.request);
}
