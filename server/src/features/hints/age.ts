/** How long ago or ahead a day is, in whole units a person would use. */
import { addDuration, type Day, type Duration } from '../../model/scalars';

const UNITS: readonly { readonly unit: Duration['unit']; readonly from: number }[] = [
  { unit: 'year', from: 2 },
  { unit: 'month', from: 2 },
  { unit: 'week', from: 2 },
  { unit: 'day', from: 1 },
];

/** "today", "3 months ago", "in 12 days". */
export function distanceInTime(day: Day, today: Day): string {
  if (day === today) return 'today';
  const words = between(day < today ? day : today, day < today ? today : day);
  return day < today ? `${words} ago` : `in ${words}`;
}

/** The largest unit of which there are enough, rounded down. */
function between(from: Day, to: Day): string {
  for (const { unit, from: least } of UNITS) {
    const count = countOf(from, to, unit);
    if (count >= least) return `${count} ${unit}${count === 1 ? '' : 's'}`;
  }
  return '0 days';
}

const DAYS: Readonly<Record<Duration['unit'], number>> = { day: 1, week: 7, month: 28, year: 365 };

/** How many of a unit fit between two days, by the calendar. */
function countOf(from: Day, to: Day, unit: Duration['unit']): number {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  // No unit is shorter than this, so this is at least what fits.
  let count = Math.floor(days / DAYS[unit]);
  while (count > 0 && addDuration(from, { count, unit }) > to) count--;
  return count;
}
