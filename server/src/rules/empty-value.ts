import { tr } from '../l10n/tr';
import type { Place } from '../model/located';
import type { Snapshot } from '../workspace/snapshot';
import { defineRule } from './rule';
import { onceAFile } from './shared-once-a-file';

/** `null` is an answer of somebody who knows that there is nothing to say. */
function isBare(snapshot: Snapshot, place: Place): boolean {
  const span = snapshot.files.get(place.uri)?.parsed.documents[place.document]?.span(place.route, 'value');
  return !span || span.start === span.end;
}

export const emptyValue = defineRule({
  id: 'empty-value',
  group: 'format',
  severity: 'hint',
  basis: 'format',
  summary: 'A key has nothing behind it.',
  why: 'An empty value is a missing one: the file says no more than if the key were not there, and looks as if it did.',
  help: 'Write the value, or delete the key. Where there is nothing to say, `null` says so.',
  message: {
    one: 'Nothing is written behind `{key}` yet, so it counts as missing.',
    many: 'Nothing is written behind `{key}` yet, so it counts as missing. The file has {count} more such keys.',
  },
  on: 'document',
  check: ({ artefact }, report, { snapshot }) => {
    const found = onceAFile(snapshot, artefact, {
      placesIn: ({ empties }) => empties.filter((place) => isBare(snapshot, place)),
      part: 'key',
      note: tr('Nothing is written here yet.'),
    });
    if (!found) return;
    const { where, details } = found;
    report(where, {
      ...details,
      args: { ...details.args, key: String(where.place.route.at(-1)) },
      absent: true,
    });
  },
});
