/** Completion in a comment for AIMS: the word, then the controls, what the system still owes first. */
import { catalogue } from '../../catalogue';
import { ANNOTATION_WORDS } from '../../code';
import type { Range } from '../../syntax/types';
import { isExcluded } from '../../verdict/row';
import { rowOf } from '../../verdict/place-of-row';
import type { CodeEntry } from '../../workspace/snapshot';
import { annotationAt, compare, touches, type DocumentPosition } from '../annotation';
import { openRequirements } from './open-requirements';
import type { Completion, CompletionOptions, CompletionResult } from './types';

export function completeAnnotation(
  options: CompletionOptions,
  at: DocumentPosition,
): CompletionResult | undefined {
  const found = annotationAt(options.snapshot, at);
  const { position } = at;
  if (!found || compare(position, found.annotation.start) < 0) return undefined;
  const { word, typed, start } = found.annotation;
  const here: Range = { start: position, end: position };
  if (!word || compare(position, word.range.end) <= 0) {
    if (word && compare(position, word.range.start) < 0) return undefined;
    const gap = compare(position, start) === 0 ? ' ' : '';
    return { items: words(gap), replace: word?.range ?? here };
  }
  if (!Object.hasOwn(ANNOTATION_WORDS, word.text) || (typed && !touches(typed, position))) return undefined;
  return { items: controls(options, found.entry), replace: typed ?? here };
}

const words = (gap: string): readonly Completion[] =>
  Object.entries(ANNOTATION_WORDS).map(([label, detail], rank) => ({
    label,
    kind: 'word',
    detail,
    newText: `${gap}${label} `,
    rank,
  }));

/** Those of systems that are not left out. Code answers for no organization. */
function controls({ snapshot, date }: CompletionOptions, { coveredBy }: CodeEntry): readonly Completion[] {
  const open = new Set(coveredBy.flatMap((subject) => [...openRequirements({ snapshot, subject, date })]));
  return [...catalogue.controls.values()]
    .filter(
      ({ id, scope }) =>
        scope !== 'organization' &&
        (coveredBy.length === 0 || coveredBy.some((system) => !isExcluded(rowOf(system, id)))),
    )
    .map(({ id, title }, index) => ({
      label: id,
      kind: 'requirement',
      detail: title,
      newText: id,
      rank: (open.has(id) ? 0 : 10_000) + index,
      requirement: id,
    }));
}
