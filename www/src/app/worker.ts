/**
 * sw.js, the worker of the demonstration page as an offline app. It holds the files of one build, each checked by its hash, and
 * answers for these from what it holds: so a page never gets files of two versions. A newer one waits until it is asked for, or
 * until no page of the old one is open.
 */
import { cacheName, deleteCaches, KEEP } from './held';
import { worker, type Asked } from './worker-scope';

/** What this build is called, and its files with their hashes: the packer writes them before this script. */
declare const BUILD: string;
declare const FILES: Readonly<Record<string, string>>;

const ownCache = (): string => cacheName(worker.registration.scope, BUILD);

/** What a page may be answered with: browsers take no answer that was led elsewhere for the address they asked for. */
async function straight(response: Response): Promise<Response> {
  return response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response;
}

/** Keeps the files of this build: all of them, or nothing. */
async function keep(): Promise<void> {
  // One that is of another version, or does not come, and this version is not taken.
  const all = await Promise.all(
    Object.entries(FILES).map(async ([file, integrity]): Promise<[string, Response]> => {
      const response = await fetch(new Request(file, { integrity, cache: 'no-cache' }));
      if (!response.ok) throw new Error(`${file}: ${response.status}`);
      return [file, await straight(response)];
    }),
  );
  const cache = await caches.open(ownCache());
  try {
    await Promise.all(all.map(([file, response]) => cache.put(file, response)));
  } catch (error) {
    await caches.delete(ownCache());
    throw error;
  }
}

/** The file of this build that an address means; whatever stands behind its `?` is for the page. */
function fileAt(url: string): string | undefined {
  const address = url.replace(/[?#].*$/, '');
  const { scope } = worker.registration;
  if (!address.startsWith(scope)) return undefined;
  const file = address.slice(scope.length) || 'index.html';
  return file in FILES ? file : undefined;
}

const isPage = (file: string | undefined): boolean => file?.endsWith('.html') === true;

async function fromHeld(file: string): Promise<Response | undefined> {
  // Once it was forgotten, opening it would bring it back, empty.
  const cache = (await caches.has(ownCache())) ? await caches.open(ownCache()) : undefined;
  return cache?.match(file);
}

/**
 * Answers with a page of this build, or with what such a page asks for; other pages of the folder get theirs from the server. Which
 * page asks is told by its own address: a site may let its requests name no referrer.
 */
async function answer(file: string, { request, clientId }: Asked): Promise<Response> {
  const isOurs = request.mode === 'navigate' || isPage(fileAt((await worker.clients.get(clientId))?.url ?? ''));
  return (isOurs ? await fromHeld(file) : undefined) ?? fetch(request);
}

worker.addEventListener('install', (event) => {
  event.waitUntil(keep());
});
worker.addEventListener('activate', (event) => {
  event.waitUntil(deleteCaches(worker.registration.scope, ownCache()));
});
worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const file = method === 'GET' ? fileAt(url) : undefined;
  if (file !== undefined && (mode !== 'navigate' || isPage(file))) event.respondWith(answer(file, event));
});
worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') void worker.skipWaiting();
  if (event.data !== KEEP) return;
  const say = (isKept: boolean): void => event.ports[0]?.postMessage(isKept);
  event.waitUntil(
    keep().then(
      () => {
        say(true);
      },
      () => {
        say(false);
      },
    ),
  );
});
