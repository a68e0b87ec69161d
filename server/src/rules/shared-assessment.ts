/** What rules about impact assessments share: whose assessment speaks now, and how loudly to speak about it. */
import type { ImpactAssessment } from '../model/build';
import type { SystemEntry } from '../workspace/snapshot';
import type { RuleTargets, Severity } from './rule';
import { asksForMore, isLeftOut } from './shared-subject';

export type Impact = NonNullable<ImpactAssessment['impacts']>['items'][number];

/**
 * The system an assessment speaks for. Undefined for an assessment that a newer one replaces, that was rejected or
 * superseded, whose card is not known, is asked for the basics only, or leaves assessing out with a reason.
 */
export function currentSystem({ body, system }: RuleTargets['assessment']): SystemEntry | undefined {
  const status = body.status?.value;
  if (!system || !asksForMore(system) || status === 'superseded' || status === 'rejected') return undefined;
  if (isLeftOut(system, 'A.5.3') || isLeftOut(system, 'A.5.4')) return undefined;
  return system.assessments[0]?.body === body ? system : undefined;
}

/** Still being written or checked: what it lacks may yet come. */
export const isDraft = ({ status }: ImpactAssessment): boolean =>
  status?.value === 'draft' || status?.value === 'in-review';

/** A gap in a draft is information; in an assessment that counts it is a warning. */
export const severityIn = (body: ImpactAssessment): Severity => (isDraft(body) ? 'info' : 'warning');

/** Impacts called harms. Those of no stated nature are not guessed at. */
export const harmsIn = (body: ImpactAssessment): readonly Impact[] =>
  (body.impacts?.items ?? []).filter((impact) => impact.nature?.value === 'harm');
