import { tr } from '../l10n/tr';
import { has } from '../model/located';
import { addKey } from '../fixes/yaml';
import { defineRule } from './rule';
import { currentSystem, harmsIn, severityIn } from './shared-assessment';

const KEYS = ['decision', 'by'] as const;

export const harmWithoutResidual = defineRule({
  id: 'harm-without-residual',
  group: 'impact-assessment',
  severity: 'warning',
  basis: 'reading',
  requirement: 'A.5.4',
  summary: 'Nobody decided on what is left of a harm after the measures.',
  why: 'Measures seldom take a harm away. Somebody has to look at what is left and decide: accept it, reduce it further, or stop.',
  help: 'Add `residual` with `severity`, `likelihood`, the `decision` and who made it (`by`).',
  message: {
    nothing: 'What is left of harm {id} after the measures? Add `residual` with a `decision` and `by`.',
    part: 'What is left of harm {id} lacks {keys}. Say what was decided and by whom.',
  },
  on: 'assessment',
  check: (target, report) => {
    if (!currentSystem(target)) return;
    for (const harm of harmsIn(target.body)) {
      const { id, residual, measures } = harm;
      if (!id || (has(harm, 'residual') && !residual)) continue;
      // Without measures either, the finding is that nothing is done at all.
      if (!has(harm, 'measures') && !(residual && has(residual, 'decision'))) continue;
      // Until every measure is in place, what will be left can only be guessed.
      if (!residual && measures?.items.some((measure) => measure.status && measure.status.value !== 'done'))
        continue;
      const lacking = residual ? KEYS.filter((key) => !has(residual, key)) : KEYS;
      if (lacking.length === 0) continue;
      report(
        { place: residual ? residual.place : id.place, part: residual ? 'key' : 'value' },
        {
          message: residual ? 'part' : 'nothing',
          severity: severityIn(target.body),
          args: { id: id.value, keys: lacking.map((key) => `\`${key}\``).join(tr(' and ')) },
          absent: true,
          data:
            lacking.includes('by') && residual && has(residual, 'decision')
              ? { residual: residual.place }
              : {},
        },
      );
    }
  },
  // What was decided is nothing to prefill; only who decided is.
  fixes: ({ data }, { snapshot }) =>
    addKey(snapshot, data.residual, 'by', 'TODO', tr('Add who decided, to fill in')),
});
