/** How many of the ascending numbers are below `limit`. */
export function countBelow(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the stretch that holds `offset`, given where stretches start; -1 before the first. */
export function indexAt(starts: readonly number[], offset: number): number {
  return countBelow(starts, offset + 1) - 1;
}
