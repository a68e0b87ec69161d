import { tr } from '../l10n/tr';
import { isPlace, oneEdit, replaceAt } from '../fixes/yaml';
import { figureOf } from '../verdict/figure';
import { defineRule } from './rule';
import { metricName, metricsIn } from './shared-metrics';

/** What the source says, in as many digits as the card writes; undefined where either is written in another way. */
function inDigitsOf(card: string, measured: string): string | undefined {
  const plain = /^-?\d+(?:\.(\d+))?$/.exec(card);
  if (!plain || !Number.isFinite(Number(measured)) || measured.trim() === '') return undefined;
  const rounded = Number(measured).toFixed(Math.min(plain[1]?.length ?? 0, 20));
  return rounded === card ? undefined : rounded;
}

export const metricDiffers = defineRule({
  id: 'metric-differs',
  group: 'model-card',
  severity: 'warning',
  basis: 'format',
  summary: 'The value of a metric is not the one at its source.',
  why: 'The card says where its figures come from. A model trained anew changes the report, and the card goes on claiming the old figure.',
  help: 'Take over the value of the source, or point to the report the value comes from. The digits on the card are its precision: 0.87 agrees with 0.8712.',
  message: '{name} is {value} here, but {measured} at its source {source}. One of the two is out of date.',
  on: 'document',
  check: ({ artefact }, report, { snapshot }) => {
    for (const metric of metricsIn(artefact)) {
      const { value, source } = metric;
      const { agrees, measured } = figureOf(snapshot, metric);
      if (agrees !== false || !value || !source || measured === undefined) continue;
      const found = snapshot.pointerValue(source.value, source.place.uri);
      const resolved = snapshot.resolve(source.value, source.place.uri);
      const text = inDigitsOf(value.source, measured);
      report(
        { place: value.place, part: 'value' },
        {
          args: { name: metricName(metric), value: value.source, measured, source: source.value },
          related:
            found?.kind === 'value' && resolved.kind === 'file'
              ? [{ uri: resolved.uri, range: found.range, message: tr('Here it is {0}.', measured) }]
              : [],
          data: text === undefined ? {} : { place: value.place, text },
        },
      );
    }
  },
  fixes: ({ data: { place, text } }, { snapshot }) =>
    isPlace(place) && typeof text === 'string'
      ? oneEdit(
          tr('Change to {0}, as at its source', text),
          place.uri,
          replaceAt(snapshot, place, 'value', text),
        )
      : [],
});
