import { standingOf } from '../model/objective';
import { defineRule } from './rule';
import { reportDue } from './shared-due';
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
    for (const objective of organization.body.objectives?.items ?? []) {
      const next = standingOf(objective, outlook.date)?.next;
      if (!next) continue;
      reportDue(report, next.on, outlook, {
        place: next.place,
        since: next.after,
        args: { id: objective.id?.value ?? '' },
      });
    }
  },
});
