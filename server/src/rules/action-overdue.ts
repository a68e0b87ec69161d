import { has } from '../model/located';
import { defineRule } from './rule';
import { dayOf, reportDue } from './shared-due';
import { asksForMore } from './shared-subject';

export const actionOverdue = defineRule({
  id: 'action-overdue',
  group: 'management-cycle',
  severity: 'warning',
  basis: 'standard',
  requirement: '10.2',
  summary: 'A corrective action was not done by its day.',
  why: 'Until it is done, what went wrong can go wrong again.',
  help: 'Do it and set `done`, or agree on another day.',
  message: {
    overdue: 'This corrective action for {id} was due on {on}. Set `done`, or agree on another day.',
    soon: 'This corrective action for {id} is due on {on}.',
  },
  on: 'organization',
  check: (organization, report, outlook) => {
    if (!asksForMore(organization)) return;
    for (const { id, status, actions } of organization.body.nonconformities?.items ?? []) {
      // Closed with something left to do is a finding of its own.
      if (status?.value === 'closed') continue;
      for (const action of actions?.items ?? []) {
        if (!action.due || has(action, 'done')) continue;
        const details = { place: action.due.place, args: { id: id?.value ?? '' }, absent: true };
        reportDue(report, dayOf(action.due), outlook, details);
      }
    }
  },
});
