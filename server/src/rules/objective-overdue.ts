import { tr } from '../l10n/tr';
import { duenessOf } from '../model/calendar';
import { has } from '../model/located';
import { standingOf } from '../model/objective';
import { defineRule } from './rule';
import { asksForMore } from './shared-subject';

export const objectiveOverdue = defineRule({
  id: 'objective-overdue',
  group: 'management-cycle',
  severity: 'warning',
  basis: 'standard',
  requirement: '6.2',
  summary: 'An objective was not reached by its day, or its newest result misses the target.',
  why: 'An objective is worth as much as what follows when it is missed.',
  help: 'Add the newest result. Where the target was missed, decide what follows: other measures, another day, another target.',
  message: {
    overdue:
      'Objective {id} was to be reached by {on}, and no result meets {target}. Add a result, or decide what follows.',
    soon: 'Objective {id} is to be reached by {on}, and no result meets {target} yet.',
    missed: 'The newest result of objective {id} misses its target {target}.',
  },
  on: 'organization',
  check: (organization, report, outlook) => {
    if (!asksForMore(organization)) return;
    for (const objective of organization.body.objectives?.items ?? []) {
      const standing = standingOf(objective, outlook.date);
      if (!standing) continue;
      const { due, id, target } = objective;
      const on = standing.due;
      const args = { id: id?.value ?? '', on: on ?? '', target: target?.value ?? tr('the target') };
      const when = on === undefined ? {} : { due: on };
      const dueness = on === undefined || standing.reached ? 'later' : duenessOf(on, outlook);
      if (due && dueness === 'overdue')
        report(
          { place: due.place, part: 'value' },
          { message: 'overdue', args, ...when, absent: !has(objective, 'results') },
        );
      else if (due && dueness === 'soon')
        report({ place: due.place, part: 'value' }, { message: 'soon', severity: 'info', args, ...when });
      else if (standing.miss)
        report({ place: standing.miss, part: 'value' }, { message: 'missed', severity: 'info', args });
    }
  },
});
