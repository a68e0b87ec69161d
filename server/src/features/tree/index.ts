/** The PDCA status tree: subjects, phases, clauses and controls, reasons. Children are worked out node by node. */
import { PHASES, type TreeFilter, type TreeNode, type TreeParams } from '../../protocol';
import type { Day } from '../../model/scalars';
import { evaluateSubject } from '../../verdict/evaluate';
import type { RequirementResult } from '../../verdict/types';
import type { Snapshot, Subject } from '../../workspace/snapshot';
import { nameOf } from '../subject';
import { itemNode, phaseNode, requirementNode, subjectNode } from './nodes';
import { nodeId, stepsOf, subjectKey } from './subject-key';

/** Organizations first, then systems by name. */
export const subjectsOf = (snapshot: Snapshot): readonly Subject[] => [
  ...snapshot.organizations,
  ...[...snapshot.systems].sort((a, b) => compare(nameOf(a), nameOf(b)) || compare(a.id, b.id)),
];

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The day the subjects of a file are judged at: workspace folders may differ. */
export type DayOf = (uri: string) => Day;

/** Children of a node, or the roots. Empty where the node is gone. */
export function treeChildren(
  snapshot: Snapshot,
  dateOf: DayOf,
  { node, filter = {} }: TreeParams,
): readonly TreeNode[] {
  const query = { snapshot, dateOf, filter };
  if (node === undefined) return roots(query);
  const [key, phaseId, id] = stepsOf(node);
  const subject = subjectsOf(snapshot).find((entry) => subjectKey(entry) === key);
  if (!subject || key === undefined) return [];
  const results = shown(query, subject);
  const phase = PHASES.find((entry) => entry.id === phaseId);
  if (!phase) return phaseId === undefined ? phases(key, results) : [];
  const ofPhase = results.filter(({ requirement }) => requirement.phase === phase.id);
  const phaseNodeId = nodeId(key, phase.id);
  if (id === undefined) return ofPhase.map((result) => requirementNode(snapshot, phaseNodeId, result));
  const result = ofPhase.find(({ requirement }) => requirement.id === id);
  return result ? result.reasons.map((reason, index) => itemNode(snapshot, node, result, reason, index)) : [];
}

interface Query {
  readonly snapshot: Snapshot;
  readonly dateOf: DayOf;
  readonly filter: TreeFilter;
}

function shown({ snapshot, dateOf, filter }: Query, subject: Subject): readonly RequirementResult[] {
  const { results } = evaluateSubject(snapshot, subject, dateOf(subject.uri));
  const { verdicts } = filter;
  return verdicts ? results.filter(({ verdict }) => verdicts.includes(verdict)) : results;
}

/** With verdicts chosen, a subject that has none of them is left out. */
function roots(query: Query): readonly TreeNode[] {
  const { level, subjects, verdicts } = query.filter;
  return subjectsOf(query.snapshot).flatMap((subject) => {
    if (level !== undefined && subject.kind !== level) return [];
    const key = subjectKey(subject);
    if (subjects && !subjects.includes(key)) return [];
    const results = shown(query, subject);
    return results.length > 0 || !verdicts ? [subjectNode(query.snapshot, subject, key, results)] : [];
  });
}

const phases = (subjectId: string, results: readonly RequirementResult[]): readonly TreeNode[] =>
  PHASES.flatMap((phase) => {
    const ofPhase = results.filter(({ requirement }) => requirement.phase === phase.id);
    return ofPhase.length > 0 ? [phaseNode(subjectId, phase, ofPhase)] : [];
  });
