/** Values of a field, by what it takes. */
import { tr } from '../../l10n/tr';
import { KINDS } from '../../schema';
import type { Field, ScalarFormat, Shape } from '../../schema/field';
import type { ScaleName } from '../../model/problems';
import { addDuration, parseDuration } from '../../model/scalars';
import { PLACEHOLDER } from '../../fixes/scalar';
import { scaleInUse } from '../scale-in-use';
import { entityCompletions, namedInList } from './entities';
import { digestValue, knownNames, measuredValue } from './figures';
import { newIds } from './new-ids';
import { anchorCompletions, partCompletions } from './parts';
import { pathCompletions, patternCompletions } from './paths';
import { personCompletions } from './people';
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
      return choiceCompletions(context, shape.values);
    case 'id':
      return newIds(context, shape.of);
    case 'person':
      return personCompletions(context);
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

/**
 * In a text, which nobody else can know, the word that holds a place open: shown to who begins to write it as it is
 * written, so that Enter behind a line that is no more than `To` ends that line. An editor that gets no answer at all
 * while somebody types offers any word of the file instead; so there is one, which the editor does not show.
 */
function orHeldOpen(
  { cursor: { locus } }: CompletionContext,
  found: readonly Completion[],
): readonly Completion[] {
  if (found.length > 0 || !/\S$/.test(locus.prefix)) return found;
  const held = word(PLACEHOLDER, tr('to be filled in; reported until it is'));
  const isBegun = locus.prefix.length > 1 && PLACEHOLDER.startsWith(locus.prefix);
  return [isBegun ? held : { ...held, isHidden: true }];
}

async function scalarCompletions(
  context: CompletionContext,
  format: ScalarFormat,
  scale: Extract<Shape, { is: 'scalar' }>['scale'],
): Promise<readonly Completion[]> {
  switch (format) {
    case 'date':
      return days(context);
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
      return (await partCompletions(context)) ?? pathCompletions(context);
    case 'glob':
      return patternCompletions(context);
    case 'number':
      return measuredValue(context);
    case 'digest':
      return digestValue(context);
    case 'text':
      return isAnchor(context)
        ? anchorCompletions(context)
        : orHeldOpen(context, [...topWords(context), ...knownNames(context)]);
    case 'served':
      return servedCompletions(context);
    case 'scale':
      return scale ? scaleWords(context, scale) : [];
    default:
      return [];
  }
}

const isAnchor = ({ cursor: { locus } }: CompletionContext): boolean =>
  locus.route.at(-1) === 'anchor' && locus.route.includes('evidence');

/** Words with their meaning; in a list, those it has already left out. */
function choiceCompletions(
  context: CompletionContext,
  values: Readonly<Record<string, string>>,
): readonly Completion[] {
  const taken = new Set(namedInList(context));
  return Object.entries(values).flatMap(([value, meaning]) =>
    taken.has(value) ? [] : [word(value, meaning === value ? undefined : tr(meaning))],
  );
}

/** Keys of days that lie ahead. */
const AHEAD = new Set<string | number | undefined>(['due', 'planned', 'nextReview', 'checkBy', 'expires']);

/** Today for what was done, days from today for what is to come. */
function days({ date, cursor }: CompletionContext): readonly Completion[] {
  if (!AHEAD.has(cursor.locus.route.at(-1))) return [word(date, 'today')];
  return DURATIONS.flatMap((duration) => {
    const parsed = parseDuration(duration);
    return parsed ? [word(addDuration(date, parsed), tr('in {0}', duration))] : [];
  });
}

/** `aims` and `kind`, which say what the rest of the file is. */
function topWords({ cursor }: CompletionContext): readonly Completion[] {
  const [key, ...below] = cursor.locus.route;
  if (below.length > 0) return [];
  if (key === 'kind') return KINDS.map((kind) => word(kind));
  return key === 'aims' ? [word('1', tr('version of the format'))] : [];
}

/** The organization's own words; common ones where it has set no scale at all. */
function scaleWords({ subject }: CompletionContext, scale: ScaleName): readonly Completion[] {
  const { words, isOwn } = scaleInUse(subject, scale) ?? { words: [], isOwn: true };
  return words.map((each, index) =>
    word(
      each,
      isOwn
        ? tr('{0} of {1}', index + 1, words.length)
        : tr('common scale; an organization file can define its own under `risk`'),
    ),
  );
}
