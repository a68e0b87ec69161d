import { tr } from '../l10n/tr';
import { addKeys } from '../fixes/missing-keys';
import { below, has, type Place } from '../model/located';
import { defineRule } from './rule';
import { mayAcceptRisks, nameOf, namesRiskApprovers } from './shared-people';
import { asksForMore } from './shared-subject';

export const treatmentPlanNotApproved = defineRule({
  id: 'treatment-plan-not-approved',
  group: 'risk',
  severity: 'warning',
  basis: 'standard',
  requirement: '6.1.3',
  summary: 'The plan for treating risks was approved by nobody, or by somebody who may not accept risks.',
  why: 'The plan says which risks stay and what the rest costs. Whoever answers for that has to agree to it.',
  help: 'Add `approvedBy` and `approvedOn` to `treatmentPlan`; the person needs the role `risk-approver` or `top-management` under `people`.',
  message: {
    nobody: 'Nobody has approved the plan for treating risks. Add `approvedBy` and `approvedOn`.',
    wrong:
      '{name} approved the plan for treating risks without the role risk-approver. Have a risk approver approve it, or give the role under `people`.',
  },
  on: 'organization',
  check: (organization, report) => {
    const { treatmentPlan } = organization.body;
    if (!asksForMore(organization) || !treatmentPlan || !has(treatmentPlan, 'document')) return;
    const { approvedBy } = treatmentPlan;
    if (!has(treatmentPlan, 'approvedBy'))
      report(
        { place: below(organization.body, 'treatmentPlan'), part: 'key' },
        { message: 'nobody', absent: true, data: { plan: treatmentPlan.place } },
      );
    else if (
      approvedBy &&
      namesRiskApprovers(organization.body) &&
      mayAcceptRisks(organization.body, approvedBy.value) === false
    )
      report(
        { place: approvedBy.place, part: 'value' },
        { message: 'wrong', args: { name: nameOf(organization.body, approvedBy.value) } },
      );
  },
  fixes: ({ uri, data: { plan } }, { snapshot }) =>
    plan
      ? addKeys(snapshot, uri, tr('Add who approved it, to fill in'), [
          [plan as Place, ['approvedBy', 'approvedOn']],
        ])
      : [],
});
