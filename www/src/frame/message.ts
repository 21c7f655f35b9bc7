/**
 * What a host's page and the framed page say to one another: that somebody is there, and a height. Nothing else is ever in a
 * message, no figure above all. Whoever reads one checks first where it comes from; then here that it is exactly this.
 */

const GREETING = 'infocity-frame/greeting';
const SIZE = 'infocity-frame/size';
const VERSION = 1;
/** More than any form is high, in CSS pixels: a page cannot be made to grow without end. */
const MOST = 100_000;

interface Message {
  readonly type: string;
  readonly version: number;
  readonly height?: number;
}

/** What the host says: to whom it is said learns the host's origin by hearing it. */
export const greeting: Message = { type: GREETING, version: VERSION };

/** What the framed page answers, now and whenever it becomes higher or lower. */
export const sized = (height: number): Message => ({ type: SIZE, version: VERSION, height });

function isOf(type: string, keys: number, data: unknown): data is Message {
  if (typeof data !== 'object' || data === null || Object.keys(data).length !== keys) return false;
  const message = data as Partial<Message>;
  return message.type === type && message.version === VERSION;
}

export function isGreeting(data: unknown): boolean {
  return isOf(GREETING, 2, data);
}

/** The height that a message says; `null` where it is no such message. */
export function heightIn(data: unknown): number | null {
  if (!isOf(SIZE, 3, data)) return null;
  const { height } = data;
  return typeof height === 'number' && Math.floor(height) === height && height > 0 && height <= MOST ? height : null;
}
