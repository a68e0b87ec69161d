import { tr } from '../l10n/tr';
import { isExcluded } from '../verdict/row';
import { defineRule } from './rule';
import { rowFor, statusOf } from './shared-soa';

export const riskTreatedByExcludedControl = defineRule({
  id: 'risk-treated-by-excluded-control',
  group: 'soa',
  severity: 'error',
  basis: 'standard',
  requirement: '6.1.3',
  summary: 'A risk is treated by a control that is left out.',
  why: 'The file says both that the control lowers a risk and that it is not needed. One of the two is wrong.',
  help: 'Include the control, with the risk as its reason, or treat the risk in another way.',
  message:
    'Risk {id} is treated by {control}, which is left out. Include the control or choose another treatment.',
  on: 'risk',
  check: ({ risk, subject }, report, { snapshot }) => {
    for (const control of risk.treatment?.controls?.items ?? []) {
      const row = rowFor(snapshot, subject, control.value);
      if (!row || !isExcluded(row)) continue;
      report(
        { place: control.place, part: 'value' },
        {
          args: { id: risk.id?.value ?? '', control: control.value },
          requirement: control.value,
          related: [{ ...statusOf(row), message: tr('{0} is left out here.', control.value) }],
        },
      );
    }
  },
});
