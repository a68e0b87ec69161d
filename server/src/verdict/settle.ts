/** What settles a requirement before any evidence is looked at: left out, not owed in this role, not due yet. */
import { tr } from '../l10n/tr';
import { catalogue, stageOrder } from '../catalogue';
import { below } from '../model/located';
import type { Subject, SystemEntry } from '../workspace/snapshot';
import { isControl } from './place-of-row';
import type { Requirement } from './requirement';
import { isExcluded, type ControlRow } from './row';
import type { RequirementResult } from './types';

/** The stage from which a system owes a requirement, with the words to say so; our reading of the standard. */
export function dueFrom(requirement: Requirement): string | undefined {
  if (requirement.level === 'organization') return undefined;
  return (
    requirement.from ??
    catalogue.stages.find((stage) => stage.expectedControls.some((id) => id === requirement.id))?.id
  );
}

/** At retirement the clocks of what does not apply there have stopped. */
export function clocksRun(subject: Subject, id: string): boolean {
  if (subject.kind !== 'system' || subject.stage !== 'retirement') return true;
  const retirement = catalogue.stages.find((stage) => stage.id === 'retirement');
  return [...(retirement?.expectedControls ?? []), ...(retirement?.alsoApplies ?? [])].some(
    (control) => control === id,
  );
}

export type Settled = Pick<RequirementResult, 'verdict' | 'reasons'>;

const rolesOf = (subject: Subject): ReadonlySet<string> =>
  subject.kind === 'system'
    ? subject.roles
    : new Set(subject.body.scope?.roles?.items.map((role) => role.value) ?? []);

/** `not-applicable`, with who left it out or who owes it instead; undefined where it applies. */
export function exclusion(
  requirement: Requirement,
  subject: Subject,
  row: ControlRow | undefined,
): Settled | undefined {
  if (isControl(requirement.id) && isExcluded(row))
    return {
      verdict: 'not-applicable',
      reasons: [{ message: tr('Left out, with a reason.'), ...(row ? { place: row.place } : {}) }],
    };
  const inherited = subject.kind === 'system' && !row ? organizationRow(subject, requirement.id) : undefined;
  if (isExcluded(inherited) && inherited)
    return {
      verdict: 'not-applicable',
      reasons: [{ message: tr('Left out by the organization, with a reason.'), place: inherited.place }],
    };
  const roles = rolesOf(subject);
  if (requirement.roles && roles.size > 0 && !requirement.roles.some((role) => roles.has(role)))
    return {
      verdict: 'not-applicable',
      reasons: [
        {
          message: tr(
            'Owed by those who are {0}; here the role is {1}.',
            requirement.roles.join(', '),
            [...roles].join(', '),
          ),
        },
      ],
    };
  return undefined;
}

const organizationRow = (system: SystemEntry, id: string): ControlRow | undefined =>
  system.organization.kind === 'found' ? system.organization.body.controls?.entries.get(id) : undefined;

/** `not-due`, or `unknown` where no stage is said; undefined where it is due. */
export function dueness(requirement: Requirement, subject: Subject): Settled | undefined {
  if (subject.kind !== 'system') return undefined;
  if (subject.reached === undefined)
    return {
      verdict: 'unknown',
      reasons: [
        {
          message: tr('What is due cannot be said before `lifecycle.stage` is.'),
          place: below(subject.body, 'lifecycle'),
        },
      ],
    };
  const from = dueFrom(requirement);
  if (from !== undefined && (stageOrder(from) ?? 0) > (stageOrder(subject.reached) ?? 0))
    return { verdict: 'not-due', reasons: [{ message: tr('Due from the stage {0} on.', from) }] };
  return undefined;
}
