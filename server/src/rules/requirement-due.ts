import { titleOf } from '../verdict/requirement';
import { isControl } from '../verdict/place-of-row';
import type { RequirementResult } from '../verdict/types';
import type { Subject } from '../workspace/snapshot';
import { defineRule } from './rule';
import { needsAssessment } from './shared-controls';
import { isDeploymentGate } from './shared-gates';
import { missedByTreatments } from './shared-treatments';

/**
 * Said by other rules: the assessment and the risks that are missing, the gate, what rows lack, and rows that a risk is
 * treated by.
 */
function isSaidElsewhere(subject: Subject, result: RequirementResult, atRisks: ReadonlySet<string>): boolean {
  const { requirement } = result;
  if (!result.answered && atRisks.has(requirement.id)) return true;
  if (subject.kind === 'organization') return false;
  if (isDeploymentGate(result) && !result.answered) return true;
  if (needsAssessment(result) && !subject.assessments[0]) return true;
  return (requirement.id === '8.2' || requirement.id === '8.3') && !subject.body.risks?.items.length;
}

/** What keeps the requirement open, in words: nothing at all, or keys that something lacks. */
const openBecause = ({ answered, gaps, reasons, verdict }: RequirementResult): string | undefined => {
  // What an organization's systems answer is said of them: such a result has no gap of its own.
  if (!answered) return verdict === 'missing' && gaps.length > 0 ? reasons[0]?.message : undefined;
  // Files that are not there, and rows without reason or evidence, have rules of their own.
  const [first, ...others] = gaps.filter(
    ({ lacks, place }) => lacks && place?.route[0] !== 'controls' && place?.route[0] !== 'clauses',
  );
  return others.length > 0 ? `${first?.message ?? ''} ${others.length} more like it.` : first?.message;
};

export const requirementDue = defineRule({
  id: 'requirement-due',
  group: 'life-cycle',
  severity: 'info',
  basis: 'reading',
  summary: 'A requirement is due and not met, or met in part (shown at `target: audit`).',
  why: 'Before an audit each requirement is looked at by itself. When a control is due is our reading: the standard sets no stage.',
  help: 'Do what the message says, or leave a control out with a reason.',
  message: '{title}: {reason}',
  on: 'subject',
  check: (subject, report, context) => {
    if (subject.target !== 'audit') return;
    const atRisks = missedByTreatments(context.snapshot, [subject]);
    for (const result of context.verdicts(subject).results) {
      if (result.verdict !== 'missing' && result.verdict !== 'partial') continue;
      const reason = isSaidElsewhere(subject, result, atRisks) ? undefined : openBecause(result);
      if (reason === undefined || result.place.uri !== subject.uri) continue;
      const { id } = result.requirement;
      report(
        { place: result.place, part: 'key' },
        {
          args: { title: titleOf(id), reason },
          requirement: id,
          absent: true,
          // The clauses bind every organization; when a control is due is our reading.
          ...(isControl(id) ? {} : { severity: 'warning' }),
        },
      );
    }
  },
});
