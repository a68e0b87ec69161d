import { tr } from '../l10n/tr';
import { addKeys } from '../fixes/missing-keys';
import { isPlace } from '../fixes/yaml';
import { defineRule } from './rule';
import { orList } from './shared-format';
import { lacksOf } from './shared-gates';
import { asksForMore } from './shared-subject';

/** Deployment and retirement have rules of their own; nobody approves that somebody has an idea. */
const ELSEWHERE: ReadonlySet<string> = new Set(['inception', 'deployment', 'retirement']);

export const gateMissing = defineRule({
  id: 'gate-missing',
  group: 'life-cycle',
  severity: 'hint',
  basis: 'practice',
  summary: 'A life cycle stage was entered without a gate or an approval.',
  why: 'A gate is the moment to stop: somebody looks at what the last stage brought and says whether to go on.',
  help: 'Add what was checked as `gate` and the person as `approvedBy`.',
  message: 'The step into {stage} has no {lacks}. Say what was checked before it and who approved it.',
  on: 'system',
  check: (system, report) => {
    if (system.inventoryOnly || !asksForMore(system)) return;
    for (const step of system.own.lifecycle?.history?.items ?? []) {
      const lacks = lacksOf(step);
      if (!step.stage || ELSEWHERE.has(step.stage.value) || lacks.length === 0) continue;
      report(
        { place: step.stage.place, part: 'value' },
        {
          args: { stage: step.stage.value, lacks: orList(lacks) },
          absent: true,
          data: { step: step.place, lacks },
        },
      );
    }
  },
  fixes: ({ uri, data: { step, lacks } }, { snapshot }) =>
    isPlace(step) && Array.isArray(lacks)
      ? addKeys(snapshot, uri, tr('Add what is missing, to fill in'), [[step, lacks.map(String)]])
      : [],
});
