import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Changes } from '../../../server/src/lsp/changes';
import type { Session } from '../../../server/src/lsp/session';
import { followTheDay } from '../../../server/src/lsp/sync/midnight';
import { systemClock } from '../../../server/src/node/clock';

describe('the day', () => {
  afterEach(() => mock.timers.reset());

  /** As much of a session as the day needs. */
  const follow = (): Changes => {
    const changes = new Changes();
    const clock = systemClock({});
    const session = { changes, clock, client: { pullsDiagnostics: false } };
    followTheDay(session as unknown as Session);
    return changes;
  };

  it('changes once, at midnight in UTC', () => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.parse('2026-12-31T23:00:00Z') });
    const changes = follow();
    mock.timers.tick(59 * 60_000);
    assert.equal(changes.revision, 0);
    mock.timers.tick(2 * 60_000);
    assert.equal(changes.revision, 1);
    mock.timers.tick(60 * 60_000);
    assert.equal(changes.revision, 1);
  });

  it('is noticed soon after a computer wakes', () => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.parse('2026-11-01T08:00:00Z') });
    const changes = follow();
    mock.timers.setTime(Date.parse('2026-11-03T07:00:00Z'));
    mock.timers.tick(15 * 60_000);
    assert.equal(changes.revision, 1);
  });

  it('can be fixed from outside, for results that can be repeated', () => {
    assert.equal(systemClock({ SOURCE_DATE_EPOCH: '1772323200' }).today(), '2026-03-01');
    assert.match(systemClock({ SOURCE_DATE_EPOCH: 'soon' }).today(), /^\d{4}-\d{2}-\d{2}$/);
  });
});
