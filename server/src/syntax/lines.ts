import type { Position } from './types';

/**
 * Line starts of a text as LSP counts them: `\n`, `\r\n` and a lone `\r` each end a line. (Nothing else does:
 * U+2028 is an ordinary character to LSP and to YAML 1.2.)
 */
export class LineTable {
  readonly #starts: Uint32Array;
  readonly #text: string;

  private constructor(text: string, starts: Uint32Array) {
    this.#text = text;
    this.#starts = starts;
  }

  static of(text: string): LineTable {
    const starts = [0];
    appendLineStarts(text, 0, text.length, starts);
    return new LineTable(text, Uint32Array.from(starts));
  }

  /**
   * The table of `text`, which equals this table's text but for what lies between the first `prefix` and the last
   * `suffix` code units. Scans only that stretch; the rest is copied and shifted.
   */
  changed(text: string, prefix: number, suffix: number): LineTable {
    const delta = text.length - this.#text.length;
    // A `\r` or `\n` beside the edit may have become, or ceased to be, half of a pair: one unit of overlap each side.
    const keptTo = Math.max(0, prefix - 1);
    const keptFrom = this.#text.length - Math.max(0, suffix - 1);
    const head = this.#firstAfter(keptTo);
    const tail = this.#firstAfter(keptFrom);
    const middle: number[] = [];
    appendLineStarts(text, keptTo, keptFrom + delta, middle);
    const starts = new Uint32Array(head + middle.length + (this.#starts.length - tail));
    starts.set(this.#starts.subarray(0, head));
    starts.set(middle, head);
    for (let from = tail, to = head + middle.length; from < this.#starts.length; from++, to++) {
      starts[to] = this.#at(from) + delta;
    }
    return new LineTable(text, starts);
  }

  /** Zero-based line that holds an offset. */
  lineAt(offset: number): number {
    return this.#firstAfter(offset) - 1;
  }

  /** Lines of the text; behind a line break at the end begins another, empty one. */
  get count(): number {
    return this.#starts.length;
  }

  /** Offset a zero-based line starts at. */
  startOf(line: number): number {
    return this.#at(line);
  }

  /** Offset of the end of a zero-based line, before its line break. */
  endOf(line: number): number {
    return this.#beforeBreak(line, line + 1 < this.#starts.length ? this.#at(line + 1) : this.#text.length);
  }

  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.lineAt(clamped);
    return { line, character: this.#beforeBreak(line, clamped) - this.#at(line) };
  }

  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.#starts.length) return this.#text.length;
    const start = this.#at(position.line);
    return Math.min(start + Math.max(0, position.character), this.endOf(position.line));
  }

  #at(line: number): number {
    return this.#starts[line] ?? 0;
  }

  /** Index of the first line that starts behind `offset`. */
  #firstAfter(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#at(middle) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #beforeBreak(line: number, offset: number): number {
    let end = offset;
    while (end > this.#at(line) && isBreak(this.#text.charCodeAt(end - 1))) end--;
    return end;
  }
}

const LF = 10;
const CR = 13;

function isBreak(unit: number): boolean {
  return unit === LF || unit === CR;
}

/** Appends the starts of lines that begin in `(from, to]`. */
function appendLineStarts(text: string, from: number, to: number, starts: number[]): void {
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit === LF || (unit === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
}
