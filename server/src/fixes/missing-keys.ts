/** Adds keys that are missing, each with a placeholder, in one fix. */
import type { Place } from '../model/located';
import type { MapNode } from '../syntax/types';
import type { Snapshot } from '../workspace/snapshot';
import type { Fix, TextEdit } from './edit';
import { PLACEHOLDER } from './scalar';
import { insertInMap } from './yaml';

/** The first key of a path such as `competence[].what|training`, which is what a block of its own would begin with. */
const firstKey = (path: string): string => path.split(/[|.[]/)[0] ?? path;

function addTo(snapshot: Snapshot, place: Place, paths: readonly string[]): TextEdit | undefined {
  const node = snapshot.files.get(place.uri)?.parsed.documents[place.document]?.node(place.route);
  if (node?.kind !== 'map') return undefined;
  const keys = [...new Set(paths.map(firstKey))].filter((key) => !isWritten(node, key));
  const lines = keys.map((key) => `${key}: ${PLACEHOLDER}`);
  return lines.length > 0 ? insertInMap(snapshot, place, lines) : undefined;
}

const isWritten = ({ entries }: MapNode, key: string): boolean =>
  entries.some((entry) => entry.key.text === key);

/** @param missing places of blocks in one file, each with the keys it lacks; of `a|b` the first is added */
export function addKeys(
  snapshot: Snapshot,
  uri: string,
  title: string,
  missing: readonly (readonly [Place, readonly string[]])[],
): readonly Fix[] {
  const edits = missing.flatMap(([place, paths]) => addTo(snapshot, place, paths) ?? []);
  return edits.length > 0 ? [{ title, changes: [{ kind: 'edit', uri, edits }] }] : [];
}
