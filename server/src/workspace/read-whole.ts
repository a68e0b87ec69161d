/** What is missing is known to be missing only where everything that could hold it was read. */
import type { Place } from '../model/located';
import type { Snapshot } from './snapshot';

/** Was the top-level section at a place read whole? Only then is what it lacks known to be lacking. */
export function isReadWhole(snapshot: Pick<Snapshot, 'files'>, place: Place): boolean {
  const document = snapshot.files.get(place.uri)?.parsed.documents[place.document];
  const section = place.route.slice(0, 1);
  return document !== undefined && (document.has(section) ? document.wholeAt(section) : document.complete);
}
