/** Hover of a word of the organization's risk scale: its rank, and the level the rating comes to. */
import { levelOf } from '../../model/risk-level';
import { scaleOf } from '../../model/scale-words';
import type { ScaleName } from '../../model/problems';
import type { Route } from '../../syntax/types';
import { organizationOf } from '../../workspace/snapshot';
import { paragraphs } from '../markup';
import type { HoverContext } from './context';

const NAMES: Readonly<Record<ScaleName, string>> = {
  likelihood: 'likelihood',
  severity: 'severity',
  levels: 'risk levels',
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
    `${markup.bold(markup.text(word))}: ${words.indexOf(word) + 1} of ${words.length} on the organization’s scale of ${NAMES[scale]} (${words.map(markup.text).join(', ')}).`,
    level === undefined
      ? undefined
      : `With what stands beside it the risk is ${markup.bold(markup.text(level))}${accepted === undefined ? '' : `; accepted without a named person up to ${markup.text(accepted)}`}.`,
  );
}
