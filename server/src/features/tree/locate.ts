/** Where a click on the tree goes. */
import type { Place } from '../../model/located';
import type { Location } from '../../protocol';
import type { Range } from '../../syntax/types';
import type { Snapshot } from '../../workspace/snapshot';

const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The key or value at a place; where it does not exist, the nearest that does. */
export function locationOf(snapshot: Snapshot, place: Place): Location | undefined {
  const parsed = snapshot.files.get(place.uri)?.parsed;
  const document = parsed?.documents[place.document];
  if (!parsed || !document) return undefined;
  const span = document.span(place.route, 'key') ?? document.span(place.route, 'entry');
  return { uri: place.uri, range: parsed.rangeOf(span ?? document.nearest(place.route)) };
}

/** For things that have a file and no place in it. */
export const topOf = (uri: string): Location => ({ uri, range: TOP });
