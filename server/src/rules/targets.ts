/** What there is to look at in one file. */
import type { Snapshot, Subject } from '../workspace/snapshot';
import type { RuleTargets, TargetName } from './rule';

type TargetsOfFile = { readonly [K in TargetName]: readonly RuleTargets[K][] };

export function targetsIn(snapshot: Snapshot, uri: string): TargetsOfFile {
  const file = snapshot.files.get(uri);
  const artefacts = file?.artefacts ?? [];
  const code = snapshot.code.get(uri);
  const organizations = snapshot.organizations.filter((entry) => entry.uri === uri);
  const systems = snapshot.systems.filter((entry) => entry.uri === uri);
  const subjects: readonly Subject[] = [
    ...organizations,
    ...systems.filter((system) => !system.inventoryOnly),
  ];
  const asWritten = (subject: Subject) => (subject.kind === 'system' ? subject.own : subject.body);
  return {
    'syntax-problem': (file?.parsed.problems ?? []).map((problem) => ({ uri, problem })),
    'format-problem': artefacts.flatMap((artefact) =>
      artefact.problems.map((problem) => ({ artefact, problem })),
    ),
    document: artefacts.map((artefact) => ({ artefact })),
    organization: organizations,
    system: systems,
    assessment: snapshot.assessments
      .filter((entry) => entry.uri === uri)
      .map((entry) => ({
        ...entry,
        system: snapshot.systems.find((system) => system.assessments.includes(entry)),
      })),
    risk: subjects.flatMap(
      (subject) => asWritten(subject).risks?.items.map((risk) => ({ risk, subject })) ?? [],
    ),
    row: subjects.flatMap((subject) =>
      [...(asWritten(subject).controls?.entries ?? [])].map(([id, row]) => ({ id, row, subject })),
    ),
    code: code && !code.silent ? [code] : [],
  };
}
