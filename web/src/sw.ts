/**
 * The service worker: keeps the app's own files, so that it opens without a network and at once on a slow one. Answers of
 * the contract are never kept here: what is public has its own copy (offline/pack.ts), what is personal has none.
 */
declare const SHELL: string[];
declare const VERSION: string;

const worker = self as unknown as ServiceWorkerGlobalScope;
// The service writes its identity server into this file as into the page: when that changes, the page is fetched anew.
const CACHE = `motcua-${VERSION} @ISSUER@`;
const PAGES = /^\/($|p\/|h$|me($|\/)|r$|inbox$|settings$|signed-in$|feedback($|\/))/;

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(SHELL)));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => worker.clients.claim()),
  );
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== location.origin) {
    return;
  }
  if (request.mode === 'navigate' && PAGES.test(address.pathname)) {
    event.respondWith(kept('/', request));
  } else if (address.pathname.startsWith('/app/')) {
    event.respondWith(kept(address.pathname, request));
  }
});

async function kept(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
}
