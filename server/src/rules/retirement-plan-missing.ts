import { tr } from '../l10n/tr';
import { addStep } from '../fixes/history';
import { addKeys } from '../fixes/missing-keys';
import { isPlace } from '../fixes/yaml';
import { below } from '../model/located';
import { defineRule } from './rule';
import { hasGate, knowsHistory, stepsInto } from './shared-gates';
import { asksForMore, hasReached } from './shared-subject';

export const retirementPlanMissing = defineRule({
  id: 'retirement-plan-missing',
  group: 'life-cycle',
  severity: 'hint',
  basis: 'practice',
  summary: 'A system is being retired without a plan.',
  why: 'Switching a system off leaves data, models and people who relied on it. A plan says what becomes of them.',
  help: 'Add an entry for `retirement` under `lifecycle.history` and name the plan as `gate`.',
  message:
    'This system is being retired, but no plan for it is named. Add the plan as `gate` of the step into retirement.',
  on: 'system',
  check: (system, report) => {
    if (system.inventoryOnly || !asksForMore(system) || !hasReached(system, 'retirement')) return;
    if (!knowsHistory(system.body)) return;
    const steps = stepsInto(system.body, 'retirement');
    if (steps.some((step) => hasGate(step) || step.keys.has('gate'))) return;
    const last = steps.at(-1);
    const stage = last?.stage ?? system.own.lifecycle?.stage;
    if (!stage) return;
    report(
      { place: stage.place, part: 'value' },
      {
        absent: true,
        data: last ? { step: last.place } : { history: below(system.own, 'lifecycle', 'history') },
      },
    );
  },
  fixes: ({ uri, data: { step, history } }, { snapshot }) => {
    if (isPlace(step)) return addKeys(snapshot, uri, tr('Add the plan to fill in'), [[step, ['gate']]]);
    return isPlace(history) ? addStep(snapshot, history, 'retirement') : [];
  },
});
