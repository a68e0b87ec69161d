/** Adds keys that are missing, each with a placeholder, in one fix. */
import type { Place } from '../model/located';
import type { MapEntry, MapNode } from '../syntax/types';
import type { Snapshot } from '../workspace/snapshot';
import type { Fix, TextEdit } from './edit';
import { PLACEHOLDER } from './scalar';
import { insertInMap, setKey } from './yaml';

/** The first key of a path such as `competence[].what|training`, which is what a block of its own would begin with. */
const firstKey = (path: string): string => path.split(/[|.[]/)[0] ?? path;

function addTo(snapshot: Snapshot, place: Place, paths: readonly string[]): readonly TextEdit[] {
  const node = snapshot.files.get(place.uri)?.parsed.documents[place.document]?.node(place.route);
  if (node?.kind !== 'map') return [];
  const keys = [...new Set(paths.map(firstKey))];
  const absent = keys.filter((key) => !entryOf(node, key));
  const empty = keys.filter((key) => entryOf(node, key)?.value === undefined && !absent.includes(key));
  const added = insertInMap(
    snapshot,
    place,
    absent.map((key) => `${key}: ${PLACEHOLDER}`),
  );
  return [
    ...empty.flatMap((key) => setKey(snapshot, place, key, PLACEHOLDER) ?? []),
    ...(absent.length > 0 && added ? [added] : []),
  ];
}

const entryOf = ({ entries }: MapNode, key: string): MapEntry | undefined =>
  entries.find((entry) => entry.key.text === key);

/** @param missing places of blocks in one file, each with the keys it lacks; of `a|b` the first is added */
export function addKeys(
  snapshot: Snapshot,
  uri: string,
  title: string,
  missing: readonly (readonly [Place, readonly string[]])[],
): readonly Fix[] {
  const edits = missing.flatMap(([place, paths]) => addTo(snapshot, place, paths));
  return edits.length > 0 ? [{ title, changes: [{ kind: 'edit', uri, edits }] }] : [];
}
