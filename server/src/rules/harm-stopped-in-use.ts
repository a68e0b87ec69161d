import { tr } from '../l10n/tr';
import { has } from '../model/located';
import { defineRule } from './rule';
import { currentSystem, harmsIn, isDraft, isInUse } from './shared-assessment';

export const harmStoppedInUse = defineRule({
  id: 'harm-stopped-in-use',
  group: 'impact-assessment',
  severity: 'info',
  basis: 'reading',
  requirement: '8.4',
  summary: 'It was decided to stop because of a harm, and the system is in use.',
  why: 'Either the decision was not carried out, or it was about one use only and nobody wrote down which.',
  help: 'Set the stage back, change the decision, or say which use was stopped: in `use.outOfScope` of the card or `scope.excludes` of the assessment.',
  message:
    'It was decided to stop because of harm {id}, yet the stage is {stage}. Correct either, or name the use that was stopped in `use.outOfScope`.',
  on: 'assessment',
  check: (target, report) => {
    const system = currentSystem(target);
    if (!system || isDraft(target.body) || !isInUse(system)) return;
    if (has(system.body.use, 'outOfScope') || has(target.body.scope, 'excludes')) return;
    for (const { id, residual } of harmsIn(target.body)) {
      if (!id || residual?.decision?.value !== 'stop') continue;
      const stage = system.body.lifecycle?.stage;
      report(
        { place: residual.decision.place, part: 'value' },
        {
          args: { id: id.value, stage: stage?.value ?? system.reached ?? '' },
          absent: true,
          related: stage
            ? [{ place: stage.place, part: 'value', message: tr('The stage of the system.') }]
            : [],
        },
      );
    }
  },
});
