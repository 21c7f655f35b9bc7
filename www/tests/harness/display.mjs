// A screen that nobody sees (Xvfb), with a window manager that gives a dialog the keys, and the browser's own
// “Save page as…” driven by keys as a person would: Ctrl+S, the name, the button “Save”.

import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a program with windows is told: its dialogs are in English, and what it remembers goes into a folder of its own. */
export const inWindows = (display, home) => ({
  DISPLAY: display,
  HOME: home,
  XDG_CONFIG_HOME: home,
  LANGUAGE: 'en',
  LC_ALL: 'C.UTF-8',
  GTK_USE_PORTAL: '0',
});

/** The sizes of everything below a folder: once they stay, nothing is being written. */
function sizes(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => `${name} ${statSync(join(folder, name), { throwIfNoEntry: false })?.size}`)
    .sort()
    .join('\n');
}

const patience = 30_000;

async function until(what, look) {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(50)) {
    const seen = look();
    if (seen) return seen;
  }
  throw new Error(`${what}: not so after ${patience / 1000} s`);
}

export class Display {
  #processes = [];

  static async start() {
    const display = new Display();
    await display.#open();
    return display;
  }

  async #open() {
    const server = this.#run('Xvfb', ['-displayfd', '3', '-screen', '0', '1300x950x24', '-nolisten', 'tcp'], ['ignore', 'ignore', 'ignore', 'pipe']);
    let said = '';
    server.stdio[3].on('data', (data) => (said += data));
    await until('a display', () => /\d\n/.test(said));
    this.name = `:${said.trim()}`;
    this.#run('openbox', [], 'ignore');
  }

  #run(command, args, stdio) {
    const started = spawn(command, args, { stdio, env: { ...process.env, DISPLAY: this.name } });
    started.once('error', (error) => {
      throw new Error(`${error.message}; run scripts/setup --tests`);
    });
    this.#processes.unshift(started);
    process.once('exit', this.close);
    return started;
  }

  #keys(...args) {
    return execFileSync('xdotool', args, { env: { ...process.env, DISPLAY: this.name }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  }

  #titleInFront() {
    try {
      return this.#keys('getactivewindow', 'getwindowname');
    } catch {
      // No window has the keys at this moment.
      return '';
    }
  }

  /** Saves the page of the browser's window in front, as a whole, into an empty folder. */
  async savePage(folder, name) {
    await until('the browser is in front', () => this.#titleInFront() !== '');
    this.#keys('key', 'ctrl+s');
    await until('the dialog for saving', () => /^Save/.test(this.#titleInFront()));
    // The dialog takes the keys once it has filled in a name.
    await sleep(300);
    this.#keys('key', 'ctrl+a');
    this.#keys('type', '--delay', '2', join(folder, name));
    await sleep(200);
    this.#keys('key', 'alt+s');
    await until('the dialog closes', () => !/^Save/.test(this.#titleInFront()));
    let before = '';
    for (const end = Date.now() + patience; Date.now() < end; ) {
      await sleep(400);
      const now = sizes(folder);
      if (now.includes(`${name} `) && now === before) return join(folder, name);
      before = now;
    }
    throw new Error(`${name} was not saved:\n${before}`);
  }

  close = () => {
    for (const one of this.#processes) one.kill();
    process.removeListener('exit', this.close);
  };
}
