/** The late parts as files beside the script, each fetched when it is needed first. */
import type * as inside from './inside';
import { coming } from './late';

export const latePaste: typeof inside.latePaste = coming(() => import('./files/paste'));
export const lateSheets: typeof inside.lateSheets = coming(() => import('./files/sheets'));
