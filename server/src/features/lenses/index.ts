/** Code lenses of AIMS files. */
import type { Day } from '../../model/scalars';
import type { Snapshot } from '../../workspace/snapshot';
import { changedLenses } from './changed';
import { standingLenses } from './standing';
import type { Lens } from './types';
import { usedLenses } from './used';

export type { Lens } from './types';

/** By line. Empty in files that are not ours. */
export function lensesIn(snapshot: Snapshot, date: Day, uri: string): readonly Lens[] {
  const file = snapshot.files.get(uri);
  if (!file) return [];
  const lenses = file.artefacts.flatMap((artefact) => [
    ...standingLenses(snapshot, date, artefact),
    ...usedLenses(snapshot, artefact),
  ]);
  return [...lenses, ...changedLenses(snapshot, date, uri)].sort(
    (a, b) => a.range.start.line - b.range.start.line,
  );
}
