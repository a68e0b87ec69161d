/** Verdicts: what there are, which come first, and how many requirements have which. */

/** In the order in which the first that applies is given. */
export type Verdict =
  | 'not-applicable'
  | 'not-due'
  | 'unknown'
  | 'suspect'
  | 'overdue'
  | 'missing'
  | 'partial'
  | 'attested'
  | 'verified';

/** What needs somebody first: the order of lists, pictures, the legend and the filter. */
export const WORST_FIRST: readonly Verdict[] = [
  'overdue',
  'suspect',
  'missing',
  'partial',
  'unknown',
  'attested',
  'verified',
  'not-due',
  'not-applicable',
];

/** The verdicts that ask somebody to do something. */
export const OPEN_VERDICTS: readonly Verdict[] = ['overdue', 'suspect', 'missing', 'partial', 'unknown'];

/** How many requirements have a verdict; verdicts nothing has are left out. */
export type Counts = Readonly<Partial<Record<Verdict, number>>>;

/** In the order of WORST_FIRST, whatever order the parts have. */
export function addCounts(parts: Iterable<Counts>): Counts {
  const counts: Partial<Record<Verdict, number>> = {};
  for (const part of parts)
    for (const verdict of WORST_FIRST) {
      const more = part[verdict];
      if (more !== undefined) counts[verdict] = (counts[verdict] ?? 0) + more;
    }
  return counts;
}
