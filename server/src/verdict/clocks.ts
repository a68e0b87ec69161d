/**
 * When evidence is to be looked at again. It counts from the newest of: the day it took effect, its last review, and the
 * day an approval of it was given that still holds. Only where somebody declared how often: no year is ever assumed.
 */
import { tr } from '../l10n/tr';
import { organizationOf, type Subject } from '../workspace/snapshot';
import type { Value } from '../model/located';
import type { LongEvidence, Row } from '../model/rows';
import { parseDay, parseDuration, type Day } from '../model/scalars';
import type { Holding } from './approval';
import { runsOut, type GradingContext } from './context';

export interface ReviewClock {
  /** What set it last. */
  readonly set: 'effective' | 'reviewed' | 'approved';
  readonly since: Day;
  /** How often, as written where it is declared. */
  readonly every: Value<string>;
  /** The day by which somebody has to look again. */
  readonly on: Day;
  readonly over: boolean;
}

/** What of evidence in its long form sets clocks. */
export type Dated = Pick<LongEvidence, 'effective' | 'reviewed' | 'reviewEvery'>;

/** How often, where neither evidence nor row say: by the system (its profile), by the organization. */
export const declaredAbove = (subject: Subject): readonly (Value<string> | undefined)[] => [
  subject.kind === 'system' ? subject.body.reviewEvery : undefined,
  organizationOf(subject)?.reviewEvery,
];

/** How often: the evidence's own word, else the row's, the system's (its profile's), the organization's. */
function declared(
  { subject }: Pick<GradingContext, 'subject'>,
  row: Pick<Row, 'reviewEvery'>,
  item: Dated | undefined,
): Value<string> | undefined {
  const [system, organization] = declaredAbove(subject);
  return item?.reviewEvery ?? row.reviewEvery ?? system ?? organization;
}

/**
 * @param item evidence in its long form; the short one has no days of its own
 * @param holding an approval that still holds
 * @returns undefined where nothing is declared, or there is no day to count from yet
 */
export function reviewClock(
  context: GradingContext,
  row: Pick<Row, 'reviewEvery'>,
  item: Dated | undefined,
  holding: Holding | undefined,
): ReviewClock | undefined {
  const every = declared(context, row, item);
  const duration = every && parseDuration(every.value);
  if (!duration) return undefined;
  // Of the same day the first counts: a review says more than that something took effect.
  const days = [
    { set: 'reviewed', day: parseDay(item?.reviewed?.value ?? '') },
    { set: 'approved', day: holding?.on },
    { set: 'effective', day: parseDay(item?.effective?.value ?? '') },
  ] as const;
  const [newest] = days
    .flatMap(({ set, day }) => (day !== undefined && day <= context.date ? [{ set, day }] : []))
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  if (!newest) return undefined;
  const next = runsOut(context, [newest.day], duration);
  return next && { set: newest.set, since: newest.day, every, ...next };
}

/** Which clock ran out, since when, and what was due. */
export function overdueReason({ set, since, on }: ReviewClock): string {
  switch (set) {
    case 'effective':
      return tr('In effect since {0} and not reviewed since; a review was due on {1}.', since, on);
    case 'reviewed':
      return tr('Last reviewed on {0}; the next review was due on {1}.', since, on);
    case 'approved':
      return tr('Approved on {0} and not looked at since; a review was due on {1}.', since, on);
  }
}
