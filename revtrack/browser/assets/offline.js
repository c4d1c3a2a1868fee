// Keeps the page in the browser, so that it opens at once and without a network. Only its own files are ever kept.

const NAME = `revtrack ${self.registration.scope} `;
const EDITION = NAME + "%EDITION%";
const SMALL = %SMALL%;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(EDITION).then((cache) => cache.addAll(SMALL)).then(() => self.skipWaiting()));
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
  const found = await cache.match(event.request, { ignoreSearch: true });
  if (found) return found;
  const response = await fetch(event.request);
  if (response.ok && response.type === "basic") event.waitUntil(cache.put(event.request, response.clone()));
  return response;
}
