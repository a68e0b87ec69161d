import type { AiSystem } from '../model/build';
import { parseComparison, satisfies, type Day } from '../model/scalars';
import type { Subject } from '../workspace/snapshot';
import { defineRule } from './rule';
import { dayOf } from './shared-due';
import { asksForMore, clocksStopped, isLeftOut, organizationOf } from './shared-subject';

type Monitor = NonNullable<AiSystem['monitoring']>['items'][number];

/** The newest result at a day; undefined where one is written so that it cannot be read, for it may be the newest. */
function newestResult({ results }: Monitor, date: Day) {
  if (!results || results.items.length < results.written) return undefined;
  const dated = results.items.flatMap(({ date: when, value }) => {
    const on = dayOf(when);
    return on !== undefined && value ? [{ on, value }] : [];
  });
  if (dated.length < results.items.length) return undefined;
  return dated.filter(({ on }) => on <= date).sort((a, b) => (a.on < b.on ? 1 : -1))[0];
}

/** Was anything written down since, of the system or for the organization as a whole, that somebody acted? */
function isFollowed(subject: Subject, since: Day): boolean {
  const found = organizationOf(subject)?.nonconformities?.items.map((each) => each.found) ?? [];
  const incidents = subject.kind === 'system' ? (subject.body.incidents?.items ?? []) : [];
  return [...found, ...incidents.map((each) => each.date)].some((day) => (dayOf(day) ?? '') >= since);
}

export const alertCrossed = defineRule({
  id: 'alert-crossed',
  group: 'management-cycle',
  severity: 'info',
  basis: 'reading',
  requirement: '9.1',
  summary: 'The newest result of something measured crosses its own alert, and nothing follows.',
  why: 'You said yourself at which value somebody has to act. A measurement nobody acts on might as well not be made.',
  help: 'Act on it: record an incident or a nonconformity, and add the next result. Or set `alert` to what you mean.',
  message:
    'This result of {id} crosses its alert {alert}. Record the incident or nonconformity it led to, or add the next result.',
  on: 'subject',
  check: (subject, report, { date }) => {
    if (!asksForMore(subject) || clocksStopped(subject)) return;
    if (subject.kind === 'system' && isLeftOut(subject, 'A.6.2.6')) return;
    for (const monitor of subject.body.monitoring?.items ?? []) {
      const alert = parseComparison(monitor.alert?.value ?? '');
      const newest = newestResult(monitor, date);
      // Results of a profile are none of this system.
      if (!alert || newest?.value.place.uri !== subject.uri || !satisfies(newest.value.value, alert))
        continue;
      if (isFollowed(subject, newest.on)) continue;
      report(
        { place: newest.value.place, part: 'value' },
        { args: { id: monitor.id?.value ?? monitor.what?.value ?? '', alert: monitor.alert?.value ?? '' } },
      );
    }
  },
});
