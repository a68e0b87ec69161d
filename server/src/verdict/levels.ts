/** What organization and systems take over from each other. */
import { tr } from '../l10n/tr';
import { catalogue } from '../catalogue';
import type { Subject } from '../workspace/snapshot';
import { merge, type Grade } from './grade';
import type { Requirement } from './requirement';
import type { RequirementResult, SubjectResult } from './types';

/** An organization's own results, by requirement id. */
export type OrganizationResults = ReadonlyMap<string, RequirementResult>;

/** Of controls both levels may answer, the organization's word suffices unless the system has a row of its own. */
export function inheritedGrade(
  requirement: Requirement,
  subject: Subject,
  organization: OrganizationResults | undefined,
): Grade | undefined {
  if (subject.kind !== 'system' || catalogue.controls.get(requirement.id)?.scope !== 'both') return undefined;
  if (subject.organization.kind === 'unreachable')
    return {
      standing: 'unknown',
      reasons: [{ message: tr('The organization it belongs to cannot be read here.') }],
      gaps: [],
      place: undefined,
    };
  const found = organization?.get(requirement.id);
  if (!found || !['attested', 'verified', 'partial', 'overdue', 'suspect', 'unknown'].includes(found.verdict))
    return undefined;
  return {
    standing: found.verdict as Grade['standing'],
    reasons: [{ message: tr('Answered by the organization.'), place: found.place }, ...found.reasons],
    gaps: [],
    place: found.place,
  };
}

/** Where an organization says nothing of its own, its systems answer, if each of them does. */
export function rollUp(own: RequirementResult, systems: readonly SubjectResult[]): RequirementResult {
  if (own.requirement.rollUp !== true || own.answered || own.verdict !== 'missing' || systems.length === 0)
    return own;
  const answers = systems.map((system) =>
    system.results.find((result) => result.requirement.id === own.requirement.id),
  );
  const owed = answers.flatMap((answer) =>
    answer && answer.verdict !== 'not-applicable' && answer.verdict !== 'not-due' ? [answer] : [],
  );
  if (owed.length === 0) return own;
  if (owed.some((answer) => !answer.answered))
    return owed.some((answer) => answer.answered) ? openIn(own, systems) : own;
  const grade = merge(
    owed.map((answer) => ({
      standing: answer.verdict as Grade['standing'],
      reasons:
        answer.verdict === 'attested' || answer.verdict === 'verified' ? [] : answer.reasons.slice(0, 1),
      gaps: [],
      place: answer.place,
    })),
  );
  return {
    ...own,
    verdict: grade.standing,
    reasons: [
      {
        message:
          grade.standing === 'missing'
            ? tr('Its systems answer this: what is missing is to be done in their cards.')
            : tr('Answered by its systems.'),
      },
      ...grade.reasons,
    ],
    gaps: [],
  };
}

/** Systems that are named as those that answer nothing yet. */
const MOST_NAMED = 5;

/** Some systems answer and some do not: what is to be done is to be done there. */
function openIn(own: RequirementResult, systems: readonly SubjectResult[]): RequirementResult {
  const open = systems.filter(({ results }) =>
    results.some(
      ({ requirement, verdict, answered }) =>
        requirement.id === own.requirement.id &&
        !answered &&
        verdict !== 'not-applicable' &&
        verdict !== 'not-due',
    ),
  );
  const named = open.slice(0, MOST_NAMED).map(({ subject }) => subject.id);
  const names = [...named, ...(open.length > named.length ? ['…'] : [])].join(', ');
  return {
    ...own,
    reasons: [{ message: tr('Still open in these of its systems: {0}.', names) }, ...own.reasons],
  };
}
