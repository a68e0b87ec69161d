import { surveillanceGap, yearEnd, type SurveillanceGap } from '../model/certification-cycle';
import type { Day } from '../model/scalars';
import { below } from '../model/located';
import { defineRule } from './rule';
import { datesOf } from './shared-certification';
import { asksForMore } from './shared-subject';

/** By when the audit is, or was, to be held. */
const dayOf = (gap: Exclude<SurveillanceGap, { readonly kind: 'late' }>): Day =>
  'by' in gap ? gap.by : yearEnd(Math.min(...gap.years));

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
  check: (organization, report, outlook) => {
    const { certification } = organization.body;
    if (!certification || !asksForMore(organization)) return;
    const dates = datesOf(certification);
    const gap = dates && surveillanceGap(dates, outlook);
    if (!gap) return;
    if (gap.kind === 'late') {
      const { first, by } = gap;
      const held = certification.surveillance?.items.find((day) => day.value === first);
      if (held) report({ place: held.place, part: 'value' }, { message: 'late', args: { first, by } });
      return;
    }
    const isAhead = gap.kind === 'firstSoon' || gap.kind === 'yearSoon';
    report(
      { place: below(certification, 'surveillance'), part: 'key' },
      {
        message: gap.kind,
        args: 'years' in gap ? { years: gap.years.join(', ') } : { by: gap.by },
        due: dayOf(gap),
        absent: true,
        ...(isAhead ? { severity: 'info' } : {}),
      },
    );
  },
});
