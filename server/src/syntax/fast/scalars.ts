import { plainScalarType } from '../scalarType';
import type { Converted } from '../convert';
import type { ScalarNode } from '../types';
import { keyNode } from './keys';
import { BACKSLASH, COLON, DASH, DOUBLE_QUOTE, HASH, SINGLE_QUOTE, SPACE } from './characters';

/** YAML 1.2.2, c-indicator: what a plain scalar cannot begin with, or only in front of certain characters. */
const INDICATORS = '-?:,[]{}#&*!|>\'"%@`';

/** The escapes that people write; the others are refused. */
const KNOWN_ESCAPE = /\\(["\\/nt])/g;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t' };

/** Longer ones are refused by YAML. */
const LONGEST_KEY = 1000;

/** A scalar and the offset behind it. */
export interface ReadScalar {
  readonly node: ScalarNode;
  readonly end: number;
}

/**
 * Offset of the colon that makes what begins at `start` a key; -1 where it is none, or one that is written in an unusual
 * way. `end` is the end of the line.
 */
export function colonOf(text: string, start: number, end: number): number {
  const colon = isQuote(text.charCodeAt(start))
    ? closingQuote(text, start, end) + 1
    : plainColon(text, start, end);
  if (colon <= start || colon >= end || colon - start > LONGEST_KEY) return -1;
  if (text.charCodeAt(colon) !== COLON || text.charCodeAt(colon - 1) === SPACE) return -1;
  return colon + 1 === end || text.charCodeAt(colon + 1) === SPACE ? colon : -1;
}

function plainColon(text: string, start: number, end: number): number {
  if (!startsPlain(text, start)) return -1;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === COLON && (at + 1 === end || text.charCodeAt(at + 1) === SPACE)) return at;
    if (unit === HASH && text.charCodeAt(at - 1) === SPACE) return -1;
  }
  return -1;
}

/** The key in `[start, end)`, as `colonOf` found it. */
export function readKey(text: string, start: number, end: number): ScalarNode | undefined {
  if (isQuote(text.charCodeAt(start))) return quotedNode(text, start, end - 1);
  return keyNode(text.slice(start, end));
}

/** A plain or quoted scalar in block context that begins at `start` and ends on this line. */
export function readScalar(text: string, start: number, end: number): ReadScalar | undefined {
  if (isQuote(text.charCodeAt(start))) return readQuoted(text, start, end);
  if (!startsPlain(text, start)) return undefined;
  let last = start;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === SPACE) continue;
    if (unit === HASH && text.charCodeAt(at - 1) === SPACE) break;
    if (unit === COLON && (at + 1 === end || text.charCodeAt(at + 1) === SPACE)) return undefined;
    last = at;
  }
  return { node: plainNode(text.slice(start, last + 1)), end: last + 1 };
}

/** The value that a scalar at `start` is; `from` and `keyEnd` bound the key or dash in front of it. */
export function valueOf({ node, end }: ReadScalar, start: number, from: number, keyEnd: number): Converted {
  return { node: node.type === 'null' ? undefined : node, place: { from, keyEnd, start, end } };
}

export function readQuoted(text: string, start: number, end: number): ReadScalar | undefined {
  const close = closingQuote(text, start, end);
  const node = close < 0 ? undefined : quotedNode(text, start, close);
  return node && { node, end: close + 1 };
}

export function plainNode(text: string): ScalarNode {
  return { kind: 'scalar', type: plainScalarType(text), text, style: 'plain' };
}

function quotedNode(text: string, start: number, close: number): ScalarNode | undefined {
  const inside = text.slice(start + 1, close);
  const decoded = text.charCodeAt(start) === SINGLE_QUOTE ? inside.replaceAll("''", "'") : unescape(inside);
  return decoded === undefined
    ? undefined
    : { kind: 'scalar', type: 'string', text: decoded, style: 'quoted' };
}

/** Undefined where there is an escape sequence that is not known here. */
function unescape(text: string): string | undefined {
  if (!text.includes('\\')) return text;
  if (text.replace(KNOWN_ESCAPE, '').includes('\\')) return undefined;
  return text.replace(KNOWN_ESCAPE, (_, letter: string) => ESCAPES[letter] ?? letter);
}

/** Offset of the quote that closes the one at `start`; -1 where there is none before `end`. */
function closingQuote(text: string, start: number, end: number): number {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === BACKSLASH && quote === DOUBLE_QUOTE) at++;
    else if (unit === quote) {
      if (quote === DOUBLE_QUOTE || text.charCodeAt(at + 1) !== SINGLE_QUOTE) return at;
      at++;
    }
  }
  return -1;
}

export function isQuote(unit: number): boolean {
  return unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE;
}

/**
 * Can a plain scalar begin with the character at `at`? Of those that begin with `-` only words and numbers are taken, so
 * that nothing here can be the mark of a document, `---` or `...`.
 */
export function startsPlain(text: string, at: number): boolean {
  if (text.charCodeAt(at) === DASH) return /[0-9A-Za-z.]/.test(text.charAt(at + 1));
  return !INDICATORS.includes(text.charAt(at)) && !text.startsWith('...', at);
}
