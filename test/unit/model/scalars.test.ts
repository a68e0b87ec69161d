import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addDuration,
  isPlaceholder,
  orcidProblem,
  parseComparison,
  parseDay,
  parseDuration,
  satisfies,
} from '../../../server/src/model/scalars';

describe('days', () => {
  it('are days of the calendar', () => {
    for (const good of ['2026-02-28', '2024-02-29', '2026-12-31', '2000-02-29'])
      assert.equal(parseDay(good), good);
    for (const bad of [
      '2026-02-30',
      '2026-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '01.02.2026',
      '2026-02-28T00:00',
      '',
    ])
      assert.equal(parseDay(bad), undefined, bad);
  });

  const later = (day: string, duration: string): string => {
    const parsed = parseDuration(duration);
    assert.ok(parsed, duration);
    return addDuration(day, parsed);
  };

  it('a month after the 31st is the last day of the month; a year after a leap day is 28 February', () => {
    assert.equal(later('2026-01-31', '1 month'), '2026-02-28');
    assert.equal(later('2024-01-31', '1 month'), '2024-02-29');
    assert.equal(later('2024-02-29', '1 year'), '2025-02-28');
    assert.equal(later('2024-02-29', '12 months'), '2025-02-28');
    assert.equal(later('2026-08-31', '6 months'), '2027-02-28');
    assert.equal(later('2026-12-31', '2 weeks'), '2027-01-14');
    assert.equal(later('2026-03-28', '2 days'), '2026-03-30');
  });

  it('adding a duration never goes back', () => {
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 600 }),
        fc.constantFrom('days', 'weeks', 'months', 'years'),
        (from, count, unit) => {
          const to = later(from, `${count} ${unit}`);
          assert.ok(parseDay(to) && to > from);
        },
      ),
    );
  });
});

describe('durations', () => {
  it('read as people write them, and nothing else does', () => {
    assert.deepEqual(parseDuration('6 months'), { count: 6, unit: 'month' });
    assert.deepEqual(parseDuration('1 month'), { count: 1, unit: 'month' });
    for (const bad of ['6', 'six months', '0 days', '6months', '-1 days', 'monthly', 'P6M'])
      assert.equal(parseDuration(bad), undefined, bad);
  });
});

describe('comparisons', () => {
  it('are held to the number', () => {
    const holds = (text: string, value: number): boolean => {
      const parsed = parseComparison(text);
      assert.ok(parsed, text);
      return satisfies(value, parsed);
    };
    assert.ok(holds('>= 0.85', 0.85));
    assert.ok(!holds('> 0.85', 0.85));
    assert.ok(holds('<=0.03', 0.021));
    assert.ok(holds('≥ 1', 1));
    assert.equal(parseComparison('about 3'), undefined);
  });
});

describe('ORCID iDs', () => {
  it('are checked by their last digit', () => {
    assert.equal(orcidProblem('0000-0002-1825-0097'), undefined);
    assert.equal(orcidProblem('0000-0002-1694-233X'), undefined);
    assert.equal(orcidProblem('0000-0002-1825-0098'), 'checksum');
    assert.equal(orcidProblem('0000-0002-1825'), 'form');
  });
});

describe('placeholders', () => {
  it('never count as content', () => {
    for (const text of [
      'TODO',
      'todo: owner',
      'TBD',
      'lorem ipsum dolor',
      '…',
      '...',
      '???',
      '<name>',
      'TODO link the report',
    ])
      assert.ok(isPlaceholder(text), text);
  });
  it('ordinary words do', () => {
    for (const text of [
      'To do lists are ranked',
      'Xavier',
      'tbdata',
      'A. Todorov',
      'docs/todo-app.md',
      'N. A. Smith',
    ])
      assert.ok(!isPlaceholder(text), text);
  });
});
