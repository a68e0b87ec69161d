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
  let start = 0;
  for (const match of text.matchAll(breaks)) {
    const next = match.index + match[0].length;
    lines.push({ start, end: match.index, next, text: text.slice(start, match.index) });
    start = next;
  }
  if (start < text.length)
    lines.push({ start, end: text.length, next: text.length, text: text.slice(start) });
  return lines;
}

export const indentOf = (line: string): number => line.length - line.trimStart().length;
export const isBlank = (line: string): boolean => line.trim() === '';
export const isComment = (line: string): boolean => line.trimStart().startsWith('#');
/** Between documents, or before the first. */
export const isMarker = (line: string): boolean => /^(?:---|\.\.\.)(?:\s|$)|^%/.test(line);
