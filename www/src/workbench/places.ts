/** Places in a rulebook: from a JSON pointer to the text there, and to words. */
import type { SyntaxNode, Tree } from '@lezer/common';
import type { Text as Lines } from '@codemirror/state';
import type { Fault, Text } from '../boundary';
import { inLanguage, type Lang } from '../texts';

export interface Range {
  readonly from: number;
  readonly to: number;
}

const VALUES = ['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null'];

function children(node: SyntaxNode, names: readonly string[]): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (names.includes(child.name)) found.push(child);
  }
  return found;
}

/** The keys of a JSON pointer. */
export function keysOf(pointer: string): readonly string[] {
  return pointer.split('/').slice(1).map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'));
}

function textOf(lines: Lines, node: SyntaxNode): string {
  const written = lines.sliceString(node.from, node.to);
  try {
    return String(JSON.parse(written));
  } catch {
    return written;
  }
}

/** What to point at for a value: the value itself, or where it begins where it has parts. */
function shown(node: SyntaxNode, name: SyntaxNode | null): Range {
  if (node.name !== 'Object' && node.name !== 'Array') return { from: node.from, to: node.to };
  return name === null ? { from: node.from, to: node.from + 1 } : { from: name.from, to: name.to };
}

/** The place of a pointer in the text; the deepest place on the way to it where the text ends earlier. */
export function rangeOf(tree: Tree, lines: Lines, pointer: string): { range: Range; node: SyntaxNode; name: SyntaxNode | null } | null {
  const [top] = children(tree.topNode, VALUES);
  if (top === undefined) return null;
  let [node, name]: [SyntaxNode, SyntaxNode | null] = [top, null];
  for (const key of keysOf(pointer)) {
    if (node.name === 'Array') {
      const item: SyntaxNode | undefined = children(node, VALUES)[Number(key)];
      if (item === undefined) break;
      [node, name] = [item, null];
    } else {
      const property = children(node, ['Property']).find((candidate) => {
        const [written] = children(candidate, ['PropertyName']);
        return written !== undefined && textOf(lines, written) === key;
      });
      if (property === undefined) break;
      name = children(property, ['PropertyName'])[0] ?? null;
      const [value] = children(property, VALUES);
      if (value === undefined) return { range: { from: property.from, to: property.to }, node: property, name };
      node = value;
    }
  }
  return { range: shown(node, name), node, name };
}

/** Where a column begins: the engine counts characters, from 1; what the browser counts, some have two of. */
function columnIn(line: string, column: number): number {
  return Array.from(line).slice(0, Math.max(0, column - 1)).join('').length;
}

/** What has a place in the text: a fault or a finding. */
export type Placeable = Pick<Fault, 'place' | 'params' | 'value'> & { readonly code: string };

/** The place of a fault in the text. */
export function rangeOfFault(tree: Tree, lines: Lines, fault: Placeable): Range {
  const params = fault.params as unknown as Readonly<Record<string, string | undefined>>;
  if (fault.code === 'malformed_json') {
    const line = lines.line(Math.max(1, Math.min(Number(params['line']) || 1, lines.lines)));
    const at = line.from + columnIn(line.text, Number(params['column']) || 1);
    return { from: Math.min(at, line.to), to: Math.min(at + 1, line.to) };
  }
  const found = rangeOf(tree, lines, fault.place);
  if (found === null) return { from: 0, to: 0 };
  const { range, node, name } = found;
  const keys = keysOf(fault.place);
  // What is wrong is the name and not what it stands for.
  if (name !== null && fault.value !== '' && keys[keys.length - 1] === fault.value && textOf(lines, name) === fault.value) {
    return { from: name.from, to: name.to };
  }
  const column = Number(params['column']);
  // Within a formula, whose text stands between quotation marks.
  if (node.name === 'String' && column >= 1 && !lines.sliceString(range.from, range.to).includes('\\')) {
    const from = Math.min(range.from + column, range.to - 1);
    return { from, to: Math.min(Math.max(from + fault.value.length, from + 1), range.to - 1) };
  }
  return range;
}

function labelOf(part: unknown, lang: Lang): string | undefined {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return undefined;
  const { label, title, id, unit } = part as { label?: Text; title?: Text; id?: unknown; unit?: unknown };
  const text = label ?? title;
  if (typeof text === 'object' && typeof text.zh === 'string') return inLanguage(text, lang);
  return typeof id === 'string' ? id : typeof unit === 'string' ? unit : undefined;
}

/** The place of a pointer in words: the labels of what it lies in, then what is there. */
export function placeInWords(document: unknown, pointer: string, lang: Lang): string {
  const words: string[] = [];
  let part: unknown = document;
  for (const key of keysOf(pointer)) {
    const inList = Array.isArray(part);
    part = typeof part === 'object' && part !== null ? (part as Readonly<Record<string, unknown>>)[key] : undefined;
    const label = labelOf(part, lang);
    if (label !== undefined) words.push(label);
    // The lists themselves go without saying.
    else if (inList) words.push(String(Number(key) + 1));
    else if (!Array.isArray(part)) words.push(key);
  }
  return words.join(' › ');
}
