import assert from 'node:assert/strict';
import fc from 'fast-check';
import { surveillanceGap, type CertificationDates } from '../../../server/src/model/certification-cycle';
import { addDuration } from '../../../server/src/model/scalars';

const dates = (
  initialDecision: string,
  expires: string | undefined,
  surveillance: readonly string[] = [],
  recertification?: string,
): CertificationDates => ({ initialDecision, expires, recertification, surveillance });

const gapAt = (of: CertificationDates, date: string, comingDueDays = 30): string => {
  const gap = surveillanceGap(of, { date, comingDueDays });
  if (!gap) return '-';
  return 'years' in gap ? `${gap.kind} ${gap.years.join(' ')}` : `${gap.kind} ${gap.by}`;
};

/** Certificates and what is lacking at a day: name, certificate, then days with what is said on each. */
const TABLE: readonly (readonly [string, CertificationDates, Readonly<Record<string, string>>])[] = [
  [
    'the first within twelve months',
    dates('2026-03-01', '2029-02-28'),
    {
      '2026-02-28': '-', // no decision yet
      '2026-03-01': '-',
      '2027-01-30': '-',
      '2027-01-31': 'firstSoon 2027-03-01',
      '2027-03-01': 'firstSoon 2027-03-01', // still in time
      '2027-03-02': 'first 2027-03-01',
      '2029-02-28': 'first 2027-03-01',
      '2029-03-01': '-', // expired, which is said elsewhere
    },
  ],
  [
    'a decision on a leap day',
    dates('2028-02-29', '2031-02-28'),
    {
      '2029-01-29': '-',
      '2029-01-30': 'firstSoon 2029-02-28',
      '2029-02-28': 'firstSoon 2029-02-28',
      '2029-03-01': 'first 2029-02-28',
    },
  ],
  [
    'held on the last day after a leap day',
    dates('2028-02-29', '2031-02-28', ['2029-02-28', '2030-12-31']),
    { '2029-02-28': '-', '2029-12-31': '-', '2030-12-01': '-', '2030-12-31': '-', '2031-02-28': '-' },
  ],
  [
    'held the day after that',
    dates('2028-02-29', '2031-02-28', ['2029-03-01']),
    { '2029-02-28': 'firstSoon 2029-02-28', '2029-03-01': 'late 2029-02-28' },
  ],
  [
    'a decision the day before a leap day',
    dates('2027-02-28', '2030-02-27', []),
    { '2028-02-28': 'firstSoon 2028-02-28', '2028-02-29': 'first 2028-02-28' },
  ],
  [
    'a decision on a month end',
    dates('2026-08-31', '2029-08-30', []),
    { '2027-08-31': 'firstSoon 2027-08-31', '2027-09-01': 'first 2027-08-31' },
  ],
  [
    'planned in time, and planned too late',
    dates('2026-03-01', '2029-02-28', ['2027-02-22']),
    { '2027-02-10': '-', '2027-02-22': '-' },
  ],
  [
    'planned after the last day',
    dates('2026-03-01', '2029-02-28', ['2027-03-20']),
    {
      '2027-02-10': 'firstSoon 2027-03-01',
      '2027-03-10': 'first 2027-03-01',
      '2027-03-20': 'late 2027-03-01',
    },
  ],
  [
    'a calendar year without one, the first held in the year of the decision',
    dates('2026-03-01', '2029-02-28', ['2026-12-10']),
    {
      '2027-12-02': 'yearSoon 2027',
      '2027-12-01': '-',
      '2027-12-31': 'yearSoon 2027',
      '2028-01-01': 'year 2027',
      '2028-12-31': 'year 2027',
      '2029-01-01': 'year 2027 2028',
    },
  ],
  [
    'a year that has one planned before its end',
    dates('2026-03-01', '2029-02-28', ['2026-12-10', '2027-12-20']),
    { '2027-12-10': '-', '2027-12-20': '-', '2027-12-31': '-', '2028-12-31': 'yearSoon 2028' },
  ],
  [
    'one planned for the next year does not serve this one',
    dates('2026-03-01', '2029-02-28', ['2026-12-10', '2028-01-10']),
    { '2027-12-10': 'yearSoon 2027', '2028-01-05': 'year 2027' },
  ],
  [
    'a decision on the last day of a year',
    dates('2026-12-31', '2029-12-30', ['2027-12-31', '2028-01-01']),
    { '2027-12-31': '-', '2028-12-31': '-', '2029-12-30': '-' },
  ],
  [
    'a decision on the first day of a year: the certificate ends with a year',
    dates('2026-01-01', '2028-12-31', ['2027-01-01']),
    { '2027-12-31': '-', '2028-12-31': '-' }, // 2028 is the year of recertification
  ],
  [
    'audits more than twelve months apart, one in each year',
    dates('2026-03-01', '2029-02-28', ['2027-01-05', '2028-12-20']),
    { '2028-12-01': '-', '2029-02-01': '-' },
  ],
  [
    'a year of recertification needs none',
    dates('2026-03-01', '2032-02-28', ['2027-02-20', '2028-02-20'], '2029-02-10'),
    {
      '2029-02-09': '-',
      '2029-12-31': '-',
      '2030-03-10': '-', // twelve months count after the first decision only
      '2030-12-02': 'yearSoon 2030',
      '2031-01-01': 'year 2030',
      '2032-02-28': 'year 2030 2031',
      '2032-02-29': '-',
    },
  ],
  [
    'what the first cycle lacked is settled by the recertification',
    dates('2026-03-01', '2032-02-28', [], '2029-02-10'),
    { '2029-02-10': '-', '2030-06-01': '-' },
  ],
  [
    'recertified early, in the second year: that year needs no surveillance, before or after',
    dates('2026-03-01', '2029-02-28', ['2027-02-20'], '2028-12-10'),
    { '2028-12-09': '-', '2028-12-10': '-', '2028-12-31': '-' },
  ],
  [
    'the last day of the old certificate left standing after the recertification',
    dates('2026-03-01', '2029-02-28', ['2027-02-20', '2028-02-20'], '2029-02-10'),
    { '2029-03-01': '-', '2030-12-31': 'yearSoon 2030', '2031-01-01': 'year 2030', '2032-02-11': '-' },
  ],
  [
    'renewed in between, with no day written down: nobody knows what the first cycle had',
    dates('2020-03-01', '2029-02-28', ['2027-05-01']),
    {
      '2025-06-01': '-', // before the present cycle
      '2026-06-01': '-',
      '2027-12-31': '-',
      '2028-12-31': 'yearSoon 2028',
      '2029-01-01': 'year 2028',
    },
  ],
  [
    'a certificate dated some weeks after its decision',
    dates('2026-03-01', '2029-04-15', []),
    { '2027-03-02': 'first 2027-03-01' },
  ],
  [
    'no last day written: nothing is known after three years',
    dates('2026-03-01', undefined, ['2027-02-10']),
    { '2028-12-31': 'yearSoon 2028', '2029-03-01': 'year 2028', '2029-03-02': '-', '2035-01-01': '-' },
  ],
  [
    'audits before the decision do not count',
    dates('2026-03-01', '2029-02-28', ['2026-01-15']),
    { '2027-03-02': 'first 2027-03-01' },
  ],
];

describe('the rhythm of a certificate', () => {
  for (const [name, certificate, days] of TABLE)
    it(name, () => {
      const found = Object.fromEntries(Object.keys(days).map((date) => [date, gapAt(certificate, date)]));
      assert.deepEqual(found, days);
    });

  it('says nothing ahead where nobody wants to look ahead', () => {
    const certificate = dates('2026-03-01', '2029-02-28');
    assert.equal(gapAt(certificate, '2027-03-01', 0), '-');
    assert.equal(gapAt(certificate, '2027-03-02', 0), 'first 2027-03-01');
    assert.equal(gapAt(dates('2026-03-01', '2029-02-28', ['2026-12-10']), '2027-12-31', 0), '-');
    assert.equal(gapAt(certificate, '2026-12-02', 90), 'firstSoon 2027-03-01');
  });

  it('is content with an audit on the anniversary of any decision, and with none a day later', () => {
    const anyDay = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(anyDay, (decision) => {
        const by = addDuration(decision, { count: 1, unit: 'year' });
        const after = addDuration(by, { count: 1, unit: 'day' });
        const expires = addDuration(decision, { count: 3, unit: 'year' });
        assert.equal(gapAt(dates(decision, expires, [by]), by), '-');
        assert.equal(gapAt(dates(decision, expires), after), `first ${by}`);
        assert.equal(gapAt(dates(decision, expires, [after]), after), `late ${by}`);
      }),
    );
  });
});
