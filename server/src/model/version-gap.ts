/** How far two versions of a system are apart, as far as their text tells. */

export type VersionGap = 'none' | 'patch' | 'minor' | 'major' | 'other';

const VERSION = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:\.\d+)*(?:[-+].*)?$/i;

/** A first number of this size is a year: such versions tell when, not how much changed. */
const FIRST_YEAR = 1900;

const partsOf = (text: string): readonly number[] | undefined => {
  const match = VERSION.exec(text.trim());
  const parts = match?.slice(1, 4).map((part: string | undefined) => Number(part ?? 0));
  return parts && (parts[0] ?? 0) < FIRST_YEAR ? parts : undefined;
};

/** `other`: they differ, but not in a form that says by how much (names, dates, commits). */
export function versionGap(a: string, b: string): VersionGap {
  if (a.trim() === b.trim()) return 'none';
  const [left, right] = [partsOf(a), partsOf(b)];
  if (!left || !right) return 'other';
  const differing = left.findIndex((part, index) => part !== right[index]);
  // What differs beyond three numbers (`-rc.1`, `+build`) is less than a patch.
  return (['major', 'minor', 'patch'] as const)[differing] ?? 'patch';
}

const ORDER: readonly VersionGap[] = ['none', 'patch', 'minor', 'other', 'major'];

/** The smallest of several gaps. */
export const smallestGap = (gaps: readonly VersionGap[]): VersionGap | undefined =>
  [...gaps].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))[0];
