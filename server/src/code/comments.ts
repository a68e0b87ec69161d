/** Comments that speak to AIMS: their text starts with `aims`. */
import type { Range } from '../syntax/types';
import type { SyntaxTree } from './flow/tree';
import type { AimsComment } from './types';

/** Marks in front of the text, in any of the languages. */
const OPENING = /^(?:#+|\/\/+|\/\*+)\s*/;
/** A line of a documentation comment that says something to AIMS. */
const LINE_OF_BLOCK = /(?<=[\r\n])([ \t]*\**[ \t]*)aims:[^\r\n]*/g;
const CLOSING = /\s*(?:\*+\/)?\s*$/;

/** @param lines of the text the tree was made of */
export function aimsComments(
  tree: SyntaxTree,
  lines: { rangeOf(start: number, end: number): Range },
): AimsComment[] {
  return tree.comments.flatMap(({ from, to }) => {
    const alone = isFirstOnLine(tree.text, from);
    const written = tree.text.slice(from, to);
    const opening = OPENING.exec(written)?.[0] ?? '';
    const first = written.slice(opening.length).replace(CLOSING, '');
    if (/^aims\b/.test(first)) {
      const start = from + opening.length;
      const { start: at } = lines.rangeOf(start, start);
      return [{ text: first, range: lines.rangeOf(from, to), start: at, alone }];
    }
    if (!written.startsWith('/*') || !written.includes('aims:')) return [];
    return [...written.matchAll(LINE_OF_BLOCK)].map((match): AimsComment => {
      const [whole, mark = ''] = match;
      const start = from + match.index + mark.length;
      const text = whole.slice(mark.length).replace(CLOSING, '');
      const range = lines.rangeOf(start, start + whole.length - mark.length);
      return { text, range, start: range.start, alone };
    });
  });
}

function isFirstOnLine(text: string, offset: number): boolean {
  let at = offset;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r';
}
