/** Recorded approvals that a new id touches. The record is only added to: what it says of the old id stays there. */
import { contextOf, type Approvable } from '../../lock/approvable';
import { approvalsOf } from '../../lock/state';
import type { Place } from '../../model/located';
import type { Snapshot } from '../../workspace/snapshot';
import type { Entity } from './entity';
import type { Named } from './mentions';

/** What has to be approved again, as far as that can be told before: their titles, such as `the AI policy`. */
export function approvalsTouched(
  snapshot: Snapshot,
  { of, id }: Entity,
  names: readonly Named[],
): readonly string[] {
  const edited = new Set(names.map(({ place }) => place.uri));
  const recorded = [...snapshot.files.keys()].flatMap((uri) => approvalsOf(snapshot).recordedIn(uri));
  const touched = new Set<Approvable>();
  for (const { approvable, state } of recorded) {
    // What was approved by a person names them in the record, if nowhere else.
    const isBy = of === 'person' && 'recorded' in state && state.recorded.record.by === id;
    if (isBy || names.some(({ place }) => touches(approvable, place))) touched.add(approvable);
  }
  const all = recorded.map(({ approvable }) => approvable);
  while (spread(snapshot, all, edited, touched));
  return all.flatMap((approvable) => (touched.has(approvable) ? [approvable.title] : []));
}

/** Adds what rests on an edited file, or on an approval that is touched. @returns whether there was any */
function spread(
  snapshot: Snapshot,
  all: readonly Approvable[],
  edited: ReadonlySet<string>,
  touched: Set<Approvable>,
): boolean {
  const keys = new Set([...touched].map(({ key }) => key));
  const before = touched.size;
  for (const approvable of all) {
    const { parts } = approvable.read(contextOf(snapshot));
    const rests = parts.some(
      ({ file, via }) => (file !== undefined && edited.has(file)) || via?.some((key) => keys.has(key)),
    );
    if (rests) touched.add(approvable);
  }
  return touched.size > before;
}

/** Records name the document by its own id. */
const touches = ({ uri, artefact, homes }: Approvable, place: Place): boolean =>
  (place.uri === uri && place.document === artefact.document && isOwnId(place)) ||
  homes.some((home) => overlap(home, place));

const isOwnId = ({ route }: Place): boolean => route.length === 1 && route[0] === 'id';

/** Does one of them lie in the other? */
const overlap = (a: Place, b: Place): boolean =>
  a.uri === b.uri &&
  a.document === b.document &&
  a.route.slice(0, b.route.length).every((step, index) => step === b.route[index]);
