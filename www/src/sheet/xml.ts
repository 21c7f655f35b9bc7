/** A small reader of XML: enough for the parts of a workbook. It never throws, knows no entities but XML's own, and loads nothing. */

/** The attributes of an element, without their prefixes. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** What is told while a text is read; names come without prefixes. */
export interface XmlListener {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const NAMED: Readonly<Record<string, string | undefined>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function character(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function unescaped(text: string): string {
  if (text.indexOf('&') < 0) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi, (whole: string, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return character(parseInt(hex, 16));
    if (decimal !== undefined) return character(Number(decimal));
    return NAMED[name ?? ''] ?? whole;
  });
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const isBlank = (sign: string): boolean => sign === ' ' || sign === '\t' || sign === '\n' || sign === '\r';

/** Goes through a tag once, so that one of any length takes no longer than its length. */
function attributesOf(text: string): Attributes {
  const attributes: Record<string, string> = {};
  let at = 0;
  const pass = (is: (sign: string) => boolean): string => {
    const from = at;
    while (at < text.length && is(text.charAt(at))) at += 1;
    return text.slice(from, at);
  };
  while (at < text.length) {
    pass((sign) => isBlank(sign) || sign === '/');
    const name = pass((sign) => !isBlank(sign) && sign !== '=' && sign !== '/');
    pass(isBlank);
    if (text.charAt(at) !== '=') continue;
    at += 1;
    pass(isBlank);
    const quote = text.charAt(at);
    if (quote !== '"' && quote !== "'") continue;
    const end = text.indexOf(quote, at + 1);
    if (end < 0) break;
    if (name !== '') attributes[local(name)] = unescaped(text.slice(at + 1, end));
    at = end + 1;
  }
  return attributes;
}

/** Where a tag ends that begins at `from`: a `>` in an attribute's value is none. */
function endOfTag(xml: string, from: number): number {
  let quote = '';
  for (let at = from; at < xml.length; at += 1) {
    const sign = xml.charAt(at);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at;
  }
  return -1;
}

/** Reads a text as far as it is XML. */
export function readXml(xml: string, { open, close, text }: XmlListener): void {
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    if (tag < 0) return;
    if (tag > at) text?.(unescaped(xml.slice(at, tag)).replace(/\r\n?/g, '\n'));
    // The sign `<` itself is left out here: before `!--` it would be markup in a page that holds this script.
    const [opening, ending] = xml.startsWith('!--', tag + 1) ? ['!--', '-->'] : xml.startsWith('![CDATA[', tag + 1) ? ['![CDATA[', ']]>'] : ['', '>'];
    const begin = tag + 1 + opening.length;
    const end = opening === '' ? endOfTag(xml, begin) : xml.indexOf(ending, begin);
    if (end < 0) return;
    const inside = xml.slice(begin, end);
    at = end + ending.length;
    if (opening === '![CDATA[') text?.(inside);
    else if (opening === '' && inside.startsWith('/')) close?.(local(inside.slice(1).trim()));
    else if (opening === '' && !/^[!?]/.test(inside)) {
      const empty = inside.endsWith('/');
      const [name = ''] = /^[^\s/]+/.exec(inside) ?? [];
      open?.(local(name), attributesOf(inside.slice(name.length)));
      if (empty) close?.(local(name));
    }
  }
}
