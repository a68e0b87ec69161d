/** What changed between two lists of tokens: a keystroke moves what is below it by a number or two. */

export interface TokenEdit {
  /** Index of the first number that goes, and how many go. */
  readonly start: number;
  readonly deleteCount: number;
  readonly data: number[];
}

/** One edit that makes `now` of `before`; none where they are the same. */
export function editsBetween(before: readonly number[], now: readonly number[]): TokenEdit[] {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start++;
  let behind = 0;
  while (behind < shorter - start && before[before.length - 1 - behind] === now[now.length - 1 - behind])
    behind++;
  const deleteCount = before.length - start - behind;
  const data = now.slice(start, now.length - behind);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
