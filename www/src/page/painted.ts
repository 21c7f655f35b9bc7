/** As long as it takes at most, in milliseconds: a page that is not in view is not painted. */
const MOST = 100;

/** Lets the browser paint what was drawn before the engine takes the only thread. */
export function painted(): Promise<void> {
  return new Promise((done) => {
    window.setTimeout(done, MOST);
    window.requestAnimationFrame(() => window.setTimeout(done, 0));
  });
}
