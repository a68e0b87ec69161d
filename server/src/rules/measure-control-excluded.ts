import { tr } from '../l10n/tr';
import { isExcluded } from '../verdict/row';
import type { SystemEntry } from '../workspace/snapshot';
import { defineRule } from './rule';
import { assessedSystem, isDraft, type Impact } from './shared-assessment';
import { rowFor, statusOf } from './shared-soa';

/** Does a risk that takes up the impact name the control too? Then `risk-treated-by-excluded-control` speaks. */
const isSaidOfRisk = ({ own }: SystemEntry, { id }: Impact, control: string): boolean =>
  (own.risks?.items ?? []).some(
    ({ from, treatment }) =>
      from?.items.some(({ value }) => value === id?.value) === true &&
      treatment?.controls?.items.some(({ value }) => value === control) === true,
  );

export const measureControlExcluded = defineRule({
  id: 'measure-control-excluded',
  group: 'impact-assessment',
  severity: 'error',
  basis: 'standard',
  requirement: '6.1.3',
  summary: 'A measure of an impact assessment belongs to a control that is left out.',
  why: 'The assessment relies on a control that the Statement of Applicability says is not needed. One of the two is wrong.',
  help: 'Include the control, with the harm or its risk as the reason, or name the control the measure really belongs to.',
  message:
    'This measure belongs to {control}, which is left out. Include the control, or name the one the measure belongs to.',
  on: 'assessment',
  check: (target, report, { snapshot }) => {
    const system = assessedSystem(target);
    if (!system) return;
    for (const impact of target.body.impacts?.items ?? [])
      for (const { control } of impact.measures?.items ?? []) {
        const row = control && rowFor(snapshot, system, control.value);
        if (!control || !row || !isExcluded(row) || isSaidOfRisk(system, impact, control.value)) continue;
        report(
          { place: control.place, part: 'value' },
          {
            ...(isDraft(target.body) ? { severity: 'info' } : {}),
            args: { control: control.value },
            requirement: control.value,
            related: [{ ...statusOf(row), message: tr('{0} is left out here.', control.value) }],
          },
        );
      }
  },
});
