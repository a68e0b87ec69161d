import { isPlace } from '../fixes/yaml';
import { addControlRow } from '../fixes/treatment-row';
import { defineRule } from './rule';
import { rowlessTreatments } from './shared-treatments';

export const treatmentControlNotInSoa = defineRule({
  id: 'treatment-control-not-in-soa',
  group: 'risk',
  severity: 'warning',
  basis: 'standard',
  requirement: '6.1.3',
  summary: 'A risk is treated by a control that has no row in the Statement of Applicability.',
  why: 'Controls are selected because risks need them. A control that treats a risk but is listed nowhere has no owner and no evidence.',
  help: 'Add a row for the control under `controls` with its status and the risk as the reason.',
  message: 'Risk {id} is treated by {control} ({title}), which has no row under `controls`. Add one.',
  on: 'subject',
  check: (subject, report, { snapshot }) => {
    for (const { risk, control, entry, home } of rowlessTreatments(snapshot, subject))
      report(
        { place: control.place, part: 'value' },
        {
          args: { id: risk.id?.value ?? '', control: control.value, title: entry.title },
          requirement: control.value,
          data: {
            body: (home.kind === 'system' ? home.own : home.body).place,
            control: control.value,
            risk: risk.id?.value ?? '',
          },
        },
      );
  },
  fixes: ({ data }, { snapshot }) =>
    isPlace(data.body) ? addControlRow(snapshot, data.body, String(data.control), String(data.risk)) : [],
});
