/** Hover of a word of a risk scale: its rank, and the level the rating comes to or why there is none. */
import { tr, translatable } from '../../l10n/tr';
import { levelOf } from '../../model/risk-level';
import type { ScaleName } from '../../model/problems';
import type { Route } from '../../syntax/types';
import { isPlaceholder } from '../../model/scalars';
import { organizationOf } from '../../workspace/snapshot';
import { paragraphs } from '../markup';
import { scaleInUse } from '../scale-in-use';
import type { HoverContext } from './context';

const NAMES: Readonly<Record<ScaleName, string>> = {
  likelihood: translatable('likelihood'),
  severity: translatable('severity'),
  levels: translatable('risk levels'),
};

/** With the word, its rank, how many there are, what the scale is about, and all its words. */
const STANDS = {
  own: translatable('{0}: {1} of {2} on the organization’s scale of {3} ({4}).'),
  common: translatable('{0}: {1} of {2} on a common scale of {3} ({4}).'),
};

const standing = (
  { markup }: HoverContext,
  on: keyof typeof STANDS,
  scale: ScaleName,
  word: string,
  words: readonly string[],
): string =>
  tr(
    STANDS[on],
    markup.bold(markup.text(word)),
    words.indexOf(word) + 1,
    words.length,
    tr(NAMES[scale]),
    words.map(markup.text).join(', '),
  );

/** @returns undefined where the organization's scales are not known, or have no such word */
export function scaleHover(
  context: HoverContext,
  route: Route,
  scale: ScaleName,
  word: string,
): string | undefined {
  const inUse = scaleInUse(context.subject, scale);
  if (!inUse || isPlaceholder(word)) return undefined;
  if (!inUse.isOwn) return withoutOwnScale(context, scale, word, inUse.words);
  return inUse.words.includes(word) ? onOwnScale(context, route, scale, word, inUse.words) : undefined;
}

/** Nobody has said what the words mean here: where a word stands on the scale that completion offers instead. */
const withoutOwnScale = (
  context: HoverContext,
  scale: ScaleName,
  word: string,
  words: readonly string[],
): string =>
  paragraphs(
    words.includes(word) ? standing(context, 'common', scale, word, words) : undefined,
    context.markup.prose(
      tr(
        'No organization file sets your own scales yet, so no level of risk is worked out from it. They are `likelihood`, `severity`, `levels` and `matrix` under `risk` of that file.',
      ),
    ),
  );

function onOwnScale(
  context: HoverContext,
  route: Route,
  scale: ScaleName,
  word: string,
  words: readonly string[],
): string {
  const { subject, cursor, markup } = context;
  const risk = (subject && organizationOf(subject))?.risk;
  const rated = (key: string): { readonly value: string } | undefined => {
    const node = cursor.yaml.node([...route.slice(0, -1), key]);
    return node?.kind === 'scalar' ? { value: node.text } : undefined;
  };
  const level = levelOf(risk, { likelihood: rated('likelihood'), severity: rated('severity') });
  const accepted = risk?.acceptUpTo?.value;
  return paragraphs(
    standing(context, 'own', scale, word, words),
    level === undefined
      ? undefined
      : tr(
          'With what stands beside it the risk is {0}{1}.',
          markup.bold(markup.text(level)),
          accepted === undefined
            ? ''
            : tr('; accepted without a named person up to {0}', markup.text(accepted)),
        ),
  );
}
