/** Is there any evidence of a subject to check: named in a row that is asked for, or by a comment in its code? */
import { rowOf } from '../verdict/place-of-row';
import type { RequirementResult } from '../verdict/types';
import type { Snapshot, Subject } from '../workspace/snapshot';

export function namesEvidence(
  snapshot: Snapshot,
  subject: Subject,
  results: readonly RequirementResult[],
): boolean {
  const named = subject.kind === 'system' ? snapshot.codeEvidence(subject) : [];
  const inCode = new Set(named.map(({ control }) => control));
  return results.some(
    ({ requirement: { id } }) => inCode.has(id) || (rowOf(subject, id)?.evidence?.items.length ?? 0) > 0,
  );
}
