/** What a change comes to: verdicts and findings of both sides, compared. */
import type { SubjectResult } from '../../verdict/types';
import type { Commit } from '../../workspace/git';
import type { Engine } from '../engine';
import { collectFindings, type FileFinding } from '../findings';
import { compareSubjects, subjectsOf } from '../subjects';
import { compareFindings, type Side } from './findings';
import type { Sides } from './sides';
import { compareVerdicts, type VerdictChange } from './verdicts';

/** What is on one side only. */
export interface OneSided {
  readonly subjects: readonly SubjectResult[];
  readonly findings: readonly FileFinding[];
}

export interface Difference {
  /** What it is compared with. */
  readonly commit: Commit;
  readonly worse: readonly VerdictChange[];
  readonly better: readonly VerdictChange[];
  readonly other: readonly VerdictChange[];
  readonly appeared: OneSided;
  readonly gone: OneSided;
  /** What kept the comparison from being whole, one line each. */
  readonly failures: readonly string[];
}

const keyOf = ({ subject }: SubjectResult): string => `${subject.kind} ${subject.id}`;

/** Subjects the path is about on either side: on one of them it may be gone, and the subject stand elsewhere. */
function subjects({ service, snapshot }: Engine, wanted: ReadonlySet<string>): readonly SubjectResult[] {
  return service
    .status(snapshot)
    .filter((each) => wanted.has(keyOf(each)))
    .sort((a, b) => compareSubjects(a.subject, b.subject));
}

export function differenceOf({ commit, before, after }: Sides): Difference {
  const wanted = new Set([...subjectsOf(before), ...subjectsOf(after)].map(keyOf));
  const verdicts = compareVerdicts(subjects(before, wanted), subjects(after, wanted));
  const collected = [before, after].map((engine) => ({ engine, ...collectFindings([engine]) }));
  const [then, now] = collected.map(({ engine, findings }): Side => {
    const root = engine.targets[0]?.root ?? '';
    return { snapshot: engine.snapshot, findings, root };
  });
  if (!then || !now) throw new Error('a comparison has two sides');
  const findings = compareFindings(then, now);
  return {
    commit,
    worse: verdicts.worse,
    better: verdicts.better,
    other: verdicts.other,
    appeared: { subjects: verdicts.appeared, findings: findings.appeared },
    gone: { subjects: verdicts.gone, findings: findings.gone },
    failures: [...new Set(collected.flatMap(({ failures }) => failures))],
  };
}
