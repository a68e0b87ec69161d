/** `diff --format json`: a promised shape, the same bytes every time. */
import type { Day } from '../../model/scalars';
import type { SubjectResult } from '../../verdict/types';
import { findingJson } from '../check-json';
import type { FileFinding } from '../findings';
import { jsonText } from '../terminal';
import type { Difference } from './difference';
import type { VerdictChange } from './verdicts';

const subjectJson = ({ subject }: SubjectResult | VerdictChange) => ({ kind: subject.kind, id: subject.id });

const changeJson = (change: VerdictChange) => ({
  subject: subjectJson(change),
  requirement: change.after.requirement.id,
  before: change.before.verdict,
  after: change.after.verdict,
  reasons: change.after.reasons.map(({ message }) => message),
});

/** @param folder files are named from here */
export function diffJson(difference: Difference, day: Day, folder: string): string {
  const { worse, better, other, appeared, gone, commit } = difference;
  const findings = (list: readonly FileFinding[]) => list.map((finding) => findingJson(finding, folder));
  return jsonText({
    at: day,
    since: commit.hash,
    worse: worse.map(changeJson),
    better: better.map(changeJson),
    other: other.map(changeJson),
    new: { subjects: appeared.subjects.map(subjectJson), findings: findings(appeared.findings) },
    gone: { subjects: gone.subjects.map(subjectJson), findings: findings(gone.findings) },
  });
}
