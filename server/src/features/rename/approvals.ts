/** Recorded approvals that a new id touches. The record is only added to: what it says of the old id stays there. */
import type { Approvable } from '../../lock/approvable';
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
  // What was approved by a person is looked for everywhere: nothing but the record has to name them.
  const uris =
    of === 'person' ? [...snapshot.files.keys()] : [...new Set(names.map(({ place }) => place.uri))];
  return uris.flatMap((uri) =>
    approvalsOf(snapshot)
      .recordedIn(uri)
      .flatMap(({ approvable, state }) => {
        const by = 'recorded' in state ? state.recorded.record.by : undefined;
        const isTouched =
          (of === 'person' && by === id) || names.some(({ place }) => touches(approvable, place));
        return isTouched ? [approvable.title] : [];
      }),
  );
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
