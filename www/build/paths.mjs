// Where things lie, and the oldest browser that what is built must run in.

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const www = dirname(dirname(fileURLToPath(import.meta.url)));
export const root = dirname(www);
export const generated = join(www, 'generated');
export const dist = join(www, 'dist');
export const target = 'chrome64';
