import type { LocalComment } from '../reading';
import { CR, HASH, SPACE } from './characters';

/** Goes down a text line by line, past blank lines and comments. Comments are kept. */
export class Lines {
  readonly text: string;
  readonly comments: LocalComment[] = [];
  /** Where the current line begins. */
  start = 0;
  /** Offset of its first character that is no space. */
  at = 0;
  /** Offset of the line break that ends it, or of the end of the text. */
  end = 0;
  /** How many spaces it is indented by; -1 behind the last line. */
  column = -1;
  #below = 0;

  constructor(text: string) {
    this.text = text;
    this.goTo(0);
  }

  /** Makes the first line that has something other than a comment on it, at `offset` (a start of a line) or below, the current one. */
  goTo(offset: number): void {
    for (let start = offset; start < this.text.length; start = this.#below) {
      this.#measure(start);
      if (this.at === this.end) continue;
      if (this.text.charCodeAt(this.at) !== HASH) {
        this.column = this.at - start;
        return;
      }
      this.#comment(this.at);
    }
    this.start = this.at = this.end = this.#below = this.text.length;
    this.column = -1;
  }

  /** Goes on to the next line. False where something other than a comment follows `from` on the current one. */
  close(from: number): boolean {
    const below = this.behindLine(from);
    if (below !== undefined) this.goTo(below);
    return below !== undefined;
  }

  /** The start of the line below, whatever is on it. Undefined where something other than a comment follows `from`. */
  behindLine(from: number): number | undefined {
    const rest = skipSpaces(this.text, from);
    if (rest < this.end) {
      if (this.text.charCodeAt(rest) !== HASH || rest === from) return undefined;
      this.#comment(rest);
    }
    return this.#below;
  }

  #measure(start: number): void {
    const { text } = this;
    const found = text.indexOf('\n', start);
    this.#below = found < 0 ? text.length : found + 1;
    const end = found < 0 ? text.length : found;
    this.start = start;
    this.end = end > start && text.charCodeAt(end - 1) === CR ? end - 1 : end;
    this.at = skipSpaces(text, start);
  }

  #comment(start: number): void {
    this.comments.push({ text: this.text.slice(start, this.end).trimEnd(), start });
  }
}

/** The first offset, at `from` or behind it, that has no space. */
export function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at++;
  return at;
}
