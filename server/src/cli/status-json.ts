/** `status --format json`: a promised shape, the same bytes every time. */
import { catalogue } from '../catalogue';
import type { Day } from '../model/scalars';
import type { RequirementResult, SubjectResult } from '../verdict/types';
import type { Commit } from '../workspace/git';
import { jsonText } from './terminal';

/** Clauses 4.1 to 10.2, then controls A.2.2 to A.10.4: the order of the standard. */
const ORDER: ReadonlyMap<string, number> = new Map(
  [...catalogue.leafClauses.map(({ id }) => id), ...catalogue.controls.keys()].map((id, index) => [
    id,
    index,
  ]),
);

const orderOf = ({ requirement }: RequirementResult): number => ORDER.get(requirement.id) ?? ORDER.size;

/** In the order of the standard, whatever order the requirements table has. */
export const inOrder = (results: readonly RequirementResult[]): readonly RequirementResult[] =>
  [...results].sort((a, b) => orderOf(a) - orderOf(b));

/** @param commit the files are of; named where they are not those on disk */
export function statusJson(subjects: readonly SubjectResult[], day: Day, commit: Commit | undefined): string {
  return jsonText({
    at: day,
    ...(commit === undefined ? {} : { commit: commit.hash }),
    requirements: subjects.flatMap(({ subject, results }) =>
      inOrder(results).map(({ requirement, verdict, reasons }) => ({
        id: requirement.id,
        level: requirement.level,
        subject: subject.id,
        phase: requirement.phase,
        verdict,
        reasons: reasons.map(({ message }) => message),
      })),
    ),
  });
}
