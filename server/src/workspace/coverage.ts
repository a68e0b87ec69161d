/** Which card covers a file of code: the nearest above it whose `code` patterns match. */
import { minimatch } from 'minimatch';
import type { SystemEntry } from './snapshot';
import { folderOf, relativePath } from './uri';

/** A pattern beyond these bounds could take seconds to match; it matches nothing and is reported by its own rule. */
export const GLOB_LIMITS = { length: 256, doubleStars: 4 } as const;

export const isBoundedGlob = (pattern: string): boolean =>
  pattern.length <= GLOB_LIMITS.length && pattern.split('**').length - 1 <= GLOB_LIMITS.doubleStars;

const covers = (system: SystemEntry, uri: string): boolean => {
  const path = relativePath(folderOf(system.uri), uri);
  if (path === undefined) return false;
  const patterns = system.body.code?.items.map((pattern) => pattern.value);
  if (!patterns || patterns.length === 0) return true;
  return patterns.some(
    (pattern) =>
      isBoundedGlob(pattern) && minimatch(path, pattern.replace(/^\.\//, ''), { dot: true, nocomment: true }),
  );
};

/** @param byFolder cards by the folder they stand in */
export function coveringSystems(
  uri: string,
  byFolder: ReadonlyMap<string, readonly SystemEntry[]>,
): readonly SystemEntry[] {
  for (let folder = folderOf(uri); ; folder = folderOf(folder)) {
    const matching = (byFolder.get(folder) ?? []).filter((system) => covers(system, uri));
    if (matching.length > 0) return matching;
    if (folderOf(folder) === folder) return [];
  }
}
