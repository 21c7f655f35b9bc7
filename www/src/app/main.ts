/**
 * app.js, for the demonstration page: offers to keep the page for use without a network, says when a newer version is there, and
 * takes it over when asked. Before somebody asked for it, nothing is kept and nothing fetched.
 */
import texts from 'infocity:app';
import type { Catalogue } from '../../generated/texts';
import { wordsAsked } from '../texts/packed';
import { deleteCaches, isHeld, KEEP } from './held';

const { words, tag } = wordsAsked(texts, location.search);
const t = words as Catalogue['app'];
const place = document.querySelector<HTMLElement>('[data-app]');
const folder = new URL('./', location.href).href;
const script = new URL('sw.js', folder).href;

/** Says one thing, with what can be done about it. */
function say(text: string, ...ways: readonly { readonly name: string; readonly label: string; readonly act: () => void }[]): void {
  if (place === null) return;
  place.textContent = text;
  place.lang = tag;
  place.hidden = false;
  for (const { name, label, act } of ways) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.setAttribute('data-app-action', name);
    button.addEventListener('click', act);
    place.appendChild(document.createTextNode(' '));
    place.appendChild(button);
  }
}

async function forget(registration: ServiceWorkerRegistration): Promise<void> {
  await registration.unregister();
  await deleteCaches(registration.scope);
  offer();
}

/** Lets the browser install the page as an app. Before somebody asked for it, that would be a request too many. */
function nameManifest(): void {
  if (document.querySelector('link[rel="manifest"]') !== null) return;
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = 'app.webmanifest';
  document.head.appendChild(link);
}

function kept(registration: ServiceWorkerRegistration): void {
  nameManifest();
  say(t.kept, { name: 'forget', label: t.forget, act: () => void forget(registration) });
}

/**
 * A newer version is there: it comes when asked, else once every page of the old one is closed. Another tab may have taken it
 * over before: this page is still the old one, and says so until it is loaded again.
 */
function newer(worker: ServiceWorker): void {
  const arrive = (): void => {
    // One that is gone gave way to another, which the page then begins with. What was entered and not saved is asked about by the
    // page itself.
    if (worker.state === 'activated' || worker.state === 'redundant') location.reload();
  };
  const takeOver = (): void => {
    worker.addEventListener('statechange', arrive);
    worker.postMessage('take-over');
    arrive();
  };
  say(t.newer, { name: 'take-over', label: t.takeOver, act: takeOver });
}

function follow(registration: ServiceWorkerRegistration): void {
  const look = (worker: ServiceWorker | null): void => {
    let isFirst = registration.active === null;
    worker?.addEventListener('statechange', () => {
      if (!isFirst) {
        if (worker.state === 'installed') newer(worker);
      } else if (worker.state === 'activated') {
        // That it ends once it is forgotten is no failure.
        isFirst = false;
        kept(registration);
      } else if (worker.state === 'redundant') say(t.failed);
    });
  };
  look(registration.installing);
  registration.addEventListener('updatefound', () => {
    look(registration.installing);
  });
}

/** Says how it stands with what is there already. */
async function tell(registration: ServiceWorkerRegistration): Promise<void> {
  follow(registration);
  if (registration.active === null) say(t.keeping);
  else if (!(await isHeld(folder))) offer();
  else if (registration.waiting !== null) newer(registration.waiting);
  else kept(registration);
}

/** Lets a worker that is there already keep its files. */
function keptBy(worker: ServiceWorker): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      resolve(data === true);
    };
    worker.postMessage(KEEP, [port2]);
  });
}

async function keep(): Promise<void> {
  say(t.keeping);
  try {
    const registration = await navigator.serviceWorker.register(script, { updateViaCache: 'none' });
    follow(registration);
    const { active } = registration;
    // As it keeps, a new worker comes into use; one that served this page and was forgotten is only taken up again.
    if (active === null) return;
    if (await keptBy(active)) kept(registration);
    else {
      await registration.unregister();
      say(t.failed);
    }
  } catch {
    say(t.failed);
  }
}

function offer(): void {
  say(t.offer, { name: 'keep', label: t.keep, act: () => void keep() });
}

function isOurs({ active, waiting, installing }: ServiceWorkerRegistration): boolean {
  return [active, waiting, installing].some((worker) => worker?.scriptURL === script);
}

async function begin(): Promise<void> {
  // In a frame, in a sandbox and from a disk there is nothing to offer.
  if (!('serviceWorker' in navigator) || window.parent !== window || !/^https?:$/.test(location.protocol)) return;
  try {
    const registration = await navigator.serviceWorker.getRegistration();
    // That of a folder above is the site's, or of another copy of this page.
    if (registration === undefined || registration.scope !== folder) offer();
    // One of the site's own for this very folder would be replaced: then there is nothing to offer.
    else if (isOurs(registration)) await tell(registration);
  } catch {
    // The browser keeps nothing for this page.
  }
}

void begin();
