/** Counts of verdicts as the pictures and lists read them. */
import { WORST_FIRST, type Counts, type Verdict } from '../protocol';

/** The verdicts there are and how many of each, the worst first. */
export const counted = (counts: Counts): readonly (readonly [verdict: Verdict, count: number])[] =>
  WORST_FIRST.flatMap((verdict) => {
    const count = counts[verdict];
    return count === undefined ? [] : [[verdict, count] as const];
  });

export const sum = (counts: Counts): number => counted(counts).reduce((total, [, count]) => total + count, 0);
