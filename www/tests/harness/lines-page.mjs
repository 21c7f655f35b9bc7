// In a browser: both forms of the engine, answering lines. Only the hash of what they answer leaves the page.

import wasm from 'infocity:wasm';
import { createGlue } from '../../generated/glue';
import { instantiate } from '../../generated/plain';
import { answering } from './lines.mjs';

const starts = {
  wasm: async (imports) => (await WebAssembly.instantiate(wasm(), imports)).instance.exports,
  js: (imports) => instantiate(imports),
};
const answers = {};

window.start = async (form) => {
  const glue = createGlue();
  glue.__wbg_set_wasm(await starts[form]({ './engine_bg.js': glue }));
  answers[form] = answering(glue.Checker);
};

window.hashOf = async (form, lines) => {
  const answered = lines.map(answers[form]).filter((answer) => answer !== null);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(answered.map((answer) => `${answer}\n`).join('')));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
};
