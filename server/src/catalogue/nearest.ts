/**
 * Edits between two words, counted in UTF-16 code units: insertion, deletion, substitution, and two neighbours swapped
 * (optimal string alignment). Gives up early and returns `limit + 1` once more than `limit` edits are sure.
 */
export function editDistance(a: string, b: string, limit = Infinity): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      }
      row.push(cost);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(at(last, b.length), limit + 1);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Infinity;

/** Longest text worth comparing: beyond it nobody mistyped one word. */
const LONGEST = 100;

/**
 * All candidates that share the smallest distance to what was typed, in their given order; none when nothing is close.
 * Letter case counts little: a candidate that differs in case alone has distance 0.
 *
 * @param max Most edits allowed; by default a third of the shorter word, so that short words need to be nearly equal:
 * `id` suggests nothing for `at`, `owner` is found for `ownr`.
 */
export function allNearest<T extends string>(
  word: string,
  candidates: Iterable<T>,
  max?: number,
): readonly T[] {
  if (word.length === 0 || word.length > LONGEST) return [];
  const typed = word.toLowerCase();
  let best = Infinity;
  let found: T[] = [];
  for (const candidate of candidates) {
    const allowed = max ?? Math.floor(Math.min(word.length, candidate.length) / 3);
    const distance = editDistance(typed, candidate.toLowerCase(), Math.min(allowed, best));
    if (distance > allowed || distance > best) continue;
    if (distance < best) found = [];
    best = distance;
    found.push(candidate);
  }
  return found;
}

/**
 * The candidate most likely meant by a mistyped word, the first in order among equals; undefined when nothing is close.
 * See {@link allNearest} for `max`.
 */
export function nearest<T extends string>(
  word: string,
  candidates: Iterable<T>,
  max?: number,
): T | undefined {
  return allNearest(word, candidates, max)[0];
}
