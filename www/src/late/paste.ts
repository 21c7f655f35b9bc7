/** The late part that shows what a pasted table says. */
export { PastePanel } from '../paste/panel';
