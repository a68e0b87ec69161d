import { tr } from '../l10n/tr';
import { has } from '../model/located';
import { addKey } from '../fixes/yaml';
import { defineRule } from './rule';
import { currentSystem, harmsIn, severityIn } from './shared-assessment';

export const measureWithoutOwner = defineRule({
  id: 'measure-without-owner',
  group: 'impact-assessment',
  severity: 'warning',
  basis: 'reading',
  requirement: 'A.5.4',
  summary: 'A measure against a harm is not done yet, and nobody is named to do it.',
  why: 'What everybody is to do, nobody does.',
  help: 'Name a person under `owner` of the measure, or set its `status` to done.',
  message: 'Nobody is named to carry out this measure against harm {id}. Add `owner`.',
  on: 'assessment',
  check: (target, report) => {
    if (!currentSystem(target)) return;
    for (const harm of harmsIn(target.body))
      for (const measure of harm.measures?.items ?? []) {
        if (!measure.what || has(measure, 'owner') || measure.status?.value === 'done') continue;
        report(
          { place: measure.what.place, part: 'value' },
          {
            severity: severityIn(target.body),
            args: { id: harm.id?.value ?? '' },
            absent: true,
            data: { block: measure.place },
          },
        );
      }
  },
  fixes: ({ data }, { snapshot }) =>
    addKey(snapshot, data.block, 'owner', 'TODO', tr('Add an owner to fill in')),
});
