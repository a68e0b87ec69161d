import type { Organization } from '../model/build';
import { duenessOf } from '../model/calendar';
import { has, type Place } from '../model/located';
import { parseComparison, satisfies, type Day } from '../model/scalars';
import { defineRule } from './rule';
import { dayOf } from './shared-due';
import { asksForMore } from './shared-subject';

type Objective = NonNullable<Organization['objectives']>['items'][number];

interface Standing {
  readonly met: boolean;
  /** The newest result, where it misses the target. */
  readonly miss: { readonly value: number; readonly place: Place } | undefined;
}

/** Where an objective stands at a day; undefined where a target or result is written so that nobody can tell. */
function standingOf({ results, target, keys }: Objective, date: Day): Standing | undefined {
  const measured = (results?.items ?? [])
    .flatMap(({ date: when, value }) => {
      const on = dayOf(when);
      return value && on !== undefined && on <= date ? [{ on, value: value.value, place: value.place }] : [];
    })
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const comparison = parseComparison(target?.value ?? '');
  const isWrong = (keys.has('results') && !results) || (results && results.items.length < results.written);
  if (isWrong || (!comparison && measured.length > 0)) return undefined;
  const meets = ({ value }: { readonly value: number }): boolean =>
    comparison !== undefined && satisfies(value, comparison);
  const newest = measured.at(-1);
  return { met: measured.some(meets), miss: newest && !meets(newest) ? newest : undefined };
}

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
      const on = dayOf(due);
      const args = { id: id?.value ?? '', on: on ?? '', target: target?.value ?? 'the target' };
      const dueness = on === undefined || standing.met ? 'later' : duenessOf(on, outlook);
      if (due && dueness === 'overdue')
        report(
          { place: due.place, part: 'value' },
          { message: 'overdue', args, absent: !has(objective, 'results') },
        );
      else if (due && dueness === 'soon')
        report({ place: due.place, part: 'value' }, { message: 'soon', severity: 'info', args });
      else if (standing.miss)
        report({ place: standing.miss.place, part: 'value' }, { message: 'missed', severity: 'info', args });
    }
  },
});
