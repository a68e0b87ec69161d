/** What rules about files that are pointed to share: which are meant to exist already, and what the nearest name is. */
import { nearest } from '../catalogue';
import type { Place } from '../model/located';
import type { Artefact } from '../model/build';
import type { PathReference } from '../model/problems';
import type { Day } from '../model/scalars';
import type { MapNode } from '../syntax/types';
import type { Snapshot } from '../workspace/snapshot';
import { groupBy } from '../workspace/group-by';
import { baseName, folderOf, pathBetween, relativePath } from '../workspace/uri';

/** Made by a build and often not kept beside the card; rules about models look after them. */
const BUILT = new Set(['artifact', 'source']);

/** States of a row or measure in which nothing is there to show yet. */
const NOT_THERE_YET = new Set(['planned', 'in-progress', 'not-applicable']);

const scalarAt = (map: MapNode, key: string): string | undefined => {
  const value = map.entries.find((entry) => entry.key.text === key)?.value;
  return value?.kind === 'scalar' ? value.text : undefined;
};

/** Does the path belong to something that is only planned: a row, a measure, an audit or a stage that is yet to come? */
function isAhead({ yaml }: Artefact, { route }: Place, date: Day): boolean {
  const maps = route.flatMap((_, length) => {
    const node = length > 0 ? yaml.node(route.slice(0, length)) : undefined;
    return node?.kind === 'map' ? node : [];
  });
  return maps.some((map) => {
    if (NOT_THERE_YET.has(scalarAt(map, 'status') ?? '')) return true;
    if (scalarAt(map, 'planned') !== undefined && scalarAt(map, 'performed') === undefined) return true;
    return (scalarAt(map, 'date') ?? '') > date;
  });
}

/** Does a path say that something is there at a day? To be asked last: it looks at everything around the path. */
export const isClaimed = (artefact: Artefact, { place }: PathReference, date: Day): boolean =>
  !isAhead(artefact, place, date);

/** Does a path claim besides that its file is kept beside the card? */
export const isKept = ({ place }: PathReference): boolean => !BUILT.has(String(place.route.at(-1)));

/** `docs/a.md#results` -> `docs/a.md` and `#results`. */
export function splitTarget(text: string): { readonly path: string; readonly inside: string } {
  const cut = /::|#/.exec(text)?.index ?? text.length;
  return { path: text.slice(0, cut), inside: text.slice(cut) };
}

interface KnownFiles {
  readonly uris: readonly string[];
  readonly byName: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<Snapshot, KnownFiles>();

/** Files the snapshot can tell exist: AIMS files, code with signals, and what other paths found. */
function existingFiles(snapshot: Snapshot): KnownFiles {
  let found = known.get(snapshot);
  if (!found) {
    const uris = new Set([...snapshot.files.keys(), ...snapshot.code.keys()]);
    for (const { uri, artefacts } of snapshot.files.values())
      for (const { text } of artefacts.flatMap(({ paths }) => paths)) {
        const resolved = snapshot.resolve(text, uri);
        if (resolved.kind === 'file' && snapshot.exists(resolved) === 'file') uris.add(resolved.uri);
      }
    const sorted = [...uris].sort();
    known.set(snapshot, (found = { uris: sorted, byName: groupBy(sorted, baseName) }));
  }
  return found;
}

/**
 * The path to an existing file that was most likely meant: a near name below the same folder, else the only file of
 * that name anywhere.
 */
export function nearestPath(snapshot: Snapshot, path: string, from: string): string | undefined {
  const { uris, byName } = existingFiles(snapshot);
  const folder = folderOf(from);
  const near = nearest(
    path.replace(/^\.\//, ''),
    uris.flatMap((uri) => relativePath(folder, uri) ?? []),
  );
  if (near !== undefined) return near;
  const [first, ...others] = byName.get(path.slice(path.lastIndexOf('/') + 1)) ?? [];
  return first === undefined || others.length > 0 ? undefined : pathBetween(from, first);
}
