import { tr } from '../l10n/tr';
import { has } from '../model/located';
import { isAboveAppetite } from '../model/risk-level';
import { addKey } from '../fixes/yaml';
import { isPlaceholder } from '../model/scalars';
import { defineRule } from './rule';
import { asksForMore, hasReached, organizationOf } from './shared-subject';

export const riskWithoutTreatment = defineRule({
  id: 'risk-without-treatment',
  group: 'risk',
  severity: 'warning',
  basis: 'standard',
  requirement: '6.1.3',
  summary: 'Nobody has decided what to do about a risk.',
  why: 'A risk that is written down but not decided on stays as it is, and nobody can say it was meant to.',
  help: 'Add `treatment` with an `option`: reduce, avoid, share or accept. A risk within `acceptUpTo` of the organization needs none.',
  message: 'Risk {id} has no treatment. Decide whether to reduce, avoid, share or accept it.',
  on: 'risk',
  check: ({ risk, subject }, report) => {
    const isDue = subject.kind === 'organization' || hasReached(subject, 'design-development');
    if (!asksForMore(subject) || !isDue || !risk.id) return;
    // Nothing to decide on while the risk itself is still to be written: `placeholder` says so.
    if (risk.what && isPlaceholder(risk.what.value)) return;
    const { treatment } = risk;
    const isDecided = treatment
      ? has(treatment, 'option') || has(treatment, 'controls')
      : has(risk, 'treatment');
    if (isDecided || isAboveAppetite(organizationOf(subject)?.risk, risk) === false) return;
    const data = treatment ? { treatment: treatment.place } : { risk: risk.place };
    report({ place: risk.id.place, part: 'value' }, { args: { id: risk.id.value }, absent: true, data });
  },
  // Which way to go is the user's decision, so each way is a fix of its own.
  fixes: ({ data }, { snapshot }) =>
    data.risk
      ? [
          ...addKey(
            snapshot,
            data.risk,
            'treatment',
            '{ option: reduce, controls: [TODO], due: TODO }',
            tr('Decide to reduce it'),
          ),
          ...addKey(
            snapshot,
            data.risk,
            'treatment',
            '{ option: accept, accepted: { by: TODO, date: TODO } }',
            tr('Decide to accept it'),
          ),
        ]
      : addKey(snapshot, data.treatment, 'option', 'reduce', tr('Decide to reduce it')),
});
