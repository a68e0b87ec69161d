/**
 * A scanner for the little of XML that reports use: elements and attributes. Nothing is expanded but character references
 * and the five entities XML itself names; a document type with all it declares is skipped; text between tags is skipped.
 * One pass, in constant space; what is read before a defect stands.
 */

export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  /** The last event: from here on the text is cut off or no XML. */
  | { readonly kind: 'broken' };

const NAME = /[\p{L}_:][\p{L}\p{Nd}\p{M}_:.-]*/uy;
const SPACE = /[ \t\r\n]+/y;
const TEXT = /[^ \t\r\n]/;

/** Names come without their namespace's prefix. An empty element (`<a/>`) opens and closes. */
export function* scanXml(text: string): Generator<XmlEvent, void, undefined> {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let depth = 0;
  for (;;) {
    const start = text.indexOf('<', at);
    if (start < 0) {
      if (depth > 0 || TEXT.test(text.slice(at))) yield { kind: 'broken' };
      return;
    }
    if (depth === 0 && TEXT.test(text.slice(at, start))) return yield { kind: 'broken' };
    const skipped = endOfMarkup(text, start);
    if (skipped !== undefined) {
      if (skipped < 0) return yield { kind: 'broken' };
      at = skipped;
      continue;
    }
    const tag = readTag(text, start);
    if (!tag) return yield { kind: 'broken' };
    at = tag.end;
    if (tag.opens) {
      depth++;
      yield { kind: 'open', name: tag.name, attributes: tag.attributes };
    }
    if (tag.closes) {
      if (depth-- === 0) return yield { kind: 'broken' };
      yield { kind: 'close', name: tag.name };
    }
  }
}

/** End of a comment, CDATA section, processing instruction or document type; -1 where it is cut off. */
function endOfMarkup(text: string, start: number): number | undefined {
  const behind = (closing: string, from: number): number => {
    const end = text.indexOf(closing, from);
    return end < 0 ? -1 : end + closing.length;
  };
  if (text.startsWith('<!--', start)) return behind('-->', start + 4);
  if (text.startsWith('<![CDATA[', start)) return behind(']]>', start + 9);
  if (text.startsWith('<?', start)) return behind('?>', start + 2);
  return text.startsWith('<!', start) ? endOfDoctype(text, start) : undefined;
}

/** A document type may hold declarations in brackets, with quoted texts and comments that hold any sign. */
function endOfDoctype(text: string, start: number): number {
  let isInside = false;
  for (let at = start + 2; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '"' || sign === "'") {
      at = text.indexOf(sign, at + 1);
      if (at < 0) return -1;
    } else if (text.startsWith('<!--', at)) {
      at = text.indexOf('-->', at + 4);
      if (at < 0) return -1;
    } else if (sign === '[') isInside = true;
    else if (sign === ']') isInside = false;
    else if (sign === '>' && !isInside) return at + 1;
  }
  return -1;
}

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly opens: boolean;
  readonly closes: boolean;
  readonly end: number;
}

function readTag(text: string, start: number): Tag | undefined {
  let at = start + 1;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const isEnd = text.charAt(at) === '/';
  if (isEnd) at++;
  const name = match(NAME);
  if (name === undefined) return undefined;
  const attributes = new Map<string, string>();
  for (;;) {
    match(SPACE);
    const sign = text.charAt(at);
    if (sign === '>') return { name: localName(name), attributes, opens: !isEnd, closes: isEnd, end: at + 1 };
    if (text.startsWith('/>', at) && !isEnd) {
      return { name: localName(name), attributes, opens: true, closes: true, end: at + 2 };
    }
    const key = match(NAME);
    if (key === undefined || isEnd) return undefined;
    match(SPACE);
    if (text.charAt(at++) !== '=') return undefined;
    match(SPACE);
    const quote = text.charAt(at);
    const end = quote === '"' || quote === "'" ? text.indexOf(quote, at + 1) : -1;
    if (end < 0) return undefined;
    if (!attributes.has(localName(key))) attributes.set(localName(key), decoded(text.slice(at + 1, end)));
    at = end + 1;
  }
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** An entity that XML does not name stays as it is written: what a document declares is never read. */
function decoded(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
