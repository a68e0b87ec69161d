import type { Converted } from '../convert';
import type { Place } from '../reading';
import type { SyntaxNode } from '../types';
import { CLOSE_LIST, CLOSE_MAP, COLON, COMMA, HASH, OPEN_LIST, OPEN_MAP, SPACE } from './characters';
import { Entries } from './entries';
import { skipSpaces } from './lines';
import { isQuote, plainNode, readQuoted, startsPlain, valueOf, type ReadScalar } from './scalars';

/** Brackets in brackets that are read here. */
const MAX_DEPTH = 20;

/** What a plain scalar in brackets cannot have behind a colon: it would end, or go on below. */
const BEHIND_COLON = ',[]{}\n\r';

/** Where a value is to be read: `from` and `keyEnd` bound the key or dash in front of it. */
interface Spot {
  readonly at: number;
  readonly from: number;
  readonly keyEnd: number;
}

/** Reads lists and maps in brackets, as far as they are closed on the line they begin on. */
export class FlowReader {
  readonly #text: string;
  readonly #endOfLine: number;

  constructor(text: string, endOfLine: number) {
    this.#text = text;
    this.#endOfLine = endOfLine;
  }

  /** Undefined where there is no such value, or anything unusual about it. */
  read(spot: Spot, depth = 0): Converted | undefined {
    if (depth > MAX_DEPTH) return undefined;
    const unit = this.#text.charCodeAt(spot.at);
    if (unit === OPEN_LIST) return this.#list(spot, depth + 1);
    if (unit === OPEN_MAP) return this.#map(spot, depth + 1);
    const scalar = this.#scalar(spot.at);
    return scalar && valueOf(scalar, spot.at, spot.from, spot.keyEnd);
  }

  #list({ at: start, from, keyEnd }: Spot, depth: number): Converted | undefined {
    const items: (SyntaxNode | undefined)[] = [];
    const children: Place[] = [];
    const end = this.#members(start, CLOSE_LIST, (at) => {
      const item = this.read({ at, from: at, keyEnd: at }, depth);
      if (item === undefined) return undefined;
      items.push(item.node);
      children.push(item.place);
      return item.place.end;
    });
    if (end === undefined) return undefined;
    return {
      node: { kind: 'list', flow: true, items: items.slice() },
      place: { from, keyEnd, start, end, children: children.slice() },
    };
  }

  #map({ at: start, from, keyEnd }: Spot, depth: number): Converted | undefined {
    const entries = new Entries();
    const end = this.#members(start, CLOSE_MAP, (at) => {
      const key = this.#scalar(at);
      if (key === undefined || !entries.accepts(key.node)) return undefined;
      const colon = key.end;
      if (this.#text.charCodeAt(colon) !== COLON || this.#text.charCodeAt(colon + 1) !== SPACE)
        return undefined;
      const value = this.read({ at: skipSpaces(this.#text, colon + 1), from: at, keyEnd: colon }, depth);
      if (value === undefined) return undefined;
      entries.add(key.node, value.node, value.place);
      return value.place.end;
    });
    if (end === undefined) return undefined;
    return {
      node: entries.node(true),
      place: { from, keyEnd, start, end, children: entries.children.slice() },
    };
  }

  /**
   * Reads what stands between a bracket and the one that closes it, separated by commas; gives the offset behind it.
   * `member` reads one from an offset on, and gives the offset behind it.
   */
  #members(open: number, close: number, member: (at: number) => number | undefined): number | undefined {
    let at = skipSpaces(this.#text, open + 1);
    if (this.#text.charCodeAt(at) === close) return at + 1;
    for (;;) {
      const end = member(at);
      if (end === undefined) return undefined;
      at = skipSpaces(this.#text, end);
      const unit = this.#text.charCodeAt(at);
      if (unit === close) return at + 1;
      if (unit !== COMMA) return undefined;
      at = skipSpaces(this.#text, at + 1);
    }
  }

  /** A scalar in front of a comma, a closing bracket, or a colon with a space behind it. */
  #scalar(start: number): ReadScalar | undefined {
    const text = this.#text;
    if (isQuote(text.charCodeAt(start))) return readQuoted(text, start, this.#endOfLine);
    if (!startsPlain(text, start)) return undefined;
    let end = start;
    for (let at = start; at < this.#endOfLine; at++) {
      const unit = text.charCodeAt(at);
      if (unit === SPACE) continue;
      const colon = unit === COLON && text.charCodeAt(at + 1) === SPACE;
      if (colon || unit === COMMA || unit === CLOSE_LIST || unit === CLOSE_MAP)
        return { node: plainNode(text.slice(start, end)), end };
      if (unit === OPEN_LIST || unit === OPEN_MAP) return undefined;
      if (unit === HASH && text.charCodeAt(at - 1) === SPACE) return undefined;
      if (unit === COLON && BEHIND_COLON.includes(text.charAt(at + 1))) return undefined;
      end = at + 1;
    }
    return undefined;
  }
}
