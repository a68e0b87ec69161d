/** What the code makes itself is the system's own: loading it again is no model of somebody else's. */
import type { CodeIndex } from './code-index';
import { SAVED_SOMEWHERE, TRAINING } from './marks';
import { parseName } from './name';
import type { Use } from './use';

const keysOf = (path: string): readonly string[] =>
  path.split(/[/\\]+/).flatMap((segment) => parseName(segment)?.key ?? []);

/** A path as texts of code are compared: `./models/a.pkl` and `models/A.pkl` are one. */
export const plain = (path: string): string => path.replace(/^(?:\.{0,2}[/\\])+/, '').toLowerCase();

/** @returns tells whether a use may be of something that this code saves or trains */
export function ownMakings({ entries, byId }: CodeIndex): (use: Use) => boolean {
  const saved = new Set<string>();
  const places = new Set<string>();
  for (const [first] of byId.values()) {
    const path = first?.mark.saved;
    if (path === undefined) continue;
    saved.add(plain(path));
    const last = keysOf(path).at(-1);
    if (last !== undefined) places.add(last);
  }
  const isBroken = entries.some(({ facts }) => facts.hasErrors);
  const makesUnnamed = isBroken || byId.has(TRAINING) || byId.has(SAVED_SOMEWHERE);
  return ({ what, text, known }) => {
    if (saved.has(plain(text))) return true;
    if (known === 'public' || what === 'dataset') return false;
    // Without a training run of ours, and with every place known where one is kept, a folder is what it is called.
    return makesUnnamed || keysOf(text).some((key) => places.has(key));
  };
}
