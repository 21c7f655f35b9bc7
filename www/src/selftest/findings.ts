/** What the self-test found, a line a subject, in the words of a language. */
import type { Catalogue } from '../../generated/texts';
import * as probes from './probes';
import { isOfFrame, refusals, remedyFor } from './refusals';

export type SelftestTexts = Catalogue['selftest'];

/** `bad` keeps the element from working; `note` takes something away or is worth knowing. */
export type State = 'fine' | 'note' | 'bad';

export interface Finding {
  readonly id: string;
  readonly name: string;
  readonly state: State;
  readonly text: string;
}

export async function findings(t: SelftestTexts): Promise<readonly Finding[]> {
  const all: Finding[] = [];
  const say = (id: keyof SelftestTexts['names'], state: State, text: string): void => {
    all.push({ id, name: t.names[id], state, text });
  };
  const script = await probes.script();
  const isUnchecked = script === 'unchecked' || script === 'sealed';
  const runs = script === 'runs' || isUnchecked;
  say('script', isUnchecked ? 'note' : runs ? 'fine' : 'bad', script === 'answered' ? t.script.answered({ status: probes.scriptStatus() }) : t.script[script]);
  if (runs) {
    const { engine, isStyled } = await probes.start();
    if (engine === undefined) say('engine', 'bad', t.engine.none);
    else if (engine === 'wasm') say('engine', 'fine', t.engine.wasm);
    else say('engine', 'note', probes.isWasmRefused() ? t.engine.refused : t.engine.plain);
    say('styles', isStyled ? 'fine' : 'bad', isStyled ? (probes.hasConstructedSheets() ? t.styles.constructed : t.styles.older) : t.styles.none);
  }
  const hasFile = probes.hasStyleFile();
  say('styleFile', hasFile ? 'fine' : 'note', hasFile ? t.styleFile.there : t.styleFile.missing);
  say('inline', 'fine', probes.mayInline() ? t.inline.allowed : t.inline.refused);
  say('inlineStyle', 'fine', probes.mayInlineStyle() ? t.inlineStyle.allowed : t.inlineStyle.refused);
  const stores = probes.mayStore();
  say('storage', stores ? 'fine' : 'note', stores ? t.storage.allowed : t.storage.refused);
  const sandboxed = probes.isSandboxed();
  say('sandbox', sandboxed ? 'note' : 'fine', sandboxed ? t.sandbox.sealed : t.sandbox.open);
  say('trusted', 'fine', probes.needsTrustedTypes() ? t.trusted.required : t.trusted.free);
  const works = await probes.mayWork();
  const isSecure = 'serviceWorker' in navigator;
  say('workers', works && isSecure ? 'fine' : 'note', works ? (isSecure ? t.workers.allowed : t.workers.insecure) : t.workers.refused);
  const framing = await probes.framing();
  if (framing !== undefined) say('frame', framing === 'allowed' ? 'fine' : 'note', t.frame[framing]);
  // Where there is nothing to put into a frame, that it was looked for says nothing.
  const isTold = (address: string): boolean => framing !== undefined || !isOfFrame(address);
  const { own, foreign } = probes.requests();
  say('requests', foreign.length === 0 ? 'fine' : 'note', foreign.length === 0 ? t.requests.own({ files: own.filter(isTold).join(', ') }) : t.requests.foreign({ files: foreign.join(', ') }));
  for (const refusal of refusals().filter(({ blocked }) => isTold(blocked))) {
    const remedy = remedyFor(refusal);
    all.push({
      id: `refused-${remedy}`,
      name: t.refused({ directive: refusal.directive, blocked: refusal.blocked }),
      // What of ours is missed by it has its own line above, and counts there.
      state: remedy === 'script' ? 'bad' : remedy === 'foreign' ? 'note' : 'fine',
      text: t.remedies[remedy],
    });
  }
  return all;
}

/** Whether the element can be used here. */
export function verdict(t: SelftestTexts, found: readonly Finding[]): { readonly state: State; readonly text: string } {
  if (found.some(({ state }) => state === 'bad')) return { state: 'bad', text: t.verdict.bad };
  const count = found.filter(({ state }) => state === 'note').length;
  return count > 0 ? { state: 'note', text: t.verdict.note({ count }) } : { state: 'fine', text: t.verdict.fine };
}
