/** One node of the PDCA status tree, for each kind of thing in it. */
import { tr, translatable } from '../../l10n/tr';
import { findEntry, requirementTitle, stageOrder, catalogue } from '../../catalogue';
import { PHASES, type Counts, type Phase, type TreeNode } from '../../protocol';
import type { Reason, RequirementResult } from '../../verdict/types';
import type { Snapshot, Subject } from '../../workspace/snapshot';
import { MARKDOWN as md, PLAIN, paragraphs } from '../markup';
import { namesEvidence } from '../names-evidence';
import { reasonLines } from '../reasons';
import { kindWord, nameOf } from '../subject';
import { countVerdicts, countsInWords, verdictMeaning, verdictWord } from '../verdict-words';
import { locationOf, topOf } from './locate';
import { nodeId } from './subject-key';
import { toldApart } from './told-apart';

export const countsOf = (results: readonly RequirementResult[]): Counts =>
  countVerdicts(results.map(({ verdict }) => verdict));

/** Why there are more of them than findings in the file. */
const COUNTS_ALL = translatable(
  'All that is due by stage and role is counted. Findings name only the first gaps, until `target` asks for more.',
);

export function subjectNode(
  snapshot: Snapshot,
  subject: Subject,
  id: string,
  results: readonly RequirementResult[],
): TreeNode {
  const counts = countsOf(results);
  const standing = countsInWords(counts);
  const label = PLAIN.text(nameOf(subject));
  const ownId = PLAIN.text(subject.id);
  const apart = toldApart(snapshot, subject);
  return {
    id,
    kind: subject.kind,
    label,
    description: apart === undefined ? standing : PLAIN.text(`${apart} · ${standing}`),
    counts,
    tooltip: paragraphs(
      md.bold(`${kindWord(subject)} ${md.text(nameOf(subject))}`),
      stageLine(subject),
      standing,
      subject.target === 'inventory' ? tr(COUNTS_ALL) : undefined,
    ),
    accessibleLabel: `${kindWord(subject)} ${label}${label === ownId ? '' : ` (${ownId})`}: ${standing}`,
    location: locationOf(snapshot, subject.body.place) ?? topOf(subject.uri),
    hasChildren: results.length > 0,
    ...(namesEvidence(snapshot, subject, results) ? { hasEvidence: true as const } : {}),
    contextValue: `aims.${subject.kind}`,
  };
}

function stageLine(subject: Subject): string | undefined {
  if (subject.kind !== 'system' || subject.stage === undefined) return undefined;
  const stage = catalogue.stages[(stageOrder(subject.stage) ?? 0) - 1];
  return stage && tr('Stage: {0}', tr(stage.title));
}

const PHASE_MEANINGS: Readonly<Record<Phase, string>> = {
  plan: translatable(
    'Know the context, set policy and objectives, assess risks and impacts, choose controls.',
  ),
  do: translatable('Carry out what was planned, and keep what shows it.'),
  check: translatable('Measure, audit, review.'),
  act: translatable('Mend what did not conform, and get better.'),
};

export function phaseNode(
  subjectId: string,
  phase: (typeof PHASES)[number],
  results: readonly RequirementResult[],
): TreeNode {
  const counts = countsOf(results);
  const description = countsInWords(counts);
  const title = tr(phase.title);
  return {
    id: nodeId(subjectId, phase.id),
    kind: 'phase',
    label: title,
    description,
    counts,
    tooltip: paragraphs(md.bold(title), tr(PHASE_MEANINGS[phase.id]), description),
    accessibleLabel: `${title}: ${description}`,
    hasChildren: results.length > 0,
    contextValue: 'aims.phase',
  };
}

export function requirementNode(snapshot: Snapshot, phaseId: string, result: RequirementResult): TreeNode {
  const { id } = result.requirement;
  const kind = catalogue.controls.has(id) ? 'control' : 'clause';
  const label = `${id} ${requirementTitle(id) ?? ''}`.trim();
  const word = verdictWord(result.verdict);
  const location = locationOf(snapshot, result.place);
  return {
    id: nodeId(phaseId, id),
    kind,
    label,
    description: result.inherited ? tr('{0}, from the organization', word) : word,
    verdict: result.verdict,
    requirement: id,
    tooltip: paragraphs(
      md.bold(label),
      asks(id),
      `${md.bold(word)}: ${verdictMeaning(result.verdict)}`,
      ...becauseOf(result),
    ),
    accessibleLabel: `${label}: ${word}`,
    ...(location ? { location } : {}),
    hasChildren: result.reasons.length > 0,
    contextValue: `aims.${kind}.${result.verdict}`,
  };
}

function asks(id: string): string {
  const entry = findEntry(id);
  return entry?.kind === 'control' || entry?.kind === 'clause' ? md.prose(entry.asks) : '';
}

/** What it is that is missing here, or stands: what anybody would be told is said where the id is hovered. */
function becauseOf(result: RequirementResult): readonly string[] {
  const lines = reasonLines(md, result);
  return lines.length > 1 ? [md.bullets(lines)] : lines;
}

export function itemNode(
  snapshot: Snapshot,
  requirementId: string,
  result: RequirementResult,
  reason: Reason,
  index: number,
): TreeNode {
  const location = reason.code ?? locationOf(snapshot, reason.place ?? result.place);
  const label = PLAIN.message(reason.message);
  return {
    id: nodeId(requirementId, String(index)),
    kind: 'item',
    label,
    description: '',
    verdict: result.verdict,
    tooltip: md.message(reason.message),
    accessibleLabel: label,
    ...(location ? { location } : {}),
    hasChildren: false,
    contextValue: 'aims.item',
  };
}
