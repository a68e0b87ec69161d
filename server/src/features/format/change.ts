/** Replacements in one text, by offset: what formatting is made of until it is handed out. */
import type { TextSpan } from '../../syntax/types';

export interface Change extends TextSpan {
  readonly newText: string;
}

/** @returns undefined where that is what stands there already */
export const changed = (text: string, { start, end }: TextSpan, newText: string): Change | undefined =>
  text.slice(start, end) === newText ? undefined : { start, end, newText };

/** In file order; of two that overlap the first in the list counts. */
export function inOrder(changes: readonly Change[]): readonly Change[] {
  const sorted = [...changes].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return sorted.filter((change) => {
    if (change.start < end) return false;
    end = change.end;
    return true;
  });
}

/** @param changes in file order, none over another */
export function applied(text: string, changes: readonly Change[]): string {
  let at = 0;
  const pieces = changes.flatMap(({ start, end, newText }) => {
    const piece = [text.slice(at, start), newText];
    at = end;
    return piece;
  });
  return [...pieces, text.slice(at)].join('');
}
