/** Which card covers a file of code: the nearest above it whose `code` patterns match. */
import { Minimatch } from 'minimatch';
import type { AiSystem } from '../model/build';
import type { SystemEntry } from './snapshot';
import { folderOf, relativePath } from './uri';

/** A pattern beyond these bounds could take seconds to match; it matches nothing and is reported by its own rule. */
export const GLOB_LIMITS = { length: 256, doubleStars: 4 } as const;

/** Can the pattern be tried on every file without anybody noticing? */
export const isBoundedGlob = (pattern: string): boolean =>
  pattern.length <= GLOB_LIMITS.length && pattern.split('**').length - 1 <= GLOB_LIMITS.doubleStars;

type Patterns = NonNullable<AiSystem['code']>;

/** A list lives as long as its text: a keystroke elsewhere does not make its patterns anew for every file. */
const compiled = new WeakMap<Patterns, readonly Minimatch[]>();

function matchersOf(patterns: Patterns): readonly Minimatch[] {
  let matchers = compiled.get(patterns);
  if (!matchers) {
    matchers = patterns.items
      .filter(({ value }) => isBoundedGlob(value))
      .map(({ value }) => new Minimatch(value.replace(/^\.\//, ''), { dot: true, nocomment: true }));
    compiled.set(patterns, matchers);
  }
  return matchers;
}

function covers({ uri: card, body: { code } }: SystemEntry, uri: string): boolean {
  const path = relativePath(folderOf(card), uri);
  if (path === undefined) return false;
  if (!code || code.items.length === 0) return true;
  return matchersOf(code).some((matcher) => matcher.match(path));
}

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
