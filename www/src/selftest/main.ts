/**
 * selftest.js, for selftest.html: says in words what the policy of a site and the browser allow the element. It is the first
 * script of its page, so that it hears every refusal, and its own worker, to see whether there may be one.
 */
import texts from 'infocity:selftest';
import { download } from '../element/download';
import { wordsAsked } from '../texts/packed';
import { findings, verdict, type Finding, type SelftestTexts } from './findings';
import { awaitStyleFile } from './probes';
import { listen } from './refusals';

function add<K extends keyof HTMLElementTagNameMap>(to: Element, name: K, text = '', mark = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.textContent = text;
  if (mark !== '') element.className = mark;
  to.appendChild(element);
  return element;
}

function reportOf(t: SelftestTexts, found: readonly Finding[]): string {
  const lines = found.map(({ name, state, text }) => `[${t.states[state]}] ${name}: ${text}`);
  return [t.title, t.version({ version: texts.version }), location.href, navigator.userAgent, verdict(t, found).text, ...lines].join('\n');
}

function offer(area: HTMLTextAreaElement, t: SelftestTexts, to: Element): void {
  const buttons = add(to, 'p');
  const said = add(to, 'p');
  said.setAttribute('role', 'status');
  add(buttons, 'button', t.copy).addEventListener('click', () => {
    area.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- without a secure address, and in older browsers, there is nothing else
    said.textContent = document.execCommand('copy') ? t.copied : t.notCopied;
  });
  add(buttons, 'button', t.save).addEventListener('click', () => {
    download(area.value, 'infocity-selftest.txt', 'text/plain');
    // Whether a sandbox let it through cannot be asked.
    said.textContent = t.saved;
  });
}

async function run(): Promise<void> {
  const { words, tag } = wordsAsked(texts, location.search);
  const t = words as SelftestTexts;
  document.documentElement.lang = tag;
  document.title = t.title;
  const main = document.querySelector('main');
  if (main === null) return;
  main.textContent = '';
  add(main, 'h1', t.title);
  const state = add(main, 'p', t.running, 'verdict');
  state.setAttribute('role', 'status');
  const found = await findings(t);
  const { state: mark, text } = verdict(t, found);
  state.textContent = text;
  state.className = `verdict ${mark}`;
  const list = add(main, 'dl');
  for (const finding of found) {
    const name = add(list, 'dt', '', finding.state);
    name.setAttribute('data-finding', finding.id);
    add(name, 'strong', t.states[finding.state]);
    name.appendChild(document.createTextNode(` ${finding.name}`));
    add(list, 'dd', finding.text);
  }
  add(main, 'h2', t.text);
  const area = add(main, 'textarea');
  area.value = reportOf(t, found);
  area.readOnly = true;
  area.rows = 12;
  area.setAttribute('aria-label', t.text);
  offer(area, t, main);
}

if (typeof document === 'undefined') {
  // As a worker: that it runs is all there is to say.
  (self as unknown as Worker).postMessage('runs');
} else {
  listen();
  awaitStyleFile();
  window.addEventListener('load', () => {
    void run();
  });
}
