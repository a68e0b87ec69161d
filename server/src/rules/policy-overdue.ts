import { addDuration, parseDuration } from '../model/scalars';
import { wordOn } from '../verdict/approval';
import { defineRule } from './rule';
import { dayOf, reportDue } from './shared-due';
import { asksForMore, isLeftOut } from './shared-subject';

export const policyOverdue = defineRule({
  id: 'policy-overdue',
  group: 'management-cycle',
  severity: 'warning',
  basis: 'standard',
  requirement: 'A.2.4',
  summary: 'The next look at the AI policy is overdue, or coming due.',
  why: 'A policy nobody reads again stops being true. How often is your own plan: `policy.reviewEvery`.',
  help: 'Go through the policy with top management, then set `approvedOn` to the new day.',
  message: {
    overdue: 'The AI policy was to be looked at again by {on}. Have it approved anew and set `approvedOn`.',
    soon: 'The AI policy is to be looked at again by {on}.',
  },
  on: 'organization',
  check: (organization, report, outlook) => {
    const { policy } = organization.body;
    const word = policy && wordOn(outlook, policy.place, ['policy']);
    const renewed = word?.kind === 'holds' ? [word.on] : [];
    const since = [dayOf(policy?.approvedOn), ...renewed]
      .flatMap((day) => day ?? [])
      .sort()
      .at(-1);
    const every = parseDuration(policy?.reviewEvery?.value ?? '');
    if (!asksForMore(organization) || !policy?.approvedOn || since === undefined || !every) return;
    if (isLeftOut(organization, 'A.2.4')) return;
    reportDue(report, addDuration(since, every), outlook, { place: policy.approvedOn.place, since });
  },
});
