import { nextInSeries } from '../model/calendar';
import { parseDuration } from '../model/scalars';
import { defineRule } from './rule';
import { dayOf, reportDue } from './shared-due';
import { asksForMore } from './shared-subject';

export const objectiveResultOverdue = defineRule({
  id: 'objective-result-overdue',
  group: 'management-cycle',
  severity: 'warning',
  basis: 'standard',
  requirement: '6.2',
  summary: 'A result of an objective that is to come again and again is overdue.',
  why: 'An objective is followed on the way, so that there is time to steer. How often is your own plan: `every`.',
  help: 'Measure, and add the result with its day; or set `every` to what you mean to keep.',
  message: {
    overdue: 'After this result of objective {id} the next was due on {on}. Add it, or change `every`.',
    soon: 'After this result of objective {id} the next is due on {on}.',
  },
  on: 'organization',
  check: (organization, report, outlook) => {
    if (!asksForMore(organization)) return;
    for (const { id, due, every, results } of organization.body.objectives?.items ?? []) {
      const interval = parseDuration(every?.value ?? '');
      // A result that is written wrong may be the newest.
      if (!interval || !results || results.items.length < results.written) continue;
      const measured = results.items
        .flatMap(({ date }) => {
          const on = dayOf(date);
          return date && on !== undefined && on <= outlook.date ? [{ on, place: date.place }] : [];
        })
        .sort((a, b) => (a.on < b.on ? -1 : 1));
      const newest = measured.at(-1);
      const next = nextInSeries(
        measured.map(({ on }) => on),
        interval,
      );
      // Results are asked for until the objective's day; after it, whether it was reached is what counts.
      const last = dayOf(due);
      if (!newest || next === undefined || (last !== undefined && (last < outlook.date || last < next)))
        continue;
      reportDue(report, next, outlook, {
        place: newest.place,
        since: newest.on,
        args: { id: id?.value ?? '' },
      });
    }
  },
});
