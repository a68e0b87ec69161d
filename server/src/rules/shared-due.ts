/** Reports days that have passed or come soon, in one manner for all rules about dates. */
import { duenessOf, type Outlook } from '../model/calendar';
import type { Place, Value } from '../model/located';
import { parseDay, type Day } from '../model/scalars';
import type { Report, Where } from './rule';

type Reporter = (where: Where, details?: Report) => void;

export interface DueDetails extends Omit<Report, 'message' | 'severity' | 'due'> {
  readonly place: Place;
  /** When the clock was last wound, for things that come again: a short rhythm is never coming due. */
  readonly since?: Day;
}

/** A day that is there and real; placeholders and impossible dates are other rules' findings. */
export const dayOf = (value: Value<string> | undefined): Day | undefined => value && parseDay(value.value);

/**
 * Reports at the day's place: as the rule's own severity with the message `overdue` once the day has passed, as
 * information with the message `soon` in the days before that `aims.comingDueDays` says. `{on}` in the message is the day.
 */
export function reportDue(
  report: Reporter,
  due: Day | undefined,
  outlook: Outlook,
  { place, since, ...details }: DueDetails,
): void {
  if (due === undefined) return;
  const dueness = duenessOf(due, outlook, since);
  if (dueness === 'later') return;
  const args = { ...details.args, on: due };
  const message =
    dueness === 'overdue' ? { message: 'overdue' } : { message: 'soon', severity: 'info' as const };
  report({ place, part: 'value' }, { ...details, ...message, args, due });
}
