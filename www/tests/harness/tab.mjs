// What a tab of any browser can do, on top of what its driver does: go(url), eval(code, ...args), click(selector),
// type(selector, text), problems(), close().

import { setTimeout as sleep } from 'node:timers/promises';

// A selector with >>> goes on inside a shadow root: 'infocity-check >>> button'.
export const find = `
  window.__find = function (selector) {
    return selector.split('>>>').reduce(function (within, part) {
      return within && (within.shadowRoot || within).querySelector(part.trim());
    }, document);
  };
`;

/** Runs before the page's own scripts; no policy applies to it. */
export const watch = `
  window.__violations = [];
  document.addEventListener('securitypolicyviolation', function (event) {
    window.__violations.push({ directive: event.violatedDirective, blocked: event.blockedURI });
  });
  ${find}`;

export class Tab {
  /** Waits until the expression or function gives something truthy, and gives that. */
  async until(code, ...args) {
    for (const end = Date.now() + 30_000; Date.now() < end; await sleep(20)) {
      const value = await this.eval(code, ...args);
      if (value) return value;
    }
    const problems = JSON.stringify(await this.problems(), null, 2);
    throw new Error(`still not so after 30 s: ${code}\nproblems in the page: ${problems}`);
  }

  /** The element's text as shown. */
  text(selector) {
    return this.eval((selector) => {
      // In the words of 2018: the browser reads this.
      const element = window.__find(selector);
      return element ? element.innerText : null;
    }, selector);
  }

  /** The middle of an element, once it stays there: what was opened before may still move it. */
  async place(selector) {
    const look = (selector) => {
      const element = window.__find(selector);
      if (!element) return null;
      element.scrollIntoView({ block: 'center', inline: 'nearest' });
      const box = element.getBoundingClientRect();
      return box.width && box.height ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    };
    // What has still to be drawn may move it: two frames, however slow the machine is.
    const drawn = () =>
      new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => done()));
        setTimeout(done, 1000);
      });
    for (let before = await this.until(look, selector); ; ) {
      await sleep(30);
      await this.eval(drawn);
      const now = await this.until(look, selector);
      if (now.x === before.x && now.y === before.y) return now;
      before = now;
    }
  }

  /** Chooses an option of a <select> by its value. */
  async choose(selector, value) {
    await this.place(selector);
    await this.eval(
      (selector, value) => {
        const select = window.__find(selector);
        select.focus();
        select.value = value;
        if (select.value !== value) throw new Error(`${selector} has no option ${value}`);
        for (const name of ['input', 'change']) select.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
      },
      selector,
      value,
    );
  }
}
