/** From an id to the thing it names, and to wherever that is named: systems, people, risks, datasets, assessments and so on. */
import type { CodePlace } from '../../code/types';
import type { Snapshot } from '../../workspace/snapshot';
import type { DocumentPosition } from '../annotation';
import { entityAt, idAt } from '../rename/entity';
import { namesOf } from '../rename/mentions';

/** What a profile and a card both describe stands in two places. Empty where no id stands, or nothing here is called that. */
export const definitionsOfEntity = (snapshot: Snapshot, at: DocumentPosition): readonly CodePlace[] =>
  named(snapshot, at, (isReference) => !isReference);

export const referencesToEntity = (snapshot: Snapshot, at: DocumentPosition): readonly CodePlace[] =>
  named(snapshot, at, (isReference) => isReference);

function named(
  snapshot: Snapshot,
  at: DocumentPosition,
  isWanted: (isReference: boolean) => boolean,
): readonly CodePlace[] {
  const found = idAt(snapshot, at);
  const entity = found && entityAt(snapshot, found);
  if (!entity) return [];
  return namesOf(snapshot, entity).flatMap(({ place, part, reference }) => {
    const range = isWanted(reference !== undefined) ? snapshot.rangeOf(place, part) : undefined;
    return range ? [{ uri: place.uri, range }] : [];
  });
}
