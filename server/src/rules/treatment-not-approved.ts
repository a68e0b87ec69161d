import { tr } from '../l10n/tr';
import { has } from '../model/located';
import { parseDay } from '../model/scalars';
import { isAboveAppetite } from '../model/risk-level';
import { addKey } from '../fixes/yaml';
import { defineRule, type Risk, type RuleContext } from './rule';
import { mayAcceptRisks, nameOf } from './shared-people';
import { asksForMore, organizationOf } from './shared-subject';

type Treatment = NonNullable<Risk['treatment']>;

/** While treatment is under way nothing is left to accept yet; past its day, being late is the finding. */
function isUnderWay(treatment: Treatment, { date }: RuleContext): boolean {
  if (treatment.option?.value === 'accept') return false;
  const done = parseDay(treatment.done?.value ?? '');
  return done === undefined ? has(treatment, 'done') || has(treatment, 'due') : done > date;
}

export const treatmentNotApproved = defineRule({
  id: 'treatment-not-approved',
  group: 'risk',
  severity: 'warning',
  basis: 'standard',
  requirement: '6.1.3',
  summary: 'What is left of a risk was accepted by nobody, or by somebody who may not accept risks.',
  why: 'Whoever answers for the organization has to know and agree to the risks it lives with.',
  help: 'Add `accepted` with `by` and `date`; the person needs the role `risk-approver` under `people`. What is left within `acceptUpTo` needs no acceptance by name.',
  message: {
    nobody: 'Risk {id} was treated, but nobody accepted what is left. Add `accepted` with `by` and `date`.',
    unaccepted:
      'Risk {id} is to be lived with, but nobody has accepted it by name. Add `accepted` with `by` and `date`.',
    wrong:
      '{name} accepted risk {id} without the role risk-approver. Let a risk approver decide, or give the role under `people`.',
  },
  on: 'risk',
  check: ({ risk, subject }, report, context) => {
    const { treatment, id } = risk;
    if (!asksForMore(subject) || !treatment || !id || !has(treatment, 'option')) return;
    const organization = organizationOf(subject);
    const by = treatment.accepted?.by;
    if (by) {
      // What is left within the appetite needs nobody's name, so whose name stands there says nothing.
      const left = treatment.residual ?? risk;
      const isWithin = isAboveAppetite(organization?.risk, left) === false;
      if (!isWithin && mayAcceptRisks(organization, by.value) === false)
        report(
          { place: by.place, part: 'value' },
          { message: 'wrong', args: { id: id.value, name: nameOf(organization, by.value) } },
        );
      return;
    }
    if (treatment.accepted ? has(treatment.accepted, 'by') : has(treatment, 'accepted')) return;
    // Avoiding a risk leaves nothing to accept.
    if (treatment.option?.value === 'avoid' || isUnderWay(treatment, context)) return;
    const left = treatment.option?.value === 'accept' ? (treatment.residual ?? risk) : treatment.residual;
    if (isAboveAppetite(organization?.risk, left) === false) return;
    report(
      { place: id.place, part: 'value' },
      {
        message: treatment.option?.value === 'accept' ? 'unaccepted' : 'nobody',
        args: { id: id.value },
        absent: true,
        data: treatment.accepted ? { accepted: treatment.accepted.place } : { treatment: treatment.place },
      },
    );
  },
  fixes: ({ data }, { snapshot }) =>
    data.accepted
      ? addKey(snapshot, data.accepted, 'by', 'TODO', tr('Add who accepts it, to fill in'))
      : addKey(
          snapshot,
          data.treatment,
          'accepted',
          '{ by: TODO, date: TODO }',
          tr('Add who accepts it, to fill in'),
        ),
});
