/** What one approval would be recorded as. */
import { tr } from '../../l10n/tr';
import type { Approvable, ReadingContext } from '../../lock/approvable';
import { routeKey, type LockEntry } from '../../lock/entry';
import type { LockRecord } from '../../lock/format';
import { sentence } from '../../lock/reason';
import { recordApproval } from '../../lock/record';
import { dayOf, expectedEmail, newestOf, organizationOf } from '../../lock/recorded';
import { approvalsOf, lockAt, type ApprovalState } from '../../lock/state';
import { lockPlaceOf } from '../../lock/where';
import { isSamePerson } from '../../model/people';
import type { Day } from '../../model/scalars';
import { whoIs } from './who';

export interface Asked {
  /** As typed: an id of `people`, or a name. */
  readonly by: string;
  /** The day the approval was given, where it is said. */
  readonly effective?: Day | undefined;
  /** The clock, UTC to the second: `2026-11-01T09:12:33Z`. */
  readonly recordedOn: string;
  /** The day an approval is given where neither its file nor `effective` says. */
  readonly today: Day;
  /** No approval was given after this day, which is today unless the workspace is judged at a later one. */
  readonly latest?: Day;
  /** Who writes the record, as git knows them. */
  readonly email?: string | undefined;
}

export type Draft =
  | { readonly kind: 'new'; readonly entry: LockEntry }
  /** Recorded already, and nothing has changed: to write it again would say nothing. */
  | { readonly kind: 'unchanged'; readonly record: LockRecord }
  | Refusal;

export interface Refusal {
  readonly kind: 'refused';
  /** A sentence for the user. */
  readonly reason: string;
}

/** @param why in words that go after "cannot be approved:" */
export const refusal = ({ title }: Approvable, why: string): Refusal => ({
  kind: 'refused',
  reason: sentence(tr('{0} cannot be approved: {1}', title, why)).replace(/\?\.$/, '?'),
});

/** @param context in which all that it is read from is known */
export function draftOf(approvable: Approvable, context: ReadingContext, asked: Asked): Draft {
  const who = whoIs(approvable, asked.by);
  if ('unknown' in who) return refusal(approvable, who.unknown);
  const { by } = who;
  const state = approvalsOf(context.snapshot).stateOf(approvable);
  const effective = asked.effective ?? dayGiven(approvable, state, asked.today);
  if (effective > (asked.latest ?? asked.today))
    return refusal(approvable, tr('the day of the approval, {0}, is still ahead', effective));
  const { recordedOn, email } = asked;
  const recording = recordApproval(approvable, context, { by, effective, recordedOn, email });
  if ('refused' in recording) return { kind: 'refused', reason: recording.refused };
  const { entry } = recording;
  const said = standing(approvable, state, by, asked.effective) ?? repeated(approvable, context, entry);
  const record = said && isBetterSigned(approvable, said, entry) ? undefined : said;
  return record ? { kind: 'unchanged', record } : { kind: 'new', entry };
}

/** Was it written under another address than `people` gives, and would it now be under that one? */
const isBetterSigned = (approvable: Approvable, before: LockRecord, now: LockEntry): boolean =>
  expectedEmail(approvable, before) !== undefined &&
  now.email !== undefined &&
  expectedEmail(approvable, now) === undefined;

/**
 * The day the file states, else today. What changed after the approval of that day was recorded was not there to be
 * approved on it: it is approved today.
 */
function dayGiven({ statedOn }: Approvable, state: ApprovalState, today: Day): Day {
  if (statedOn === undefined) return today;
  return state.kind === 'changed' && statedOn <= dayOf(state.recorded.record) ? today : statedOn;
}

const isBy = (approvable: Approvable, record: LockEntry, by: string): boolean =>
  isSamePerson(organizationOf(approvable), record.by, by);

/** The record that counts, where it is theirs, still holds, and is of the day that is said, if one is. */
function standing(
  approvable: Approvable,
  state: ApprovalState,
  by: string,
  effective: Day | undefined,
): LockRecord | undefined {
  if (state.kind !== 'fresh' || !isBy(approvable, state.recorded.record, by)) return undefined;
  const { record } = state.recorded;
  return effective === undefined || effective === record.effective ? record : undefined;
}

/** Their newest record, where it says the same, and one more would not count before somebody else's either. */
function repeated(
  approvable: Approvable,
  { snapshot }: ReadingContext,
  entry: LockEntry,
): LockRecord | undefined {
  const lock = lockAt(snapshot, lockPlaceOf(snapshot.roots, approvable).lock);
  const records = lock?.byRoute.get(routeKey(entry)) ?? [];
  const theirs = records.filter((record) => isBy(approvable, record, entry.by)).at(-1);
  if (!theirs || !saysTheSame(theirs, entry)) return undefined;
  const again = { ...entry, line: theirs.line };
  const counts =
    newestOf(approvable, records) === theirs || newestOf(approvable, [...records, again]) !== again;
  return counts ? theirs : undefined;
}

const saysTheSame = (a: LockEntry, b: LockEntry): boolean =>
  a.effective === b.effective &&
  a.digest === b.digest &&
  a.parts.size === b.parts.size &&
  [...a.parts].every(([name, digest]) => b.parts.get(name) === digest);
