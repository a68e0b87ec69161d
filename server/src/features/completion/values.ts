/** Values of a field, by what it takes. */
import { KINDS } from '../../schema';
import type { Field, ScalarFormat, Shape } from '../../schema/field';
import type { ScaleName } from '../../model/problems';
import { scaleOf } from '../../model/scale-words';
import { organizationOf } from '../../workspace/snapshot';
import { entityCompletions } from './entities';
import { pathCompletions } from './paths';
import { requirementValues } from './requirements';
import { servedCompletions } from './served';
import type { Completion, CompletionContext } from './types';

const DURATIONS = ['1 month', '3 months', '6 months', '12 months', '24 months'];

const word = (label: string, detail?: string, rank = 0): Completion => ({
  label,
  kind: 'word',
  newText: label,
  rank,
  ...(detail === undefined ? {} : { detail }),
});

/** Values of a field; of a list, those of one item. */
export async function valueCompletions(
  context: CompletionContext,
  field: Field<unknown>,
): Promise<readonly Completion[]> {
  const { shape } = field;
  switch (shape.is) {
    case 'either':
      return (await Promise.all(shape.forms.map((form) => valueCompletions(context, form)))).flat();
    case 'list':
      return valueCompletions(context, shape.of);
    case 'choice':
      return Object.entries(shape.values).map(([value, meaning]) => word(value, meaning));
    case 'person':
      return entityCompletions(context, ['person']);
    case 'reference':
      return [
        ...entityCompletions(context, shape.to),
        ...(shape.also.includes('requirement') ? requirementValues(context, true) : []),
      ];
    case 'scalar':
      return scalarCompletions(context, shape.format, shape.scale);
    default:
      return [];
  }
}

async function scalarCompletions(
  context: CompletionContext,
  format: ScalarFormat,
  scale: Extract<Shape, { is: 'scalar' }>['scale'],
): Promise<readonly Completion[]> {
  switch (format) {
    case 'date':
      return [word(context.date, 'today')];
    case 'boolean':
      return [word('true'), word('false')];
    case 'duration':
      return DURATIONS.map((duration) => word(duration));
    case 'control':
      return requirementValues(context, false);
    case 'requirement':
      return requirementValues(context, true);
    case 'path':
    case 'evidence':
    case 'glob':
      return pathCompletions(context);
    case 'served':
      return servedCompletions(context);
    case 'scale':
      return scale ? scaleWords(context, scale) : [];
    default:
      return topWords(context);
  }
}

/** `aims` and `kind`, which say what the rest of the file is. */
function topWords({ cursor }: CompletionContext): readonly Completion[] {
  const [key, ...below] = cursor.locus.route;
  if (below.length > 0) return [];
  if (key === 'kind') return KINDS.map((kind) => word(kind));
  return key === 'aims' ? [word('1', 'version of the format')] : [];
}

/** Scales in common use, lowest first, for those who have none of their own. Levels are the organization's to set. */
const COMMON_SCALES: Readonly<Record<ScaleName, readonly string[]>> = {
  likelihood: ['rare', 'unlikely', 'possible', 'likely', 'almost-certain'],
  severity: ['negligible', 'minor', 'moderate', 'major', 'critical'],
  levels: [],
};

/** The organization's own words; common ones where it has set no scale at all. */
function scaleWords({ subject }: CompletionContext, scale: ScaleName): readonly Completion[] {
  if (subject?.kind === 'system' && subject.organization.kind === 'unreachable') return [];
  const risk = (subject && organizationOf(subject))?.risk;
  if (risk?.likelihood ?? risk?.severity ?? risk?.levels) {
    const words = scaleOf(risk, scale) ?? [];
    return words.map((each, index) => word(each, `${index + 1} of ${words.length}`));
  }
  return COMMON_SCALES[scale].map((each) =>
    word(each, 'common scale; an organization file can define its own under `risk`'),
  );
}
