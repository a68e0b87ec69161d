import { tr } from '../l10n/tr';
import { isExcluded } from '../verdict/row';
import { rowOf } from '../verdict/place-of-row';
import { defineRule } from './rule';
import { statusOf } from './shared-soa';

export const needAnsweredByExcluded = defineRule({
  id: 'need-answered-by-excluded',
  group: 'management-cycle',
  severity: 'error',
  basis: 'standard',
  requirement: '4.2',
  summary: 'What an interested party needs is answered by a control that is left out.',
  why: 'The file says both that the control answers the need and that it is not needed. One of the two is wrong.',
  help: 'Include the control, with the need as its reason, or name what else answers the need.',
  message: '{need} is answered by {control}, which is left out. Include the control, or name another answer.',
  on: 'organization',
  check: (organization, report) => {
    const { context } = organization.body;
    for (const { needs } of context?.interestedParties?.items ?? [])
      for (const { id, addressedBy } of needs?.items ?? [])
        for (const { value: control, place } of addressedBy?.items ?? []) {
          const row = rowOf(organization, control);
          // A system may include what the organization leaves out for all others.
          const isIncluded = organization.systems.some(({ body }) => {
            const own = body.controls?.entries.get(control);
            return own !== undefined && !isExcluded(own);
          });
          if (!row || !isExcluded(row) || isIncluded) continue;
          report(
            { place, part: 'value' },
            {
              args: { need: id ? tr('Need {0}', id.value) : tr('This need'), control },
              requirement: control,
              related: [{ ...statusOf(row), message: tr('{0} is left out here.', control) }],
            },
          );
        }
  },
});
