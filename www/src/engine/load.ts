// Chooses the form of the engine: WebAssembly, else the same module as plain JavaScript. Both give the same bytes.

import { createGlue, type Glue } from '../../generated/glue';
import { compileWasm, isFetched, startPlain } from './inside';

export type EngineForm = 'wasm' | 'js';

export interface LoadedEngine {
  readonly form: EngineForm;
  readonly Checker: Glue['Checker'];
  readonly version: Glue['version'];
}

// The script that runs can only be asked for while it does so for the first time.
const script = document.currentScript;
// A host that knows that its policy forbids WebAssembly says so: <script src="infocity-check.js" data-engine="js">.
const demanded = script?.getAttribute('data-engine');

/**
 * Whether the browser is of the time of 'wasm-unsafe-eval', which Chromium knows from 97 on, Firefox from 102, Safari from 16.
 * Asked of the style, since no script of a page adds a property to it as it adds `findLast`: `font-synthesis` came with
 * Chromium 97, `accent-color` with Firefox 92 and Safari 15.4. The few of those that do not know the word yet refuse cleanly too.
 */
const isOfTheWordsTime = (): boolean => CSS.supports('(font-synthesis: none) and (accent-color: auto)');

/**
 * Whether WebAssembly may be tried. A policy that refuses it refuses cleanly (an error and a report of a violation) in
 * browsers of the time of 'wasm-unsafe-eval'. Older ones know only 'unsafe-eval', and one crashes where it is missing:
 * there it is tried only if the policy allows `eval`.
 */
function mayTryWasm(): boolean {
  if (demanded === 'js' || typeof WebAssembly !== 'object') return false;
  if (isOfTheWordsTime()) return pageAllows(["'unsafe-eval'", "'wasm-unsafe-eval'"]);
  return pageAllows(["'unsafe-eval'"]) && mayEval();
}

/** Whether each policy that stands inside the page, where it can be read, says nothing of scripts or has one of the words. */
function pageAllows(words: readonly string[]): boolean {
  const metas = document.querySelectorAll<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy" i]');
  return Array.from(metas).every((meta) => {
    const directives = meta.content.split(/[;,]/).map((directive) => directive.trim().split(/\s+/));
    const sources =
      directives.find(([name]) => name?.toLowerCase() === 'script-src') ?? directives.find(([name]) => name?.toLowerCase() === 'default-src');
    return sources === undefined || words.some((word) => sources.includes(word));
  });
}

/** Asks by a text without anything in it. Where the policy says no, that is a report of a violation. */
function mayEval(): boolean {
  // Who writes nonces has a policy, and one that hardly allows `eval`.
  if (script?.nonce) return false;
  try {
    const { trustedTypes } = window as { trustedTypes?: { readonly emptyScript: string } };
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, no-new-func -- to see whether it is allowed
    if (trustedTypes === undefined) new Function('');
    // eslint-disable-next-line no-eval -- where only trusted texts may be run, the browser's own empty one may
    else (0, eval)(trustedTypes.emptyScript);
    return true;
  } catch {
    return false;
  }
}

/** The module, compiled; `null` where it may not be or cannot. */
async function compiled(): Promise<WebAssembly.Module | null> {
  if (!mayTryWasm()) return null;
  try {
    return await compileWasm();
  } catch {
    // The policy forbids it, or the browser cannot.
    return null;
  }
}

export interface Loader {
  (): Promise<LoadedEngine>;
  /** Begins to fetch what has to be fetched. */
  readonly prepare: () => void;
}

/** A way to new instances of the engine, each with its own memory. Whether WebAssembly may run is found out once. */
export function loader(): Loader {
  let module: Promise<WebAssembly.Module | null> | undefined;
  const load = async (): Promise<LoadedEngine> => {
    const glue = createGlue();
    const imports = { './engine_bg.js': glue };
    const { Checker, version } = glue;
    module ??= compiled();
    const ours = await module;
    if (ours !== null) {
      try {
        glue.__wbg_set_wasm((await WebAssembly.instantiate(ours, imports)).exports);
        return { form: 'wasm', Checker, version };
      } catch {
        // WebKit refuses no sooner.
        module = Promise.resolve(null);
      }
    }
    try {
      glue.__wbg_set_wasm(await startPlain(imports));
    } catch (error) {
      // Neither could be had: both are tried when the engine is wanted again.
      module = undefined;
      throw error;
    }
    return { form: 'js', Checker, version };
  };
  const prepare = (): void => {
    if (isFetched) module ??= compiled();
  };
  return Object.assign(load, { prepare });
}

/** Makes a new instance of the engine for this page. */
export const loadEngine = loader();
