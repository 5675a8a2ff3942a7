// The service worker of /hoat-dong/: without a line it answers with the form as it was seen last,
// and when the line is back it sends what waits, even when no page is open.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const patience_ms = 8000; // of a line that neither answers nor breaks

async function form_page(request) {
  const { cache_name, form_address } = waiting_activities;
  const kept = await caches.match(form_address, { cacheName: cache_name });
  if (!kept) return fetch(request);
  const gave_up = new Promise((resolve) => setTimeout(() => resolve(kept), patience_ms));
  return Promise.race([fetch(request).catch(() => kept), gave_up]);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && pathname === waiting_activities.form_address) {
    event.respondWith(form_page(request));
  } else if (pathname.startsWith("/s/")) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});

self.addEventListener("sync", (event) => {
  if (event.tag !== "lantoa-ghi") return;
  // Rejected, the browser asks again when there is a line.
  const send = async () => {
    if (!(await waiting_activities.send_all())) throw new Error("no line");
  };
  event.waitUntil(send());
});
