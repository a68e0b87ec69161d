import assert from 'node:assert/strict';
import fc from 'fast-check';
import { duenessOf, nextInSeries, type Outlook } from '../../../server/src/model/calendar';
import { addDuration, parseDay, parseDuration, type Duration } from '../../../server/src/model/scalars';
import { checkTexts } from '../../support/run-fixture';
import { openWorkspace } from '../../support/workspace';

const every = (text: string): Duration => {
  const duration = parseDuration(text);
  assert.ok(duration, text);
  return duration;
};

const anyDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const from = (date: string, comingDueDays = 30): Outlook => ({ date, comingDueDays });

describe('what comes due', () => {
  it('may still be done on the day itself', () => {
    assert.equal(duenessOf('2026-11-01', from('2026-11-01')), 'soon');
    assert.equal(duenessOf('2026-10-31', from('2026-11-01')), 'overdue');
  });
  it('comes soon when fewer than thirty days are left, across month and year ends', () => {
    assert.equal(duenessOf('2026-11-30', from('2026-11-01')), 'soon');
    assert.equal(duenessOf('2026-12-01', from('2026-11-01')), 'later');
    assert.equal(duenessOf('2027-01-13', from('2026-12-15')), 'soon');
    assert.equal(duenessOf('2027-01-14', from('2026-12-15')), 'later');
    // February of a leap year has a day more.
    assert.equal(duenessOf('2028-03-01', from('2028-02-01')), 'soon');
    assert.equal(duenessOf('2028-03-02', from('2028-02-01')), 'later');
    assert.equal(duenessOf('2027-03-02', from('2027-02-01')), 'soon');
    assert.equal(duenessOf('2027-03-03', from('2027-02-01')), 'later');
  });
  it('is never soon in a rhythm so short that it always would be', () => {
    assert.equal(duenessOf('2026-11-15', from('2026-11-01'), '2026-10-15'), 'later');
    assert.equal(duenessOf('2026-11-15', from('2026-11-01'), '2026-08-15'), 'soon');
    assert.equal(duenessOf('2026-10-15', from('2026-11-01'), '2026-09-15'), 'overdue');
  });
  it('comes as many days ahead as one wants to know, or not at all', () => {
    assert.equal(duenessOf('2026-11-07', from('2026-11-01', 7)), 'soon');
    assert.equal(duenessOf('2026-11-08', from('2026-11-01', 7)), 'later');
    assert.equal(duenessOf('2026-11-01', from('2026-11-01', 0)), 'later');
    assert.equal(duenessOf('2026-10-31', from('2026-11-01', 0)), 'overdue');
    // Who looks a week ahead hears of what comes each month; who looks a quarter ahead not of each quarter.
    assert.equal(duenessOf('2026-11-05', from('2026-11-01', 7), '2026-10-05'), 'soon');
    assert.equal(duenessOf('2026-12-31', from('2026-11-01', 90), '2026-09-30'), 'later');
  });
});

describe('the next of a series', () => {
  it('is the same day later, or the last day of a shorter month', () => {
    assert.equal(nextInSeries(['2026-10-15'], every('1 month')), '2026-11-15');
    assert.equal(nextInSeries(['2027-01-31'], every('1 month')), '2027-02-28');
    assert.equal(nextInSeries(['2028-01-31'], every('1 month')), '2028-02-29');
    assert.equal(nextInSeries(['2026-08-31'], every('6 months')), '2027-02-28');
  });
  it('after a leap day comes on the last of February', () => {
    assert.equal(nextInSeries(['2028-02-29'], every('1 year')), '2029-02-28');
    assert.equal(nextInSeries(['2028-02-29'], every('12 months')), '2029-02-28');
    assert.equal(nextInSeries(['2028-02-29'], every('4 years')), '2032-02-29');
  });
  it('stays at month ends for who works by month ends', () => {
    assert.equal(nextInSeries(['2027-01-31', '2027-02-28'], every('1 month')), '2027-03-31');
    assert.equal(nextInSeries(['2026-06-30', '2026-09-30'], every('3 months')), '2026-12-31');
    // One day at the end of a month shows no habit.
    assert.equal(nextInSeries(['2027-02-28'], every('1 month')), '2027-03-28');
    assert.equal(nextInSeries(['2027-01-28', '2027-02-28'], every('1 month')), '2027-03-28');
  });
  it('counts days and weeks as they are', () => {
    assert.equal(nextInSeries(['2028-01-31', '2028-02-29'], every('2 weeks')), '2028-03-14');
    assert.equal(nextInSeries(['2026-12-31'], every('30 days')), '2027-01-30');
  });
  it('follows the newest, in any order, and needs one to count from', () => {
    assert.equal(nextInSeries(['2026-09-30', '2026-10-31', '2026-08-31'], every('1 month')), '2026-11-30');
    assert.equal(nextInSeries([], every('1 month')), undefined);
  });
  it('is a day of the calendar after the newest, never before the plain sum', () => {
    fc.assert(
      fc.property(
        fc.array(anyDay, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('day', 'week', 'month', 'year' as const),
        (days, count, unit) => {
          const newest = [...days].sort().at(-1) ?? '';
          const next = nextInSeries(days, { count, unit });
          assert.ok(next !== undefined && parseDay(next) === next && next > newest);
          assert.ok(next >= addDuration(newest, { count, unit }));
        },
      ),
    );
  });
});

describe('first surveillance after a decision on a leap day', () => {
  const text = [
    'aims: 1',
    'kind: organization',
    'id: northwind',
    'target: managed',
    'certification: {initialDecisionOn: 2028-02-29, expires: 2031-02-28, surveillance: []}',
    '',
  ].join('\n');
  const severityAt = async (date: string): Promise<string | undefined> => {
    const { findings } = await checkTexts({ 'aims.yaml': text }, date);
    return findings.find(({ rule }) => rule === 'surveillance-late')?.severity;
  };
  it('is silent until thirty days before, then information, then a warning from the day after', async () => {
    assert.equal(await severityAt('2029-01-29'), undefined);
    assert.equal(await severityAt('2029-01-30'), 'info');
    assert.equal(await severityAt('2029-02-28'), 'info');
    assert.equal(await severityAt('2029-03-01'), 'warning');
  });
});

describe('the setting aims.comingDueDays', () => {
  const text = [
    'aims: 1',
    'kind: organization',
    'id: northwind',
    'target: managed',
    'internalAudits: [{id: AU-2, planned: 2026-11-20, auditor: Eli Roth, covers: [A.6]}]',
    '',
  ].join('\n');
  const said = async (at: string, settings: object): Promise<string | undefined> => {
    const { service, snapshot } = await openWorkspace({ 'aims.yaml': text }, { at, settings });
    const findings = service.files(snapshot).flatMap((uri) => service.findings(snapshot, uri));
    return findings.find(({ rule }) => rule === 'audit-overdue')?.severity;
  };
  it('says how far ahead rules look', async () => {
    assert.equal(await said('2026-11-01', {}), 'info');
    assert.equal(await said('2026-11-01', { comingDueDays: 10 }), undefined);
    assert.equal(await said('2026-11-11', { comingDueDays: 10 }), 'info');
    assert.equal(await said('2026-09-01', { comingDueDays: 90 }), 'info');
  });
  it('at 0 leaves only what is overdue', async () => {
    assert.equal(await said('2026-11-20', { comingDueDays: 0 }), undefined);
    assert.equal(await said('2026-11-21', { comingDueDays: 0 }), 'warning');
  });
});
