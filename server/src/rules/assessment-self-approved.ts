import type { Value } from '../model/located';
import { defineRule } from './rule';
import { currentSystem } from './shared-assessment';
import { isSamePerson, nameOf } from './shared-people';
import { organizationOf } from './shared-subject';

export const assessmentSelfApproved = defineRule({
  id: 'assessment-self-approved',
  group: 'impact-assessment',
  severity: 'info',
  basis: 'reading',
  requirement: 'A.5.3',
  summary: 'Who carried out an impact assessment also reviewed or approved it.',
  why: 'A second pair of eyes finds what the first got used to.',
  help: 'Have somebody else review and approve the assessment. In a very small team, silence this with the reason.',
  message: {
    approvedBy: '{name} carried out this assessment and approved it. Somebody else should.',
    reviewer: '{name} carried out this assessment and reviewed it. Somebody else should.',
  },
  on: 'assessment',
  check: (target, report) => {
    const system = currentSystem(target);
    const { assessor, reviewer, approvedBy } = target.body;
    if (!system || !assessor) return;
    const organization = organizationOf(system);
    const isAssessor = (person: Value<string> | undefined): person is Value<string> =>
      person !== undefined && isSamePerson(organization, assessor.value, person.value);
    const args = { name: nameOf(organization, assessor.value) };
    const related = [{ place: assessor.place, part: 'value' as const, message: 'Who carried it out.' }];
    // One person in all three places is one finding, at the approval.
    if (isAssessor(approvedBy))
      report({ place: approvedBy.place, part: 'value' }, { message: 'approvedBy', args, related });
    else if (isAssessor(reviewer))
      report({ place: reviewer.place, part: 'value' }, { message: 'reviewer', args, related });
  },
});
