import { tr } from '../l10n/tr';
import { addRows } from '../fixes/control-rows';
import { isPlace } from '../fixes/yaml';
import { below } from '../model/located';
import { defineRule } from './rule';
import { firstFew } from './shared-controls';
import { overlookedControls } from './shared-overlooked';

export const soaIncomplete = defineRule({
  id: 'soa-incomplete',
  group: 'soa',
  severity: 'warning',
  basis: 'standard',
  requirement: '6.1.3',
  summary: 'Some of the 38 controls of Annex A are neither included nor left out.',
  why: 'Each control of Annex A is compared with the ones chosen, so that none is overlooked. A control in no row was overlooked.',
  help: 'Add a row for each under `controls`, here or in a card. A control that is not needed gets `status: not-applicable` and a reason.',
  message:
    '{count} of the 38 controls of Annex A are in no row, here or in a card: {ids}. Include each, or leave it out with a reason.',
  on: 'organization',
  check: (organization, report, context) => {
    const ids = overlookedControls(organization, context);
    if (ids.length === 0) return;
    report(
      { place: below(organization.body, 'controls'), part: 'key' },
      { args: { count: ids.length, ids: firstFew(ids, 5) }, data: { body: organization.body.place, ids } },
    );
  },
  fixes: ({ data: { body, ids } }, { snapshot }) => {
    if (!isPlace(body) || !Array.isArray(ids)) return [];
    const all = ids.map(String);
    const each = all.flatMap((id) => addRows(snapshot, body, [id], tr('Add a row to fill in for {0}', id)));
    return all.length > 1
      ? [
          ...addRows(
            snapshot,
            body,
            all,
            tr('Add a row to fill in for each of the {0} controls', all.length),
          ),
          ...each,
        ]
      : each;
  },
});
