/** The late parts as files beside the script, each fetched when it is needed first. */
import type * as inside from './inside';
import { coming } from './late';

export const latePaste: typeof inside.latePaste = coming(() => import('./files/paste'));
export const lateSheets: typeof inside.lateSheets = coming(() => import('./files/sheets'));
export const lateWhy: typeof inside.lateWhy = coming(() => import('./files/why'));
export const lateWindows: typeof inside.lateWindows = coming(() => import('./files/windows'));
