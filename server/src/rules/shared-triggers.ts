/** What calls for a new look at an impact assessment by its own word, as far as the approvals record tells. */
import type { Approvable } from '../lock/approvable';
import type { Change } from '../lock/compare';
import type { LockEntry } from '../lock/entry';
import { recordsOf } from '../lock/find-records';
import type { LockRecord } from '../lock/format';
import { describeChange } from '../lock/reason';
import { dayOf } from '../lock/recorded';
import { approvalsOf, lockAt, type RecordedApproval } from '../lock/state';
import { lockPlaceOf } from '../lock/where';
import type { ImpactAssessment } from '../model/build';
import type { Place } from '../model/located';
import type { Day } from '../model/scalars';
import type { TRIGGERS } from '../schema/assessment';
import type { AssessmentEntry, Snapshot, SystemEntry } from '../workspace/snapshot';

type TriggerName = keyof typeof TRIGGERS;

/**
 * The trigger a change fires. A record knows of the whole `use` and of each dataset only whether it is the same, so that
 * a change in there may be about something else: nothing is said of it.
 */
function triggerOf({ name, how }: Change): TriggerName | undefined {
  if (name === 'card/purpose') return 'purpose-changed';
  if (name.startsWith('card/model/')) return 'model-changed';
  if (how !== 'added') return undefined;
  if (name.startsWith('card/dataset/')) return 'dataset-added';
  return name.startsWith('card/supplier/') ? 'supplier-added' : undefined;
}

/** Where the assessment asks for a new look after a change like this. */
const askedFor = ({ reassessWhen }: ImpactAssessment, change: Change): Place | undefined =>
  reassessWhen?.items.find((item) => item.node === 'value' && item.value === triggerOf(change))?.place;

/** Where a suspect assessment asks to be redone because of what made it suspect. */
export function asksAnew(approvable: Approvable, snapshot: Snapshot): readonly Place[] {
  const { artefact } = approvable;
  if (approvable.kind !== 'assessment' || artefact.kind !== 'impact-assessment') return [];
  const state = approvalsOf(snapshot).stateOf(approvable);
  const changes = state.kind === 'changed' ? state.changes : [];
  return [...new Set(changes.flatMap((change) => askedFor(artefact.body, change) ?? []))];
}

function* changesBetween(before: LockEntry, after: LockEntry): Generator<Change> {
  for (const [name, digest] of after.parts) {
    const known = before.parts.get(name);
    if (known !== digest) yield { how: known === undefined ? 'added' : 'changed', name };
  }
  for (const name of before.parts.keys()) if (!after.parts.has(name)) yield { how: 'removed', name };
}

/** The records of an approval, oldest first, that had been written by a day. */
function recordsBy({ approvable }: RecordedApproval, snapshot: Snapshot, date: Day): readonly LockRecord[] {
  const place = lockPlaceOf(snapshot.roots, approvable);
  const lock = lockAt(snapshot, place.lock);
  const records = lock ? recordsOf(snapshot, lock, place, approvable.part) : [];
  return records.filter((record) => dayOf(record) <= date);
}

export interface RecordedTrigger {
  /** `dataset loans was added`. */
  readonly what: string;
  /** The day by which it was recorded. */
  readonly on: Day;
  readonly place: Place;
}

/**
 * What changed from the first record since the assessment was carried out to the last, of what it asks to be redone for.
 * What changed after the last record makes the approval suspect, and is said there.
 * @param since the day the assessment was carried out
 */
export function recordedTriggers(
  snapshot: Snapshot,
  system: SystemEntry,
  { artefact, body }: Pick<AssessmentEntry, 'artefact' | 'body'>,
  since: Day,
  date: Day,
): readonly RecordedTrigger[] {
  const recorded = approvalsOf(snapshot)
    .of(system)
    .find(({ approvable }) => approvable.kind === 'assessment' && approvable.artefact === artefact);
  if (!recorded || (recorded.state.kind !== 'fresh' && recorded.state.kind !== 'changed')) return [];
  const records = recordsBy(recorded, snapshot, date).filter((record) => dayOf(record) >= since);
  const [first, last] = [records[0], records.at(-1)];
  // Without the card then or now there is nothing to compare with.
  if (!first || !last || !first.parts.has('card') || !last.parts.has('card')) return [];
  return [...changesBetween(first, last)].flatMap((change) => {
    const place = askedFor(body, change);
    return place ? [{ what: describeChange(change), on: dayOf(last), place }] : [];
  });
}
