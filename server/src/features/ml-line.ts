/** Which lines of code a model is at work on: where the call stands, and where what it is called on is made. */
import type { CodeFacts } from '../code/types';

/** Classes on the way to what is called, in `sklearn.svm.SVC.fit`: `SVC`. */
const MADE = /\b([A-Z]\w*)\./g;

/**
 * @param line 0-based, of a file that is no notebook
 * @param text of that line
 */
export function isMlLine({ signals }: CodeFacts, line: number, text: string): boolean {
  return signals.some(
    ({ range, callee }) =>
      (range.start.line <= line && line <= range.end.line) ||
      [...callee.matchAll(MADE)].some(([, name = '']) => calls(text, name)),
  );
}

/** Is the name called on this line? Anything may stand before it, such as the module it is from. */
const calls = (text: string, name: string): boolean =>
  new RegExp(String.raw`(?<!\w)${name}[ \t]*\(`).test(text);
