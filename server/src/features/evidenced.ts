/** How much of what is due is shown by evidence, in numbers. */
import type { RequirementResult, Verdict } from '../verdict/types';

const EVIDENCED: ReadonlySet<Verdict> = new Set(['attested', 'verified']);
/** Nothing is asked, or nothing can be said. */
const ASIDE: ReadonlySet<Verdict> = new Set(['not-applicable', 'not-due', 'unknown']);

/**
 * "3 of 5 evidenced".
 * @param what is counted, with a blank behind
 * @returns undefined where nothing is due, or nothing of it is known
 */
export function evidenced(results: readonly RequirementResult[], what = ''): string | undefined {
  const due = results.filter(({ verdict }) => !ASIDE.has(verdict));
  const shown = due.filter(({ verdict }) => EVIDENCED.has(verdict));
  return due.length > 0 ? `${shown.length} of ${due.length} ${what}evidenced` : undefined;
}
