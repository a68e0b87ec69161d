/** Comments that speak to AIMS: their text starts with `aims`. */
import type { Range } from '../syntax/types';
import type { SyntaxTree } from './flow/tree';
import type { AimsComment } from './types';

/** Marks in front of the text, in any of the languages. */
const OPENING = /^(?:#+|\/\/+|\/\*+)\s*/;
const CLOSING = /\s*(?:\*+\/)?\s*$/;

/** @param lines of the text the tree was made of */
export function aimsComments(
  tree: SyntaxTree,
  lines: { rangeOf(start: number, end: number): Range },
): AimsComment[] {
  return tree.comments.flatMap(({ from, to }) => {
    const written = tree.text.slice(from, to);
    const opening = OPENING.exec(written)?.[0] ?? '';
    const text = written.slice(opening.length).replace(CLOSING, '');
    if (!/^aims\b/.test(text)) return [];
    const start = from + opening.length;
    return {
      text,
      range: lines.rangeOf(from, to),
      start: lines.rangeOf(start, start).start,
      alone: isFirstOnLine(tree.text, from),
    };
  });
}

function isFirstOnLine(text: string, offset: number): boolean {
  let at = offset;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r';
}
