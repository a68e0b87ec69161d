/** Where a finding about an approval stands. */
import type { Place } from '../model/located';
import type { Snapshot } from '../workspace/snapshot';
import type { Where } from './rule';

/** The word at a place, such as who approved; of a row, which is no single word, its key. */
export function wordAt(snapshot: Snapshot, place: Place): Where {
  const document = snapshot.files.get(place.uri)?.parsed.documents[place.document];
  return document?.node(place.route)?.kind === 'scalar' ? { place, part: 'value' } : { place };
}
