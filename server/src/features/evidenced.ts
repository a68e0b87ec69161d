/** How much of what is due is shown by evidence, in numbers. */
import { tr, translatable } from '../l10n/tr';
import type { RequirementResult, Verdict } from '../verdict/types';

const EVIDENCED: ReadonlySet<Verdict> = new Set(['attested', 'verified']);
const EVIDENCED_OF = translatable('{0} of {1} evidenced');
/** Nothing is asked, or nothing can be said. */
const ASIDE: ReadonlySet<Verdict> = new Set(['not-applicable', 'not-due', 'unknown']);

/** What is asked by now, as far as anything can be said. */
export const dueOf = (results: readonly RequirementResult[]): readonly RequirementResult[] =>
  results.filter(({ verdict }) => !ASIDE.has(verdict));

/**
 * "3 of 5 evidenced".
 * @param template that says it, with the two figures to fill in
 * @returns undefined where nothing is due, or nothing of it is known
 */
export function evidenced(
  results: readonly RequirementResult[],
  template: string = EVIDENCED_OF,
): string | undefined {
  const due = dueOf(results);
  const shown = due.filter(({ verdict }) => EVIDENCED.has(verdict));
  return due.length > 0 ? tr(template, shown.length, due.length) : undefined;
}
