/** How long ago or ahead a day is, in whole units a person would use. */
import { tr, translatable } from '../../l10n/tr';
import { addDuration, type Day, type Duration } from '../../model/scalars';

const UNITS: readonly { readonly unit: Duration['unit']; readonly from: number }[] = [
  { unit: 'year', from: 2 },
  { unit: 'month', from: 2 },
  { unit: 'week', from: 2 },
  { unit: 'day', from: 1 },
];

const ONE: Readonly<Record<Duration['unit'], string>> = {
  day: translatable('1 day'),
  week: translatable('1 week'),
  month: translatable('1 month'),
  year: translatable('1 year'),
};

const MANY: Readonly<Record<Duration['unit'], string>> = {
  day: translatable('{0} days'),
  week: translatable('{0} weeks'),
  month: translatable('{0} months'),
  year: translatable('{0} years'),
};

/** "today", "3 months ago", "in 12 days". */
export function distanceInTime(day: Day, today: Day): string {
  if (day === today) return tr('today');
  const words = between(day < today ? day : today, day < today ? today : day);
  return day < today ? tr('{0} ago', words) : tr('in {0}', words);
}

/** The largest unit of which there are enough, rounded down. */
function between(from: Day, to: Day): string {
  for (const { unit, from: least } of UNITS) {
    const count = countOf(from, to, unit);
    if (count >= least) return tr(count === 1 ? ONE[unit] : MANY[unit], count);
  }
  return tr('{0} days', 0);
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
