import { tr } from '../l10n/tr';
import { addKey } from '../fixes/yaml';
import { has } from '../model/located';
import { addDuration } from '../model/scalars';
import { defineRule } from './rule';
import { dayOf, reportDue } from './shared-due';
import { asksForMore } from './shared-subject';

/** Whether something works shows after a while. */
const TIME_TO_SHOW = { count: 90, unit: 'day' } as const;

export const effectivenessUnchecked = defineRule({
  id: 'effectiveness-unchecked',
  group: 'management-cycle',
  severity: 'warning',
  basis: 'standard',
  requirement: '10.2',
  summary: 'A corrective action is done, and nobody has looked whether it worked.',
  why: 'An action that did not help leaves everything as it was, with a tick beside it. When to look is your own plan: `checkBy`. Without one, a hint comes after ninety days.',
  help: 'Look whether it can still happen. Where it cannot, set `effective` to the day; where it can, find another action.',
  message: {
    overdue:
      'Whether this action for {id} worked was to be looked at by {on}. Look, then set `effective` or add another action.',
    soon: 'Whether this action for {id} worked is to be looked at by {on}.',
    forgotten:
      'This action for {id} was done on {on}. Has it worked? Set `effective` to the day somebody looked, or say with `checkBy` when they will.',
  },
  on: 'organization',
  check: (organization, report, outlook) => {
    if (!asksForMore(organization)) return;
    for (const { id, status, actions } of organization.body.nonconformities?.items ?? []) {
      // Closed without a look is a finding of its own.
      if (status?.value === 'closed') continue;
      for (const action of actions?.items ?? []) {
        const done = dayOf(action.done);
        if (!action.done || done === undefined || done > outlook.date || has(action, 'effective')) continue;
        const details = {
          args: { id: id?.value ?? '', on: done },
          absent: true,
          data: { block: action.place },
        };
        if (action.checkBy)
          reportDue(report, dayOf(action.checkBy), outlook, { ...details, place: action.checkBy.place });
        else if (!has(action, 'checkBy') && addDuration(done, TIME_TO_SHOW) < outlook.date)
          report(
            { place: action.done.place, part: 'value' },
            { ...details, message: 'forgotten', severity: 'hint' },
          );
      }
    }
  },
  fixes: ({ data }, { snapshot }) =>
    addKey(snapshot, data.block, 'effective', 'TODO', tr('Add the day it was found to work, to fill in')),
});
