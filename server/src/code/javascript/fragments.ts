/** Which parts of a tree still hold after an edit. */
import type { parser } from '@lezer/javascript';
import type { ParsedTree } from '../flow/tree';

/** Parts of an earlier tree, as the parser takes them: places in the new text, `offset` to add for those in the tree. */
type Fragments = NonNullable<Parameters<typeof parser.startParse>[1]>;

/* eslint @typescript-eslint/no-unsafe-class-instance-assignment: off --
   the parser reads these fields only, and their class stands in a package that is no dependency of ours */

/** UTF-16 code units. Parts that are shorter are read again as fast as they are looked up. */
const WORTH_KEEPING = 128;

/** What `before` and `after` have in common at their start and their end. */
export function unchanged(before: string, after: string, tree: ParsedTree): Fragments {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++;
  if (start === after.length && start === before.length)
    return [{ from: 0, to: start, tree, offset: 0, openStart: false, openEnd: false }];
  const offset = before.length - after.length;
  return [
    { from: 0, to: start, tree, offset: 0, openStart: false, openEnd: true },
    { from: after.length - end, to: after.length, tree, offset, openStart: true, openEnd: false },
  ].filter(({ from, to }) => to - from >= WORTH_KEEPING);
}
