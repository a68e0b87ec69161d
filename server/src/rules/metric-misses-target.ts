import { tr } from '../l10n/tr';
import { figureOf } from '../verdict/figure';
import { defineRule } from './rule';
import { metricName, metricsIn } from './shared-metrics';

export const metricMissesTarget = defineRule({
  id: 'metric-misses-target',
  group: 'model-card',
  severity: 'warning',
  basis: 'format',
  summary: 'A metric does not reach what the card itself says it must.',
  why: '`must` is what you decided is good enough before the model was measured. The value says it is not.',
  help: 'Improve the model, or decide again what is good enough and say who agreed to it.',
  message: '{name} is {value} and must be {must}. Improve it, or decide anew what it must be.',
  on: 'document',
  check: ({ artefact }, report, { snapshot }) => {
    for (const metric of metricsIn(artefact)) {
      const { value, must } = metric;
      const { agrees, meets } = figureOf(snapshot, metric);
      // Where the value is not what was measured, that comes first.
      if (meets !== false || agrees === false || !value || !must) continue;
      report(
        { place: value.place, part: 'value' },
        {
          args: { name: metricName(metric), value: value.source, must: must.value },
          related: [{ place: must.place, part: 'value', message: tr('What it must be.') }],
        },
      );
    }
  },
});
