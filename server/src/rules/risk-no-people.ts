import { tr } from '../l10n/tr';
import { has } from '../model/located';
import { addKey } from '../fixes/yaml';
import { defineRule } from './rule';
import { asksForMore } from './shared-subject';

const OURSELVES = /^(?:the )?organi[sz]ation$/i;

export const riskNoPeople = defineRule({
  id: 'risk-no-people',
  group: 'risk',
  severity: 'info',
  basis: 'standard',
  requirement: '6.1.2',
  summary: 'A risk says nothing of individuals, groups or society.',
  why: 'Risks of AI are looked at for what they do to people and society, not only to the organization that runs it.',
  help: 'Name in `affects` who would feel it: individuals, groups, society. Impacts named in `from` say it too.',
  message: {
    unsaid: 'Risk {id} does not say who would feel it. Add `affects`: individuals, groups, society.',
    ourselves:
      'Risk {id} looks only at what it does to us. If people or society would feel it too, add them.',
  },
  on: 'risk',
  check: ({ risk, subject }, report) => {
    if (!asksForMore(subject) || !risk.id || has(risk, 'from')) return;
    const args = { id: risk.id.value };
    if (!has(risk, 'affects')) {
      const where = { place: risk.id.place, part: 'value' } as const;
      report(where, { message: 'unsaid', args, absent: true, data: { block: risk.place } });
      return;
    }
    const { affects } = risk;
    if (!affects || affects.written === 0 || affects.items.length < affects.written) return;
    if (affects.items.every((item) => OURSELVES.test(item.value)))
      report({ place: affects.place, part: 'value' }, { message: 'ourselves', args });
  },
  fixes: ({ data }, { snapshot }) =>
    addKey(snapshot, data.block, 'affects', '[TODO]', tr('Add who would feel it, to fill in')),
});
