import { tr } from '../l10n/tr';
import { organizationEntryOf } from '../verdict/evaluate';
import { titleOf } from '../verdict/requirement';
import { isControl } from '../verdict/place-of-row';
import type { RequirementResult } from '../verdict/types';
import type { OrganizationEntry, Subject } from '../workspace/snapshot';
import { defineRule, type RuleContext } from './rule';
import { needsAssessment } from './shared-controls';
import { isDeploymentGate } from './shared-gates';
import { oncePerOrganization } from './shared-once';
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
  return others.length > 0
    ? tr('{0} {1} more like it.', first?.message ?? '', others.length)
    : first?.message;
};

interface Due {
  readonly result: RequirementResult;
  readonly reason: string;
}

/** What is said at the subject itself, whatever is said of it elsewhere too. */
function dueAt(subject: Subject, context: RuleContext): readonly Due[] {
  if (subject.target !== 'audit') return [];
  const atRisks = missedByTreatments(context.snapshot, [subject]);
  return context.verdicts(subject).results.flatMap((result) => {
    if (result.verdict !== 'missing' && result.verdict !== 'partial') return [];
    const reason = isSaidElsewhere(subject, result, atRisks) ? undefined : openBecause(result);
    return reason === undefined || result.place.uri !== subject.uri ? [] : [{ result, reason }];
  });
}

/** Controls that nothing answers, neither the organization nor a card of its, and that are missed there already. */
const missedAbove = oncePerOrganization(
  (organization, context): ReadonlySet<string> =>
    new Set(
      dueAt(organization, context).flatMap(({ result: { answered, requirement } }) =>
        !answered && isControl(requirement.id) ? [requirement.id] : [],
      ),
    ),
);

const organizationAbove = (subject: Subject, { snapshot }: RuleContext): OrganizationEntry | undefined =>
  subject.kind === 'system' ? organizationEntryOf(snapshot, subject) : undefined;

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
    const due = dueAt(subject, context);
    const organization = due.length > 0 ? organizationAbove(subject, context) : undefined;
    const above = organization && missedAbove(organization, context);
    for (const { result, reason } of due) {
      if (!result.answered && above?.has(result.requirement.id)) continue;
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
