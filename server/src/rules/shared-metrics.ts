/** Metrics as written in a file. */
import { tr } from '../l10n/tr';
import type { Artefact } from '../model/build';
import type { Metric } from '../verdict/figure';

/** Of the models of a card. */
export const metricsIn = (artefact: Artefact): readonly Metric[] =>
  artefact.kind === 'system'
    ? (artefact.body.models?.items ?? []).flatMap((model) => model.metrics?.items ?? [])
    : [];

export const metricName = ({ name }: Metric): string => name?.value ?? tr('This metric');
