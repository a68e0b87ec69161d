import { tr } from '../l10n/tr';
import { addKeys } from '../fixes/missing-keys';
import { addStep } from '../fixes/history';
import { isPlace } from '../fixes/yaml';
import { below } from '../model/located';
import { rowFor } from './shared-soa';
import { defineRule } from './rule';
import { knowsHistory, lacksOf, stepsInto } from './shared-gates';
import { orList } from './shared-format';
import { asksForMore, hasReached } from './shared-subject';

export const deploymentWithoutGate = defineRule({
  id: 'deployment-without-gate',
  group: 'life-cycle',
  severity: 'warning',
  basis: 'standard',
  requirement: 'A.6.2.5',
  summary: 'A system went into use and nothing says who let it, and on what ground.',
  why: 'Before a system goes into its target environment somebody checks that the requirements for it are met, and says so. Without a record of that, nobody can tell who took the decision.',
  help: 'Add an entry for `deployment` under `lifecycle.history`, with the release checklist or plan as `gate` and the person as `approvedBy`.',
  message: {
    entry: 'The step into deployment has no {lacks}. Say what was checked before and who approved it.',
    none: 'This system has reached deployment, but `lifecycle.history` does not say who approved that. Add an entry with `gate` and `approvedBy`.',
  },
  on: 'system',
  check: (system, report, { snapshot }) => {
    if (system.inventoryOnly || !asksForMore(system) || !hasReached(system, 'deployment')) return;
    if (system.organization.kind === 'unreachable' || !knowsHistory(system.body)) return;
    // A row answers for it, or leaves it out; what the row lacks is said at the row.
    if (rowFor(snapshot, system, 'A.6.2.5')) return;
    const steps = stepsInto(system.body, 'deployment');
    if (steps.some((step) => lacksOf(step).length === 0)) return;
    const last = steps.at(-1);
    if (last?.stage) {
      const lacks = lacksOf(last);
      report(
        { place: last.stage.place, part: 'value' },
        { message: 'entry', args: { lacks: orList(lacks) }, absent: true, data: { step: last.place, lacks } },
      );
      return;
    }
    const { lifecycle } = system.own;
    const stage = lifecycle?.stage;
    report(
      stage ? { place: stage.place, part: 'value' } : { place: below(system.own, 'lifecycle'), part: 'key' },
      { message: 'none', absent: true, data: { history: below(system.own, 'lifecycle', 'history') } },
    );
  },
  fixes: ({ uri, data: { step, lacks, history } }, { snapshot }) => {
    if (isPlace(step) && Array.isArray(lacks))
      return addKeys(snapshot, uri, tr('Add gate and approval to fill in'), [[step, lacks.map(String)]]);
    return isPlace(history) ? addStep(snapshot, history, 'deployment') : [];
  },
});
