import type { Organization } from '../model/build';
import type { Value } from '../model/located';
import { findPerson, hasRole, nameOf } from '../model/people';
import { defineRule } from './rule';
import { dayOf } from './shared-due';
import { asksForMore } from './shared-subject';

/** Listed with roles, top management not among them, while somebody else has that one. */
function isSomebodyElse(organization: Organization, { value }: Value<string>): boolean {
  const person = findPerson(organization, value);
  const isHeld = organization.people?.items.some((each) => hasRole(each, 'top-management')) ?? false;
  return isHeld && person?.roles !== undefined && !hasRole(person, 'top-management');
}

export const notTopManagement = defineRule({
  id: 'not-top-management',
  group: 'management-cycle',
  severity: 'info',
  basis: 'standard',
  requirement: '5.1',
  summary:
    'The AI policy was approved, or the last management review chaired, by somebody outside top management.',
  why: 'The policy and the management review are the two things top management cannot hand on: they show that it answers for AI itself.',
  help: 'Have somebody with the role top-management do it; where this person belongs to top management, add the role.',
  message: {
    policy:
      '{name} approved the AI policy, but has no role top-management under `people`. Have it approved there.',
    review:
      '{name} chaired this management review, but has no role top-management under `people`. Top management holds the review.',
  },
  on: 'organization',
  check: (organization, report, { date }) => {
    if (!asksForMore(organization)) return;
    const { body } = organization;
    const newest = (body.managementReviews?.items ?? [])
      .flatMap((review) => {
        const on = dayOf(review.date);
        return on !== undefined && on <= date ? [{ on, chair: review.chair }] : [];
      })
      .sort((a, b) => (a.on < b.on ? 1 : -1))[0];
    const claims = [
      { message: 'policy', requirement: '5.2', who: body.policy?.approvedBy },
      { message: 'review', requirement: '9.3.1', who: newest?.chair },
    ];
    for (const { message, requirement, who } of claims)
      if (who && isSomebodyElse(body, who))
        report(
          { place: who.place, part: 'value' },
          { message, requirement, args: { name: nameOf(body, who.value) } },
        );
  },
});
