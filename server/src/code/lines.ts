/** Offsets to LSP positions. A line ends at `\n`, `\r\n` or a lone `\r`, as LSP counts. */
import type { Position, Range } from '../syntax/types';

export class LineIndex {
  private readonly starts: number[] = [0];
  private readonly length: number;

  constructor(text: string) {
    this.length = text.length;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) this.starts.push(at + 1);
    }
  }

  /** @param offset in UTF-16 code units; held inside the text */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.length));
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - (this.starts[low] ?? 0) };
  }

  rangeOf(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  /** For a piece of the text whose offsets count from its own start. */
  from(offset: number): { rangeOf(start: number, end: number): Range } {
    return { rangeOf: (start, end) => this.rangeOf(offset + start, offset + end) };
  }
}
