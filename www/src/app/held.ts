/**
 * What the app holds of one folder. All pages and workers of an origin see the same caches, so a cache is named by the folder
 * (the scope of its worker) and the build: versions side by side in folders of one site leave one another alone.
 */

// In no address stands a space, so no folder's names begin with those of another.
const beginning = (scope: string): string => `infocity-app ${scope} `;

/** The name of the cache of a build in a folder. */
export const cacheName = (scope: string, build: string): string => beginning(scope) + build;

/** Whether a build is held for a folder. It is held whole, or its cache is not there. */
export async function isHeld(scope: string): Promise<boolean> {
  return (await caches.keys()).some((name) => name.startsWith(beginning(scope)));
}

/** Deletes the caches of a folder but the one of a name. */
export async function deleteCaches(scope: string, except?: string): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(beginning(scope)) && name !== except).map((name) => caches.delete(name)));
}

/** What a page asks of a worker that is there already, which then says whether it was done. */
export const KEEP = 'keep';
