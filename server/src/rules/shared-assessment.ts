/** What rules about impact assessments share: whose assessment speaks now, and how loudly to speak about it. */
import type { ImpactAssessment } from '../model/build';
import type { SystemEntry } from '../workspace/snapshot';
import type { RuleTargets, Severity } from './rule';
import { asksForMore, clocksStopped, hasReached, isLeftOut } from './shared-subject';

export type Impact = NonNullable<ImpactAssessment['impacts']>['items'][number];

/**
 * The system an assessment speaks for, however little is asked of it. Undefined for an assessment that a newer one
 * replaces, that was rejected or superseded, or whose card is not known.
 */
export function assessedSystem({ body, system }: RuleTargets['assessment']): SystemEntry | undefined {
  const status = body.status?.value;
  if (status === 'superseded' || status === 'rejected') return undefined;
  return system?.assessments[0]?.body === body ? system : undefined;
}

/** The system an assessment speaks for, where more than the basics is asked and assessing is not left out with a reason. */
export function currentSystem(target: RuleTargets['assessment']): SystemEntry | undefined {
  const system = assessedSystem(target);
  if (!system || !asksForMore(system)) return undefined;
  return isLeftOut(system, 'A.5.3') || isLeftOut(system, 'A.5.4') ? undefined : system;
}

/** Still being written or checked: what it lacks may yet come. */
export const isDraft = ({ status }: ImpactAssessment): boolean =>
  status?.value === 'draft' || status?.value === 'in-review';

/** A gap in a draft is information; in an assessment that counts it is a warning. */
export const severityIn = (body: ImpactAssessment): Severity => (isDraft(body) ? 'info' : 'warning');

/** Impacts called harms. Those of no stated nature are not guessed at. */
export const harmsIn = (body: ImpactAssessment): readonly Impact[] =>
  (body.impacts?.items ?? []).filter((impact) => impact.nature?.value === 'harm');

/** Is the system in use: at deployment or past it, and not switched off? */
export const isInUse = (system: SystemEntry): boolean =>
  hasReached(system, 'deployment') && !clocksStopped(system);
