/** Verdicts in words for users, the same in hovers, the tree and completion. */
import { tr, translatable } from '../l10n/tr';
import { OPEN_VERDICTS, WORST_FIRST, type Counts } from '../protocol';
import type { Verdict } from '../verdict/types';

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  verified: translatable('verified'),
  attested: translatable('attested'),
  partial: translatable('partial'),
  missing: translatable('missing'),
  overdue: translatable('overdue'),
  suspect: translatable('suspect'),
  'not-applicable': translatable('not applicable'),
  'not-due': translatable('not due yet'),
  unknown: translatable('unknown'),
};

export const VERDICT_MEANINGS: Readonly<Record<Verdict, string>> = {
  verified: translatable('The machine checked that the evidence holds. That does not say the control works.'),
  attested: translatable('A named person looked at the evidence, the look is dated and still fresh.'),
  partial: translatable('Something is there, but not all of it, or nobody dated a look at it.'),
  missing: translatable('Nothing that counts is there yet.'),
  overdue: translatable('A day for a review, a result or a plan has passed.'),
  suspect: translatable('What was approved has changed since.'),
  'not-applicable': translatable('Left out with a reason, or owed by others.'),
  'not-due': translatable('A later life cycle stage asks for it.'),
  unknown: translatable('It cannot be read or reached, so nothing is said about it.'),
};

/** `missing`, `not due yet`. */
export const verdictWord = (verdict: Verdict): string => tr(VERDICT_WORDS[verdict]);

/** What the verdict says, in a sentence. */
export const verdictMeaning = (verdict: Verdict): string => tr(VERDICT_MEANINGS[verdict]);

/** Verdicts nobody has are left out. */
export function countVerdicts(verdicts: Iterable<Verdict>): Counts {
  const counts: Partial<Record<Verdict, number>> = {};
  for (const verdict of verdicts) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}

/** "1 overdue, 3 missing, 12 attested"; what nobody has to look at only where there is nothing else. */
export function countsInWords(counts: Counts): string {
  const words = (verdicts: readonly Verdict[]): string =>
    verdicts
      .flatMap((verdict) => (counts[verdict] ? [`${counts[verdict]} ${verdictWord(verdict)}`] : []))
      .join(', ');
  const quiet: readonly Verdict[] = ['not-due', 'not-applicable'];
  return words(WORST_FIRST.filter((verdict) => !quiet.includes(verdict))) || words(quiet);
}

const WORK: ReadonlySet<Verdict> = new Set(OPEN_VERDICTS);

/** Does somebody have to do something about it? */
export const asksForWork = (verdict: Verdict): boolean => WORK.has(verdict);
