/** Which lines of code a model is at work on: where the call stands, and where what it is called on is made. */
import type { CodeFacts } from '../code/types';

/** Classes on the way to what is called, in `sklearn.svm.SVC.fit`: `SVC`. */
const MADE = /\b([A-Z]\w*)\./g;

/**
 * Is there such a line among these? Somebody may have selected the whole of a long file.
 *
 * @param first 0-based, as `last` is, of a file that is no notebook
 * @param last is one of them
 * @param text of those lines
 */
export function hasMlLine({ signals }: CodeFacts, first: number, last: number, text: string): boolean {
  if (signals.some(({ range: { start, end } }) => start.line <= last && first <= end.line)) return true;
  const made = new Set(
    signals.flatMap(({ callee }) => [...callee.matchAll(MADE)].map(([, name = '']) => name)),
  );
  return made.size > 0 && called(made).test(text);
}

/** One of these names, with the brackets of a call. Anything may stand before it, such as the module it is from. */
const called = (names: ReadonlySet<string>): RegExp =>
  new RegExp(String.raw`(?<!\w)(?:${[...names].join('|')})[ \t]*\(`);
