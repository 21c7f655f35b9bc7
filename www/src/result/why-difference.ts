import { minus } from '../session/decimals';

/** Whether the second decimal is the greater, and by how much they differ. */
export function difference(from: string, to: string): { readonly up: boolean; readonly by: string } {
  const change = minus(to, from);
  return { up: !change.startsWith('-') && change !== '0', by: change.replace('-', '') };
}
