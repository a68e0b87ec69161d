/** The way through the tree to what the cursor is about: from a line of a file to its clause or control. */
import { annotationAt, type DocumentPosition } from '../annotation';
import { cursorAt } from '../cursor';
import { subjectOf } from '../subject';
import type { TreeNode } from '../../protocol';
import type { Route } from '../../syntax/types';
import { evaluateSubject } from '../../verdict/evaluate';
import type { RequirementResult } from '../../verdict/types';
import type { Snapshot, Subject } from '../../workspace/snapshot';
import { phaseNode, requirementNode, subjectNode } from './nodes';
import { subjectKey } from './subject-key';
import { PHASES } from '../../protocol';
import type { DayOf } from './index';

/** From the subject down to the requirement, as far as the place says. Empty where the file is about none. */
export function treePathAt(snapshot: Snapshot, dateOf: DayOf, at: DocumentPosition): readonly TreeNode[] {
  const found = inCode(snapshot, dateOf, at) ?? inFile(snapshot, dateOf, at);
  if (!found) return [];
  const { subject, results, result } = found;
  const key = subjectKey(subject);
  const root = subjectNode(snapshot, subject, key, results);
  const phase = result && PHASES.find(({ id }) => id === result.requirement.phase);
  if (!result || !phase) return [root];
  const ofPhase = results.filter(({ requirement }) => requirement.phase === phase.id);
  const phaseRow = phaseNode(key, phase, ofPhase);
  return [root, phaseRow, requirementNode(snapshot, phaseRow.id, result)];
}

interface Found {
  readonly subject: Subject;
  readonly results: readonly RequirementResult[];
  readonly result?: RequirementResult | undefined;
}

function inCode(snapshot: Snapshot, dateOf: DayOf, at: DocumentPosition): Found | undefined {
  const [subject] = snapshot.code.get(at.uri)?.coveredBy ?? [];
  if (!subject) return undefined;
  const { results } = evaluateSubject(snapshot, subject, dateOf(subject.uri));
  const id = annotationAt(snapshot, at)?.annotation.id?.text;
  return { subject, results, result: results.find(({ requirement }) => requirement.id === id) };
}

function inFile(snapshot: Snapshot, dateOf: DayOf, { uri, position }: DocumentPosition): Found | undefined {
  const cursor = cursorAt(snapshot, uri, position);
  const subject = cursor && subjectOf(snapshot, cursor.artefact);
  if (!subject) return undefined;
  const { results } = evaluateSubject(snapshot, subject, dateOf(subject.uri));
  const { document, route } = cursor.locus;
  // The row itself before a reason that lies in it; the nearer before the farther.
  let best: { readonly result: RequirementResult; readonly shared: number } | undefined;
  for (const result of results)
    for (const place of [result.place, ...result.reasons.flatMap((reason) => reason.place ?? [])]) {
      const isHere = place.uri === uri && place.document === document;
      const shared = isHere ? sharedSteps(place.route, route) : 0;
      if (shared > (best?.shared ?? 0)) best = { result, shared };
    }
  return { subject, results, result: best?.result };
}

/** How many steps two routes share where one lies in the other, else 0. */
function sharedSteps(a: Route, b: Route): number {
  const steps = Math.min(a.length, b.length);
  return a.slice(0, steps).every((step, at) => step === b[at]) ? steps : 0;
}
