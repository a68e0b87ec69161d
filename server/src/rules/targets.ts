/** What there is to look at in one file. */
import { perLanguage, tr } from '../l10n/tr';
import { approvalsOf, lockAt } from '../lock/state';
import { suspects } from '../lock/suspect';
import type { Range } from '../syntax/types';
import { groupBy } from '../workspace/group-by';
import type { Snapshot, Subject } from '../workspace/snapshot';
import type { RuleTargets, TargetName } from './rule';

/** Suppressions come last: what became of them is known only when all other rules have run. */
type FirstTargets = Exclude<TargetName, 'suppression'>;
export type TargetsOfFile = { readonly [K in FirstTargets]: readonly RuleTargets[K][] };

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function syntaxProblems(snapshot: Snapshot, uri: string): readonly RuleTargets['syntax-problem'][] {
  const parsed = snapshot.files.get(uri)?.parsed;
  if (parsed)
    return parsed.problems.map((problem) => ({ uri, problem, range: parsed.rangeOf(problem.span) }));
  const reason = snapshot.unreadable.get(uri);
  if (reason === undefined) return [];
  const message = tr('This file could not be read ({0}), so nothing it says counts.', tr(reason));
  return [{ uri, problem: { code: 'not-text', message, span: { start: 0, end: 0 } }, range: START }];
}

/** The entries of a snapshot by file, so that a workspace of thousands of cards is not searched for each of them. */
function byFile(snapshot: Snapshot) {
  return {
    suspects: groupBy(suspects(approvalsOf(snapshot).changed()), ({ approvable }) => approvable.uri),
    organizations: groupBy(snapshot.organizations, (entry) => entry.uri),
    systems: groupBy(snapshot.systems, (entry) => entry.uri),
    assessments: groupBy(snapshot.assessments, (entry) => entry.uri),
    assessed: new Map(
      snapshot.systems.flatMap((system) => system.assessments.map((entry) => [entry, system] as const)),
    ),
  };
}

const known = perLanguage(() => new WeakMap<Snapshot, ReturnType<typeof byFile>>());

function entriesOf(snapshot: Snapshot): ReturnType<typeof byFile> {
  const snapshots = known();
  let entries = snapshots.get(snapshot);
  if (!entries) snapshots.set(snapshot, (entries = byFile(snapshot)));
  return entries;
}

/** @returns empty lists for a file that is neither ours nor ML code */
export function targetsIn(snapshot: Snapshot, uri: string): TargetsOfFile {
  const artefacts = snapshot.files.get(uri)?.artefacts ?? [];
  const lock = lockAt(snapshot, uri);
  const code = snapshot.code.get(uri);
  const entries = entriesOf(snapshot);
  const organizations = entries.organizations.get(uri) ?? [];
  const systems = entries.systems.get(uri) ?? [];
  const subjects: readonly Subject[] = [
    ...organizations,
    ...systems.filter((system) => !system.inventoryOnly),
  ];
  const asWritten = (subject: Subject) => (subject.kind === 'system' ? subject.own : subject.body);
  return {
    'syntax-problem': syntaxProblems(snapshot, uri),
    'format-problem': artefacts.flatMap((artefact) =>
      artefact.problems.map((problem) => ({ artefact, problem })),
    ),
    document: artefacts.map((artefact) => ({ artefact })),
    organization: organizations,
    system: systems,
    assessment: (entries.assessments.get(uri) ?? []).map((entry) => ({
      ...entry,
      system: entries.assessed.get(entry),
    })),
    subject: subjects,
    risk: subjects.flatMap(
      (subject) => asWritten(subject).risks?.items.map((risk) => ({ risk, subject })) ?? [],
    ),
    row: [
      ...subjects.flatMap((subject) =>
        [
          ...(asWritten(subject).controls?.entries ?? []),
          ...(subject.kind === 'organization' ? (subject.body.clauses?.entries ?? []) : []),
        ].map(([id, row]) => ({ id, row, subject })),
      ),
      ...organizations.flatMap((subject) =>
        [...(subject.body.profiles?.entries ?? [])].flatMap(([profile, { controls }]) =>
          [...(controls?.entries ?? [])].map(([id, row]) => ({ id, row, subject, profile })),
        ),
      ),
    ],
    code: code && !code.silent ? [code] : [],
    annotation: code?.annotations.map((annotation) => ({ annotation, entry: code })) ?? [],
    lock: lock ? [{ uri, lock }] : [],
    approval: approvalsOf(snapshot).recordedIn(uri),
    suspect: entries.suspects.get(uri) ?? [],
  };
}
