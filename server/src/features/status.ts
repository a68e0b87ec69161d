/** The workspace in numbers: for the status item and the welcome views. */
import { lockAt } from '../lock/state';
import type { Location, StatusResult } from '../protocol';
import type { Snapshot } from '../workspace/snapshot';
import { topOf } from './tree/locate';

export type WorkspaceNumbers = Pick<
  StatusResult,
  'organizations' | 'systems' | 'assessments' | 'approvals' | 'codeFiles' | 'uncoveredCodeFiles' | 'broken'
>;

/** Before anything has been read. */
export const NO_NUMBERS: WorkspaceNumbers = {
  organizations: 0,
  systems: 0,
  assessments: 0,
  approvals: 0,
  codeFiles: 0,
  uncoveredCodeFiles: 0,
  broken: [],
};

/** Code counts where it calls a library we know, tests and examples left out. */
export function workspaceNumbers(snapshot: Snapshot): WorkspaceNumbers {
  const code = [...snapshot.code.values()].filter((entry) => !entry.silent && entry.facts.signals.length > 0);
  return {
    organizations: snapshot.organizations.length,
    systems: snapshot.systems.length,
    assessments: snapshot.assessments.length,
    approvals: approvalsIn(snapshot),
    codeFiles: code.length,
    uncoveredCodeFiles: code.filter(({ coveredBy }) => coveredBy.length === 0).length,
    broken: brokenFiles(snapshot),
  };
}

const approvalsIn = (snapshot: Snapshot): number =>
  [...snapshot.locks.keys()].reduce((sum, uri) => sum + (lockAt(snapshot, uri)?.records.length ?? 0), 0);

/** Files that cannot be read, and the first place that is no YAML in those that can. */
function brokenFiles(snapshot: Snapshot): readonly Location[] {
  const unreadable = [...snapshot.unreadable.keys()].map(topOf);
  const unparsed = [...snapshot.files.values()].flatMap(({ uri, parsed }): Location[] => {
    if (parsed.documents.every((document) => document.complete)) return [];
    const [first] = parsed.problems;
    return [first ? { uri, range: parsed.rangeOf(first.span) } : topOf(uri)];
  });
  return [...unreadable, ...unparsed].sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
}
