import type { Converted } from '../convert';
import type { Place } from '../reading';
import type { SyntaxNode } from '../types';
import { readBlockScalar, readHeader } from './blockScalar';
import { DASH, GREATER, HASH, OPEN_LIST, OPEN_MAP, PIPE, SPACE } from './characters';
import { Entries } from './entries';
import { FlowReader } from './flow';
import { skipSpaces, type Lines } from './lines';
import { colonOf, readKey, readScalar, valueOf } from './scalars';

/** Collections in collections that are read here: far more than a card has. */
const MAX_DEPTH = 50;

/** What stands in front of a value: its key or dash in `[from, keyEnd)`, and the column of the collection it belongs to. */
interface Lead {
  readonly from: number;
  readonly keyEnd: number;
  readonly column: number;
  /** May a list stand in the same column? Below a key it may. */
  readonly isKey: boolean;
}

/**
 * Reads maps and lists in block style. Every method begins at a place on the current line and leaves the lines at the
 * first one that does not belong to what it read; `undefined` is where anything unusual was met, and reading ends.
 */
export class BlockReader {
  readonly #lines: Lines;
  #depth = 0;

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  /** The map or list that the whole text is. */
  root(): Converted | undefined {
    const { at, column } = this.#lines;
    const read = this.#collection(at, column, undefined);
    return this.#lines.column < 0 ? read : undefined;
  }

  /** A collection that begins at `at`, in `column`. Undefined as well where none begins there. */
  #collection(at: number, column: number, lead: Lead | undefined): Converted | undefined {
    if (this.#depth === MAX_DEPTH) return undefined;
    this.#depth++;
    const isList = this.#startsItem(at);
    const children: Place[] = [];
    const node = isList ? this.#items(at, column, children) : this.#entries(at, column, children);
    this.#depth--;
    // What is indented less than its neighbours, but more than what they belong to, belongs to nothing.
    if (node === undefined || this.#lines.column > column) return undefined;
    let end = at;
    for (const child of children) if (child.end > end) end = child.end;
    return {
      node,
      place: {
        from: lead?.from ?? at,
        keyEnd: lead?.keyEnd ?? at,
        start: at,
        end,
        children: children.slice(),
      },
    };
  }

  #items(first: number, column: number, children: Place[]): SyntaxNode | undefined {
    const items: (SyntaxNode | undefined)[] = [];
    let dash = first;
    do {
      const item = this.#item(dash, column);
      if (item === undefined) return undefined;
      items.push(item.node);
      children.push(item.place);
      dash = this.#lines.at;
    } while (this.#lines.column === column && this.#startsItem(dash));
    return { kind: 'list', flow: false, items: items.slice() };
  }

  #item(dash: number, column: number): Converted | undefined {
    const lead = { from: dash, keyEnd: dash, column, isKey: false };
    const { text, end } = this.#lines;
    const at = skipSpaces(text, dash + 1);
    const nested = at < end && (this.#startsItem(at) || colonOf(text, at, end) >= 0);
    return nested ? this.#collection(at, column + at - dash, lead) : this.#value(dash + 1, lead);
  }

  #entries(first: number, column: number, children: Place[]): SyntaxNode | undefined {
    const entries = new Entries(children);
    let start = first;
    do {
      const { text, end } = this.#lines;
      const colon = colonOf(text, start, end);
      const key = colon < 0 ? undefined : readKey(text, start, colon);
      if (key === undefined || !entries.accepts(key)) return undefined;
      const value = this.#value(colon + 1, { from: start, keyEnd: colon, column, isKey: true });
      if (value === undefined) return undefined;
      entries.add(key, value.node, value.place);
      start = this.#lines.at;
    } while (this.#lines.column === column);
    return entries.node(false);
  }

  /** The value behind a key or dash that ends at `from`: on this line, on those below, or none at all. */
  #value(from: number, lead: Lead): Converted | undefined {
    const lines = this.#lines;
    const at = skipSpaces(lines.text, from);
    const unit = at < lines.end ? lines.text.charCodeAt(at) : HASH;
    if (unit !== HASH)
      return unit === PIPE || unit === GREATER ? this.#blockScalar(at, lead) : this.#inline(at, lead);
    const below = lines.behindLine(from);
    if (below === undefined) return undefined;
    lines.goTo(below);
    const sameColumn = lead.isKey && lines.column === lead.column && this.#startsItem(lines.at);
    if (lines.column > lead.column || sameColumn) return this.#below(lead, below);
    return { node: undefined, place: { from: lead.from, keyEnd: lead.keyEnd, start: at, end: at } };
  }

  /** A value that begins on a line of its own; `next` is the start of the line right below its key or dash. */
  #below(lead: Lead, next: number): Converted | undefined {
    const { text, start, at, end, column } = this.#lines;
    if (this.#startsItem(at) || colonOf(text, at, end) >= 0) return this.#collection(at, column, lead);
    // Below a comment `yaml` may have forgotten the indentation, and takes lines for the scalar's that are not.
    return start === next ? this.#inline(at, lead) : undefined;
  }

  /** A scalar or a collection in brackets, on one line. */
  #inline(at: number, lead: Lead): Converted | undefined {
    const { text, end } = this.#lines;
    const unit = text.charCodeAt(at);
    const { from, keyEnd } = lead;
    let value: Converted | undefined;
    if (unit === OPEN_LIST || unit === OPEN_MAP) {
      value = new FlowReader(text, end).read({ at, from, keyEnd });
    } else {
      const scalar = readScalar(text, at, end);
      value = scalar && valueOf(scalar, at, from, keyEnd);
    }
    if (value === undefined || !this.#lines.close(value.place.end)) return undefined;
    // Deeper lines would go on with the scalar, or be a mistake.
    return this.#lines.column > lead.column ? undefined : value;
  }

  #blockScalar(start: number, lead: Lead): Converted | undefined {
    const lines = this.#lines;
    const header = readHeader(lines.text, start);
    const first = header && lines.behindLine(header.end);
    if (header === undefined || first === undefined) return undefined;
    const read = readBlockScalar(lines.text, first, lead.column, header.style);
    if (read === undefined) return undefined;
    lines.goTo(read.below);
    return valueOf(read, start, lead.from, lead.keyEnd);
  }

  #startsItem(at: number): boolean {
    const { text, end } = this.#lines;
    return text.charCodeAt(at) === DASH && (at + 1 === end || text.charCodeAt(at + 1) === SPACE);
  }
}
