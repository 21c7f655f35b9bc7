/** Both forms of the engine, as files beside the script; only the one that is used is fetched, and once. */
import type * as inside from './inside';

/** The smallest module there is. */
const NOTHING = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

async function fetched(): Promise<WebAssembly.Module> {
  // Written so that bundlers see a file in it.
  const answer = await fetch(new URL('./engine.wasm', import.meta.url).href, { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`engine.wasm: ${answer.status}`);
  // While it arrives only where the server names its type rightly, which not every server does.
  const named = answer.headers.get('Content-Type') === 'application/wasm';
  if (named && 'compileStreaming' in WebAssembly) return WebAssembly.compileStreaming(answer);
  return WebAssembly.compile(await answer.arrayBuffer());
}

export const isFetched: typeof inside.isFetched = true;

export const compileWasm: typeof inside.compileWasm = async () => {
  // A policy that refuses WebAssembly refuses this too: then nothing is fetched in vain.
  await WebAssembly.compile(NOTHING);
  return fetched();
};

export const startPlain: typeof inside.startPlain = async (imports) => {
  const { instantiate } = await import('../../generated/plain');
  return instantiate({ ...imports });
};
