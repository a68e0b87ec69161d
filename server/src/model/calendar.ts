/** When something dated runs out: overdue, coming due, or neither. Days are YYYY-MM-DD and compare as text. */
import { addDuration, type Day, type Duration } from './scalars';

/** How far ahead one looks unless told otherwise, in days. */
export const COMING_DUE_DAYS = 30;

/** The day one looks from, and how far ahead. */
export interface Outlook {
  readonly date: Day;
  /** What is due in fewer days than this is coming due; 0 says nothing ahead of its day. */
  readonly comingDueDays: number;
  /** For a calendar, which announces nothing: what comes again within a short time is coming due as well. */
  readonly everyRhythm?: boolean;
}

/**
 * A rhythm shorter than so many times the days looked ahead would be coming due most of the time, so it never is: with
 * thirty days a quarter is announced, a month is not.
 */
const SHORT_RHYTHM = 8 / 3;

export type Dueness = 'overdue' | 'soon' | 'later';

export const daysAfter = (day: Day, count: number): Day => addDuration(day, { count, unit: 'day' });

/**
 * A thing may still be done on the day it is due; the day after, it is overdue.
 * @param since when the clock was last wound, for things that come again
 */
export function duenessOf(due: Day, { date, comingDueDays, everyRhythm }: Outlook, since?: Day): Dueness {
  if (due < date) return 'overdue';
  const isShort = since !== undefined && due < daysAfter(since, Math.floor(comingDueDays * SHORT_RHYTHM));
  if (isShort && everyRhythm !== true) return 'later';
  return due < daysAfter(date, comingDueDays) ? 'soon' : 'later';
}

const isMonthEnd = (day: Day): boolean => daysAfter(day, 1).slice(0, 7) !== day.slice(0, 7);

const monthEnd = (day: Day): Day =>
  daysAfter(addDuration(`${day.slice(0, 7)}-01`, { count: 1, unit: 'month' }), -1);

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
