/** What rules about the Statement of Applicability and the life cycle share: which due controls nothing answers. */
import { tr } from '../l10n/tr';
import { catalogue, suggestControlId } from '../catalogue';
import type { Artefact } from '../model/build';
import type { RequirementResult } from '../verdict/types';
import type { SystemEntry } from '../workspace/snapshot';
import type { RuleContext } from './rule';
import { missedByTreatments } from './shared-treatments';

/** Met by the impact assessment alone, so `impact-assessment-missing` speaks for all of them. */
export const needsAssessment = ({ requirement }: RequirementResult): boolean =>
  requirement.sections.some(({ at }) => at === 'assessment');

/** Controls whose row is there under a wrong id: `unknown-control` says so, and they are not missing as well. */
export const misspeltRows = ({ problems }: Artefact): ReadonlySet<string> =>
  new Set(
    problems.flatMap((problem) => {
      if (problem.code !== 'unknown-control' || problem.part !== 'key') return [];
      const meant = suggestControlId(problem.text);
      return meant && 'id' in meant && meant.kind !== 'iso27001' ? [meant.id] : [];
    }),
  );

/** Is it asked by now, as far as anything can be said? */
export const isDue = ({ verdict }: RequirementResult): boolean =>
  verdict !== 'not-applicable' && verdict !== 'not-due' && verdict !== 'unknown';

/** Controls of this system that are due by now, answered or not. */
export const dueControls = (system: SystemEntry, context: RuleContext): readonly RequirementResult[] =>
  context
    .verdicts(system)
    .results.filter((result) => catalogue.controls.has(result.requirement.id) && isDue(result));

/**
 * Controls due by now that neither a row nor a section answers, of this system or its organization. Those that a risk is
 * treated by are missed at the risk.
 */
export function unansweredControls(system: SystemEntry, context: RuleContext): readonly RequirementResult[] {
  const misspelt = misspeltRows(system.artefact);
  const atRisks = missedByTreatments(context.snapshot, [system]);
  return context
    .verdicts(system)
    .results.filter(
      (result) =>
        catalogue.controls.has(result.requirement.id) &&
        result.verdict === 'missing' &&
        !result.answered &&
        !needsAssessment(result) &&
        !misspelt.has(result.requirement.id) &&
        !atRisks.has(result.requirement.id),
    );
}

/** `A.4.2, A.6.2.2, A.7.2 and 5 more`. */
export function firstFew(ids: readonly string[], shown = 3): string {
  const rest = ids.length - shown;
  return rest > 1 ? tr('{0} and {1} more', ids.slice(0, shown).join(', '), rest) : ids.join(', ');
}
