// Where things lie, and the oldest browser that what is built must run in.

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const www = dirname(dirname(fileURLToPath(import.meta.url)));
export const root = dirname(www);
export const generated = join(www, 'generated');
export const dist = join(www, 'dist');
/** The npm package. */
export const npm = join(root, 'target/npm');
export const target = 'chrome64';
/** The command: as `make build` leaves it, or where INFOCITY says. */
export const infocity = process.env.INFOCITY ?? join(root, 'target/release/infocity');
