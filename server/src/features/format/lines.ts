/** The lines of a text, by offset. */
import type { TextSpan } from '../../syntax/types';

/** Without its line break. */
export interface Line extends TextSpan {
  readonly text: string;
  /** Where the next line starts. */
  readonly next: number;
}

export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  const breaks = /\r\n?|\n/g;
  // A byte order mark is no part of the first line: it stays.
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (const match of text.matchAll(breaks)) {
    const next = match.index + match[0].length;
    lines.push({ start, end: match.index, next, text: text.slice(start, match.index) });
    start = next;
  }
  if (start < text.length)
    lines.push({ start, end: text.length, next: text.length, text: text.slice(start) });
  return lines;
}

// In YAML only these two are blanks; what else looks like one, such as a no-break space, is text.
const isSpace = (sign: string | undefined): boolean => sign === ' ' || sign === '\t';

/** How many blanks it starts with. */
export function indentOf(line: string): number {
  let at = 0;
  while (isSpace(line[at])) at++;
  return at;
}

/** Its length without the blanks it ends with. */
export function lengthOf(line: string): number {
  let end = line.length;
  while (isSpace(line[end - 1])) end--;
  return end;
}

export const isBlank = (line: string): boolean => lengthOf(line) === 0;
export const isComment = (line: string): boolean => line[indentOf(line)] === '#';
/** Between documents, or before the first. */
export const isMarker = (line: string): boolean => /^(?:---|\.\.\.)(?:\s|$)|^%/.test(line);
