/** "Suspect: changed since …", above what was approved and is no longer what it was. */
import { tr } from '../../l10n/tr';
import { approvalsOf, type ChangedApproval } from '../../lock/state';
import type { Day } from '../../model/scalars';
import type { Location } from '../../protocol';
import type { Snapshot } from '../../workspace/snapshot';
import { locationOf, topOf } from '../tree/locate';
import type { Lens } from './types';

export function changedLenses(snapshot: Snapshot, date: Day, uri: string): readonly Lens[] {
  return approvalsOf(snapshot)
    .changed()
    .flatMap((changed): Lens[] => {
      const { approvable, state } = changed;
      // A record later than the day everything is judged at says nothing yet.
      if (approvable.place.uri !== uri || state.since > date) return [];
      const range = snapshot.rangeOf(approvable.place, 'key');
      const title = tr('Suspect: changed since {0} was approved on {1}', approvable.title, state.since);
      return range ? [{ range, title, reveal: () => causeOf(snapshot, changed) }] : [];
    });
}

/** What changed: a part of a card, a file, or the approval it rests on. */
function causeOf(snapshot: Snapshot, { approvable, state }: ChangedApproval): Location | undefined {
  for (const { part } of state.changes) {
    if (part?.file !== undefined && snapshot.existence.get(part.file) === 'file') return topOf(part.file);
    if (part?.place) return locationOf(snapshot, part.place);
  }
  return locationOf(snapshot, state.through[0]?.place ?? approvable.place);
}
