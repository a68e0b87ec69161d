/** What other frameworks have to do with a clause or control: for hovers and `aims explain`. */
import { tr, translatable } from '../../l10n/tr';
import {
  relationsOf,
  type Confidence,
  type Fit,
  type Framework,
  type Relation,
} from '../../catalogue/frameworks';
import type { Duty } from '../../frameworks';
import { groupBy } from '../../workspace/group-by';
import { paragraphs, type Markup } from '../markup';

/** What a pair means, before the ids. */
const READINGS: Readonly<Record<Framework['reading'], string>> = {
  touches: translatable('touches the same as'),
  shares: translatable('shares its subject with'),
  relates: translatable('relates to'),
  guides: translatable('guidance:'),
};

const FITS: Readonly<Record<Fit, string>> = {
  direct: translatable('direct'),
  supporting: translatable('supporting'),
};

/** What is sure says nothing of it. */
const CONFIDENCES: Readonly<Partial<Record<Confidence, string>>> = {
  medium: translatable('medium confidence'),
  low: translatable('low confidence'),
};

/** `direct, medium confidence`. */
export const sureness = ({ fit, confidence }: Pick<Relation, 'fit' | 'confidence'>): string =>
  [fit && FITS[fit], CONFIDENCES[confidence]]
    .flatMap((word) => (word === undefined ? [] : [tr(word)]))
    .join(', ');

/** Ids of one sort together: `Art. 9, Art. 15 (direct); Art. 10 (supporting, medium confidence)`. */
const ids = (relations: readonly Relation[]): string =>
  [...groupBy(relations, sureness)]
    .map(([how, group]) => group.map(({ item }) => item.id).join(', ') + (how === '' ? '' : ` (${how})`))
    .join('; ');

/** Which of the articles the system at hand owes, and from when. */
function owed(relations: readonly Relation[], duties: readonly Duty[]): string | undefined {
  const own = duties.filter(({ article }) =>
    relations.some(({ item, confidence }) => item.id === article.id && confidence !== 'low'),
  );
  return own.length === 0
    ? undefined
    : tr(
        'owed for this system: {0}',
        [...groupBy(own, ({ from }) => from)]
          .map(([from, group]) => tr('{0} from {1}', group.map(({ article }) => article.id).join(', '), from))
          .join('; '),
      );
}

/** Clauses under the Harmonized Structure: one piece of evidence can be kept for both. */
const servable = (relations: readonly Relation[]): readonly string[] =>
  relations.flatMap(({ item, confidence }) =>
    confidence === 'high' && item.framework.startsWith('iso-') && /^\d/.test(item.id)
      ? [`${item.framework}:${item.id}`]
      : [],
  );

/**
 * @param listed the frameworks to speak of
 * @param duties what the system at hand owes under the EU AI Act
 * @returns undefined where none of them relates to it
 */
export function crosswalk(
  markup: Markup,
  requirement: string,
  listed: readonly Framework[],
  duties: readonly Duty[] = [],
): string | undefined {
  const relations = relationsOf(requirement);
  const found = listed.flatMap((framework) => {
    const own = relations.filter(({ item }) => item.framework === framework.id);
    return own.length > 0 ? [{ framework, own }] : [];
  });
  if (found.length === 0) return undefined;
  const lines = found.map(({ framework: { id, title, what, reading }, own }) => {
    if (reading === 'guides') return `${title}, ${tr(READINGS[reading])} ${tr(what)}`;
    const mine = id === 'eu-ai-act' ? owed(own, duties) : undefined;
    return `${title}: ${tr(READINGS[reading])} ${ids(own)}${mine === undefined ? '' : ` – ${mine}`}`;
  });
  const serves = servable(found.flatMap(({ own }) => own));
  const sources = found.map(
    ({ framework: { title, reading, source, asOf } }) =>
      `${reading === 'guides' ? tr('Guidance') : title}: ${tr(source)} (${asOf}).`,
  );
  return paragraphs(
    `${markup.bold(tr('In other frameworks:'))}\n${markup.bullets(lines)}`,
    serves.length > 0
      ? markup.prose(
          tr(
            'Its evidence can be kept once for all of them: write `serves: [{0}]` beside it.',
            serves.map((each) => `"${each}"`).join(', '),
          ),
        )
      : undefined,
    markup.italic(
      tr('Related, not the same. Sources and when checked: {0}', [...new Set(sources)].join(' ')),
    ),
  );
}
