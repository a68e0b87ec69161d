import { nextInSeries, type Outlook } from '../model/calendar';
import type { AiSystem } from '../model/build';
import { parseDuration } from '../model/scalars';
import { defineRule, type Report, type Where } from './rule';
import { dayOf, reportDue } from './shared-due';
import { asksForMore, clocksStopped, isLeftOut } from './shared-subject';

type Monitor = NonNullable<AiSystem['monitoring']>['items'][number];

function checkOne(
  monitor: Monitor,
  report: (where: Where, details?: Report) => void,
  outlook: Outlook,
): void {
  const { results } = monitor;
  const every = parseDuration(monitor.every?.value ?? '');
  // A result that is written wrong may be the newest. Without any result there is no first day to count from.
  if (!every || !results || results.items.length < results.written) return;
  const measured = results.items
    .flatMap((result) => {
      const on = dayOf(result.date);
      return result.date && on !== undefined && on <= outlook.date ? [{ on, place: result.date.place }] : [];
    })
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const newest = measured.at(-1);
  if (!newest) return;
  const next = nextInSeries(
    measured.map(({ on }) => on),
    every,
  );
  reportDue(report, next, outlook, {
    place: newest.place,
    since: newest.on,
    args: { id: monitor.id?.value ?? monitor.what?.value ?? '' },
  });
}

export const monitoringOverdue = defineRule({
  id: 'monitoring-overdue',
  group: 'management-cycle',
  severity: 'warning',
  basis: 'standard',
  requirement: '9.1',
  summary: 'A measurement that is to come again and again is overdue.',
  why: 'What is watched only now and then changes unseen in between. How often is your own plan: `every`.',
  help: 'Measure, and add the result with its day; or set `every` to what you mean to keep.',
  message: {
    overdue: 'After this result of {id} the next was due on {on}. Add it, or change `every`.',
    soon: 'After this result of {id} the next is due on {on}.',
  },
  on: 'subject',
  check: (subject, report, outlook) => {
    if (!asksForMore(subject) || clocksStopped(subject)) return;
    if (subject.kind === 'system' && isLeftOut(subject, 'A.6.2.6')) return;
    // A profile may say how often, while the results stand here; those of the profile are no results of this system.
    for (const monitor of subject.body.monitoring?.items ?? [])
      if (monitor.results?.place.uri === subject.uri) checkOne(monitor, report, outlook);
  },
});
