/**
 * The rhythm of a certificate of a management system (ISO/IEC 17021-1, 9.1.3): three years; the first surveillance audit
 * no later than twelve months after the certification decision; then at least one in each calendar year, years of
 * recertification excepted.
 */
import { addDuration, type Day } from './scalars';

export interface CertificationDates {
  readonly initialDecision: Day;
  readonly expires: Day | undefined;
  readonly recertification: Day | undefined;
  /** Surveillance audits, in any order; days ahead are plans. */
  readonly surveillance: readonly Day[];
}

/** Last day on which the first surveillance audit is in time. */
export const firstSurveillanceBy = (initialDecision: Day): Day =>
  addDuration(initialDecision, { count: 12, unit: 'month' });

/** The calendar year of a day. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** Surveillance audits held up to a day, oldest first. */
export const heldBy = (dates: CertificationDates, today: Day): readonly Day[] =>
  dates.surveillance.filter((day) => day >= dates.initialDecision && day <= today).sort();

/** Has a recertification begun a new cycle? */
export const isRecertified = ({ recertification }: CertificationDates, today: Day): boolean =>
  recertification !== undefined && recertification <= today;

/**
 * Calendar years of the present cycle, after the one of its decision and up to `last`, that needed a surveillance audit
 * and had none. The third year and that of the expiry belong to the recertification.
 */
export function yearsWithout(dates: CertificationDates, last: number, today: Day): readonly number[] {
  const { initialDecision, recertification, expires } = dates;
  const begun = yearOf(isRecertified(dates, today) ? (recertification ?? initialDecision) : initialDecision);
  const audited = new Set(heldBy(dates, today).map(yearOf));
  const recertified = new Set(
    [expires, recertification].flatMap((day) => (day === undefined ? [] : yearOf(day))),
  );
  const years: number[] = [];
  for (let year = begun + 1; year <= last; year++)
    if (!audited.has(year) && !recertified.has(year) && (year - begun) % 3 !== 0) years.push(year);
  return years;
}
