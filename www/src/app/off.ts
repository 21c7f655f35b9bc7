/**
 * sw-off.js: put in the place of sw.js it ends the offline app on every device that comes by. It deletes what was held, and itself;
 * drafts are not among that. Pages that are open stay as they are.
 */
import { deleteCaches } from './held';
import { worker } from './worker-scope';

worker.addEventListener('install', (event) => {
  event.waitUntil(worker.skipWaiting());
});
worker.addEventListener('activate', (event) => {
  event.waitUntil(deleteCaches(worker.registration.scope).then(() => worker.registration.unregister()));
});
