import { tr } from '../l10n/tr';
import type { Value } from '../model/located';
import { defineRule } from './rule';
import { currentSystem } from './shared-assessment';
import { isSamePerson, nameOf } from './shared-people';
import { organizationOf } from './shared-subject';

type Person = Value<string> | undefined;

export const assessmentSelfApproved = defineRule({
  id: 'assessment-self-approved',
  group: 'impact-assessment',
  severity: 'info',
  basis: 'reading',
  requirement: 'A.5.3',
  summary: 'Two of carrying out, reviewing and approving an impact assessment were done by the same person.',
  why: 'A second pair of eyes finds what the first got used to.',
  help: 'Have somebody else review and approve the assessment. In a very small team, silence this with the reason.',
  message: {
    approvedBy: '{name} carried out this assessment and approved it. Somebody else should.',
    reviewer: '{name} carried out this assessment and reviewed it. Somebody else should.',
    both: '{name} reviewed this assessment and approved it. Somebody else should approve it.',
  },
  on: 'assessment',
  check: (target, report) => {
    const system = currentSystem(target);
    const { assessor, reviewer, approvedBy } = target.body;
    if (!system) return;
    const organization = organizationOf(system);
    const isSame = (a: Person, b: Person): boolean =>
      a !== undefined && b !== undefined && isSamePerson(organization, a.value, b.value);
    const say = (message: string, at: Person, earlier: Person, words: string): void => {
      if (!at || !earlier) return;
      report(
        { place: at.place, part: 'value' },
        {
          message,
          args: { name: nameOf(organization, at.value) },
          related: [{ place: earlier.place, part: 'value', message: words }],
        },
      );
    };
    // One person in all three places is one finding, at the approval.
    if (isSame(assessor, approvedBy)) say('approvedBy', approvedBy, assessor, tr('Who carried it out.'));
    else if (isSame(assessor, reviewer)) say('reviewer', reviewer, assessor, tr('Who carried it out.'));
    else if (isSame(reviewer, approvedBy)) say('both', approvedBy, reviewer, tr('Who reviewed it.'));
  },
});
