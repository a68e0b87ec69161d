/**
 * The rhythm of a certificate of a management system (ISO/IEC 17021-1, 9.1.3): three years; the first surveillance audit
 * no later than twelve months after the certification decision; then at least one in each calendar year, years of
 * recertification excepted; recertification before the certificate expires.
 */
import { duenessOf, type Outlook } from './calendar';
import { addDuration, type Day } from './scalars';

export interface CertificationDates {
  readonly initialDecision: Day;
  readonly expires: Day | undefined;
  readonly recertification: Day | undefined;
  /** Surveillance audits, in any order; days ahead are plans. */
  readonly surveillance: readonly Day[];
}

export interface Cycle {
  /** Day of the decision it began with. */
  readonly begins: Day;
  /** Last day of the certificate; undefined where only that of an earlier one is written. */
  readonly ends: Day | undefined;
  /** The first cycle has a first surveillance audit with a day of its own. */
  readonly isFirst: boolean;
}

const YEARS_OF_CYCLE = 3;

const yearsAfter = (day: Day, count: number): Day => addDuration(day, { count, unit: 'year' });

/** The calendar year of a day. */
const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** The last day of a calendar year. */
export const yearEnd = (year: number): Day => `${String(year).padStart(4, '0')}-12-31`;

/** Last day on which the first surveillance audit is in time. */
export const firstSurveillanceBy = (initialDecision: Day): Day =>
  addDuration(initialDecision, { count: 12, unit: 'month' });

/** A year of grace, for certificates dated some time after their decision: further apart, they are of two cycles. */
const isOfCycle = (begins: Day, expires: Day): boolean => expires <= yearsAfter(begins, YEARS_OF_CYCLE + 1);

/** A last day within a year of the recertification is that of the certificate before. */
const isOfEarlier = (recertification: Day, expires: Day): boolean => expires < yearsAfter(recertification, 1);

function cycleWritten({ initialDecision, expires, recertification }: CertificationDates, date: Day): Cycle {
  if (recertification !== undefined && recertification <= date)
    return {
      begins: recertification,
      ends: expires === undefined || isOfEarlier(recertification, expires) ? undefined : expires,
      isFirst: false,
    };
  // So long after the decision it was renewed in between, though nobody wrote down when.
  if (expires !== undefined && !isOfCycle(initialDecision, expires))
    return { begins: yearsAfter(expires, -YEARS_OF_CYCLE), ends: expires, isFirst: false };
  return { begins: initialDecision, ends: expires, isFirst: true };
}

/**
 * The cycle a day lies in.
 * @returns undefined before the decision, after the certificate expired, and where its renewal must be unrecorded
 */
export function cycleAt(dates: CertificationDates, date: Day): Cycle | undefined {
  const cycle = cycleWritten(dates, date);
  const isOver = (cycle.ends ?? yearsAfter(cycle.begins, YEARS_OF_CYCLE)) < date;
  return date < cycle.begins || isOver ? undefined : cycle;
}

/** What a cycle lacks, most pressing first: only one of these is said at a time. */
export type SurveillanceGap =
  | { readonly kind: 'late'; readonly first: Day; readonly by: Day }
  | { readonly kind: 'first' | 'firstSoon'; readonly by: Day }
  | { readonly kind: 'year' | 'yearSoon'; readonly years: readonly number[] };

/**
 * Calendar years after the one a cycle began in, up to `last`, that needed a surveillance audit and had none. The third
 * year, that of the last day and that of a planned recertification belong to the recertification.
 */
function yearsWithout(
  cycle: Cycle,
  recertification: Day | undefined,
  held: readonly Day[],
  last: number,
): readonly number[] {
  const begun = yearOf(cycle.begins);
  const settled = new Set(
    [...held, cycle.ends, recertification].flatMap((day) => (day === undefined ? [] : yearOf(day))),
  );
  const years: number[] = [];
  for (let year = begun + 1; year <= last; year++)
    if (!settled.has(year) && (year - begun) % YEARS_OF_CYCLE !== 0) years.push(year);
  return years;
}

/** @returns undefined where all is in time, or nothing can be said */
export function surveillanceGap(dates: CertificationDates, outlook: Outlook): SurveillanceGap | undefined {
  const { date } = outlook;
  const cycle = cycleAt(dates, date);
  if (!cycle) return undefined;
  const ofCycle = dates.surveillance.filter((day) => day >= cycle.begins).sort();
  const held = ofCycle.filter((day) => day <= date);
  const isPlannedBy = (last: Day): boolean => ofCycle.some((day) => day > date && day <= last);
  if (cycle.isFirst) {
    const by = firstSurveillanceBy(cycle.begins);
    const [first] = held;
    if (first !== undefined && first > by) return { kind: 'late', first, by };
    if (first === undefined) {
      const dueness = duenessOf(by, outlook);
      if (dueness === 'overdue') return { kind: 'first', by };
      return dueness === 'soon' && !isPlannedBy(by) ? { kind: 'firstSoon', by } : undefined;
    }
  }
  const year = yearOf(date);
  const end = yearEnd(year);
  const missed = yearsWithout(cycle, dates.recertification, held, year - 1);
  if (missed.length > 0) return { kind: 'year', years: missed };
  const isOpen = yearsWithout(cycle, dates.recertification, held, year).length > 0 && !isPlannedBy(end);
  return isOpen && duenessOf(end, outlook) === 'soon' ? { kind: 'yearSoon', years: [year] } : undefined;
}
