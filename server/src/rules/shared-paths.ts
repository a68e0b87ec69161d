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

/** `docs/a.md#results` -> `docs/a.md` and `#results`. */
export function splitTarget(text: string): { readonly path: string; readonly inside: string } {
  const cut = /::|#/.exec(text)?.index ?? text.length;
  return { path: text.slice(0, cut), inside: text.slice(cut) };
}

interface KnownFiles {
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** Paths of the files below a folder, in order. */
  readonly below: (folder: string) => readonly string[];
}

const known = new WeakMap<Snapshot, KnownFiles>();

/** What paths lead to now: what they once led to may be known still, and would make another answer than a fresh start. */
const ledTo = (snapshot: Snapshot): ReadonlySet<string> =>
  new Set(
    [...snapshot.files.values()].flatMap(({ uri, artefacts }) =>
      artefacts.flatMap(({ paths }) =>
        paths.flatMap(({ text }) => {
          const resolved = snapshot.resolve(text, uri);
          return resolved.kind === 'file' ? [resolved.uri] : [];
        }),
      ),
    ),
  );

/** Files the snapshot can tell exist: AIMS files, code with signals, and what paths lead to. */
function existingFiles(snapshot: Snapshot): KnownFiles {
  let found = known.get(snapshot);
  if (!found) {
    const uris = new Set([...snapshot.files.keys(), ...snapshot.code.keys()]);
    for (const uri of ledTo(snapshot)) if (snapshot.existence.get(uri) === 'file') uris.add(uri);
    const sorted = [...uris].sort();
    const paths = new Map<string, readonly string[]>();
    const below = (folder: string): readonly string[] => {
      let inside = paths.get(folder);
      if (!inside) paths.set(folder, (inside = sorted.flatMap((uri) => relativePath(folder, uri) ?? [])));
      return inside;
    };
    known.set(snapshot, (found = { byName: groupBy(sorted, baseName), below }));
  }
  return found;
}

const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const folderIn = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/**
 * The path to an existing file that was most likely meant: a near name in the folder the path leads to, the same name in
 * a near folder below the file's own, else the only file of that name anywhere.
 */
export function nearestPath(snapshot: Snapshot, path: string, from: string): string | undefined {
  const { below, byName } = existingFiles(snapshot);
  const wanted = path.replace(/^\.\//, '');
  const [name, folder] = [nameIn(wanted), folderIn(wanted)];
  // Few are looked at letter by letter: a workspace can have tens of thousands of files, and as many paths to none.
  const candidates = below(folderOf(from)).filter(
    (each) => nameIn(each) === name || folderIn(each) === folder,
  );
  const near = nearest(wanted, candidates);
  if (near !== undefined) return near;
  const [first, ...others] = byName.get(name) ?? [];
  return first === undefined || others.length > 0 ? undefined : pathBetween(from, first);
}
