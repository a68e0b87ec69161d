/** Where each line of a file has to start, by what starts on it. */
import { countBelow } from '../../syntax/search';
import type { ParsedDocument, PlacedNode, ScalarNode, TextSpan } from '../../syntax/types';
import { changed, type Change } from './change';
import { colonGap, flowChanges, flowOf } from './flow';
import { indentOf, isBlank, type Line } from './lines';

/** A column as written, and as it is to be. */
export interface Level {
  readonly old: number;
  readonly now: number;
}

export interface Layout {
  /** By line: what starts on it, and in what, from the outside in. */
  readonly levels: ReadonlyMap<number, { readonly first: Level; readonly chain: readonly Level[] }>;
  /** Lines of long texts: none of ours. */
  readonly kept: ReadonlySet<number>;
  /** Lines after which a block begins. */
  readonly opening: ReadonlySet<number>;
  /** Inside lines, and where the lines of a long text start. */
  readonly changes: readonly Change[];
}

/** What an item is indented by from its dash. */
const DASH = 2;

/** @param step by how many columns a block is indented from its key */
export function layoutOf(parsed: ParsedDocument, lines: readonly Line[], step: number): Layout {
  const laying = new Laying(parsed, lines, step);
  for (const document of parsed.documents) {
    const top = document.placed([]);
    if (top) laying.content(top, 0, []);
  }
  return laying;
}

class Laying implements Layout {
  readonly levels = new Map<number, { first: Level; chain: readonly Level[] }>();
  readonly kept = new Set<number>();
  readonly opening = new Set<number>();
  readonly changes: Change[] = [];
  readonly #parsed: ParsedDocument;
  readonly #lines: readonly Line[];
  readonly #step: number;

  constructor(parsed: ParsedDocument, lines: readonly Line[], step: number) {
    this.#parsed = parsed;
    this.#lines = lines;
    this.#step = step;
  }

  /** What stands below a key, behind a dash or at the top. @param column where a block of it starts */
  content(placed: PlacedNode, column: number, chain: readonly Level[]): void {
    const { node } = placed;
    if (!node) return;
    if (node.kind === 'scalar') this.#scalar(placed, node, column, chain);
    else if (node.flow) this.#flow(placed, column, chain);
    else for (const child of placed.children()) this.#entry(child, node.kind, column, chain);
  }

  #entry(child: PlacedNode, kind: 'map' | 'list', column: number, outer: readonly Level[]): void {
    const chain = this.#starts(child.entry.start, column, outer);
    const { start, end } = child.value;
    if (start === end) return;
    const before = kind === 'map' ? child.key?.end : child.entry.start + 1;
    if (before === undefined) return;
    const isSameLine = this.#lineAt(before) === this.#lineAt(start);
    if (!isSameLine) this.opening.add(this.#lineAt(before));
    this.#gap(before, start, kind);
    this.content(child, column + (kind === 'map' ? this.#step : DASH), chain);
  }

  #gap(start: number, end: number, kind: 'map' | 'list'): void {
    const gap = this.#parsed.text.slice(start, end);
    const written = kind === 'map' ? colonGap(gap) : /^\s+$/.test(gap) ? ' ' : undefined;
    if (written !== undefined) this.#change(start, end, written);
    // Nothing but the colon stands behind the key on its line.
    else if (kind === 'map') this.#change(start, start + gap.search(/[^ \t]/), '');
  }

  #flow(placed: PlacedNode, column: number, chain: readonly Level[]): void {
    this.#startsLineAt(placed.value.start, column, chain);
    this.changes.push(...flowChanges(this.#parsed.text, flowOf(placed)));
    const { start, end } = placed.value;
    const [first, last] = [this.#lineAt(start), this.#lineAt(end)];
    const depth = brackets(this.#parsed.text, placed);
    for (let number = first + 1; number <= last; number++) {
      const line = this.#lines[number];
      if (!line || isBlank(line.text) || this.kept.has(number)) continue;
      const at = line.start + indentOf(line.text);
      const isEnd = /^[\]}]/.test(line.text.trimStart());
      this.#starts(at, column + this.#step * (depth(at) - (isEnd ? 1 : 0)), chain);
    }
  }

  #scalar({ value }: PlacedNode, node: ScalarNode, column: number, chain: readonly Level[]): void {
    this.#startsLineAt(value.start, column, chain);
    const [first, last] = [this.#lineAt(value.start), this.#lineAt(value.end)];
    if (node.style === 'block') this.#longText(first, last, column);
    else
      for (let number = first + 1; number <= last; number++) {
        const line = this.#lines[number];
        if (!line) continue;
        this.kept.add(number);
        if (!isBlank(line.text))
          this.#change(line.start, line.start + indentOf(line.text), ' '.repeat(column));
      }
  }

  /** Its lines are moved together, so that they read as they did. */
  #longText(header: number, last: number, column: number): void {
    const head = this.#lines[header]?.text ?? '';
    const keepsBlanks = /[|>][1-9]?\+/.test(head);
    let end = last;
    while (keepsBlanks && isBlank(this.#lines[end + 1]?.text ?? 'x')) end++;
    const body = this.#lines.slice(header + 1, end + 1);
    const written = Math.min(...body.flatMap(({ text }) => (isBlank(text) ? [] : [indentOf(text)])));
    for (const [index, { start, text }] of body.entries()) {
      this.kept.add(header + 1 + index);
      // With the indentation said in its first line, nothing of it is ours.
      if (/[|>][+-]?[1-9]/.test(head) || text.length < written || !Number.isFinite(written)) continue;
      this.#change(start, start + written, ' '.repeat(column));
    }
  }

  /** Notes that something starts at an offset, and at which column it is to stand where it is first on its line. */
  #starts(offset: number, column: number, outer: readonly Level[]): readonly Level[] {
    const number = this.#lineAt(offset);
    const line = this.#lines[number];
    const level = { old: offset - (line?.start ?? 0), now: column };
    const chain = [...outer, level];
    const first = this.levels.get(number)?.first;
    if (first) this.levels.set(number, { first, chain });
    else if (this.#startsLine(offset)) this.levels.set(number, { first: level, chain });
    return chain;
  }

  /** Behind its key it is no level: nothing on a line below can stand beside it. */
  #startsLineAt(offset: number, column: number, outer: readonly Level[]): void {
    if (this.#startsLine(offset)) this.#starts(offset, column, outer);
  }

  #startsLine(offset: number): boolean {
    const start = this.#lines[this.#lineAt(offset)]?.start ?? 0;
    return isBlank(this.#parsed.text.slice(start, offset));
  }

  #lineAt(offset: number): number {
    return this.#parsed.positionAt(offset).line;
  }

  #change(start: number, end: number, newText: string): void {
    const change = end < start ? undefined : changed(this.#parsed.text, { start, end }, newText);
    if (change) this.changes.push(change);
  }
}

/** How deep an offset lies in a flow collection: a value on a line below its key lies deeper than the key. */
function brackets(text: string, top: PlacedNode): (offset: number) => number {
  const spans: TextSpan[] = [];
  const walk = (placed: PlacedNode): void => {
    const { node, key, value } = placed;
    if (placed !== top && key && /[\r\n]/.test(text.slice(key.end, value.start)))
      spans.push({ start: value.start - 1, end: value.end + 1 });
    if (!node || node.kind === 'scalar') return;
    if (/[[{]/.test(text.charAt(value.start))) spans.push(value);
    for (const child of placed.children()) walk(child);
  };
  walk(top);
  const starts = spans.map(({ start }) => start).sort((a, b) => a - b);
  const ends = spans.map(({ end }) => end).sort((a, b) => a - b);
  return (offset) => countBelow(starts, offset) - countBelow(ends, offset + 1);
}
