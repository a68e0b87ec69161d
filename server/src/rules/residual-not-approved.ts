import { tr } from '../l10n/tr';
import { has } from '../model/located';
import type { SystemEntry } from '../workspace/snapshot';
import { defineRule } from './rule';
import { currentSystem, harmsIn, isDraft, type Impact } from './shared-assessment';
import { mayAcceptRisks, nameOf, namesRiskApprovers } from './shared-people';
import { organizationOf } from './shared-subject';

/** Has a risk that takes up the harm been accepted? Then the decision was made there, and is looked at there. */
const isAcceptedAsRisk = ({ body }: SystemEntry, { id }: Impact): boolean =>
  (body.risks?.items ?? []).some(
    ({ from, treatment }) =>
      from?.items.some(({ value }) => value === id?.value) === true && has(treatment, 'accepted'),
  );

export const residualNotApproved = defineRule({
  id: 'residual-not-approved',
  group: 'impact-assessment',
  severity: 'info',
  basis: 'reading',
  requirement: '6.1.3',
  summary: 'What is left of a harm was accepted by somebody without the role risk-approver.',
  why: 'The organization says who may accept risks, and states no level up to which nobody needs to. So what is left of each harm is theirs to accept.',
  help: 'Have a person with the role `risk-approver` decide, give the role under `people`, or state in `risk.acceptUpTo` what needs no acceptance by name.',
  message:
    '{name} accepted what is left of {ids} without the role risk-approver. Have a risk approver decide, or state `risk.acceptUpTo`.',
  on: 'assessment',
  check: (target, report) => {
    const system = currentSystem(target);
    const organization = system && organizationOf(system);
    // Up to a stated appetite anybody may decide; beyond it, `residual-above-appetite` looks at who did.
    if (!system || !namesRiskApprovers(organization) || has(organization?.risk, 'acceptUpTo')) return;
    if (isDraft(target.body)) return;
    const wrong = harmsIn(target.body).flatMap((harm) => {
      const { decision, by } = harm.residual ?? {};
      if (!harm.id || decision?.value !== 'accepted' || !by || isAcceptedAsRisk(system, harm)) return [];
      return mayAcceptRisks(organization, by.value) === false ? [{ id: harm.id.value, by }] : [];
    });
    const [first] = wrong;
    if (!first) return;
    const name = nameOf(organization, first.by.value);
    const theirs = wrong.filter(({ by }) => nameOf(organization, by.value) === name);
    report(
      { place: first.by.place, part: 'value' },
      {
        args: { name, ids: theirs.map(({ id }) => tr('harm {0}', id)).join(', ') },
        related: wrong.slice(1).map(({ id, by }) => ({
          place: by.place,
          part: 'value' as const,
          message: tr('{0} accepted what is left of harm {1}.', nameOf(organization, by.value), id),
        })),
      },
    );
  },
});
