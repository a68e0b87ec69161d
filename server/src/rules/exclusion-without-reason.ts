import { PLACEHOLDER } from '../fixes/scalar';
import { addKey } from '../fixes/yaml';
import { has } from '../model/located';
import { isControl, rowOf } from '../verdict/place-of-row';
import { defineRule } from './rule';
import { statusOf } from './shared-soa';
import { asksForMore } from './shared-subject';

export const exclusionWithoutReason = defineRule({
  id: 'exclusion-without-reason',
  group: 'soa',
  severity: 'warning',
  basis: 'standard',
  requirement: '6.1.3',
  summary: 'A control is left out and nothing says why.',
  why: 'Leaving a control out is normal, as long as the reason is written down. Without one it counts as missing.',
  help: 'Add `why` with a sentence: what about this system makes the control needless.',
  message: '{id} is left out without a reason, so it counts as missing. Add `why`.',
  on: 'row',
  check: ({ id, row, subject }, report) => {
    if (!isControl(id) || !asksForMore(subject) || row.status?.value !== 'not-applicable') return;
    if (has(row, 'why') || has(rowOf(subject, id), 'why')) return;
    report(statusOf(row), { args: { id }, requirement: id, absent: true, data: { row: row.place } });
  },
  fixes: ({ data }, { snapshot }) =>
    addKey(snapshot, data.row, 'why', PLACEHOLDER, 'Add a reason to fill in'),
});
