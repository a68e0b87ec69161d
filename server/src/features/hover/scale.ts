/** Hover of a word of the organization's risk scale: its rank, and the level the rating comes to. */
import { tr, translatable } from '../../l10n/tr';
import { levelOf } from '../../model/risk-level';
import { scaleOf } from '../../model/scale-words';
import type { ScaleName } from '../../model/problems';
import type { Route } from '../../syntax/types';
import { organizationOf } from '../../workspace/snapshot';
import { paragraphs } from '../markup';
import type { HoverContext } from './context';

const NAMES: Readonly<Record<ScaleName, string>> = {
  likelihood: translatable('likelihood'),
  severity: translatable('severity'),
  levels: translatable('risk levels'),
};

/** @returns undefined where the organization has no such scale, or no such word on it */
export function scaleHover(
  { subject, cursor, markup }: HoverContext,
  route: Route,
  scale: ScaleName,
  word: string,
): string | undefined {
  const risk = (subject && organizationOf(subject))?.risk;
  const words = scaleOf(risk, scale);
  if (!words?.includes(word)) return undefined;
  const rated = (key: string): { readonly value: string } | undefined => {
    const node = cursor.yaml.node([...route.slice(0, -1), key]);
    return node?.kind === 'scalar' ? { value: node.text } : undefined;
  };
  const level = levelOf(risk, { likelihood: rated('likelihood'), severity: rated('severity') });
  const accepted = risk?.acceptUpTo?.value;
  return paragraphs(
    tr(
      '{0}: {1} of {2} on the organization’s scale of {3} ({4}).',
      markup.bold(markup.text(word)),
      words.indexOf(word) + 1,
      words.length,
      tr(NAMES[scale]),
      words.map(markup.text).join(', '),
    ),
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
