/** Enter goes on to the next entry of the form, Shift+Enter back; Tab goes as everywhere. */
import type { Part } from '../session/state';

const BOXES = 'input.number, input.text';

/** Goes on from what has the focus, within its row or, by `goTo`, to another. */
export function goOn(event: KeyboardEvent, goTo: (part: Part) => void): void {
  const { target, currentTarget: form } = event;
  if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (!(target instanceof HTMLElement) || !(form instanceof HTMLElement) || !/^(INPUT|SELECT)$/.test(target.tagName)) return;
  const row = target.closest('[data-part]');
  if (row === null) return;
  event.preventDefault();
  const boxes = Array.from(row.querySelectorAll<HTMLInputElement>(BOXES));
  const mask = event.shiftKey ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const ahead = boxes.filter((box) => (target.compareDocumentPosition(box) & mask) !== 0);
  const box = event.shiftKey ? ahead[ahead.length - 1] : ahead[0];
  if (box !== undefined) {
    box.focus();
    box.select();
    return;
  }
  const rows = Array.from(form.querySelectorAll('[data-part]'));
  const next = rows[rows.indexOf(row) + (event.shiftKey ? -1 : 1)];
  const part = next?.getAttribute('data-part');
  if (part !== null && part !== undefined) goTo(part);
}
