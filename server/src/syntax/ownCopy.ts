/** V8 makes a slice of a string point into the whole; below this length it copies anyway. */
const SHORTEST_SLICE = 13;

/**
 * The same text in memory of its own. Kept slices would keep every version of a file alive that anything was read
 * from. (A slice of a joined string makes V8 write the joined string out first, and points into that.)
 */
export function ownCopy(text: string): string {
  return text.length < SHORTEST_SLICE ? text : ` ${text}`.slice(1);
}
