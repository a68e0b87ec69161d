/** What became of each requirement of each organization and system: subjects are the same by kind and id, wherever they stand. */
import type { RequirementResult, SubjectResult, Verdict } from '../../verdict/types';
import { inOrder } from '../status-json';

export interface VerdictChange {
  readonly subject: SubjectResult['subject'];
  readonly before: RequirementResult;
  readonly after: RequirementResult;
}

export interface VerdictChanges {
  readonly worse: readonly VerdictChange[];
  readonly better: readonly VerdictChange[];
  /** Another verdict, neither better nor worse: left out now, or not to be said on one of the sides. */
  readonly other: readonly VerdictChange[];
  /** Only there after, and only before. */
  readonly appeared: readonly SubjectResult[];
  readonly gone: readonly SubjectResult[];
}

/** A requirement nobody has to meet, now or at all. */
const SETTLED = new Set<Verdict>(['not-applicable', 'not-due']);
/** Of those to be met, the better first. What is only unknown is no way between the others. */
const STRENGTH: readonly Verdict[] = ['verified', 'attested', 'partial', 'overdue', 'suspect', 'missing'];
const isMet = (verdict: Verdict): boolean => verdict === 'verified' || verdict === 'attested';

/** Which way a requirement went; undefined where the verdict is the same. */
export function directionOf(before: Verdict, after: Verdict): 'worse' | 'better' | 'other' | undefined {
  if (before === after) return undefined;
  const wasSettled = SETTLED.has(before);
  const isSettled = SETTLED.has(after);
  // To leave out what was met is a decision, no failure.
  if (isSettled) return wasSettled || isMet(before) || before === 'unknown' ? 'other' : 'better';
  if (wasSettled) return isMet(after) ? 'better' : after === 'unknown' ? 'other' : 'worse';
  if (before === 'unknown') return isMet(after) ? 'better' : 'other';
  if (after === 'unknown') return isMet(before) ? 'worse' : 'other';
  return STRENGTH.indexOf(after) > STRENGTH.indexOf(before) ? 'worse' : 'better';
}

/** The same subject on both sides, or what is on one of them only. */
interface Pair {
  readonly before: SubjectResult | undefined;
  readonly after: SubjectResult | undefined;
}

const keyOf = ({ subject }: SubjectResult): string => `${subject.kind} ${subject.id}`;

/** Of several that share an id, those in the same file belong together, and the others in their order. */
function pairs(before: readonly SubjectResult[], after: readonly SubjectResult[]): readonly Pair[] {
  const left = [...before];
  const take = (isWanted: (each: SubjectResult) => boolean): SubjectResult | undefined => {
    const at = left.findIndex(isWanted);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const sameFile = new Map(
    after.map((each) => [
      each,
      take((other) => keyOf(other) === keyOf(each) && other.subject.uri === each.subject.uri),
    ]),
  );
  const found = after.map((each) => ({
    before: sameFile.get(each) ?? take((other) => keyOf(other) === keyOf(each)),
    after: each,
  }));
  return [...found, ...left.map((each) => ({ before: each, after: undefined }))];
}

function changesIn(before: SubjectResult, after: SubjectResult): readonly VerdictChange[] {
  const earlier = new Map(before.results.map((result) => [result.requirement.id, result]));
  return inOrder(after.results).flatMap((result) => {
    const was = earlier.get(result.requirement.id);
    return was && was.verdict !== result.verdict
      ? [{ subject: after.subject, before: was, after: result }]
      : [];
  });
}

/** Subjects and, in each, requirements in the order of `after`. */
export function compareVerdicts(
  before: readonly SubjectResult[],
  after: readonly SubjectResult[],
): VerdictChanges {
  const all = pairs(before, after);
  const changes = all.flatMap((pair) =>
    pair.before && pair.after ? changesIn(pair.before, pair.after) : [],
  );
  const going = (way: 'worse' | 'better' | 'other'): readonly VerdictChange[] =>
    changes.filter((change) => directionOf(change.before.verdict, change.after.verdict) === way);
  return {
    worse: going('worse'),
    better: going('better'),
    other: going('other'),
    appeared: all.flatMap((pair) => (pair.after && !pair.before ? [pair.after] : [])),
    gone: all.flatMap((pair) => (pair.before && !pair.after ? [pair.before] : [])),
  };
}
