// What each part of the page may weigh: sizes.json, in bytes by brotli 9, with the reason why it is so much. So a part that
// grows is noticed by who makes it grow.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { www } from './paths.mjs';

/**
 * @typedef {{ bytes: number, why: string }} Limit
 * @typedef {{ room_percent: number, parts: Record<string, Limit> }} Limits
 * @typedef {Map<string, { brotli9: number }>} Weighed
 */

const file = join(www, 'sizes.json');
const set = "UPDATE=1 WHY='…' make sizes";
const told = (bytes) => bytes.toLocaleString('en');
const fits = (bytes, limit, room) => bytes * 100 <= limit * (100 + room);

/** @returns {Limits} */
export const limits = () => JSON.parse(readFileSync(file, 'utf8'));

/** @param {Limits} now */
export const keep = (now) => writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);

/**
 * What weighs more than it may, has no limit, or is no part, each as a sentence with the remedy.
 * @param {Weighed} weighed
 * @param {Limits} limits
 */
export function faults(weighed, { room_percent: room, parts }) {
  const heavy = [...weighed].flatMap(([name, { brotli9: bytes }]) => {
    const limit = parts[name]?.bytes;
    if (limit === undefined) return [`${name} weighs ${told(bytes)} bytes and has no limit in www/sizes.json; ${set} sets one`];
    if (fits(bytes, limit, room)) return [];
    return [
      `${name} weighs ${told(bytes)} bytes by brotli 9; www/sizes.json allows ${told(limit)} and ${room} % more. ` +
        `Make it lighter, or let it grow with the reason: ${set}`,
    ];
  });
  const gone = Object.keys(parts).filter((name) => !weighed.has(name));
  return [...heavy, ...gone.map((name) => `${name} is in www/sizes.json and no part of the page; ${set} takes it out`)];
}

/**
 * The limits set anew: what became lighter may weigh no more than it does, what outgrew its limit may weigh what it does, for
 * the reason given; what is within its room stays.
 * @param {Weighed} weighed
 * @param {Limits} limits
 * @param {string | undefined} why
 * @returns {Limits}
 */
export function renewed(weighed, { room_percent: room, parts }, why) {
  const entries = [...weighed].map(([name, { brotli9: bytes }]) => {
    const before = parts[name];
    if (before && fits(bytes, before.bytes, room)) return [name, { ...before, bytes: Math.min(bytes, before.bytes) }];
    if (!why) throw new Error(`${name} weighs ${told(bytes)} bytes: say why, ${set}`);
    return [name, { bytes, why }];
  });
  return { room_percent: room, parts: Object.fromEntries(entries) };
}
