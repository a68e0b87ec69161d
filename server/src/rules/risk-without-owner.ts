import { tr } from '../l10n/tr';
import { has } from '../model/located';
import { defineRule } from './rule';
import { asksForMore } from './shared-subject';
import { addKey } from '../fixes/yaml';

export const riskWithoutOwner = defineRule({
  id: 'risk-without-owner',
  group: 'risk',
  severity: 'hint',
  basis: 'practice',
  requirement: '6.1.2',
  summary: 'A risk has no owner.',
  why: 'Without an owner nobody follows the risk up or may accept what is left of it.',
  help: 'Name a person of the organization under `owner`.',
  message: 'Risk {id} has no owner.',
  on: 'risk',
  check: ({ risk, subject }, report) => {
    if (!asksForMore(subject) || !risk.id || has(risk, 'owner')) return;
    report(
      { place: risk.id.place, part: 'value' },
      { args: { id: risk.id.value }, absent: true, data: { block: risk.place } },
    );
  },
  fixes: (finding, { snapshot }) =>
    addKey(snapshot, finding.data.block, 'owner', 'TODO', tr('Add an owner to fill in')),
});
