import { tr } from '../l10n/tr';
import { PLACEHOLDER } from '../fixes/scalar';
import { addKey } from '../fixes/yaml';
import { has } from '../model/located';
import { defineRule } from './rule';
import { keyOfRow, leavesOut } from './shared-soa';
import { asksForMore } from './shared-subject';

export const additionalControlWithoutReason = defineRule({
  id: 'additional-control-without-reason',
  group: 'soa',
  severity: 'warning',
  basis: 'standard',
  requirement: '6.1.3',
  summary: 'A control from outside Annex A is included and no row says why.',
  why: 'Annex A is not the end of the list: a risk may need controls from elsewhere. They stand in the Statement of Applicability with their reason like all others.',
  help: 'Add `why`: the risk, law or contract that calls for it, or a sentence.',
  message: '{id} is included beside Annex A, but nothing says why. Add `why`.',
  on: 'organization',
  check: (organization, report) => {
    if (!asksForMore(organization)) return;
    for (const [id, row] of organization.body.additionalControls?.entries ?? [])
      if (row.status && !leavesOut(row) && !has(row, 'why'))
        report(keyOfRow(row), { args: { id }, absent: true, data: { row: row.place } });
  },
  fixes: ({ data }, { snapshot }) =>
    addKey(snapshot, data.row, 'why', PLACEHOLDER, tr('Add a reason to fill in')),
});
