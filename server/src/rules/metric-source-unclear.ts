import { tr } from '../l10n/tr';
import type { Value } from '../model/located';
import { isPlaceholder } from '../model/scalars';
import type { Metric } from '../verdict/figure';
import type { Snapshot } from '../workspace/snapshot';
import { defineRule, type Report } from './rule';
import { metricName, metricsIn } from './shared-metrics';

/** Files of which a pointer can name one value. */
const HAS_VALUES = /\.(?:json|ya?ml)$/i;

/** What the source is instead of one value; undefined where it is one, or cannot be read. */
function problemOf(
  snapshot: Snapshot,
  { name }: Metric,
  { value: text, place }: Value<string>,
): Pick<Report, 'message' | 'args'> | undefined {
  if (isPlaceholder(text)) return undefined;
  const found = snapshot.pointerValue(text, place.uri);
  if (found?.kind === 'value')
    switch (found.type) {
      case 'number':
      case 'string':
        return undefined;
      case 'map':
        return { message: 'other', args: { found: tr('a block of keys and values') } };
      case 'list':
        return { message: 'other', args: { found: tr('a list') } };
      default:
        return { message: 'other', args: { found: found.source } };
    }
  const resolved = snapshot.resolve(text, place.uri);
  if (resolved.kind !== 'file' || !HAS_VALUES.test(text) || snapshot.exists(resolved) !== 'file')
    return undefined;
  return { message: 'whole', args: { example: `${text}#/${name?.value ?? 'auc'}` } };
}

export const metricSourceUnclear = defineRule({
  id: 'metric-source-unclear',
  group: 'model-card',
  severity: 'info',
  basis: 'practice',
  summary: 'The source of a metric is a whole file, a list or a block, not one value.',
  why: 'A figure is compared with what stands at its source. Where that is more than one value, nothing is compared, and an old figure stays unnoticed.',
  help: 'End `source` with `#/` and the keys that lead to the value, such as `reports/eval.json#/test/auc`; items of a list are counted from 0.',
  message: {
    other:
      '{source} leads to {found}, not to a figure, so {name} is compared with nothing. Lead on to the value.',
    whole:
      '{source} is a whole file, so {name} is compared with nothing. Name the value in it, such as {example}.',
  },
  on: 'document',
  check: ({ artefact }, report, { snapshot }) => {
    for (const metric of metricsIn(artefact)) {
      const { source, value } = metric;
      const problem = source && value && problemOf(snapshot, metric, source);
      if (!source || !problem) continue;
      const args = { ...problem.args, source: source.value, name: metricName(metric) };
      report({ place: source.place, part: 'value' }, { ...problem, args });
    }
  },
});
