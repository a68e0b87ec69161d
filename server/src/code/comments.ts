/** Comments that speak to AIMS: their text starts with `aims`. */
import type { Range } from '../syntax/types';
import type { SyntaxTree } from './flow/tree';
import type { AimsComment } from './types';

/** Marks in front of the text, in any of the languages. */
const OPENING = /^(?:#+|\/\/+|\/\*+)[ \t]*/;
/** A line of a documentation comment that says something to AIMS. */
const LINE_OF_BLOCK = /(?<=[\r\n])([ \t]*(?:\*+[ \t]*)?)aims[:-][^\r\n]*/g;

/**
 * @param text the source as it was written: the tree may be of one that its grammar understands better
 * @param lines of the text
 */
export function aimsComments(
  tree: SyntaxTree,
  text: string,
  lines: { rangeOf(start: number, end: number): Range },
): AimsComment[] {
  return tree.comments.flatMap(({ from, to }) => {
    const alone = isFirstOnLine(text, from);
    const written = text.slice(from, to);
    const opening = OPENING.exec(written)?.[0] ?? '';
    const firstEnd = endOfLine(written, opening.length);
    const first = withoutClosing(written.slice(opening.length, firstEnd));
    const found: AimsComment[] = [];
    if (/^aims\b/.test(first)) {
      const { start } = lines.rangeOf(from + opening.length, from + opening.length);
      found.push({ text: first, range: lines.rangeOf(from, to), start, alone });
    }
    if (!written.startsWith('/*') || !written.includes('aims', firstEnd)) return found;
    for (const match of written.slice(firstEnd).matchAll(LINE_OF_BLOCK)) {
      const [whole, mark = ''] = match;
      const start = from + firstEnd + match.index + mark.length;
      const range = lines.rangeOf(start, start + whole.length - mark.length);
      found.push({ text: withoutClosing(whole.slice(mark.length)), range, start: range.start, alone });
    }
    return found;
  });
}

function endOfLine(text: string, from: number): number {
  const length = text.slice(from).search(/[\r\n]/);
  return length < 0 ? text.length : from + length;
}

/** By hand: a pattern that is anchored at the end alone tries every start, and a comment can be as long as a file. */
function withoutClosing(text: string): string {
  const trimmed = text.trimEnd();
  if (!trimmed.endsWith('*/')) return trimmed;
  let end = trimmed.length - 1;
  while (end > 0 && trimmed[end - 1] === '*') end--;
  return trimmed.slice(0, end).trimEnd();
}

function isFirstOnLine(text: string, offset: number): boolean {
  let at = offset;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r';
}
