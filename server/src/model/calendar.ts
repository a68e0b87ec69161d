/** When something dated runs out: overdue, coming due, or neither. Days are YYYY-MM-DD and compare as text. */
import { addDuration, type Day, type Duration } from './scalars';

/** What is due in fewer days than this is coming due. */
export const COMING_DUE_DAYS = 30;

export type Dueness = 'overdue' | 'soon' | 'later';

/** A thing may still be done on the day it is due; the day after, it is overdue. */
export function duenessOf(due: Day, today: Day): Dueness {
  if (due < today) return 'overdue';
  return due < addDuration(today, { count: COMING_DUE_DAYS, unit: 'day' }) ? 'soon' : 'later';
}

const isMonthEnd = (day: Day): boolean =>
  addDuration(day, { count: 1, unit: 'day' }).slice(0, 7) !== day.slice(0, 7);

const monthEnd = (day: Day): Day =>
  addDuration(addDuration(`${day.slice(0, 7)}-01`, { count: 1, unit: 'month' }), { count: -1, unit: 'day' });

/**
 * The day by which a series is to be continued: so long after its newest day. Who measured on the last day of two months
 * in a row works by month ends: after 31 January and 28 February comes 31 March, not the 28th.
 * @param days in any order
 * @returns undefined where the series has no day yet
 */
export function nextInSeries(days: readonly Day[], every: Duration): Day | undefined {
  const [newest, previous] = [...new Set(days)].sort().reverse();
  if (newest === undefined) return undefined;
  const next = addDuration(newest, every);
  const byMonths = every.unit === 'month' || every.unit === 'year';
  const endsOfMonths = isMonthEnd(newest) && previous !== undefined && isMonthEnd(previous);
  return byMonths && endsOfMonths ? monthEnd(next) : next;
}
