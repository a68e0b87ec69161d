/** Moves a key of the top level, with its value on one line, into the block it belongs to. */
import { tr } from '../l10n/tr';
import { below, type Place } from '../model/located';
import type { Snapshot } from '../workspace/snapshot';
import type { Fix } from './edit';
import { deleteOnLine, insertInMap, replaceAt } from './yaml';

/**
 * @param place of the key
 * @param home the block of the top level it belongs to, whether it is there or not
 * @returns none where the block has the key already, or what stands behind it takes several lines
 */
export function moveKey(snapshot: Snapshot, place: Place, home: string): readonly Fix[] {
  const parsed = snapshot.files.get(place.uri)?.parsed;
  const document = parsed?.documents[place.document];
  const [key] = place.route;
  if (!parsed || !document || typeof key !== 'string' || document.has([home, key])) return [];
  const [entry, value] = [document.span(place.route, 'entry'), document.span(place.route, 'value')];
  const written = value && parsed.text.slice(value.start, value.end);
  if (!entry || !written || /[\r\n]/.test(parsed.text.slice(entry.start, value.end))) return [];
  const title = tr('Move to {0}', `${home}.${key}`);
  const top: Place = { ...place, route: [] };
  if (!document.has([home])) {
    const [name, block] = [
      replaceAt(snapshot, place, 'key', home),
      replaceAt(snapshot, place, 'value', `{${key}: ${written}}`),
    ];
    if (!name || !block) return [];
    return [{ title, preferred: true, changes: [{ kind: 'edit', uri: place.uri, edits: [name, block] }] }];
  }
  // A comment on the line goes along, which is only possible on a line.
  const comment = /^[ \t]*(#[^\r\n]*)?/.exec(parsed.text.slice(value.end))?.[1] ?? '';
  const block = document.node([home]);
  if (comment !== '' && block?.kind === 'map' && block.flow) return [];
  const line = `${key}: ${written} ${comment}`.trimEnd();
  const added = insertInMap(snapshot, below({ place: top }, home), [line]);
  const gone = deleteOnLine(snapshot, place.uri, parsed.rangeOf({ start: entry.start, end: value.end }));
  if (!added || !gone) return [];
  return [{ title, preferred: true, changes: [{ kind: 'edit', uri: place.uri, edits: [added, gone] }] }];
}
