/** What rules about the Statement of Applicability and the life cycle share: which due controls nothing answers. */
import { catalogue } from '../catalogue';
import type { RequirementResult } from '../verdict/types';
import type { SystemEntry } from '../workspace/snapshot';
import type { RuleContext } from './rule';

/** Met by the impact assessment alone, so `impact-assessment-missing` speaks for all of them. */
export const needsAssessment = ({ requirement }: RequirementResult): boolean =>
  requirement.sections.some(({ at }) => at === 'assessment');

/** Controls due by now that neither a row nor a section answers, of this system or its organization. */
export const unansweredControls = (system: SystemEntry, context: RuleContext): readonly RequirementResult[] =>
  context
    .verdicts(system)
    .results.filter(
      (result) =>
        catalogue.controls.has(result.requirement.id) &&
        result.verdict === 'missing' &&
        !result.answered &&
        !needsAssessment(result),
    );

/** `A.4.2, A.6.2.2, A.7.2 and 5 more`. */
export function firstFew(ids: readonly string[], shown = 3): string {
  const rest = ids.length - shown;
  return rest > 1 ? `${ids.slice(0, shown).join(', ')} and ${rest} more` : ids.join(', ');
}
