import { tr } from '../l10n/tr';
import { has } from '../model/located';
import { addKey } from '../fixes/yaml';
import { defineRule } from './rule';
import { currentSystem, harmsIn, severityIn } from './shared-assessment';

export const harmWithoutMeasure = defineRule({
  id: 'harm-without-measure',
  group: 'impact-assessment',
  severity: 'warning',
  basis: 'reading',
  requirement: 'A.5.4',
  summary: 'An impact assessment names a harm, and nothing is done against it.',
  why: 'Finding a harm is half the work. The other half is to lessen it, or to decide in the open to live with it.',
  help: 'Add `measures` to the impact, or a `residual` whose `decision` was made by a named person.',
  message:
    'Nothing is done against harm {id}. Add `measures`, or a `residual` with the decision to live with it.',
  on: 'assessment',
  check: (target, report) => {
    if (!currentSystem(target)) return;
    for (const harm of harmsIn(target.body)) {
      if (!harm.id || has(harm, 'measures')) continue;
      const isDecided = harm.residual ? has(harm.residual, 'decision') : has(harm, 'residual');
      if (isDecided) continue;
      report(
        { place: harm.id.place, part: 'value' },
        {
          severity: severityIn(target.body),
          args: { id: harm.id.value },
          absent: true,
          data: { block: harm.place },
        },
      );
    }
  },
  fixes: ({ data }, { snapshot }) =>
    addKey(
      snapshot,
      data.block,
      'measures',
      '[{ what: TODO, owner: TODO, status: planned }]',
      tr('Add a measure to fill in'),
    ),
});
