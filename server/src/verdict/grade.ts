/** How far one piece of evidence goes, and how several add up. */
import type { Place } from '../model/located';
import { VERDICTS, type Reason, type Verdict } from './types';

/** What one piece of evidence amounts to. */
export type Standing = Extract<
  Verdict,
  'unknown' | 'suspect' | 'overdue' | 'missing' | 'partial' | 'attested' | 'verified'
>;

export interface Grade {
  readonly standing: Standing;
  readonly reasons: readonly Reason[];
  /** What is absent or incomplete, as opposed to merely undated. */
  readonly gaps: readonly Reason[];
  readonly place: Place | undefined;
}

const WINNING: readonly Standing[] = ['unknown', 'suspect', 'overdue'];
const GOOD: readonly Standing[] = ['partial', 'attested', 'verified'];

/** All evidence counts: an unreadable, suspect or overdue piece wins; the weakest good one decides; a missing one among good ones makes `partial`. */
export function combine(grades: readonly Grade[]): Standing {
  const standings = new Set(grades.map((grade) => grade.standing));
  const winner = WINNING.find((standing) => standings.has(standing));
  if (winner) return winner;
  const good = GOOD.find((standing) => standings.has(standing));
  if (!good) return 'missing';
  return standings.has('missing') ? 'partial' : good;
}

/** What decides is read first. */
const worstFirst = (grades: readonly Grade[]): readonly Grade[] =>
  [...grades].sort((a, b) => rank(a) - rank(b));

const rank = ({ standing }: Grade): number => VERDICTS.indexOf(standing);

/** Several pieces of evidence for one question as one grade; reasons and gaps of all are kept. */
export const merge = (grades: readonly Grade[]): Grade => ({
  standing: combine(grades),
  reasons: worstFirst(grades).flatMap((grade) => grade.reasons),
  gaps: grades.flatMap((grade) => grade.gaps),
  place: grades.find((grade) => grade.place !== undefined)?.place,
});

/** Better first: which of two answers to the same question to take. */
const STRENGTH: readonly Standing[] = [
  'verified',
  'attested',
  'partial',
  'overdue',
  'suspect',
  'unknown',
  'missing',
];
/** Is `a` the better answer? */
export const isStronger = (a: Standing, b: Standing): boolean => STRENGTH.indexOf(a) < STRENGTH.indexOf(b);
