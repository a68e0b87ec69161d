/** What one file of code uses and makes. Read once for as long as its facts are the same. */
import type { CodeFacts, Signal } from '../code/types';
import { isUse, useOf, type Use, type What } from './use';

export interface Summary {
  /** In file order. */
  readonly uses: readonly Use[];
  /** Is something of this sort used whose name cannot be read? */
  readonly unread: ReadonlySet<What>;
  /** Paths and names that something is saved under. */
  readonly saved: readonly string[];
  /** Is something saved where it cannot be read where to, or trained? What is loaded from a folder may then be that. */
  readonly makesUnnamed: boolean;
  readonly firstTraining: Signal | undefined;
  /** Calls of models that others host. */
  readonly hosted: readonly Signal[];
}

const inOrder = (a: Signal, b: Signal): number =>
  (a.cell ?? 0) - (b.cell ?? 0) ||
  a.range.start.line - b.range.start.line ||
  a.range.start.character - b.range.start.character;

function summarise({ signals }: CodeFacts): Summary {
  const sorted = [...signals].sort(inOrder);
  const found = sorted.flatMap((signal) => useOf(signal) ?? []);
  const saves = sorted.filter(({ kind }) => kind === 'save');
  const training = sorted.filter(({ kind }) => kind === 'train');
  return {
    uses: found.filter(isUse),
    unread: new Set(found.flatMap((use) => (isUse(use) ? [] : [use.what]))),
    saved: saves.flatMap(({ target }) => target ?? []),
    makesUnnamed: training.length > 0 || saves.some(({ target }) => target === undefined),
    firstTraining: training[0],
    hosted: sorted.filter(
      ({ kind, provider }) => provider !== undefined && kind !== 'save' && kind !== 'track',
    ),
  };
}

const summaries = new WeakMap<CodeFacts, Summary>();

export function summaryOf(facts: CodeFacts): Summary {
  let summary = summaries.get(facts);
  if (!summary) summaries.set(facts, (summary = summarise(facts)));
  return summary;
}
