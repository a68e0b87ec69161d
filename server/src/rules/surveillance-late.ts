import { duenessOf } from '../model/calendar';
import {
  firstSurveillanceBy,
  heldBy,
  isRecertified,
  yearOf,
  yearsWithout,
  type CertificationDates,
} from '../model/certification-cycle';
import { below, type Place } from '../model/located';
import type { Day } from '../model/scalars';
import { defineRule, type Report } from './rule';
import { datesOf } from './shared-certification';
import { asksForMore } from './shared-subject';

type Gap = Pick<Report, 'message' | 'severity' | 'args'> & { readonly at?: Day };

const isPlanned = ({ surveillance }: CertificationDates, today: Day, until: Day): boolean =>
  surveillance.some((day) => day > today && day <= until);

/** The first audit after the decision: late, overdue or soon due. `undefined`: it was held in time. */
function firstGap(dates: CertificationDates, today: Day): Gap | 'later' | undefined {
  const by = firstSurveillanceBy(dates.initialDecision);
  const [first] = heldBy(dates, today);
  if (first !== undefined)
    return first > by ? { message: 'late', args: { first, by }, at: first } : undefined;
  const dueness = duenessOf(by, today);
  if (dueness === 'overdue') return { message: 'first', args: { by } };
  return dueness === 'soon' && !isPlanned(dates, today, by)
    ? { message: 'firstSoon', severity: 'info', args: { by } }
    : 'later';
}

/** Calendar years without an audit; the present one only near its end. */
function yearGap(dates: CertificationDates, today: Day): Gap | undefined {
  const year = yearOf(today);
  const missed = yearsWithout(dates, year - 1, today);
  if (missed.length > 0) return { message: 'year', args: { years: missed.join(', ') } };
  const end = `${year}-12-31`;
  const isOpen = yearsWithout(dates, year, today).length > 0 && !isPlanned(dates, today, end);
  return isOpen && duenessOf(end, today) === 'soon'
    ? { message: 'yearSoon', severity: 'info', args: { years: year } }
    : undefined;
}

function gapAt(dates: CertificationDates, today: Day): Gap | undefined {
  const first = isRecertified(dates, today) ? undefined : firstGap(dates, today);
  if (first === 'later') return undefined;
  return first ?? yearGap(dates, today);
}

export const surveillanceLate = defineRule({
  id: 'surveillance-late',
  group: 'management-cycle',
  severity: 'warning',
  basis: 'reading',
  summary: 'A surveillance audit of the certificate is late or missing.',
  why: 'A certificate stays valid while it is watched: the first surveillance audit within twelve months of the decision, then one each calendar year but the year of recertification (ISO/IEC 17021-1).',
  help: 'Agree on a day with the certification body and add it to `surveillance` once the audit was held.',
  message: {
    first:
      'The first surveillance audit was due by {by}, twelve months after the certification decision. None is recorded.',
    firstSoon: 'The first surveillance audit is due by {by}, twelve months after the certification decision.',
    late: 'The first surveillance audit was on {first}; it was due by {by}, twelve months after the certification decision.',
    year: 'No surveillance audit is recorded in {years}. One is due in each calendar year but that of recertification.',
    yearSoon: 'No surveillance audit is recorded in {years} yet. One is due in each calendar year.',
  },
  on: 'organization',
  check: (organization, report, { date }) => {
    const { certification } = organization.body;
    const dates = certification && datesOf(certification);
    if (!asksForMore(organization) || !dates || dates.initialDecision > date) return;
    // An expired certificate is no longer watched, and is a finding of its own.
    if (dates.expires !== undefined && dates.expires < date) return;
    const gap = gapAt(dates, date);
    if (!gap) return;
    const { at, ...details } = gap;
    const held = certification.surveillance?.items.find((day) => day.value === at);
    const place: Place = held?.place ?? below(certification, 'surveillance');
    report({ place, part: held ? 'value' : 'key' }, { ...details, absent: held === undefined });
  },
});
