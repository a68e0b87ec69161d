/** Which records of a lock speak of an approval: those of its file, or of the file it was in before it moved. */
import { groupBy } from '../workspace/group-by';
import type { Snapshot } from '../workspace/snapshot';
import { pathBetween } from '../workspace/uri';
import { routeKey } from './entry';
import type { LockFile, LockRecord } from './format';
import type { LockPlace } from './where';

const byPart = new WeakMap<LockFile, ReadonlyMap<string, readonly LockRecord[]>>();

/** Records of a part, whatever file they name. A part holds the id of its document, which a move leaves as it is. */
export function recordsOfPart(lock: LockFile, part: string): readonly LockRecord[] {
  let parts = byPart.get(lock);
  if (!parts) byPart.set(lock, (parts = groupBy([...lock.byRoute.values()].flat(), (record) => record.part)));
  return parts.get(part) ?? [];
}

const known = new WeakMap<Snapshot, Map<string, ReadonlySet<string>>>();

/** Paths, as a lock names them, of the files that are there. */
function pathsFrom(snapshot: Snapshot, lock: string): ReadonlySet<string> {
  let byLock = known.get(snapshot);
  if (!byLock) known.set(snapshot, (byLock = new Map<string, ReadonlySet<string>>()));
  let paths = byLock.get(lock);
  if (!paths) {
    const uris = [...snapshot.files.keys(), ...snapshot.unreadable.keys()];
    paths = new Set(uris.flatMap((uri) => pathBetween(lock, uri) ?? []));
    byLock.set(lock, paths);
  }
  return paths;
}

/**
 * Oldest first. Where no record names the file, those count whose file is gone: it was moved or renamed.
 * @param place of the lock, and the path of the file from there
 */
export function recordsOf(
  snapshot: Snapshot,
  lock: LockFile,
  place: LockPlace,
  part: string,
): readonly LockRecord[] {
  const own = lock.byRoute.get(routeKey({ file: place.file, part }));
  if (own) return own;
  const others = recordsOfPart(lock, part);
  if (others.length === 0) return others;
  const paths = pathsFrom(snapshot, place.lock);
  return others.filter(({ file }) => !paths.has(file));
}
